"""A page from few texts: what it shows is what the whole project will show."""

from dataclasses import replace

import pytest

from parcours.build.build import prepare
from parcours.build.first_sight import MOST, first_home, first_sight, first_words
from parcours.build.snapshot import Snapshot
from parcours.edge.project import Project
from parcours.model.kinds import Kind
from parcours.pages.cards import FIRST_CARDS, MOST_CARDS
from parcours.pages.lists import HOME
from parcours.pages.views import HomePage
from parcours.source.text import Source
from tests.conftest import REPOSITORY

WHOLE = Project(REPOSITORY).read()
JOURNEY = """---
title: The way {n}
personas: [someone-{n:03}, Somebody {other}]
tags: [long, way-{tag}]
stages: [{{name: Start, steps: [{{action: Sets out, channel: phone, touchpoint: The door, feeling: 4}}]}}]
---
"""
PERSONA = """---
name: Somebody {n}
segment: walkers
quote: I am number {n}.
---
"""


def many(journeys: int, personas: int) -> Snapshot:
    """A project of so many journeys and personas, in which some of the first journeys are walked by the last."""
    texts = {f"content/journeys/way-{n:03}.md": JOURNEY.format(n=n, other=n * 7, tag=n % 3) for n in range(journeys)}
    texts |= {f"content/personas/someone-{n:03}.md": PERSONA.format(n=n) for n in range(personas)}
    texts |= {"content/index.md": "---\ntitle: Ways\n---\nAll of them.\n", "content/segments/walkers.md": "---\n---\n"}
    return replace(WHOLE, sources={path: Source.of(path, text) for path, text in texts.items()}, assets={})


def home_of(project: Snapshot) -> HomePage:
    """What the home page shows when all is read."""
    made = prepare(project)
    view = made.shelf.plans[HOME].page(made.atlas, made.shelf.glances, "").view
    assert isinstance(view, HomePage)
    return view


def test_every_journey_is_seen_with_its_map() -> None:
    whole = prepare(WHOLE)
    for journey in whole.atlas.journeys.values():
        narrow = first_sight(WHOLE, journey.ref.address)
        assert narrow is not None
        assert len(narrow.sources) < len(WHOLE.sources)
        seen = prepare(narrow).atlas.journeys[journey.ref.id]
        assert (seen.name, seen.personas, len(seen.steps)) == (journey.name, journey.personas, len(journey.steps))
        assert [step.ways for step in seen.steps] == [step.ways for step in journey.steps]
        assert [step.measured for step in seen.steps] == [step.measured for step in journey.steps]
        made = prepare(narrow).shelf.get(journey.ref.address)
        assert made is not None
        assert all(step.anchor.encode() in made.body for step in journey.steps)


@pytest.mark.parametrize("address", ["index.html", "journeys/index.html", "journeys/none/index.html", "x", ""])
def test_nothing_else_is(address: str) -> None:
    assert first_sight(WHOLE, address) is None


@pytest.mark.parametrize("personas", [3, MOST_CARDS, 3 * MOST_CARDS])
def test_the_home_of_many_journeys_is_seen_with_the_first_of_them(personas: int) -> None:
    whole = many(4 * MOST_CARDS, personas)
    narrow = first_sight(whole, HOME)
    assert narrow is not None
    assert len(narrow.sources) < FIRST_CARDS + MOST_CARDS + 2 * MOST
    made, plan = prepare(narrow), first_home(whole)
    early, later = plan.page(made.atlas, made.shelf.glances, "").view, home_of(whole)
    assert isinstance(early, HomePage)
    assert early.cards == later.cards
    assert early.personas == tuple(replace(card, journeys=None) for card in later.personas)
    assert (early.story, early.frame.title) == (later.story, later.frame.title)
    assert (early.all_journeys, early.all_personas) == (later.all_journeys, later.all_personas)
    told = {kind: count for kind, _, count in early.counts}
    assert told == {Kind.JOURNEY.value: 4 * MOST_CARDS, Kind.PERSONA.value: personas}
    assert set(early.counts) <= set(later.counts), "nothing is told that is not so"
    assert not early.insights
    made.shelf.plans = {**made.shelf.plans, HOME: plan}
    body = made.file(HOME)
    assert body is not None
    assert body.count(b"journey-card") == FIRST_CARDS


def test_the_home_of_few_journeys_waits_for_all_it_shows() -> None:
    assert first_sight(many(MOST_CARDS, 4 * MOST_CARDS), HOME) is None
    assert first_sight(many(MOST_CARDS + 1, 0), HOME) is not None


def test_the_words_of_the_search_are_those_of_the_whole() -> None:
    project = many(60, 10)
    path = "content/journeys/way-050.md"
    french = project.sources[path].text.replace("---\n", "---\nlang: fr\n", 1)
    project = replace(project, sources={**project.sources, path: Source.of(path, french)})
    narrow = first_words(project)
    assert set(narrow.sources) == {path}
    words = prepare(narrow).file("search/words-en.js")
    assert words is not None
    assert b'"languages": ["en", "fr"]' in words
    assert words == prepare(project).file("search/words-en.js")
