"""``atlas.json``: it holds what the maps hold, fits its schema, and is enough to compute from."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, ValidationError

from parcours.analyse.contract import contract
from parcours.analyse.felt import score_of
from parcours.build.reading import reading
from parcours.edge.project import Project
from parcours.link.atlas import Atlas
from parcours.model.kinds import FILE_MODELS, Kind
from parcours.schema.contract import contract_schema
from tests.conftest import REPOSITORY
from tests.fields.test_every_field import filled
from tests.link.test_atlas import BASE, front, project


@pytest.fixture
def demonstration(demonstration_site: Path) -> Any:
    return json.loads((demonstration_site / "atlas.json").read_text("utf-8"))


def test_the_demonstration_fits_the_schema_that_lies_beside_it(demonstration_site: Path, demonstration: Any) -> None:
    schema = json.loads((demonstration_site / demonstration["$schema"]).read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    Draft7Validator(schema).validate(demonstration)
    assert len(demonstration["journeys"]) == 8


def test_every_field_there_is_fits_the_schema() -> None:
    files = {
        f"{kind.value}/{kind.word}-one.md": front(yaml.safe_dump(filled(model, f"Zq {kind.word}"), allow_unicode=True))
        for kind, model in FILE_MODELS.items()
    }
    files["journeys/other.md"] = front("title: Other\nstages: [{name: One, steps: [{id: o, action: Opens}]}]")
    data = json.loads(contract(project(files)).text)
    Draft7Validator(contract_schema()).validate(data)
    assert data["journeys"][0]["stages"]


@pytest.mark.parametrize(
    "broken",
    [
        lambda data: data.pop("format"),
        lambda data: data["journeys"][0].pop("id"),
        lambda data: data["journeys"][0].update(state="past"),
        lambda data: data["journeys"][0]["stages"][0]["steps"][0].update(feelings=[{"score": 7}]),
        lambda data: data["journeys"][0]["stages"][0]["steps"][0].update(colour="red"),
        lambda data: data["channels"][0].update(page=""),
    ],
)
def test_the_schema_refuses_what_is_none(broken: Any) -> None:
    data = json.loads(contract(project(BASE)).text)
    validator = Draft7Validator(contract_schema())
    validator.validate(data)
    broken(data)
    with pytest.raises(ValidationError):
        validator.validate(data)


def matrix_of_data(data: Any) -> dict[tuple[str, str], tuple[int, float | None]]:
    """Stage × channel from the data alone: how many steps, and the mean of what is felt there."""
    counts: Counter[tuple[str, str]] = Counter()
    felt: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for journey in data["journeys"]:
        for stage in journey.get("stages", ()):
            for step in stage.get("steps", ()):
                if "channel" in step:
                    cell = (stage["name"], step["channel"])
                    counts[cell] += 1
                    scores = (f.get("score", f.get("to", f.get("from"))) for f in step.get("feelings", ()))
                    felt[cell] += [score for score in scores if score is not None]
    return {cell: (count, mean(felt[cell])) for cell, count in counts.items()}


def matrix_of_atlas(atlas: Atlas) -> dict[tuple[str, str], tuple[int, float | None]]:
    """The same, from the linked model itself."""
    steps: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for journey in atlas.journeys.values():
        for step in journey.steps:
            if step.channel is not None:
                steps[journey.stages[step.stage].stage.name, step.channel.id].append(step)
    return {
        cell: (len(those), mean([s for step in those for f in step.felt if (s := score_of(f)) is not None]))
        for cell, those in steps.items()
    }


def mean(scores: list[float]) -> float | None:
    return round(sum(scores) / len(scores), 2) if scores else None


def test_the_channel_matrix_can_be_made_from_the_data_alone(demonstration: Any) -> None:
    made = matrix_of_data(demonstration)
    assert made == matrix_of_atlas(reading(Project(REPOSITORY).read()).atlas)
    assert len(made) > 15
    assert made["Purchase", "website"][0] == 5


def test_references_are_ids_and_lead_somewhere(demonstration: Any) -> None:
    ids = {kind.value: {thing["id"] for thing in demonstration[kind.value]} for kind in Kind}
    named: set[tuple[str, str]] = set()
    for journey in demonstration["journeys"]:
        named |= {("personas", id_) for id_ in journey.get("personas", ())}
        for stage in journey["stages"]:
            for step in stage["steps"]:
                for key in ("evidence", "surveys", "opportunities"):
                    named |= {(key, id_) for id_ in step.get(key, ())}
                for key, kind in (("channel", "channels"), ("touchpoint", "touchpoints"), ("owner", "owners")):
                    named |= {(kind, step[key])} if key in step else set()
    assert {kind for kind, _ in named} >= {"personas", "evidence", "surveys", "opportunities", "channels", "owners"}
    assert [one for one in named if one[1] not in ids[one[0]]] == []


def test_what_is_not_recorded_is_left_out() -> None:
    data = json.loads(contract(project(BASE)).text)
    look, ask = data["journeys"][0]["stages"][0]["steps"]
    assert look["feelings"] == [{"persona": "claire", "score": 4.0}]
    assert "feelings" not in ask
    assert None not in look.values()
    assert "" not in look.values()


def test_only_journeys_that_changed_are_written_again() -> None:
    atlas = project(BASE)
    first = contract(atlas)
    again = contract(atlas, first)
    assert again.text == first.text
    assert all(again.parts[id_] is part for id_, part in first.parts.items())


def test_a_new_name_is_heeded_though_the_journey_is_the_same() -> None:
    """``Mr Dunn`` was an owner of that id until a file ``dunn.md`` took the name."""
    steps = "\nstages: [{name: One, steps: [{id: a, action: Asks, evidence: [Talk with Dunn]}]}]"
    files = {"journeys/buy.md": front(f"title: Buy{steps}")}
    before = project(files)
    first = contract(before)
    assert json.loads(first.text)["journeys"][0]["stages"][0]["steps"][0]["evidence"] == ["talk-with-dunn"]
    after = project({**files, "evidence/dunn.md": front("title: Talk with Dunn")})
    same = Atlas(**{**{name: getattr(after, name) for name in Atlas.__slots__}, "journeys": before.journeys})
    again = json.loads(contract(same, first).text)
    assert again["journeys"][0]["stages"][0]["steps"][0]["evidence"] == ["dunn"]
