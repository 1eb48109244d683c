"""What a page adapts to: colours forced by the system, less motion, zoom, fingers, and a focus that is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_axe import VIEWS, one_of_each

Addresses = dict[str, str]
QUESTIONS = Path(__file__).with_name("sight.js").read_text("utf-8")
SCHEMES: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", "dark"), ("dark", "light"))


def ask(page: Page, question: str) -> Any:
    """What is wrong on a page by one of the questions of ``sight.js``."""
    return page.evaluate(f"{QUESTIONS.rstrip()}.{question}()")


@pytest.fixture
def addresses(themed_site: Path) -> Addresses:
    """One page of each kind, and each view of the map."""
    pages = {kind: path.as_uri() for kind, path in one_of_each(themed_site).items()}
    return pages | {view: f"{pages['journey']}?view={view}" for view in VIEWS}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def told_of(page: Page, addresses: Addresses, *questions: str) -> list[str]:
    """The answers of all pages."""
    told: list[str] = []
    for name, address in addresses.items():
        page.goto(address)
        told += [f"{name} {question}: {found}" for question in questions for found in ask(page, question)]
    return told


@pytest.mark.parametrize(("width", "height"), [(640, 512), (320, 256)], ids=["200%", "400%"])
def test_a_window_of_1280_by_1024_can_be_zoomed(addresses: Addresses, page: Page, width: int, height: int) -> None:
    """Zoom leaves a page fewer pixels of its own: nothing runs out of it, nothing is cut, no head fills the screen."""
    page.set_viewport_size({"width": width, "height": height})
    told = told_of(page, addresses, "wider", "cut", "stuck")
    for name, address in addresses.items():
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            told.append(f"{name}: the page scrolls sideways")
    assert not told, "\n".join(told)


def test_forced_colours_are_those_of_the_system(addresses: Addresses, page: Page) -> None:
    told: list[str] = []
    for scheme, chosen in SCHEMES:
        # A paper chosen before colours were forced must not win over the system's.
        page.add_init_script(f"document.documentElement.dataset.theme = '{chosen}'")
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        told += told_of(page, addresses, "forced")
    assert not told, "\n".join(told)


def test_nothing_moves_where_less_motion_is_asked_for(addresses: Addresses, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    told = told_of(page, addresses, "moving")
    page.goto(addresses["journey"])
    page.locator(".step-row .step[id]").first.click()
    told += ask(page, "moving")
    assert not told, "\n".join(told)


@pytest.mark.parametrize("width", [1280, 320])
def test_controls_are_large_enough_for_fingers(addresses: Addresses, page: Page, width: int) -> None:
    """24 by 24 pixels (WCAG 2.2, 2.5.8); links within sentences are left to axe-core, which knows their neighbours."""
    page.set_viewport_size({"width": width, "height": 900})
    told = told_of(page, addresses, "small")
    assert not told, "\n".join(told)


def test_what_has_the_focus_is_ringed_and_not_covered(addresses: Addresses, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    told: list[str] = []
    for name, address in addresses.items():
        page.goto(address)
        for _ in range(60):
            page.keyboard.press("Tab")
            found = ask(page, "focus")
            if found is None:
                break
            told += [f"{name} {one}" for one in found]
    assert not told, "\n".join(dict.fromkeys(told))
