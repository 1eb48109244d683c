"""The guide to themes, followed step by step in a new project, and looked at in Chromium."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from playwright.sync_api import Browser, Page

from tests.conftest import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "themes.md").read_text("utf-8")
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"><rect width="64" height="32" fill="#7a1f5c"/></svg>'
)
ACCENT = """() => {
  const probe = document.body.appendChild(document.createElement("p"));
  probe.style.color = "var(--accent)";
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}"""
_BLOCK = re.compile(r'^```\w+ title="(?P<path>[^"]+)"\n(?P<text>.*?)^```', re.MULTILINE | re.DOTALL)


def steps(chapter: str) -> Iterator[tuple[str, str]]:
    """The files a chapter of the guide has its reader write, in order."""
    (text,) = re.findall(rf"^## {re.escape(chapter)}\n(.*?)(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL)
    for block in _BLOCK.finditer(text):
        yield block["path"], block["text"]


def follow(project: Path, chapter: str) -> None:
    """Writes what a chapter says; settings go into the ones there are."""
    for path, text in steps(chapter):
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path == "parcours.yml":
            taken = {line.partition(":")[0] for line in text.splitlines() if not line.startswith(" ")}
            kept = [line for line in file.read_text("utf-8").splitlines() if line.partition(":")[0] not in taken]
            file.write_text("\n".join((*kept, text)), "utf-8")
        else:
            file.write_text(text, "utf-8")


def parcours(project: Path, *words: str, code: int = 0, **environment: str) -> str:
    command = [sys.executable, "-m", "parcours", *words]
    env = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def dark_of(listed: str) -> str:
    """The accent on dark paper that ``parcours theme list`` tells, as Chromium writes colours."""
    (digits,) = re.findall(r"accent: .* on light paper, #(\w{6})", listed)
    return "rgb({}, {}, {})".format(*(int(digits[n : n + 2], 16) for n in (0, 2, 4)))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    parcours(tmp_path, "new", "maps")
    return tmp_path / "maps"


def a_font(path: Path) -> None:
    """A font in which every letter is a box, one em wide."""
    letters = [chr(code) for code in range(33, 127)]
    names = [".notdef", "space", *(f"u{ord(letter):04X}" for letter in letters)]
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((100, 700), (900, 700), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    box = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({32: "space", **{ord(letter): f"u{ord(letter):04X}" for letter in letters}})
    font.setupGlyf(dict.fromkeys(names, box))
    font.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    font.save(path)


def opened(browser: Browser, file: Path, scheme: str = "light") -> tuple[Page, list[str]]:
    """A page from disk, and what its policy or its scripts complain of."""
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(file.as_uri())
    return page, complaints


@pytest.mark.parametrize("theme", ["cartouche", "relief"])
def test_logo_colours_and_font(project: Path, browser: Browser, theme: str) -> None:
    follow(project, "Your logo, your colours, your font")
    told = parcours(project, "check", code=1)
    assert told.count("refs/dead-picture") == 2, "files that are not there yet are told"
    (project / "content/assets/logo.svg").write_text(LOGO, "utf-8")
    a_font(project / "content/assets/own.woff2")
    settings = project / "parcours.yml"
    settings.write_text(settings.read_text("utf-8").replace("theme: cartouche", f"theme: {theme}"), "utf-8")
    parcours(project, "check", "--strict")
    listed = parcours(project, "theme", "list")
    assert re.search(r"accent: #7a1f5c has a contrast of \d+\.\d on light paper, #\w{6} \d\.\d on dark", listed)
    parcours(project, "build")
    site = project / "site"
    for scheme, accent in (("light", "rgb(122, 31, 92)"), ("dark", dark_of(listed))):
        page, complaints = opened(browser, next((site / "journeys").glob("*/index.html")), scheme)
        assert page.evaluate("document.querySelector('.logo').naturalWidth") == 64
        assert page.locator(".brand").inner_text() == "Our journey maps", "the name stands beside a logo without words"
        assert page.evaluate("document.fonts.load('16px \"Own text\"').then(faces => faces.length)") == 1
        family = "getComputedStyle(document.querySelector('main p')).fontFamily"
        assert page.evaluate(family).startswith('"Own text"')
        assert page.evaluate(ACCENT) == accent
        assert complaints == []
        page.close()
    assert (site / "assets/own.woff2").is_file()


def test_a_logo_with_words_stands_for_the_name(project: Path) -> None:
    (project / "content/assets/logo.svg").write_text(LOGO, "utf-8")
    with (project / "parcours.yml").open("a", encoding="utf-8") as settings:
        settings.write("logo: {src: assets/logo.svg, alt: Nordwind}\n")
    parcours(project, "build")
    home = (project / "site/index.html").read_text("utf-8")
    assert re.search(r'class="brand"[^>]*><img class="logo" src="assets/logo.svg" alt="Nordwind"></a>', home)


def test_faint_colours_are_told_and_not_used(project: Path, browser: Browser) -> None:
    with (project / "parcours.yml").open("a", encoding="utf-8") as settings:
        settings.write('colours: {accent: "#ffd400"}\n')
    told = parcours(project, "check", "--strict", code=1)
    for line in re.findall(r"^ {6}(?:  )?((?:warning|help).*)$", GUIDE, re.MULTILINE):
        assert line in told
    parcours(project, "build")
    page, _ = opened(browser, project / "site/index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).backgroundColor") == "rgb(133, 110, 12)"
    page.close()
    parcours(project, "check", "--fix", "--yes", "--strict")
    assert '"#856e0c"' in (project / "parcours.yml").read_text("utf-8")


def test_a_style_a_template_and_a_word(project: Path, browser: Browser) -> None:
    parcours(project, "theme", "eject", "own.css")
    for chapter in ("One style", "One template", "One word"):
        follow(project, chapter)
    parcours(project, "check", "--strict")
    parcours(project, "build")
    page, complaints = opened(browser, project / "site/personas/index.html")
    assert page.locator("footer").inner_text() == "Nordwind · Customer experience · internal"
    assert page.locator("h1").inner_text() == "People"
    assert page.locator(".nav a[aria-current]").inner_text() == "People"
    radius = "getComputedStyle(document.querySelector('.card')).borderRadius"
    assert page.evaluate(radius) == "0px"
    assert complaints == []
    page.close()


def test_a_theme_of_its_own(project: Path, browser: Browser) -> None:
    follow(project, "A theme of your own")
    assert "nordwind  used here" in parcours(project, "theme", "list")
    parcours(project, "build")
    page, complaints = opened(browser, project / "site/index.html")
    assert page.locator("link[href$='relief.css']").count() == 2, "it stands on relief"
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--picture')") == "none"
    assert complaints == []
    page.close()


def test_a_theme_for_all_projects(project: Path, tmp_path: Path) -> None:
    follow(tmp_path, "A theme for all your projects")
    (tmp_path / "quiet-theme/quiet_theme/__init__.py").touch()
    packages = tmp_path / "packages"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    where = ["--no-build-isolation", "--target", str(packages), str(tmp_path / "quiet-theme")]
    subprocess.run([*pip, *where], check=True, capture_output=True)
    settings = project / "parcours.yml"
    settings.write_text(settings.read_text("utf-8").replace("theme: cartouche", "theme: quiet"), "utf-8")
    assert "quiet  used here" in parcours(project, "theme", "list", PYTHONPATH=str(packages))
    parcours(project, "build", PYTHONPATH=str(packages))
    assert "--shadow:none" in (project / "site/theme/own.css").read_text("utf-8")


def test_the_names_of_the_guide_are_those_of_the_tokens() -> None:
    named = set(re.findall(r"`(--[\w-]+)`", GUIDE))
    for theme in ("cartouche", "relief"):
        tokens = (REPOSITORY / "themes" / theme / "static/tokens.css").read_text("utf-8")
        assert named <= set(re.findall(r"(--[\w-]+):", tokens))
    blocks = (REPOSITORY / "themes/cartouche/templates/base.html").read_text("utf-8")
    for block in ("masthead", "brand", "trail", "main", "colophon", "styles", "scripts", "look", "look_on_paper"):
        assert f"{{% block {block} %}}" in blocks
        assert f"`{block}`" in GUIDE
