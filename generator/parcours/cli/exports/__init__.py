"""What can be taken away, one kind a file."""
