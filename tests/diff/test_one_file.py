"""The page of a difference: one file that loads nothing, obeys its policy, and reads like the others."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser

from parcours.build.difference import difference_file
from parcours.diff.names import Names
from parcours.diff.projects import difference
from parcours.diff.telling import told
from parcours.theme.files import ThemeFiles
from parcours.theme.one_file import one_file
from tests.build.test_again import THEME
from tests.diff.golden import names, pair
from tests.site.test_axe import AXE, RULES


def page(name: str, language: str = "en", theme: ThemeFiles = THEME) -> str:
    a, b = pair(name)
    found = difference(a, b)
    telling = told(found, Names.of(a.atlas, b.atlas, language), "main", "HEAD")
    return difference_file(telling, found, a.atlas, b.atlas, theme, language)


@pytest.mark.parametrize("name", names())
def test_every_pair_gives_a_valid_page(name: str) -> None:
    text = page(name)
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    assert parser.errors == []
    assert text == page(name)
    assert 'href=""' not in text
    assert "compare.side" not in text


@pytest.mark.parametrize("name", ["feeling", "stage-removed", "others", "same", "dangerous-words", "french"])
def test_nothing_is_loaded_and_nothing_is_refused(name: str, browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "diff.html"
    file.write_text(page(name, "fr" if name == "french" else "en"), "utf-8")
    shown = browser.new_page(viewport={"width": 320, "height": 800})
    asked, said = list[str](), list[str]()
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda message: said.append(message.text))
    shown.goto(file.as_uri())
    styled = shown.evaluate("getComputedStyle(document.body).getPropertyValue('--paper') !== ''")
    wide = shown.evaluate("document.documentElement.scrollWidth")
    shown.evaluate(AXE)
    violations = json.loads(shown.evaluate(f"axe.run({json.dumps(RULES)}).then(r => JSON.stringify(r.violations))"))
    shown.close()
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert said == []
    assert styled
    assert wide <= 320
    assert [violation["id"] for violation in violations] == []


def test_both_sides_are_laid_over_each_other() -> None:
    text = page("step-added")
    assert 'class="curve overlay"' in text
    assert "overlay-band overlay-added" in text
    assert "<details" in text


def test_what_a_theme_brings_comes_along() -> None:
    own = {"own.css": b"@font-face{font-family:Own;src:url(fonts/own.woff2)} p::before{content:'</style>'}"}
    theme = replace(THEME, static={**THEME.static, **own, "fonts/own.woff2": b"font"})
    text = page("feeling", theme=theme)
    assert "url(data:font/woff2;base64,Zm9udA==)" in text
    assert text.count("</style>") == 1


def test_only_the_page_itself_is_in_the_file() -> None:
    html = (
        '<meta http-equiv="Content-Security-Policy" content="x"><link rel="icon" href="a/i.svg">'
        '<link rel="stylesheet" href="a/b.css"><link rel="stylesheet" href="a/p.css" media="print">'
        '<script src="a/s.js" defer></script><p>Text</p>'
    )
    made = one_file(html, {"a/b.css": b"p{}", "a/p.css": b"i{}", "a/i.svg": b"<svg/>"})
    assert made.endswith("<style>p{}@media print{i{}}</style>\n<p>Text</p>")
    assert "default-src 'none'; style-src 'sha256-" in made
    assert "data:image/svg+xml;base64," in made
