"""Our own exports, read back: what was taken away from maps comes home as it was."""
