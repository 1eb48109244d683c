"""Every kind of page looks as it did, in both themes; a style sheet that breaks is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.looks.compare import TOLERANCE, difference
from tests.looks.references import REFERENCES, reference
from tests.looks.shots import JOURNEY, THEMES, Shot, built, shots_of, taken

AGAIN = "run `make screenshots`, look at what it changed, and keep it if it is meant"
BREAKS = {
    "the stages are gone": ".map .stage-row { display: none; }",
    "the names of lanes are gone": ".map .lane-name > * { visibility: hidden; }",
    "the curve is not there": ".curve-emotion .curve-path, .curve-emotion .face { display: none; }",
    "cells lose their room": ".map td, .map th { padding: 0 !important; }",
    "the head is set in columns no more": ".head, .plate { display: block !important; }",
    "texts are too large": ".map td { font-size: 1.25em !important; }",
}


@pytest.fixture(scope="module", params=THEMES)
def themed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    theme = str(request.param)
    return theme, built(theme, tmp_path_factory.mktemp("looks"))


def test_every_page_looks_as_it_did(themed: tuple[str, Path], browser: Browser, tmp_path: Path) -> None:
    theme, site = themed
    shots = shots_of(site)
    apart: dict[str, str] = {}
    for name, picture in taken(browser, shots):
        before = reference(theme, name)
        far = 255.0 if before is None else difference(before, picture)
        if far > TOLERANCE:
            picture.save(tmp_path / f"{theme}-{name}.png")
            apart[name] = f"{far:.0f} > {TOLERANCE:.0f}, now {tmp_path / f'{theme}-{name}.png'}"
    assert apart == {}, AGAIN
    assert {path.stem for path in (REFERENCES / theme).glob("*.png")} == set(shots), AGAIN


def test_what_breaks_is_seen(themed: tuple[str, Path], browser: Browser) -> None:
    theme, site = themed
    before = reference(theme, "page-journey")
    assert before is not None
    unseen = [
        told
        for told, style in BREAKS.items()
        for _, picture in taken(browser, {"": Shot(site / JOURNEY)}, style)
        if difference(before, picture) <= TOLERANCE
    ]
    assert unseen == []


def test_the_references_are_small() -> None:
    assert 0 < sum(path.stat().st_size for path in REFERENCES.rglob("*.png")) < 2_000_000


def test_the_measure_tells_a_shift_from_other_smoothing() -> None:
    page = Image.new("RGB", (320, 320), "white")
    line = Image.new("RGB", (200, 5), "black")
    page.paste(line, (40, 40))
    softer, moved = page.point(lambda value: max(value, 30)), Image.new("RGB", (320, 320), "white")
    moved.paste(line, (40, 48))
    assert difference(page, softer) < TOLERANCE < difference(page, moved)
    assert difference(page, page.resize((320, 300))) == 255.0
