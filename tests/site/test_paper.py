"""Maps on paper: printed by Chromium on A4 and A3, read back from the PDF."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.site.page import Page

STAGES, STEPS = 5, 4
MARGINS = {"top": "8mm", "bottom": "8mm", "left": "8mm", "right": "8mm"}
CUT = """() => [...document.querySelectorAll('.tiles .map :is(th, td)')].filter(
  cell => cell.scrollWidth > cell.clientWidth + 2 && getComputedStyle(cell).overflow !== 'visible').length"""

TOLD = """within => [...document.querySelectorAll(`${within} .map tbody td`)].filter(cell => cell.colSpan === 1)
  .map(cell => cell.textContent.trim()).filter(text => text).sort()"""
HEADS = """within => [...new Set([...document.querySelectorAll(`${within} .step-row .step`)].map(
  head => head.textContent.trim()))]"""


def words(stage: int, step: int) -> str:
    return f"Quokka{stage}{step} asks whether the delivery can be moved to another day"


@pytest.fixture(scope="module")
def long_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journey of twenty steps, wider than a sheet, each step with words of its own."""
    folder = tmp_path_factory.mktemp("long")
    lines = ["---", "title: A long way", "personas: [claire]", "owner: Me", "stages:"]
    for stage in range(STAGES):
        lines += [f"  - name: Stage{stage}", "    steps:"]
        for step in range(STEPS):
            lines += [
                f"      - action: {words(stage, step)}",
                f"        thinking: Wombat{stage}{step} wonders about it",
                f"        channel: {('shop', 'website', 'phone')[step % 3]}",
                f"        feeling: {1 + (stage * 3 + step * 2) % 5}",
            ]
    pages = {
        "parcours.yml": "site_name: Long\ndiagrams: source\n",
        "content/personas/claire.md": "---\nname: Claire\n---\n",
        "content/journeys/long.md": "\n".join([*lines, "---", ""]),
    }
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    subprocess.run([sys.executable, "-m", "parcours", "build", str(folder)], check=True, capture_output=True)
    return folder / "site"


def printed(browser: Browser, address: str, paper: str) -> list[str]:
    """The text of each sheet, without spaces."""
    page = browser.new_page()
    page.goto(address)
    pdf = page.pdf(format=paper, landscape=True, margin=MARGINS)  # type: ignore[arg-type]
    page.close()
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]
    return [re.sub(r"\s", "", unicodedata.normalize("NFKC", text)) for text in sheets]


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("address", ["journeys/long/index.html", "print/index.html"])
def test_every_step_is_printed_once_under_its_headers(
    long_map: Path, browser: Browser, paper: str, address: str
) -> None:
    sheets = printed(browser, (long_map / address).as_uri(), paper)
    everything = "".join(sheets)
    for stage in range(STAGES):
        for step in range(STEPS):
            assert everything.count(words(stage, step).replace(" ", "")) == 1
            assert everything.count(f"Wombat{stage}{step}wonders") == 1
            (sheet,) = [text for text in sheets if f"Quokka{stage}{step}" in text]
            assert f"Stage{stage}" in sheet, "each sheet repeats the header of the stages on it"
            assert "Thinks" in sheet, "and the names of its lanes"


def test_both_papers_hold_the_same(long_map: Path, browser: Browser) -> None:
    address = (long_map / "print/index.html").as_uri()
    assert len(printed(browser, address, "A4")) == len(printed(browser, address, "A3"))


def test_contents_tell_the_sheet(long_map: Path, browser: Browser) -> None:
    sheets = printed(browser, (long_map / "print/index.html").as_uri(), "A4")
    first = next(n for n, text in enumerate(sheets, 1) if "Quokka00" in text)
    told = re.search(r"(\d)2\.Alongway", sheets[0])
    assert told is not None, sheets[0]
    assert int(told[1]) == first


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_every_sheet_has_its_number_and_each_map_begins_where_the_contents_say(
    demonstration_site: Path, browser: Browser, paper: str
) -> None:
    """The demonstration has maps of one sheet, of several side by side, and of several below each other."""
    sheets = printed(browser, (demonstration_site / "print/index.html").as_uri(), paper)
    assert [text.startswith(str(n)) for n, text in enumerate(sheets, 1)] == [True] * len(sheets)
    titles = [re.sub(r"\s", "", title) for title in journey_titles(demonstration_site)]
    for title in titles:
        (told,) = re.findall(rf"(\d+?)\d\.{re.escape(title)}(?:Current|Future)", sheets[0])
        begins = next(n for n, text in enumerate(sheets, 1) if text.removeprefix(str(n)).startswith(title))
        assert int(told) == begins
    counted = [re.search(r"(\d+)/(\d+)", text[:200]) for text in sheets]
    assert max(int(found[2]) for found in counted if found) > 2


def journey_titles(site: Path) -> list[str]:
    """The titles of the maps, as their pages name them."""
    pages = (Page(file.name, file.read_text("utf-8")) for file in sorted(site.glob("journeys/*/index.html")))
    return ["".join(page.named("h1")[0].itertext()).strip() for page in pages]


def test_nothing_of_the_demonstration_is_cut(demonstration_site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for file in sorted((demonstration_site / "journeys").glob("*/index.html")):
        page.goto(file.as_uri())
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.evaluate(CUT) == 0
        assert page.evaluate(TOLD, ".tiles") == page.evaluate(TOLD, ".map-scroll")
        assert page.evaluate(HEADS, ".tiles") == page.evaluate(HEADS, ".map-scroll")
        page.emulate_media(media="screen")
    page.close()


def test_personas_are_named_once_on_a_sheet(long_map: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((long_map / "journeys/long/index.html").as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    legends = page.locator(".map-legend:visible")
    assert legends.count() == page.locator(".tile-head .map-legend").count() > 0
    page.close()


def test_what_belongs_together_is_on_one_sheet(demonstration_site: Path, browser: Browser) -> None:
    first, *_ = printed(browser, (demonstration_site / "analyses/gaps/index.html").as_uri(), "A4")
    assert "Feelingfallsby2.5" in first, "a long table begins below its heading"
    sheets = printed(browser, (demonstration_site / "personas/amara/index.html").as_uri(), "A4")
    (sheet,) = [text for text in sheets if "Thinksandfeels" in text]
    assert "Hopesfor" in sheet, "an empathy map is one picture"


def test_the_portrait_of_a_page_does_not_wait_to_be_in_sight(demonstration_site: Path) -> None:
    page = (demonstration_site / "personas/amara/index.html").read_text("utf-8")
    pictures = re.findall(r"<img [^>]*people/amara\.svg[^>]*>", page)
    assert ["lazy" in one for one in pictures][:2] == [False, True]
