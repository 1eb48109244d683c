"""The page of a thing that many journeys name: the first one by one, the others by name, and none is lost."""

import re

import pytest

from parcours.build.build import prepare
from parcours.pages.cards import FIRST_CARDS, MOST_CARDS
from tests.build.test_again import snapshot

TEXT = """---
title: Journey {n}
tags: [long]
owner: Care
personas: [claire]
stages: [{{name: Start, steps: [{{action: Sets out {n}, channel: phone, evidence: [study]}}]}}]
---
"""
FILES = {
    "parcours.yml": "site_name: Many\n",
    "content/personas/claire.md": "---\nname: Claire\nsegment: walkers\n---\n",
}
GATHERING = ("tags/long", "owners/care", "segments/walkers")
AT_STEPS = ("channels/phone", "evidence/study")


def page_of(address: str, journeys: int) -> str:
    texts = {f"content/journeys/j{n:03}.md": TEXT.format(n=n) for n in range(journeys)}
    body = prepare(snapshot({**FILES, **texts})).file(f"{address}/index.html")
    assert body is not None
    return body.decode()


def one_by_one(page: str) -> int:
    return page.count('class="card journey-card"') + page.count('class="appearances"')


@pytest.mark.parametrize("address", [*GATHERING, *AT_STEPS])
def test_few_are_shown_one_by_one(address: str) -> None:
    page = page_of(address, MOST_CARDS)
    assert one_by_one(page) == MOST_CARDS
    assert 'class="others"' not in page


@pytest.mark.parametrize("address", [*GATHERING, *AT_STEPS])
def test_of_many_the_others_are_there_by_name(address: str) -> None:
    count = MOST_CARDS + 1
    page = page_of(address, count)
    assert one_by_one(page) == FIRST_CARDS
    (others,) = re.findall(r'<details class="others">.*?</details>', page, re.DOTALL)
    assert f"<summary>{count - FIRST_CARDS} more journeys</summary>" in others
    named = re.findall(r'<a href="../../journeys/(j\d+)/index.html">Journey \d+</a>', others)
    assert named == [f"j{n:03}" for n in range(FIRST_CARDS, count)]


def test_journeys_that_name_a_thing_at_no_step_take_no_place_of_those_that_do() -> None:
    whole = TEXT.replace(", evidence: [study]", "").replace("owner: Care", "owner: Care\nevidence: [study]")
    texts = {f"content/journeys/a{n:03}.md": whole.format(n=n) for n in range(MOST_CARDS)}
    texts |= {f"content/journeys/j{n:03}.md": TEXT.format(n=n) for n in range(MOST_CARDS)}
    body = prepare(snapshot({**FILES, **texts})).file("evidence/study/index.html")
    assert body is not None
    assert body.count(b'class="appearances"') == MOST_CARDS
    assert b'class="others"' not in body
