"""The small scripts of a page, in Chromium: what is chosen lives in the address and comes back with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.loopback import Served


def test_filters_narrow_the_journeys_and_live_in_the_address(
    demonstration_site: Path, serve_folder: Callable[..., Served], browser: Browser
) -> None:
    served = serve_folder(demonstration_site)
    page = browser.new_page()
    page.goto(f"{served.url}journeys/index.html")
    cards = page.locator(".journey-card:visible")
    every = cards.count()
    page.select_option("select[name=state]", "future")
    assert cards.count() == 1
    assert "state=future" in page.url
    page.goto(page.url)
    assert cards.count() == 1 < every
    page.close()


def test_lanes_and_personas_are_switched_and_live_in_the_address(demonstration_site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((demonstration_site / "journeys" / "buy-washing-machine" / "index.html").as_uri())
    quotes = page.locator("tr[data-lane=quotes]")
    assert quotes.is_visible()
    lanes, personas = page.locator(".map-tools details").all()
    lanes.locator("summary").click()
    lanes.get_by_label("Says").uncheck()
    assert quotes.is_hidden()
    page.keyboard.press("Escape")
    personas.locator("summary").click()
    personas.get_by_label("Margaret Pell").uncheck()
    lines = page.locator(".curve-emotion .curve-line")
    assert [line.is_visible() for line in lines.all()] == [True, False]
    page.reload()
    assert page.locator("tr[data-lane=quotes]").is_hidden()
    assert [line.is_visible() for line in page.locator(".curve-emotion .curve-line").all()] == [True, False]
    page.close()


def test_no_page_scrolls_sideways_on_a_phone(demonstration_site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    wide = []
    for file in sorted(demonstration_site.rglob("*.html")):
        page.goto(file.as_uri())
        if page.evaluate("document.documentElement.scrollWidth > 320"):
            wide.append(file.relative_to(demonstration_site).as_posix())
    assert wide == []
    page.close()
