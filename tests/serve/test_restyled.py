"""An edited style sheet is put in place of the one before: nothing is ever shown without either."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from tests.serve.running import Preview
from tests.serve.tabs import opened

BARE = """() => {
  window.bare = 0;
  const look = () => {
    if (getComputedStyle(document.querySelector('.map-scroll .map')).borderCollapse === 'separate' &&
        getComputedStyle(document.querySelector('.masthead')).display === 'block') { window.bare += 1; }
    requestAnimationFrame(look);
  };
  look();
}"""
SHEETS = """() => [...document.querySelectorAll('link[href*="own.css"]')].map((link) => {
  return link.sheet ? link.sheet.cssRules.length : null;
})"""


@pytest.fixture
def sheet(preview: Preview) -> Path:
    """The project's own style sheet, not yet written."""
    static = preview.folder / "themes" / "cartouche" / "static"
    static.mkdir(parents=True)
    return static / "own.css"


def write(sheet: Path, number: int) -> None:
    sheet.write_text(f":root {{ --edit: {number}; }}")


def applied(page: Page) -> str:
    value: str = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--edit').trim()")
    return value


def until_applied(page: Page, number: int) -> None:
    page.wait_for_function(
        "n => getComputedStyle(document.documentElement).getPropertyValue('--edit').trim() === n", arg=str(number)
    )


def until_settled(page: Page) -> None:
    page.wait_for_function("() => !document.querySelector('[data-stand]')")


@dataclass
class Held:
    """Requests for one version of a style sheet, which wait until they are let go; those for others pass."""

    version: str = ""
    routes: list[Route] = field(default_factory=list)
    let: Callable[[Route], None] | None = None

    def take(self, route: Route) -> None:
        self.version = self.version or route.request.url
        if self.version != route.request.url:
            route.continue_()
        elif self.let:
            self.let(route)
        else:
            self.routes.append(route)

    def go(self, let: Callable[[Route], None]) -> None:
        self.let = let
        for route in self.routes:
            let(route)


def hold(page: Page, sheet: Path, number: int) -> Held:
    """Writes a style sheet that is asked for and does not come."""
    held = Held()
    page.route("**/own.css?*", held.take)
    with page.expect_request("**/own.css?*"):
        write(sheet, number)
    page.wait_for_function("() => document.querySelectorAll('[data-stand]').length === 2")
    return held


def test_style_sheets_are_exchanged_without_a_flash(preview: Preview, context: BrowserContext, sheet: Path) -> None:
    page = opened(preview, context)
    linked = page.locator("link[rel=stylesheet]").count()
    page.evaluate(BARE)
    for number in range(5):
        write(sheet, number)
        until_applied(page, number)
    assert page.evaluate("window.bare") == 0
    until_settled(page)
    assert page.locator("link[rel=stylesheet]").count() == linked, "none is left beside another"


def test_the_old_one_goes_when_the_new_one_is_there(preview: Preview, context: BrowserContext, sheet: Path) -> None:
    page = opened(preview, context)
    write(sheet, 1)
    until_applied(page, 1)
    until_settled(page)
    linked = page.evaluate(SHEETS)
    assert linked == [1, 1], "one in the head, one behind the sheets of a kind of page"
    held = hold(page, sheet, 2)
    assert page.evaluate(SHEETS) == [1, None, 1, None], "the old ones are in force, the new ones on their way"
    assert applied(page) == "1"
    held.go(Route.continue_)
    until_applied(page, 2)
    until_settled(page)
    assert page.evaluate(SHEETS) == linked


def test_one_that_does_not_come_changes_nothing(preview: Preview, context: BrowserContext, sheet: Path) -> None:
    page = opened(preview, context)
    write(sheet, 1)
    until_applied(page, 1)
    until_settled(page)
    hold(page, sheet, 2).go(Route.abort)
    until_settled(page)
    assert applied(page) == "1"
    assert page.evaluate(SHEETS) == [1, 1]
    write(sheet, 3)
    until_applied(page, 3)


def test_one_that_is_overtaken_does_not_come_back(preview: Preview, context: BrowserContext, sheet: Path) -> None:
    page = opened(preview, context)
    write(sheet, 1)
    until_applied(page, 1)
    until_settled(page)
    late = hold(page, sheet, 2)
    write(sheet, 3)
    until_applied(page, 3)
    until_settled(page)
    late.go(Route.continue_)
    page.evaluate("fetch('/theme/own.css?after', { cache: 'no-store' }).then((answer) => answer.text())")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert applied(page) == "3"
    assert page.evaluate(SHEETS) == [1, 1]
