"""What a long journey weighs, and that nothing of a page moves while it comes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.long_journey import write_long_journey
from tests.site.page import read_pages
from tests.site.test_axe import one_of_each

STAGES, EACH = 6, 4
MOST_BYTES, MOST_SCRIPT = 150_000, 20_000
SHIFT = """new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) { sum += entry.value; }
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => tell(sum)));
})"""


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-four steps, two personas, fourteen lanes."""
    folder = tmp_path_factory.mktemp("long")
    write_long_journey(folder, STAGES, EACH)
    subprocess.run([sys.executable, "-m", "parcours", "build", str(folder)], check=True, capture_output=True)
    return folder / "site"


def weights(site: Path, address: str) -> Mapping[str, int]:
    """The bytes of a page and of each style sheet and script it loads, by address."""
    page = read_pages(site)[address]
    loaded = {link.target for link in page.links if link.loaded and link.target.endswith((".css", ".js"))}
    return {name: (site / name).stat().st_size for name in (address, *sorted(loaded))}


def test_a_long_journey_is_light(long_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = weights(long_site, "journeys/long/index.html")
    scripts = sum(size for name, size in found.items() if name.endswith(".js"))
    with capsys.disabled():
        print(f"\na journey of {STAGES * EACH} steps: {sum(found.values())} bytes, {scripts} of them script")
    assert len(found) > 6
    assert sum(found.values()) < MOST_BYTES, found
    assert scripts < MOST_SCRIPT, found


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_while_a_page_comes(demonstration_site: Path, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    moved: dict[str, float] = {}
    for kind, path in one_of_each(demonstration_site).items():
        page.goto(path.as_uri())
        moved[kind] = page.evaluate(SHIFT)
    page.close()
    assert len(moved) >= 9
    assert moved == dict.fromkeys(moved, 0)
