"""axe-core in a real Chromium: every kind of page, in both languages and themes, light and dark, at three widths."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
WIDTHS = (1440, 768, 320)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
OF_COLOUR: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""A page in the dark differs in its colours and in nothing else."""
PASSES: tuple[tuple[Literal["light", "dark"], dict[str, Any]], ...] = (("light", RULES), ("dark", OF_COLOUR))
VIEWS = ("emotion", "blueprint", "storyboard", "compact", "list")
FEW_MAPS = "document.querySelectorAll('.page-print .map-section ~ .map-section').forEach(part => part.remove())"
"""The page of all maps repeats one thing: the first map stands for all, or they would take most of the time."""
_KIND = re.compile(r'<body class="page-([\w-]+)"')


def one_of_each(site: Path) -> dict[str, Path]:
    """The largest page of every kind."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size):
        kind = _KIND.search(path.read_text("utf-8"))
        if kind:
            found[kind[1]] = path
    return found


def test_nothing_stands_in_anybodys_way(
    themed_site: Path, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = one_of_each(themed_site)
    assert len(pages) >= 9
    page = browser.new_page(reduced_motion="reduce")
    told: list[str] = []
    checks = 0
    for kind, path in pages.items():
        for view in ("", *(VIEWS if kind == "journey" else ())):
            page.goto(f"{path.as_uri()}?view={view}" if view else path.as_uri())
            page.evaluate(AXE)
            for width in (1440, 320) if view else WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                for scheme, rules in PASSES:
                    page.emulate_media(color_scheme=scheme)
                    checks += 1
                    told += [f"{kind} {view} {scheme} {width}: {v}" for v in _violations(page, rules)]
    page.close()
    with capsys.disabled():
        print(f"\naxe: {themed_site.name}: {checks} checks of {len(pages)} kinds of page: {len(told)} violations")
    assert not told, "\n".join(told)


def _violations(page: Page, rules: dict[str, Any]) -> list[str]:
    page.evaluate(FEW_MAPS)
    found = page.evaluate("options => axe.run(document, options)", rules)["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][-160:]}" for one in found for node in one["nodes"]
    ]
