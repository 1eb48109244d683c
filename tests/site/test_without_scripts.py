"""Scripts improve pages, they hold nothing back: what is read with them is read without them, on every kind of page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.site.test_axe import one_of_each

TOOLS = ".map-bar, .filters, .theme-switch, .copy"
"""What only scripts can do, and so only they show."""


def lines(text: str) -> set[str]:
    return {" ".join(line.split()) for line in text.splitlines() if line.strip()}


def read(browser: Browser, address: str, *, scripts: bool, width: int = 1280) -> tuple[set[str], set[str]]:
    """The lines of a page as they are seen, and those of its tools."""
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address)
    seen = lines(page.locator("body").inner_text())
    tools = lines("\n".join(page.locator(TOOLS).all_inner_texts()))
    context.close()
    return seen, tools


def test_every_kind_of_page_says_the_same_with_scripts_and_without(site: Path, browser: Browser) -> None:
    pages = one_of_each(site)
    assert len(pages) >= 9
    told: dict[str, tuple[set[str], set[str]]] = {}
    for kind, path in pages.items():
        without, _ = read(browser, path.as_uri(), scripts=False)
        with_them, tools = read(browser, path.as_uri(), scripts=True)
        assert len(without) > 5
        told[kind] = (without - with_them, with_them - without - tools)
    assert told == dict.fromkeys(pages, (set(), set()))


def test_the_list_of_a_phone_leaves_nothing_out(demonstration_site: Path, browser: Browser) -> None:
    address = (demonstration_site / "journeys" / "buy-washing-machine" / "index.html").as_uri()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    cells = page.locator(".map-scroll td:not(.curve-cell), .map-scroll .step .action").all_inner_texts()
    context.close()
    phone, _ = read(browser, address, scripts=True, width=360)
    assert len(cells) > 100
    wanted = {line for cell in cells for line in lines(cell)}
    assert [line for line in wanted if not any(line in told for told in phone)] == []
