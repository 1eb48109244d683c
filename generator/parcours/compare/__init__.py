"""Two journeys side by side, or two personas on one: what belongs together, and what differs."""
