"""A text somebody wrote: its digest, places in it, and the addresses that go with it."""
