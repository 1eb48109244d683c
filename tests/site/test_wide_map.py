"""A map of forty steps and fourteen lanes on a laptop: its headers stay in sight, its rail leads across."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.long_journey import write_long_journey

SCROLLED = """() => new Promise((done) => {
  const map = document.querySelector('.map-scroll'), box = map.getBoundingClientRect();
  const from = (selector, edge) => [...document.querySelectorAll(selector)]
    .map((cell) => Math.round(cell.getBoundingClientRect()[edge] - box[edge]));
  map.scrollTo({ left: 3000, top: 600, behavior: 'instant' });
  requestAnimationFrame(() => requestAnimationFrame(() => done({
    stages: from('.stage-row .stage', 'top'), steps: from('.step-row .step', 'top'),
    lanes: from('.lane .lane-name', 'left'),
    left: map.scrollLeft, top: map.scrollTop, rail: document.querySelector('.stage-rail [aria-current]').innerText,
  })));
})"""
ARRIVED = """() => {
  const box = document.querySelector('.map-scroll').getBoundingClientRect();
  const left = document.getElementById('stage.loyalty').getBoundingClientRect().left - box.left;
  return left > 100 && left < 200 && document.querySelector('.stage-rail [aria-current]').innerText.includes('Loyalty');
}"""


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("wide")
    write_long_journey(folder, 8, 5)
    subprocess.run([sys.executable, "-m", "parcours", "build", str(folder)], check=True, capture_output=True)
    return (folder / "site" / "journeys" / "long" / "index.html").as_uri()


def test_headers_stay_while_a_wide_map_is_scrolled_both_ways(wide: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    page.goto(wide)
    found = page.evaluate(SCROLLED)
    assert len(found["steps"]) == 40
    lanes = page.locator("tr[data-lane]").evaluate_all("rows => rows.map((row) => row.dataset.lane)")
    assert len(set(lanes)) == 14
    assert (found["left"], found["top"]) == (3000, 600)
    assert max(found["stages"]) <= 1
    assert max(found["steps"]) <= 50, "steps stand below their stages"
    assert max(found["lanes"]) <= 1
    assert "Installation" in found["rail"]
    page.locator(".stage-rail a", has_text="Loyalty").click()
    page.wait_for_function(ARRIVED)
    page.close()


def test_the_link_to_a_step_can_be_copied(wide: str, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{wide}?step=s3-2")
    page.locator(".panel-copy").click()
    page.wait_for_function("document.querySelector('.panel-copy').innerText.trim() === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == f"{wide}#step.s3-2"
    context.close()
