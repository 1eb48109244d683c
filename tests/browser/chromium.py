"""Where Chromium is on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
BUNDLES = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
ENVIRONMENT = "PARCOURS_CHROMIUM"
"""Names the browser to use, where the one that is found first is not the one that is wanted."""

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


def find_chromium() -> Path | None:
    """The browser to test with: the one named by the environment, of the system, or of Playwright; None without one.

    A browser counts only when it answers with its version: some systems ship a stub that installs one when asked.
    """
    named = os.environ.get(ENVIRONMENT)
    places = iter([Path(named)]) if named else chain.from_iterable(find() for find in FINDERS)
    return next((place for place in places if _answers(place)), None)


def _of_the_path() -> list[Path]:
    return [Path(found) for name in NAMES if (found := shutil.which(name))]


def _of_the_system() -> list[Path]:
    folders = (Path("/Applications"), Path.home() / "Applications")
    return [folder / bundle for folder in folders for bundle in BUNDLES if (folder / bundle).exists()]


def _of_playwright() -> list[Path]:
    """The browser Playwright has installed or would install for this version of itself."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        place = Path(playwright.chromium.executable_path)
    return [place] if place.is_file() else []


FINDERS = (_of_the_path, _of_the_system, _of_playwright)
"""The quick ones first: the last starts Playwright."""


def _answers(place: Path) -> bool:
    if sys.platform == "win32":
        return place.is_file()
    try:
        done = subprocess.run([place, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and bool(done.stdout.strip())
