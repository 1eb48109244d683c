"""The reading tools of a map, in Chromium, by keyboard; the address holds view, lanes, personas and step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

FOCUSED = "document.activeElement.innerText"


@pytest.fixture
def journey(demonstration_site: Path) -> str:
    return (demonstration_site / "journeys" / "buy-washing-machine" / "index.html").as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    opened.close()
    assert complaints == []


def tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"no way to {selector} with the Tab key")


def test_from_the_address_bar_to_a_step_and_back_without_a_mouse(page: Page, journey: str) -> None:
    page.goto(journey)
    tab_to(page, ".step[tabindex='0']")
    assert "The machine stops mid-wash" in page.evaluate(FOCUSED)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert "Goes to the shop" in page.evaluate(FOCUSED)
    assert "Leads to" in page.locator("p[role=status]").inner_text()
    page.keyboard.press("Enter")
    panel = page.locator(".step-panel")
    assert panel.is_visible()
    assert "Goes to the shop" in page.evaluate(FOCUSED)
    assert "step=" in page.url
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert "Goes to the shop" in page.evaluate(FOCUSED)
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.matches('.lane-name')")
    page.keyboard.press("Control+End")
    assert page.evaluate("document.activeElement.closest('tr') === [...document.querySelectorAll('.map tr')].pop()")


def test_arrows_cross_the_curve_in_their_own_column(page: Page, journey: str) -> None:
    page.goto(f"{journey}?view=emotion")
    tab_to(page, ".step[tabindex='0']")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.matches('.curve-cell')")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("[...document.activeElement.parentNode.cells].indexOf(document.activeElement)") == 4


def test_the_address_brings_back_lanes_personas_view_and_step(page: Page, journey: str) -> None:
    page.goto(f"{journey}?view=emotion&without=tension&silent=1&step=shop&zoom=fit")
    steps = page.locator(".step-row .step[id]")
    wanted = steps.nth(2).get_attribute("id") or ""
    page.goto(f"{journey}?view=emotion&without=tension&silent=1&zoom=fit&step={wanted.removeprefix('step.')}")
    assert page.locator("[data-view=emotion][aria-current]").is_visible()
    assert page.locator("tr.lane-tension").is_hidden()
    assert page.locator("tr.lane-quotes").is_visible()
    assert page.locator("tr.lane-pain-points").is_hidden()
    assert page.locator(".curve-emotion .persona-2").first.is_hidden()
    assert page.locator(".step-panel").inner_text().count("Goes to the shop")
    scroller = "document.querySelector('.map-scroll')"
    assert page.evaluate(f"{scroller}.scrollWidth <= {scroller}.clientWidth + 1"), "the whole map is in sight"


def test_the_list_says_all_a_step_holds_in_reading_order(page: Page, journey: str) -> None:
    page.goto(f"{journey}?view=list")
    items = page.locator(".step-list [data-step]")
    assert items.count() == page.locator(".step-row .step[id]").count()
    first = items.first.inner_text()
    told = ("The machine stops mid-wash", "one evening", "Can this be mended", "furious")
    order = [first.index(words) for words in told]
    assert order == sorted(order)
    assert page.locator(".map-scroll").is_hidden()


def test_a_phone_gets_the_list_by_itself(page: Page, journey: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(journey)
    assert page.locator(".step-list .list-curve").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    cut = page.evaluate(
        "[...document.querySelectorAll('.step-list *')].filter(e => e.getBoundingClientRect().right > 321).length"
    )
    assert cut == 0


def test_views_are_addresses_that_go_back(page: Page, journey: str) -> None:
    page.goto(journey)
    page.locator(".views [data-view=blueprint]").click()
    assert "view=blueprint" in page.url
    assert page.locator("tr.lane-backstage").is_visible()
    assert page.locator("tr.lane-emotion").is_hidden()
    page.go_back()
    assert page.locator("tr.lane-emotion").is_visible()


def test_where_a_step_leads_is_shown(page: Page, journey: str) -> None:
    page.goto(journey)
    page.locator(".step-row .step").nth(5).hover()
    lit = page.locator(".map .lit").count()
    assert lit > 5
    assert page.locator(".step.ahead").count() >= 1
