"""The examples that the documentation works out by hand, read off the built pages, cell by cell."""

from __future__ import annotations

import re

import pytest

from parcours.analyse.phase import PHASES, WORDS
from tests.analyse.worked import Rows, built, example, page, said, tables_of
from tests.conftest import REPOSITORY

SHOWN = {
    "emotion": (
        "analyses/emotion/index.html",
        ["What is felt in Borrow a book", "Mean feeling by stage in Borrow a book"],
    ),
    "channels": ("analyses/channels/index.html", ["Phases across channels: mean feeling, touchpoints, volume"]),
    "gaps": ("analyses/gaps/index.html", ["Gaps, the heaviest first"]),
    "sequences": ("analyses/sequences/index.html", ["Paths through Borrow a book"]),
    "around": ("personas/ada/index.html", ["Journeys of Ada by phase: a small curve and the mean feeling"]),
}
"""For each analysis the page that shows its example, and the captions of the tables, in the order of the document."""


def plain(rows: Rows) -> Rows:
    """Rows without what only parts words for the eye."""
    return [[re.sub(r"\s*(?:→|▸)\s*", " → ", cell).strip() for cell in row] for row in rows]


def spoken(rows: Rows) -> Rows:
    """Rows as they are said: nothing but words and figures."""
    return [[" ".join(re.sub(r"[,·]", " ", cell).split()) for cell in row] for row in plain(rows)]


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_shows_what_was_worked_out_by_hand(name: str) -> None:
    address, captions = SHOWN[name]
    worked = example(name)
    found = tables_of(page(built(worked.files), address))
    assert len(worked.tables) == len(captions)
    for caption, rows in zip(captions, worked.tables, strict=True):
        assert spoken(found[caption]) == spoken(rows), caption


def test_the_map_of_maps_says_which_journeys_contain_others() -> None:
    worked = example("hierarchy")
    made = built(worked.files)
    home = page(made, "index.html")
    maps = next(one for one in home.iter("ul") if one.get("class") == "maps")
    lines = [
        said(line).partition(said(line.find("ul")) if line.find("ul") is not None else "\0")[0]
        for line in maps.iter("li")
    ]
    assert [[line.strip().replace(" :", ":")] for line in lines] == worked.tables[0][1:]
    drawing = made.made["map-of-maps.svg"].body.decode()
    assert all(name in drawing for name in ("A summer of reading", "Borrow a book", "Join"))
    assert "journeys/borrow/index.html" in drawing


def test_maps_lead_down_and_up() -> None:
    made = built(example("hierarchy").files)
    above = made.made["journeys/summer/index.html"].body.decode()
    below = made.made["journeys/borrow/index.html"].body.decode()
    assert '<a href="../borrow/index.html">Borrow a book</a>' in above
    assert re.search(r'href="\.\./summer/index\.html#step\.get">Part of: A summer of reading', below)


def test_the_words_that_place_a_stage_are_documented() -> None:
    text = (REPOSITORY / "docs" / "analyses" / "phases.md").read_text("utf-8")
    for phase in PHASES:
        words = ", ".join(f"`{word}`" for word in WORDS[phase].split())
        assert f"| `{phase}` | {words} |" in text


def test_the_guide_leads_to_every_analysis() -> None:
    guide = (REPOSITORY / "docs" / "guide.md").read_text("utf-8")
    for path in sorted((REPOSITORY / "docs" / "analyses").glob("*.md")):
        assert f"analyses/{path.name}" in guide
