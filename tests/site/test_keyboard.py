"""A map read from end to end without a mouse, in Chromium, and brought back by its address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.loopback import Served

FOCUSED = "(document.activeElement.innerText || '').trim()"
VISIBLE = """() => {
  const ring = getComputedStyle(document.activeElement), box = document.activeElement.getBoundingClientRect();
  return ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2
    && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
}"""
SHOWN = """() => ({
  view: document.documentElement.dataset.view,
  lanes: [...document.querySelectorAll('.map tr[data-lane]')].filter((row) => row.offsetParent)
    .map((row) => row.dataset.lane),
  lines: [...document.querySelectorAll('.curve-emotion .curve-line')].map((line) => line.getAttribute('visibility')),
  feelings: [...document.querySelectorAll('.feelings [data-persona]')].filter((item) => !item.hidden).length,
  fit: document.querySelector('.fit').getAttribute('aria-pressed'),
  panel: document.querySelector('.step-panel').innerText,
})"""

LINKS = """(id) => {
  const column = document.getElementById(id).cellIndex, rows = [...document.querySelectorAll('.map tr.lane')];
  const cells = rows.map((row) => row.cells[column]).filter(Boolean);
  return cells.flatMap((cell) => [...cell.querySelectorAll('a')].map((link) => link.getAttribute('href')));
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture
def journey(demonstration_site: Path, serve_folder: Callable[..., Served]) -> str:
    return f"{serve_folder(demonstration_site).url}journeys/buy-washing-machine/index.html"


def press(page: Page, *keys: str) -> str:
    """Presses keys one after the other, where the focus can be seen each time; gives the text that has it then."""
    for key in keys:
        page.keyboard.press(key)
        assert page.evaluate(VISIBLE), f"after {key} nobody sees where they are: {page.evaluate(FOCUSED)}"
    return str(page.evaluate(FOCUSED))


def tab_to(page: Page, words: str) -> None:
    for _ in range(60):
        if press(page, "Tab") == words:
            return
    raise AssertionError(f"no way to {words} with the Tab key")


def test_all_tools_by_keyboard_and_back_by_address(page: Page, journey: str) -> None:
    page.goto(journey)
    assert press(page, "Tab") == "Skip to the content"
    tab_to(page, "Emotion")
    press(page, "Enter")
    tab_to(page, "Lanes")
    press(page, "Space", "Tab")
    while "Says" not in page.evaluate("document.activeElement.closest('label').innerText"):
        press(page, "Tab")
    press(page, "Space")
    assert press(page, "Escape") == "Lanes"
    tab_to(page, "Personas")
    press(page, "Space", "Tab", "Tab", "Space", "Escape")
    tab_to(page, "Fit to the window")
    press(page, "Space")
    for _ in range(20):
        press(page, "Tab")
        if page.evaluate("document.activeElement.matches('.step')"):
            break
    step = press(page, "ArrowRight", "ArrowRight")
    assert "Goes to the shop" in step
    assert "Goes to the shop" in press(page, "Enter"), "the panel's title has the focus"
    assert "Puts three machines" in press(page, "ArrowRight"), "the step after"
    press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert "Goes to the shop" in press(page, "Space"), "the step before, by its button"
    press(page, "ArrowRight")

    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"view": ["emotion"], "without": ["quotes"], "silent": ["1"], "zoom": ["fit"], "step": ["compare"]}
    shown = page.evaluate(SHOWN)
    assert "quotes" not in shown["lanes"]
    assert shown["lines"] == ["visible", "hidden"]
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert page.evaluate(SHOWN) == shown


def test_a_step_is_left_as_it_was_entered(page: Page, journey: str) -> None:
    page.goto(journey)
    for _ in range(60):
        press(page, "Tab")
        if page.evaluate("document.activeElement.matches('.step')"):
            break
    before = press(page, "ArrowRight")
    press(page, "Enter")
    assert "step=" in page.url
    assert press(page, "Escape") == before
    assert "step=" not in page.url
    for way in ("Shift+Tab", "Tab", "Tab"):
        page.keyboard.press(way)
        inside = page.evaluate("document.activeElement.closest('.map') !== null")
        assert inside == (page.evaluate(FOCUSED) == before), "the whole grid is one stop on the way"


def test_the_links_of_a_step_are_reached_in_its_panel(page: Page, journey: str) -> None:
    page.goto(f"{journey}?step=compare")
    page.locator(".panel-close").focus()
    reached = set[str]()
    while press(page, "Tab") and page.evaluate("document.activeElement.closest('.step-panel') !== null"):
        reached.add(page.evaluate("document.activeElement.getAttribute('href')"))
    wanted = page.evaluate(LINKS, "step.compare")
    assert wanted
    assert set(wanted) <= reached


def test_a_link_to_a_step_opens_it(page: Page, journey: str) -> None:
    page.goto(f"{journey}?step=basket-lost")
    panel = page.locator(".step-panel")
    assert panel.is_visible()
    assert "finds an empty basket" in panel.inner_text()
    assert page.evaluate(
        "(() => { const s = document.getElementById('step.basket-lost').getBoundingClientRect(),"
        " m = document.querySelector('.map-scroll').getBoundingClientRect();"
        " return s.left >= m.left && s.right <= m.right; })()"
    ), "its column is in sight"
