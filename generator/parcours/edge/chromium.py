"""A Chromium for what only a browser can make: found on this machine, driven by Playwright, kept off the network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from parcours.edge.raster import size_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

ENVIRONMENT = "PARCOURS_CHROMIUM"
"""Names the browser to use, where the one that is found first is not the one that is wanted."""

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

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    # What it shows is ours and whole: whatever else it would ask for does not exist.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_LONGEST_SHEET = 19_000
"""The longest side of a sheet, in pixels of the page: PDF ends at 200 inches."""


class NoPlaywright(Exception):
    """The extra that drives a browser is not installed."""


class NoBrowser(Exception):
    """No browser was found."""


class BrowserFailed(Exception):
    """The browser was found, and could not do it; the text says what it said."""

    def __init__(self, browser: Path, said: str) -> None:
        """Keeps which one it was."""
        super().__init__(said)
        self.browser = browser


def pdf_of(svg: bytes) -> bytes:
    """A standalone SVG as a PDF of one sheet of its size; its texts stay texts.

    Raises NoPlaywright, NoBrowser, BrowserFailed.
    """
    wide, high = size_of(svg)
    with _shown(svg) as page:
        smaller = min(1.0, _LONGEST_SHEET / max(wide, high))
        across, down = f"{wide * smaller}px", f"{high * smaller + 1}px"
        return page.pdf(width=across, height=down, scale=smaller, print_background=True, page_ranges="1")


def find_chromium() -> Path | None:
    """A browser: the one named by the environment, of the system, or of Playwright; None without one.

    A browser counts only when it answers with its version: some systems ship a stub that installs one when asked.
    """
    named = os.environ.get(ENVIRONMENT)
    places = iter([Path(named)]) if named else chain.from_iterable(find() for find in FINDERS)
    return next((place for place in places if _answers(place)), None)


@contextmanager
def _shown(svg: bytes) -> Generator[Page]:
    """A page that shows the SVG and nothing else."""
    title = re.search(rb"<title[^>]*>(.*?)</title>", svg, re.DOTALL)
    name = title[1].decode("utf-8") if title else ""
    style = "html,body{margin:0}svg{display:block}"
    with blank_page() as page:
        page.set_content(
            f"<!doctype html><meta charset=utf-8><title>{name}</title><style>{style}</style>{svg.decode('utf-8')}"
        )
        yield page


@contextmanager
def blank_page() -> Generator[Page]:
    """A page of a browser that reaches nothing; raises NoPlaywright, NoBrowser, BrowserFailed."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise NoPlaywright from None
    browser = find_chromium()
    if browser is None:
        raise NoBrowser
    try:
        with sync_playwright() as playwright:
            running = playwright.chromium.launch(executable_path=str(browser), args=_flags())
            yield running.new_page()
            running.close()
    except Error as error:
        raise BrowserFailed(browser, error.message.splitlines()[0]) from error


def _flags() -> list[str]:
    """Root has no sandbox on Linux, in a container for instance; what is shown is our own drawing."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, *(("--no-sandbox",) if root else ())]


def _of_the_path() -> list[Path]:
    return [Path(found) for name in NAMES if (found := shutil.which(name))]


def _of_the_system() -> list[Path]:
    folders = (Path("/Applications"), Path.home() / "Applications")
    return [folder / bundle for folder in folders for bundle in BUNDLES if (folder / bundle).exists()]


def _of_playwright() -> list[Path]:
    """The browser Playwright has installed or would install for this version of itself."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
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
