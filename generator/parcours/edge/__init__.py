"""Where the world is: disk, clock, network, processes, terminal."""
