"""``make screenshots``: takes the reference pictures anew. Look at what changed (``git diff``) before you keep them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.looks.references import REFERENCES, keep
from tests.looks.shots import THEMES, built, shots_of, taken


def main() -> None:
    """Writes every reference picture, removes those of pages that are no more."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("no Chromium: run `make chromium`")
    kept: set[Path] = set()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=list(FLAGS))
        for theme in THEMES:
            for name, picture in taken(browser, shots_of(built(theme, Path(scratch)))):
                kept.add(keep(theme, name, picture))
        browser.close()
    for old in set(REFERENCES.rglob("*.png")) - kept:
        old.unlink()
    print(f"{len(kept)} pictures, {sum(path.stat().st_size for path in kept) // 1000} kB, in {REFERENCES}")


main()
