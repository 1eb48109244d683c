"""Mermaid drawings as files beside their page, in Chromium: shown whole, linked, in the colours of the page around."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

LIGHT = 128


@pytest.fixture
def journey(demonstration_site: Path) -> str:
    return (demonstration_site / "journeys" / "buy-washing-machine" / "index.html").as_uri()


def test_drawings_are_shown_at_their_size_and_say_what_they_show(journey: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(journey)
    for picture in page.locator("img.diagram").all():
        picture.scroll_into_view_if_needed()
        size = picture.evaluate(
            "img => img.decode().then(() => [img.naturalWidth, img.width, img.naturalHeight, img.height])"
        )
        assert size[0] == size[1] > 100
        assert size[2] == size[3] > 100
        assert picture.get_attribute("alt")
    page.close()


def test_a_node_of_the_flow_leads_to_its_step(journey: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(journey)
    areas = page.locator("map[name=diagram-flow] area")
    assert areas.count() == page.locator(".step-row .step[id]").count()
    picture = page.locator("img.diagram[usemap='#diagram-flow']")
    left, top, right, bottom = map(int, (areas.nth(2).get_attribute("coords") or "").split(","))
    picture.click(position={"x": (left + right) / 2, "y": (top + bottom) / 2})
    wanted = areas.nth(2).get_attribute("href") or ""
    assert page.url.endswith(wanted)
    assert page.locator(f"[id='{wanted.removeprefix('#')}'] .action").inner_text() == areas.nth(2).get_attribute("alt")
    page.close()


def test_by_itself_a_drawing_leads_back(journey: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(journey.replace("index.html", "diagram-flow.svg"))
    page.locator("a").first.click()
    page.wait_for_url("**/index.html#step.*")
    page.close()


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("switch", ["", "light", "dark"])
def test_colours_follow_the_system_and_the_switch(journey: str, browser: Browser, system: str, switch: str) -> None:
    page = browser.new_page(color_scheme="dark" if system == "dark" else "light")
    page.goto(journey)
    page.evaluate("scheme => { if (scheme) { document.documentElement.dataset.theme = scheme; } }", switch)
    shot = page.locator("img.diagram").first.screenshot()
    ground = Image.open(io.BytesIO(shot)).convert("L").crop((2, 2, 3, 3)).tobytes()[0]
    assert (ground > LIGHT) == ((switch or system) == "light")
    page.close()
