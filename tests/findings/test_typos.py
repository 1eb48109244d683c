"""Every slip of one letter in every id of the demonstration: what is suggested is what was meant."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest

from parcours.build.build import inspect
from parcours.build.reading import reading
from parcours.build.snapshot import Snapshot
from parcours.edge.project import Project
from parcours.findings.suggest import Slips, nearest
from parcours.link.atlas import Atlas
from parcours.link.register import STRICT
from parcours.link.slips import SHORTEST
from parcours.model.kinds import Kind
from parcours.source.text import Source
from tests.conftest import REPOSITORY

LETTERS = string.ascii_lowercase


def slips(id_: str) -> set[str]:
    """All texts one letter away: put in, left out, replaced, or swapped with its neighbour."""
    cuts = [(id_[:n], id_[n:]) for n in range(len(id_) + 1)]
    put_in = {a + c + b for a, b in cuts for c in LETTERS}
    left_out = {a + b[1:] for a, b in cuts if b and b[0].isalpha()}
    replaced = {a + c + b[1:] for a, b in cuts if b and b[0].isalpha() for c in LETTERS}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return (put_in | left_out | replaced | swapped) - {id_, ""}


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return Project(REPOSITORY).read()


@pytest.fixture(scope="module")
def atlas(snapshot: Snapshot) -> Atlas:
    return reading(snapshot).atlas


def families(atlas: Atlas) -> Iterator[tuple[str, list[str]]]:
    """The ids among which the linker looks, group by group, by what they are called."""
    for kind in Kind:
        yield kind.word, [thing.ref.id for thing in atlas.of(kind) if len(thing.ref.id) >= SHORTEST]
    for journey in atlas.journeys.values():
        yield "step", [step.id for step in journey.steps]
        yield "stage", [stage.id for stage in journey.stages]


def test_what_is_suggested_is_what_was_meant(atlas: Atlas, capsys: pytest.CaptureFixture[str]) -> None:
    strict = {kind.word for kind in STRICT} | {"step", "stage"}
    tried = right = 0
    for word, ids in families(atlas):
        near = Slips.among(ids)
        for id_ in ids:
            for typo in slips(id_) - set(ids):
                suggested = nearest(typo, ids) if word in strict else next(iter(near.near(typo)), "")
                assert suggested in ("", *ids), "an id of another kind"
                tried += 1
                right += suggested == id_
    with capsys.disabled():
        print(f"\n{tried:,} slips of one letter, {right / tried:.2%} of the suggestions right")
    assert right / tried >= 0.95


def written(snapshot: Snapshot, path: str, old: str, new: str) -> Snapshot:
    text = snapshot.sources[path].text
    assert old in text
    sources = {**snapshot.sources, path: Source.of(path, text.replace(old, new, 1))}
    return Snapshot(sources, snapshot.assets, snapshot.theme, snapshot.themes, today=snapshot.today)


REFERENCES = [
    ("content/journeys/buy-washing-machine.md", "channel: ", "refs/unknown-channel"),
    ("content/journeys/buy-washing-machine.md", "personas: [", "refs/unknown-persona"),
]


@pytest.mark.parametrize(("path", "key", "rule"), REFERENCES)
def test_the_same_through_the_whole_check(snapshot: Snapshot, path: str, key: str, rule: str) -> None:
    text = snapshot.sources[path].text
    start = text.index(key) + len(key)
    id_ = text[start:].split("\n")[0].split(",")[0].strip(" ]")
    for typo in sorted(slips(id_))[::37]:
        if typo in {ref.id for ref in reading(snapshot).atlas.things}:
            continue
        found = [one for one in inspect(written(snapshot, path, key + id_, key + typo)).findings if one.rule == rule]
        assert [one.suggestion for one in found] == [id_], typo
