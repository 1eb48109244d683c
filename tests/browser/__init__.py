"""A real Chromium for the tests: found where there is one, installed where there is none."""
