"""What is exported comes back: the demonstration, and a project in which every field is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

from parcours.analyse.contract import contract
from parcours.bring.choose import reader
from parcours.bring.draft import Given
from parcours.bring.proposal import propose
from parcours.bring.verified import Verified, around, verified
from parcours.build.reading import reading
from parcours.build.snapshot import Snapshot
from parcours.diff.model import SITE, Model, model_of
from parcours.edge.project import Project
from parcours.model.kinds import FILE_MODELS
from parcours.source.text import Source
from tests.bring.imported import EMPTY, brought, errors
from tests.conftest import REPOSITORY
from tests.fields.test_every_field import filled


def model(snapshot: Snapshot) -> Model:
    return model_of(reading(snapshot).atlas)


def home(snapshot: Snapshot, made: Verified) -> Snapshot:
    """The project once what is proposed has been written."""
    files = {f"content/{one.path}": one.text for one in made.proposal.files}
    return replace(
        snapshot, sources={**snapshot.sources, **{path: Source.of(path, text) for path, text in files.items()}}
    )


def bring(name: str, data: bytes, snapshot: Snapshot) -> Verified:
    return verified(propose([Given(name, data)], around(snapshot), reader(None)), snapshot)


@pytest.fixture(scope="module")
def demonstration() -> Snapshot:
    return Project(REPOSITORY).read()


def emptied(snapshot: Snapshot) -> Snapshot:
    """The project without its content, but for its pictures."""
    kept = {path: source for path, source in snapshot.sources.items() if not path.startswith("content/")}
    return replace(snapshot, sources=kept)


def without_site(told: Model) -> Model:
    return {kind: records for kind, records in told.items() if kind != SITE}


def test_the_whole_demonstration_comes_back_from_its_json(demonstration: Snapshot) -> None:
    data = contract(reading(demonstration).atlas).text
    bare = emptied(demonstration)
    made = bring("atlas.json", data, bare)
    assert errors(made) == []
    assert without_site(model(home(bare, made))) == without_site(model(demonstration))
    assert "content/journeys/move-house/10-prepare.md" in home(bare, made).sources
    assert {one.key for one in made.proposal.remarks} == {"own-read", "own-lost-json"}


def test_every_field_there_is_comes_back_from_json() -> None:
    pages: dict[str, Any] = {
        f"content/{kind.value}/{kind.word}-one.md": filled(model, f"Zq {kind.word}")
        for kind, model in FILE_MODELS.items()
    }
    texts = {
        path: "---\n"
        + yaml.safe_dump(page, allow_unicode=True).replace("Zq other", "other")
        + f"---\nWords *of* {path}.\n"
        for path, page in pages.items()
        if not path.endswith("/other.md")
    }
    texts["content/journeys/other.md"] = (
        "---\ntitle: Zq other\nstages: [{name: One, steps: [{id: o, action: Opens}]}]\n---\n"
    )
    bare = replace(EMPTY, assets={"content/assets/one.svg": ""})
    whole = replace(bare, sources={path: Source.of(path, text) for path, text in texts.items()})
    made = bring("atlas.json", contract(reading(whole).atlas).text, bare)
    assert without_site(model(home(bare, made))) == without_site(model(whole))


def test_json_of_others_is_refused_with_a_word_on_how_it_may_be_read() -> None:
    made = brought("them.json", b'{"name": "Zoe"}', "json")
    assert [one.key for one in made.proposal.remarks] == ["own-none"]


def test_what_is_there_already_stays_when_an_export_comes_back(demonstration: Snapshot) -> None:
    made = bring("atlas.json", contract(reading(demonstration).atlas).text, demonstration)
    assert {one.path for one in made.proposal.files} & {
        path.removeprefix("content/") for path in demonstration.sources
    } == set()
    assert errors(made) == []


@pytest.mark.parametrize(
    "text",
    [
        '{"format":"parcours-atlas","version":1,"journeys":[{}]}',
        '{"format":"parcours-atlas","version":1,"journeys":[{"id":"a","stages":[3],"metrics":4}]}',
        '{"format":"parcours-atlas","version":2}',
        '{"format":"parcours-atlas","version":1',
        '{"format":"parcours-atlas","version":1,"personas":[7],"channels":{"a":1}}',
    ],
)
def test_a_broken_export_is_told_and_crashes_nothing(text: str) -> None:
    made = brought("atlas.json", text.encode())
    assert [one.key for one in made.proposal.remarks if one.key in ("own-broken", "own-version")] or made.errors == ()
