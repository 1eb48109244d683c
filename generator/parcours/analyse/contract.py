"""``atlas.json``: the whole linked model as data, for dashboards; its schema is ``schema/contract.py``.

What is not recorded is left out: no key stands for nothing. References are ids. Scores of feelings are on 1 to 5.
``text`` and ``written`` hold what only its writer's words say, so that the files can be made again from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from parcours.analyse.phase import phase_of
from parcours.analyse.written import of_journey, of_stage, of_step, text_of
from parcours.link.atlas import Atlas, Felt, LinkedJourney, LinkedStage, LinkedStep, Ref, Thing, Way
from parcours.link.measures import Measured
from parcours.link.mentions import opportunity_key, survey_key
from parcours.link.watched import same_objects
from parcours.model.kinds import Kind
from parcours.model.metric import Metric
from parcours.model.opportunity import Opportunity

ADDRESS = "atlas.json"
"""Where it stands in the site."""

SCHEMA_ADDRESS = "atlas.schema.json"

VERSION = 1
"""Rises when a reader of the last version might misread the new one; keys may be added without."""

REFERRING = {
    "segment": Kind.SEGMENT,
    "channel": Kind.CHANNEL,
    "channels": Kind.CHANNEL,
    "evidence": Kind.EVIDENCE,
    "owner": Kind.OWNER,
    "tags": Kind.TAG,
}
"""The keys of pages that name things by themselves."""

Data = dict[str, Any]
Part = tuple[tuple[object, ...], bytes]
"""A thing or a journey with its files and the steps it answers, and its JSON."""


@dataclass(frozen=True, slots=True)
class Contract:
    """``atlas.json``, and what it is put together from again.

    ``parts`` are those of each thing; they hold as long as ``names`` (what may be referred to by name) stay as they
    are.
    """

    text: bytes = field(repr=False)
    parts: Mapping[Ref, Part] = field(repr=False)
    names: tuple[tuple[Ref, str], ...] = field(repr=False)


def contract(atlas: Atlas, before: Contract | None = None) -> Contract:
    """The contract of an Atlas; the JSON of things that are still the same objects is taken from ``before``."""
    names = tuple((ref, thing.name) for ref, thing in atlas.things.items() if thing.front is not None)
    known: Mapping[Ref, Part] = before.parts if before is not None and before.names == names else {}
    refer, parts = Referring(atlas), dict[Ref, Part]()
    for ref, thing in atlas.things.items():
        if ref.kind is not Kind.JOURNEY:
            parts[ref] = _part(thing, refer, known.get(ref))
    for _, journey in sorted(atlas.journeys.items()):
        parts[journey.ref] = _part(journey, refer, known.get(journey.ref))
    settings = atlas.settings
    head: Data = {
        "$schema": SCHEMA_ADDRESS,
        "format": "parcours-atlas",
        "version": VERSION,
        "site": _told(name=settings.site_name, description=settings.description, language=settings.language),
        "feeling_scale": {"worst": settings.feeling_scale.worst, "best": settings.feeling_scale.best},
    }
    kinds = ((kind, (parts[thing.ref][1] for thing in atlas.of(kind))) for kind in Kind if kind is not Kind.JOURNEY)
    things = b"".join(b',"%s":[%s]' % (kind.value.encode(), b",".join(those)) for kind, those in kinds)
    journeys = b",\n".join(part for ref, (_, part) in parts.items() if ref.kind is Kind.JOURNEY)
    return Contract(b'%s%s,"journeys":[\n%s\n]}\n' % (_json(head)[:-1], things, journeys), parts, names)


def _part(thing: Thing | LinkedJourney, refer: Referring, last: Part | None) -> Part:
    made_from = (thing, *refer.atlas.files_of(thing), refer.atlas.answers.get(thing.ref, ()))
    if last is not None and same_objects(last[0], made_from):
        return last
    data = journey_data(thing, refer) if isinstance(thing, LinkedJourney) else _thing(thing, refer)
    return made_from, _json(data)


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


class Referring:
    """Ids by how things are written, each looked up once."""

    def __init__(self, atlas: Atlas) -> None:
        """Looks things up in an Atlas."""
        self.atlas = atlas
        self.known: dict[tuple[Kind, str], str | None] = {}

    def id(self, kind: Kind, written: str) -> str | None:
        """The id an id or name stands for; None for nothing and for what is not known."""
        if not written:
            return None
        key = (kind, written)
        if key not in self.known:
            thing = self.atlas.find(kind, written)
            self.known[key] = thing.ref.id if thing is not None else None
        return self.known[key]

    def ids(self, kind: Kind, written: Iterable[str]) -> list[str]:
        """The ids of several things, those not known left out."""
        return [id_ for name in written if (id_ := self.id(kind, name)) is not None]


_FIGURES = (int, float)


def _told(**values: Any) -> Data:
    """What says something: no empty text or list, nothing unknown and nothing untrue."""
    return {key: value for key, value in values.items() if value or value.__class__ in _FIGURES}


def _thing(thing: Thing, refer: Referring) -> Data:
    record = thing.record.model_dump(mode="json", by_alias=True, exclude_defaults=True) if thing.record else {}
    for key in record.keys() & REFERRING.keys():
        kind, value = REFERRING[key], record[key]
        record[key] = refer.id(kind, value) if isinstance(value, str) else refer.ids(kind, value)
    answers = refer.atlas.answers.get(thing.ref, ())
    if "steps" in record:
        record["written"] = {"steps": list(thing.record.steps)} if isinstance(thing.record, Opportunity) else {}
        record["steps"] = [_told(journey=journey, step=step) for journey, step in answers]
    declared = thing.front is not None
    own = _told(page=thing.ref.address, declared=declared, text=text_of(thing.front, refer.atlas))
    unnamed = declared and not (record.get("name") or record.get("title"))
    return {**record, **_told(id=thing.ref.id, name=thing.name), **own, **_told(unnamed=unnamed)}


def journey_data(journey: LinkedJourney, refer: Referring) -> Data:
    """One journey."""
    record = journey.journey
    return _told(
        id=journey.ref.id,
        name=journey.name,
        unnamed=not record.title,
        page=journey.ref.address,
        kind=record.kind,
        state=record.state,
        of=journey.current.id if journey.current is not None else None,
        status=record.status,
        personas=list(journey.personas),
        owner=refer.id(Kind.OWNER, record.owner),
        tags=refer.ids(Kind.TAG, record.tags),
        description=record.description,
        scenario=record.scenario,
        trigger=record.trigger,
        goal=record.goal,
        duration=record.duration,
        reviewed=record.reviewed.isoformat() if record.reviewed else None,
        review_every=record.review_every,
        actors=[{"name": actor.name, "kind": actor.kind} for actor in record.actors],
        evidence=refer.ids(Kind.EVIDENCE, record.evidence),
        assumptions=list(record.assumptions),
        metrics=_metrics(journey.measured, refer),
        stages=[_stage(stage, refer) for stage in journey.stages],
        text=text_of(journey.front, refer.atlas),
        written=of_journey(journey),
    )


def _stage(linked: LinkedStage, refer: Referring) -> Data:
    stage, phase = linked.stage, phase_of(linked)
    return _told(
        id=linked.id,
        name=stage.name,
        phase=phase.key,
        phase_guessed=phase.guessed and bool(phase.key),
        anchor=linked.anchor,
        goal=stage.goal,
        description=stage.description,
        lanes=[{"name": lane.name, "items": list(lane.items)} for lane in stage.lanes],
        evidence=refer.ids(Kind.EVIDENCE, stage.evidence),
        metrics=_metrics(linked.measured, refer),
        steps=[_step(step, refer) for step in linked.steps],
        text=text_of(linked.front, refer.atlas) if linked.own_file else "",
        written=of_stage(linked),
    )


def _step(linked: LinkedStep, refer: Referring) -> Data:
    step = linked.step
    moment = step.moment_of_truth
    return _told(
        id=linked.id,
        anchor=linked.anchor,
        action=step.action,
        description=step.description,
        channel=linked.channel.id if linked.channel else None,
        touchpoint=linked.touchpoint.id if linked.touchpoint else None,
        device=step.device,
        owner=refer.id(Kind.OWNER, step.owner),
        journey=linked.opens.id if linked.opens else None,
        duration=step.duration,
        motivation=step.motivation,
        expects=step.expects,
        thinking=step.thinking,
        feelings=[_feeling(felt) for felt in linked.felt],
        satisfaction=step.satisfaction,
        engagement=step.engagement,
        moment_of_truth=bool(moment),
        moment_reason=moment if isinstance(moment, str) else "",
        pain_points=list(step.pain_points),
        opportunities=refer.ids(Kind.OPPORTUNITY, map(opportunity_key, step.opportunities)),
        surveys=refer.ids(Kind.SURVEY, map(survey_key, step.survey)),
        evidence=refer.ids(Kind.EVIDENCE, step.evidence),
        assumptions=list(step.assumptions),
        quotes=[_told(text=q.text, evidence=refer.id(Kind.EVIDENCE, q.source)) for q in step.quote],
        metrics=_metrics(linked.measured, refer),
        next=[_way(way) for way in linked.ways],
        written=of_step(step),
        **dict(_below(linked)),
    )


def _below(linked: LinkedStep) -> Iterator[tuple[str, Any]]:
    """What few steps have: who acts, the blueprint's lanes, lanes of the writer's own, steps inside."""
    step = linked.step
    yield "actors", [{"name": actor.name, "kind": actor.kind} for actor in step.actors]
    for key in ("frontstage", "backstage", "support", "physical_evidence"):
        yield key, list(getattr(step, key))
    yield "lanes", [{"name": lane.name, "items": list(lane.items)} for lane in step.lanes]
    inner = ("action", "channel", "device", "duration", "description")
    yield "steps", [_told(**{key: getattr(one, key) for key in inner}) for one in step.steps]


def _feeling(felt: Felt) -> Data:
    """A feeling; ``from`` and ``to`` where it moves within the step."""
    told = _told(
        persona=felt.persona, score=felt.score, to=felt.end, label=felt.feeling.label, emoji=felt.feeling.emoji
    )
    return told if felt.start is None else {**told, "from": felt.start}


def _way(way: Way) -> Data:
    return _told(kind=way.kind, journey=way.journey, step=way.step, when=way.when, share=way.share)


def _metrics(measured: Iterable[Measured], refer: Referring) -> list[Data]:
    return [
        {
            **_figure(one.latest),
            **_told(
                name=one.latest.name,
                unit=one.latest.unit,
                target=one.latest.target,
                source=refer.id(Kind.EVIDENCE, one.latest.source),
                values=[{**_figure(metric), **_lent(metric, refer)} for metric in one.dated],
            ),
        }
        for one in measured
    ]


def _lent(metric: Metric, refer: Referring) -> Data:
    """What a dated figure says of itself, which the latest may have from another."""
    return _told(unit=metric.unit, target=metric.target, source=refer.id(Kind.EVIDENCE, metric.source))


def _figure(metric: Metric) -> Data:
    value: Data = {} if metric.value is None else {"value": metric.value}
    return {**value, **_told(date=metric.date.isoformat() if metric.date else None, sample=metric.sample)}
