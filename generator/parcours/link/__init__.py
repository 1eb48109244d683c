"""The Atlas: every reference resolved, every touchpoint collected, and what points at each thing."""
