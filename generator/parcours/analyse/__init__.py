"""What is computed across the maps: pure, per journey first, then gathered; explained and linked to its steps."""
