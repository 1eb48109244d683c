"""Rules that read the whole Atlas: what is missing from the maps."""
