"""axe-core in a real Chromium: every kind of page, in both languages, light and dark, at three widths."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
WIDTHS = (1440, 768, 320)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RULES: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
VIEWS = ("emotion", "blueprint", "storyboard", "compact", "list")
_KIND = re.compile(r'<body class="page-([\w-]+)"')


def one_of_each(site: Path) -> dict[str, Path]:
    """The largest page of every kind."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size):
        kind = _KIND.search(path.read_text("utf-8"))
        if kind:
            found[kind[1]] = path
    return found


def test_nothing_stands_in_anybodys_way(site: Path, browser: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    pages = one_of_each(site)
    assert len(pages) >= 9
    page = browser.new_page(reduced_motion="reduce")
    told: list[str] = []
    checks = 0
    for kind, path in pages.items():
        addresses = [path.as_uri(), *(f"{path.as_uri()}?view={view}" for view in VIEWS if kind == "journey")]
        for address in addresses:
            page.goto(address)
            page.evaluate(AXE)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    violations = _violations(page)
                    checks += 1
                    told += [
                        f"{address.rpartition('/')[2] or address} {kind} {scheme} {width}: {v}" for v in violations
                    ]
    page.close()
    with capsys.disabled():
        print(f"\naxe: {checks} checks of {len(pages)} kinds of page: {len(told)} violations")
    assert told == []


def _violations(page: Page) -> list[str]:
    found = page.evaluate("options => axe.run(document, options)", RULES)["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][-160:]}" for one in found for node in one["nodes"]
    ]
