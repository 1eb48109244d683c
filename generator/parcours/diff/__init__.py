"""What differs between two states of a project: as data that can be applied, and in words."""
