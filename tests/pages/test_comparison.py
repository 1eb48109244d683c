"""Comparison pages: a worked example read off the built page, the pages there are, and the links that lead to them."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from parcours.build.build import build, inspect
from parcours.build.reading import reading
from parcours.pages.comparison import comparisons_of
from parcours.pages.here import Here
from tests.build.test_again import bodies, snapshot
from tests.conftest import REPOSITORY

NOW = {
    "title": "Now",
    "personas": ["ann", "bob"],
    "stages": [
        {
            "name": "Choose",
            "steps": [
                {"id": "look", "action": "Looks", "channel": "shop", "feeling": {"ann": 2, "bob": 3}},
                {"id": "ask", "action": "Asks a friend", "feeling": 4},
                {"id": "wait", "action": "Waits in line", "feeling": {"ann": 1}, "pain_points": ["Slow"]},
            ],
        },
        {"name": "Buy", "steps": [{"id": "pay", "action": "Pays", "feeling": {"ann": 3, "bob": 5}}]},
    ],
}
THEN = {
    "title": "Then",
    "state": "future",
    "of": "now",
    "personas": ["ann", "bob"],
    "stages": [
        {
            "name": "Choose",
            "steps": [{"id": "look", "action": "Looks", "channel": "web", "feeling": {"ann": 4, "bob": 3}}],
        },
        {
            "name": "Buy",
            "steps": [
                {"id": "pay", "action": "Pays", "feeling": {"ann": 3, "bob": 4}},
                {"id": "ask", "action": "Asks a friend", "feeling": 4},
                {"id": "track", "action": "Follows the van", "feeling": {"bob": 5}},
            ],
        },
    ],
}
FILES = {
    "parcours.yml": "site_name: Small\n",
    "content/personas/ann.md": "---\nname: Ann\n---\n",
    "content/personas/bob.md": "---\nname: Bob\n---\n",
    "content/journeys/now.md": f"---\n{json.dumps(NOW)}\n---\n",
    "content/journeys/then.md": f"---\n{json.dumps(THEN)}\n---\n",
}
ADDRESS = "journeys/then/compare/index.html"
PAIR = "journeys/now/compare/ann-bob/index.html"


def page(address: str, files: dict[str, str] = FILES) -> str:
    return bodies(build(snapshot(files)))[address].decode()


def words(html: str) -> str:
    """What a reader reads, on one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html))).strip()


def rows(html: str) -> list[str]:
    """The rows of the page's table, in words."""
    table = html[html.index('<table class="compare-table') :]
    return [words(row) for row in re.findall(r"<tr.*?</tr>", table[: table.index("</table>")], re.DOTALL)][1:]


def test_the_worked_example() -> None:
    """By hand: over all (2+3+4+1+3+5)/6 = 3 now, (4+3+3+4+4+5)/6 = 3.83 then; Ann 2.5 → 3.67, Bob 4 → 4."""
    html = page(ADDRESS)
    said = words(html)
    assert "1 step added, 1 removed, 1 moved, 2 changed; feeling +0.83 over all (3 → 3.83)" in said
    assert "▲ Ann better by 1.17 ( 2.5 → 3.67 ) = Bob the same ( 4 → 4 )" in said
    choose, look, ask, wait, buy, pay, asked, track = rows(html)
    assert choose.startswith("Choose ▲ Over all better by 1 ( 2.5 → 3.5 ) ▲ Ann better by 1.67 ( 2.33 → 4 )")
    assert choose.endswith("▼ Bob worse by 0.5 ( 3.5 → 3 )")
    assert look.endswith("≠ Changed ▲ Ann better by 2 ( 2 → 4 ) Channel: shop → web")
    assert ask.endswith("Future Now at 2.2 Buy ⇄ Moved")
    assert "Waits in line" in wait
    assert wait.endswith("Future No longer there − Removed")
    assert buy.startswith("Buy = Over all the same ( 4 → 4 )")
    assert pay.endswith("≠ Changed ▼ Bob worse by 1 ( 5 → 4 )")
    assert asked.startswith("Current Was at 1.2 Choose Future 2.2 Asks a friend")
    assert track.startswith("Current Not there yet Future 2.3 Follows the van")
    assert track.endswith("+ Added")


def test_the_list_stands_by_itself() -> None:
    html = page(ADDRESS)
    listed = words(html[html.index('<section class="compare-list"') :])
    for sentence in (
        "Changed in Choose: Looks ▲ Ann better by 2 ( 2 → 4 ) Channel: shop → web",
        "Removed from Choose: Waits in line Ann 1",
        "Moved to Buy: Asks a friend Was at 1.2 Choose",
        "Added in Buy: Follows the van Bob 5",
    ):
        assert sentence in listed
    assert listed.count("Asks a friend") == 1, "a step that moved is told once"


def test_curves_over_each_other() -> None:
    html = page(ADDRESS)
    assert re.findall(r'<svg[^>]*class="curve overlay"[^>]*viewBox="([^"]*)"', html) == ["0 0 1152 176"] * 2
    assert html.count('class="overlay-band overlay-removed"') == 2
    assert html.count('class="overlay-band overlay-added"') == 2
    assert html.count('class="overlay-band overlay-moved"') == 4
    assert re.findall(r'class="overlay-figure"[^>]*>([^<]*)<', html) == ["+2"]
    assert "style=" not in html
    assert "<script>" not in html


def test_two_personas_worked_by_hand() -> None:
    html = page(PAIR)
    said = words(html)
    assert "They feel differently at 2 steps; Bob is better off over all, by 1.5 (2.5 – 4)" in said
    choose, look, ask, wait, buy, pay = rows(html)
    assert choose == "Choose Ann 2.33 Bob 3.5 ▶ Bob better off by 1.17"
    assert look.endswith("Looks shop Ann 2 Bob 3 ▶ Bob better off by 1")
    assert ask.endswith("Ann 4 Bob 4 = the same")
    assert wait.endswith("Ann 1 Bob not recorded cannot be compared")
    assert (buy, pay) == ("Buy Ann 3 Bob 5 ▶ Bob better off by 2", "2.1 Pays Ann 3 Bob 5 ▶ Bob better off by 2")
    widest = words(html[html.index('id="compare-widest"') : html.index('id="compare-steps"')])
    assert widest.index("Pays") < widest.index("Looks")


def test_which_pages_there_are_and_what_leads_there() -> None:
    made = build(snapshot(FILES))
    addresses = {address for address in made.made if "/compare/" in address}
    assert addresses == {ADDRESS, PAIR, "journeys/then/compare/ann-bob/index.html"}
    assert inspect(snapshot(FILES)).pages == made.pages

    def links(id_: str) -> list[tuple[str, str, str]]:
        here = Here(made.atlas, made.shelf.glances, f"journeys/{id_}/index.html")
        return [(it.kind, it.link.text, it.link.href) for it in comparisons_of(here, made.atlas.journeys[id_])]

    pair = ("personas", "Ann ↔ Bob", "compare/ann-bob/index.html")
    assert links("now") == [pair, ("future", "Then", "../then/compare/index.html")]
    assert links("then") == [("current", "Now", "compare/index.html"), pair]


def test_at_most_four_personas_and_addresses_of_their_own() -> None:
    names = ["a", "a-b", "b-c", "c", "e"]
    people = {f"content/personas/{name}.md": f"---\nname: P {name}\n---\n" for name in names}
    journey = "---\n" + json.dumps({"title": "J", "personas": names, "stages": []}) + "\n---\n"
    made = build(snapshot(people | {"content/journeys/j.md": journey}))
    pages = [address for address in made.made if "/compare/" in address]
    assert len(pages) == 6
    assert not any("-e/" in address for address in pages)


def test_a_journey_that_answers_itself_is_not_compared() -> None:
    files = FILES | {
        "content/journeys/then.md": FILES["content/journeys/then.md"].replace('"of": "now"', '"of": "then"')
    }
    assert ADDRESS not in build(snapshot(files)).made


def test_in_french() -> None:
    html = page(ADDRESS, FILES | {"parcours.yml": "site_name: Petit\nlanguage: fr\n"})
    said = words(html)
    assert "1 événement ajouté, 1 retiré, 1 déplacé, 2 changés ; ressenti +0,83 dans l’ensemble (3 → 3,83)" in said
    assert "Ann mieux de 1,17" in said
    assert "Déplacé vers l’étape Buy\u202f:" in html
    assert "compare." not in re.sub(r'comparison\.css|class="[^"]*"', "", html)


def test_another_scale_is_shown_as_written() -> None:
    settings = "site_name: Small\nfeeling_scale: -2..2\n"
    files = {
        path: re.sub(r'("(?:ann|bob|feeling)": )(\d)', lambda m: f"{m[1]}{int(m[2]) - 3}", text)
        for path, text in FILES.items()
    }
    said = words(page(ADDRESS, files | {"parcours.yml": settings}))
    assert "feeling +0.83 over all (0 → 0.83)" in said
    assert "Ann better by 2 ( −1 → 1 )" in said


@pytest.fixture(scope="module")
def demonstration() -> dict[str, str]:
    content = REPOSITORY / "content"
    return {p.relative_to(REPOSITORY).as_posix(): p.read_text("utf-8") for p in sorted(content.rglob("*.md"))}


def test_the_demonstration_says_what_its_story_says(demonstration: dict[str, str]) -> None:
    """Its story: two steps are gone (the lost basket, the silence), one is new (the van in the app)."""
    atlas = reading(snapshot(demonstration)).atlas
    assert atlas.journeys["buy-washing-machine-future"].current is not None
    html = page("journeys/buy-washing-machine-future/compare/index.html", demonstration)
    said = words(html)
    assert "Added in Installation: Watches the van come closer" in said
    assert "Removed from Installation: Waits while the order moves to another service" in said
    assert (
        "Opens the laptop and pays the basket from the phone Before: Opens the laptop to pay and finds an empty" in said
    )
    assert "= As before Also told differently" in said
    assert "feeling +0.75 over all (3.02 → 3.77)" in said
