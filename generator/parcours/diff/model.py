"""A project as plain data: what its maps say, whatever the files look like.

References are ids, feelings stand on 1 to 5, stages and steps have the ids of their anchors, rows of measures stand
with what they measure, and what says nothing is left out: two ways of writing the same thing are the same data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from parcours.analyse.written import text_of
from parcours.link.atlas import Atlas, Felt, LinkedJourney, LinkedStage, LinkedStep, Ref
from parcours.link.measures import Measured
from parcours.link.mentions import NAMED_BY
from parcours.model.base import Record, entries_of, items_of
from parcours.model.kinds import Kind
from parcours.parse.document import Front

Data = dict[str, Any]
"""One record as JSON knows it."""

Model = dict[str, dict[str, Data]]
"""Records by the folder of their kind (``personas``) and their id; ``site`` holds ``settings`` and ``home``."""

SITE = "site"
TEXT = "text"
"""The key of the Markdown below a page's front matter."""


def model_of(atlas: Atlas) -> Model:
    """Everything the files of a project say. Things only named in others stand where they are named."""
    model: Model = {kind.value: {} for kind in Kind if kind not in (Kind.TAG, Kind.OWNER)}
    model[SITE] = {"settings": dumped(atlas.settings)}
    if atlas.home is not None:
        model[SITE]["home"] = _page(atlas, atlas.home.record, atlas.home.front)
    for ref, thing in sorted(atlas.things.items()):
        if thing.front is None or thing.record is None:
            continue
        journey = atlas.journeys.get(ref.id) if ref.kind is Kind.JOURNEY else None
        model[ref.kind.value][ref.id] = (
            journey_model(atlas, journey) if journey else _page(atlas, thing.record, thing.front)
        )
    return model


def journey_model(atlas: Atlas, journey: LinkedJourney) -> Data:
    """One journey: its facts, and ``stages`` with their ``steps``."""
    data = _page(atlas, journey.journey.model_copy(update={"stages": ()}), journey.front)
    said = journey.journey
    resolved = {
        "kind": said.kind,
        "state": said.state,
        "status": said.status,
        "personas": list(journey.personas),
        "of": journey.current.id if journey.current else data.get("of"),
        "metrics": _metrics(journey.measured),
        "stages": [_stage(atlas, stage) for stage in journey.stages],
    }
    return _told({**data, **resolved})


def stage_model(atlas: Atlas, stage: LinkedStage) -> Data:
    """One stage without its steps."""
    data = _named(atlas, dumped(stage.stage.model_copy(update={"steps": ()})))
    prose = {TEXT: text_of(stage.front, atlas)} if stage.own_file else {}
    return _told({**data, "id": stage.id, "metrics": _metrics(stage.measured), **prose})


def step_model(atlas: Atlas, linked: LinkedStep) -> Data:
    """One step."""
    data = _named(atlas, dumped(linked.step))
    inner = [_named(atlas, step) for step in cast("list[Data]", data.get("steps", []))]
    resolved = {
        "id": linked.id,
        "channel": linked.channel.id if linked.channel else None,
        "touchpoint": linked.touchpoint.id if linked.touchpoint and linked.step.touchpoint else None,
        "feeling": [_feeling(felt) for felt in linked.felt],
        "metrics": _metrics(linked.measured),
        "steps": inner,
    }
    # An empty list of ways says that the journey ends here; other empty lists say nothing.
    ends: Data = {"next": []} if linked.step.next == () else {}
    return {**_told({**data, **resolved}), **ends}


def dumped(record: Record) -> Data:
    """A record without what it leaves at its default; whole figures without a decimal point."""
    return cast("Data", whole(record.model_dump(mode="json", by_alias=True, exclude_defaults=True)))


def _stage(atlas: Atlas, stage: LinkedStage) -> Data:
    return {**stage_model(atlas, stage), "steps": [step_model(atlas, step) for step in stage.steps]}


def _page(atlas: Atlas, record: Record, front: Front) -> Data:
    return _told({**_named(atlas, dumped(record)), TEXT: text_of(front, atlas)})


def _named(atlas: Atlas, data: Data) -> Data:
    """The record with the ids of what it names by the fields that name things in any record."""
    return {**data, **{key: _ids(atlas, kind, data[key]) for key, kind in NAMED_BY.items() if key in data}}


def _ids(atlas: Atlas, kind: Kind, written: str | Iterable[str]) -> str | list[str]:
    if isinstance(written, str):
        return _id(atlas, kind, written)
    return list(dict.fromkeys(_id(atlas, kind, one) for one in written))


def _id(atlas: Atlas, kind: Kind, written: str) -> str:
    if Ref(kind, written) in atlas.things:
        return written
    thing = atlas.find(kind, written)
    return thing.ref.id if thing else written


def _feeling(felt: Felt) -> Data:
    said = felt.feeling
    scores = {"score": felt.score, "from": felt.start, "to": felt.end}
    return _told({"persona": felt.persona, **whole(scores), "label": said.label, "emoji": said.emoji})


def _metrics(measured: Iterable[Measured]) -> list[Data]:
    """All figures; the latest with the target, unit and source that others lent it."""
    return [dumped(metric) for one in measured for metric in (*one.dated[:-1], one.latest)]


def _told(data: Mapping[str, Any]) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def whole(value: Any) -> Any:
    """A value with whole figures as such: 4, not 4.0."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    entries, items = entries_of(value), items_of(value)
    if entries is not None:
        return {key: whole(inner) for key, inner in entries.items()}
    return value if items is None else [whole(inner) for inner in items]
