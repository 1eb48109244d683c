"""Each map as a picture to take away: whole, alone, and measured in Chromium: nothing cut, nothing over anything."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from tests.site.page import SVG, read_pages

FONTS = (None, "DejaVu Sans", "Liberation Sans")
MEASURE = """() => {
  const svg = document.documentElement, whole = svg.viewBox.baseVal, back = svg.getScreenCTM().inverse();
  return {width: whole.width, height: whole.height, texts: [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBBox(), to = back.multiply(text.getScreenCTM());
    return [text.textContent, box.x + to.e, box.y + to.f, box.width, box.height];
  })};
}"""
HARD = """\
---
title: "<b>A & B</b>: une très longue carte qui dépasse « toute » mesure et continue encore, jusqu'au bout 漢字"
personas: [a, b, c]
scenario: {long}
goal: Un seul mot
stages:
  - name: Anticonstitutionnellement
    goal: {long}
    steps:
      - action: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
        channel: https://a-very-long-address.example.org/with/a/path/that/never/ends
        device: mobile
        feeling: {{a: {{score: 1, label: "furieuse, vraiment"}}, b: 1, c: 1}}
        quote: "漢字かな交じり文はどこでも改行できる文字列であり、空白がないまま長く続く"
        thinking: "😤😤😤😤😤😤😤😤😤😤😤😤😤😤 & <tag> \\"quoted\\""
        moment_of_truth: {long}
      - action: x
        channel: shop
        feeling: {{a: {{from: 5, to: 1}}, b: 3}}
        engagement: 5
        pain_points: ["", "{long}"]
  - name: Vide
  - name: Z
    lanes: {{Juridique: ["{long}", "court"]}}
    steps:
      - action: y
        lanes: {{Juridique: [propre]}}
        frontstage: ["{long}"]
        backstage: [Réserve]
        support: [Système]
        next: [{{to: x, when: "{long}", share: 20%}}]
---
"""


@pytest.fixture(scope="module")
def hard_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map whose texts are everything that is hard to set."""
    folder = tmp_path_factory.mktemp("hard")
    long = "Une phrase qui ne finit pas, avec des mots ordinaires et un_identifiant_qui_ne_se_coupe_pas_du_tout_ici"
    pages = {"parcours.yml": "site_name: Dur\nlanguage: fr\n", "content/journeys/dur.md": HARD.format(long=long)}
    pages |= {f"content/personas/{id_}.md": f"---\nname: {id_ * 30}\n---\n" for id_ in "abc"}
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    subprocess.run([sys.executable, "-m", "parcours", "build", str(folder)], check=False, capture_output=True)
    return folder / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def pictures(site: Path) -> list[Path]:
    return sorted(site.glob("journeys/*/map.svg"))


def told(picture: Path) -> list[str]:
    """Each text of a picture, its lines one after the other."""
    root = ElementTree.fromstring(picture.read_text("utf-8"))
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_every_map_leads_to_its_picture(site: Path) -> None:
    for address, page in read_pages(site).items():
        if re.fullmatch(r"journeys/[^/]+/index.html", address):
            assert "map.svg" in [link.url for link in page.links if not link.loaded]
    assert len(pictures(site)) > 3


def test_a_picture_stands_alone(site: Path, hard_site: Path) -> None:
    for picture in (*pictures(site), *pictures(hard_site)):
        root = ElementTree.fromstring(picture.read_text("utf-8"))
        names = {str(one.tag).removeprefix(SVG) for one in root.iter()}
        assert not names & {"style", "script", "foreignObject", "image", "a"}
        assert root.findtext(f"{SVG}title")
        assert root.findtext(f"{SVG}desc")
        for one in root.iter():
            assert not {"class", "style"} & set(one.keys())
            assert not [value for value in one.attrib.values() if "currentColor" in value or "var(" in value]


def test_every_step_is_told_once(site: Path) -> None:
    for picture in pictures(site):
        page = read_pages(site)[picture.relative_to(site).with_name("index.html").as_posix()]
        rows = [one for one in page.elements if one.get("class") == "step-row"]
        actions = ["".join(one.itertext()) for one in rows[0].iter() if one.get("class") == "action"]
        assert actions
        texts = told(picture)
        assert [texts.count(action) for action in actions] == [actions.count(action) for action in actions]
        quotes = [one for one in page.elements if one.get("class") == "verbatim" and one in list(rows[0].iter())]
        for quote in quotes:
            assert texts.count("".join(quote[0].itertext())) == 1


@pytest.mark.parametrize("font", FONTS)
def test_nothing_is_cut_and_nothing_covers_words(
    demonstration_site: Path, french_site: Path, hard_site: Path, page: Page, font: str | None, tmp_path: Path
) -> None:
    for site in (demonstration_site, french_site, hard_site):
        for picture in pictures(site):
            text = picture.read_text("utf-8")
            if font:
                text = re.sub(r'font-family="[^"]*"', f'font-family="{font}"', text)
            (tmp_path / "map.svg").write_text(text, "utf-8")
            page.goto((tmp_path / "map.svg").as_uri())
            assert faults(page.evaluate(MEASURE)) == []


def faults(measured: dict[str, list[tuple[str, float, float, float, float]]]) -> list[str]:
    """Texts that leave the picture, and texts over each other by more than a hair."""
    width, height = measured["width"], measured["height"]
    texts = sorted((text for text in measured["texts"] if text[0].strip()), key=lambda text: text[2])
    assert len(texts) > 20
    found = [f"cut: {s}" for s, x, y, w, h in texts if x < 0 or y < 0 or x + w > width or y + h > height]  # type: ignore[operator]
    for n, (a, x, y, w, h) in enumerate(texts):
        for b, x2, y2, w2, h2 in texts[n + 1 :]:
            if y2 >= y + h:
                break
            across, down = min(x + w, x2 + w2) - max(x, x2), min(y + h, y2 + h2) - max(y, y2)
            if across > 1 and down > 2.5:
                found.append(f"{a} | {b}: {across:.0f} × {down:.0f}")
    return found
