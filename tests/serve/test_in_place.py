"""An open page is changed where it stands: fifty edits, and everything the reader has done to it stays."""

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.serve.running import ADDRESS, JOURNEY, Preview

EDITS = 50

STATE = """() => {
  const scroll = document.querySelector('.map-scroll'), open = [...document.querySelectorAll('details[open]')];
  return {
    y: scrollY, x: scroll.scrollLeft,
    focus: document.activeElement.closest('label')?.textContent + ' ' + document.activeElement.checked,
    selection: String(getSelection()),
    details: open.map((one) => one.querySelector('summary').textContent.trim()),
    lanes: [...document.querySelectorAll('tr[data-lane]')].filter((row) => row.hidden).map((row) => row.dataset.lane),
    zoom: scroll.querySelector('.map').style.zoom, view: document.documentElement.dataset.view,
    address: location.href, kept: window.kept === true,
  };
}"""


def text(preview: Preview, n: int) -> str:
    """Another sentence at the end of the story; gives what shows it."""
    file = preview.folder / JOURNEY
    whole = re.sub(r"\n\nSentence \d+\.\n$", "\n", file.read_text())
    file.write_text(f"{whole}\n\nSentence {n}.\n")
    return f"() => document.body.textContent.includes('Sentence {n}.')"


def front_matter(preview: Preview, n: int) -> str:
    file = preview.folder / JOURNEY
    file.write_text(re.sub(r"action: Asks a question[^\n]*", f"action: Asks a question {n}", file.read_text()))
    return f"() => document.querySelector('[id=\"step.ask\"] .action').textContent === 'Asks a question {n}'"


def style(preview: Preview, n: int) -> str:
    file = preview.folder / "themes" / "cartouche" / "static" / "own.css"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f":root {{ --edit: {n}; }}")
    return f"() => getComputedStyle(document.documentElement).getPropertyValue('--edit').trim() === '{n}'"


def image(preview: Preview, n: int) -> str:
    file = preview.folder / "content" / "assets" / "nora.svg"
    file.write_text(re.sub(r"<!--.*-->|$", f"<!-- {n} -->", file.read_text(), count=1))
    return "() => [...document.images].some((one) => one.src.includes('nora.svg') && one.complete && one.naturalWidth)"


KINDS: tuple[Callable[[Preview, int], str], ...] = (text, front_matter, style, image)


@pytest.fixture
def settled(preview: Preview, browser: Browser) -> Iterator[Page]:
    """The page of a journey as a reader has set it: scrolled, a lane switched off, zoomed, a menu open, text marked."""
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.goto(f"http://127.0.0.1:{preview.port}{ADDRESS}?zoom=fit")
    page.locator(".map-tools summary").first.click()
    page.locator(".map-tools label", has_text="Thinks").locator("input").uncheck()
    page.evaluate("""() => {
      window.kept = true;
      document.querySelectorAll('.diagrams details').forEach((one) => { one.open = true; });
      const goal = document.querySelector('.brief p').firstChild;
      getSelection().setBaseAndExtent(goal, 2, goal, 12);
      document.querySelector('.map-scroll').scrollLeft = 7;
      scrollTo({ top: 333, behavior: 'instant' });
    }""")
    yield page
    page.close()


def test_fifty_edits_leave_everything_where_it_was(preview: Preview, settled: Page) -> None:
    problems: list[str] = []
    navigated: list[str] = []
    settled.on("pageerror", lambda error: problems.append(str(error)))
    settled.on("console", lambda one: problems.append(one.text) if one.type in ("error", "warning") else None)
    settled.on("framenavigated", lambda frame: navigated.append(frame.url))
    before: dict[str, Any] = settled.evaluate(STATE)
    assert before["y"] == 333
    assert before["lanes"]
    assert before["selection"]
    assert len(before["details"]) > 1
    for n, edit in zip(range(1, EDITS + 1), itertools.cycle(KINDS), strict=False):
        shown = edit(preview, n)
        if edit is image:
            preview.until(lambda e: "assets/nora.svg" in e["changed"])
        settled.wait_for_function(shown)
        after: dict[str, Any] = settled.evaluate(STATE)
        assert abs(after.pop("y") - before["y"]) <= 1, (n, edit.__name__)
        assert after == {name: value for name, value in before.items() if name != "y"}, (n, edit.__name__)
    assert problems == []
    assert navigated == []
