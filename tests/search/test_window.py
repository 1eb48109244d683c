"""The window of the search: keys, what is announced, facets, and everything a page of ours must adapt to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.search.window import TOLD, ask, open_search
from tests.site.test_axe import AXE, PASSES, _violations
from tests.site.test_browser import VIOLATIONS
from tests.site.test_sight import ask as see

FOCUSED = "document.activeElement.innerText.trim()"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    heard: list[str] = []
    opened.add_init_script(VIOLATIONS)
    opened.on("console", lambda message: heard.append(message.text))
    opened.on("pageerror", lambda error: heard.append(str(error)))
    yield opened
    opened.close()
    assert heard == []


@pytest.fixture
def journey(demonstration_site: Path) -> str:
    return (demonstration_site / "journeys" / "buy-washing-machine" / "index.html").as_uri()


def test_nothing_is_loaded_before_it_is_asked_for(page: Page, journey: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(journey)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    early, late = set(asked), ["find.js", "find.css", "words-en.js", "en.js"]
    open_search(page, "Control+k")
    ask(page, "machine")
    assert [name for name in late if name in early] == []
    assert [name for name in late if name not in asked] == []


def test_found_by_keyboard_alone(page: Page, journey: str) -> None:
    page.goto(journey)
    open_search(page)
    box = page.get_by_role("combobox", name="Search the maps")
    assert box.evaluate("box => box === document.activeElement")
    assert box.get_attribute("aria-expanded") == "false"
    found = ask(page, "basket")
    assert box.get_attribute("aria-expanded") == "true"
    options = page.get_by_role("listbox", name="Results").get_by_role("option")
    assert options.count() == len(found) > 3
    assert box.get_attribute("aria-activedescendant") == options.nth(0).get_attribute("id")
    assert page.locator(".find-count[role=status]").inner_text() == f"{len(found)} results"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    assert [options.nth(n).get_attribute("aria-selected") for n in range(3)] == ["false", "true", "false"]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == options.nth(len(found) - 1).get_attribute("id")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(found[0])


def test_a_result_on_the_same_page_is_gone_to(page: Page, journey: str) -> None:
    page.goto(journey)
    open_search(page)
    assert ask(page, "drum size explained pdf")[0] == f"{journey}#step.search-online"
    page.keyboard.press("Enter")
    page.wait_for_url("**#step.search-online")
    page.locator("dialog.find").wait_for(state="hidden")
    assert page.locator("#step\\.search-online").evaluate("step => step.matches(':target')")


def test_escape_gives_the_focus_back_and_the_words_stay(page: Page, journey: str) -> None:
    page.goto(journey)
    page.locator(".find-link").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog.find[open]")
    ask(page, "basket")
    page.keyboard.press("Escape")
    page.locator("dialog.find").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.className") == "find-link"
    open_search(page)
    assert page.input_value("dialog.find [role=combobox]") == "basket"


def test_facets_narrow_by_kind(page: Page, journey: str) -> None:
    page.goto(journey)
    open_search(page)
    everything = ask(page, "basket")
    facets = page.get_by_role("group", name="Narrow by kind").get_by_role("button")
    names = facets.all_inner_texts()
    counts = [int(name.split()[-1]) for name in names]
    assert names[0] == f"Everything {len(everything)}"
    assert {"Pain points 2", "Opportunities 3"} <= set(names)
    assert counts[0] == sum(counts[1:])
    facets.filter(has_text="Pain points").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.find-results a').length === 2")
    assert page.evaluate(FOCUSED) == "Pain points 2", "who chose it stays there"
    assert page.locator(".find-kind").all_inner_texts() == ["Pain point", "Pain point"]
    assert page.locator(".find-count[role=status]").inner_text() == "2 results"


def test_the_one_key_can_be_switched_off(page: Page, journey: str) -> None:
    """WCAG 2.1.4: a shortcut of one letter is nobody's trap."""
    page.goto(journey)
    open_search(page)
    page.get_by_label("The / key opens the search").uncheck()
    page.keyboard.press("Escape")
    page.locator("dialog.find").wait_for(state="hidden")
    page.keyboard.press("/")
    assert not page.locator("dialog.find").is_visible()
    open_search(page, "Control+k")
    page.get_by_label("The / key opens the search").check()
    page.keyboard.press("Escape")
    page.locator("dialog.find").wait_for(state="hidden")
    open_search(page)


def test_where_it_stands_for_everybody(themed_site: Path, browser: Browser) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto((themed_site / "journeys" / "index.html").as_uri())
    page.evaluate(AXE)
    told: list[str] = []
    open_search(page)
    assert ask(page, "a")
    for width, height in ((1440, 900), (320, 600), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        for scheme, rules in PASSES:
            page.emulate_media(color_scheme=scheme)
            told += [f"{width} {scheme}: {one}" for one in _violations(page, rules)]
        for question in ("wider", "small", "moving"):
            told += [f"{width} {question}: {one}" for one in see(page, question) if "find" in one]
    for _ in range(14):
        page.keyboard.press("Tab")
        told += see(page, "focus") or []
    page.emulate_media(forced_colors="active")
    outline: Any = page.locator("[aria-selected=true]").evaluate("one => getComputedStyle(one).outlineStyle")
    assert outline == "solid"
    page.emulate_media(media="print")
    page.locator("dialog.find").wait_for(state="hidden")
    page.close()
    assert told == []


def test_from_a_to_z_and_a_question_in_the_address(page: Page, demonstration_site: Path) -> None:
    address = (demonstration_site / "search" / "index.html").as_uri()
    page.goto(f"{address}?q=bolts")
    page.wait_for_function(TOLD, arg="bolts")
    assert page.locator(".find-results a").first.inner_text().endswith("Moving house with the machine › Prepare")
    ask(page, "van")
    assert page.url == f"{address}?q=van"


def test_from_a_to_z_without_scripts(demonstration_site: Path, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((demonstration_site / "index.html").as_uri())
    page.get_by_role("link", name="Search", exact=True).click()
    page.locator(".letter li a").first.wait_for()
    names = page.locator(".letter li a").all_inner_texts()
    assert {"Ingrid Solberg", "A repair under warranty", "Phone line", "See the van coming"} <= set(names)
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="M").click()
    assert page.url.endswith("#letter.m")
    page.get_by_role("link", name="Moving house with the machine").click()
    assert page.url.endswith("journeys/move-house/index.html")
    page.close()
