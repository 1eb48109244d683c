"""The browser of the tests: the one exports are made with, kept to the loopback."""

from __future__ import annotations

from parcours.edge.chromium import ENVIRONMENT, find_chromium

__all__ = ["ENVIRONMENT", "FLAGS", "find_chromium"]

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page that asks for anything but the loopback is told so at once, and seen by the tests.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
