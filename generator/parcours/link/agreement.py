"""Things told in several places: a survey or an opportunity described twice must be the same in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import LinkedJourney, LinkedStep, Ref, Thing
from parcours.link.journeys import Outline, place_of
from parcours.link.mentions import opportunity_key, survey_key
from parcours.link.register import Register
from parcours.model.base import Record, items_of
from parcours.model.kinds import Kind
from parcours.source.text import Place

SURVEY_KEYS = ("name", "channel", "subject", "indicators", "recurrence", "owner")
OPPORTUNITY_KEYS = ("title", "impact", "effort", "status", "ticket", "owner")


class Said(NamedTuple):
    """A key of a thing, what is said of it, and where."""

    thing: Ref
    key: str
    value: str
    place: Place


def disagreements(
    journeys: dict[str, LinkedJourney], outlines: dict[str, Outline], register: Register
) -> Iterator[Finding]:
    """Every place that says something else of a thing than its file, or than the first place that speaks of it."""
    first: dict[tuple[Ref, str], Said] = {}
    for said in _everything(journeys, outlines, register):
        before = first.setdefault((said.thing, said.key), said)
        if before.value != said.value:
            yield finding(
                "refs/disagreement",
                said.place,
                related=(before.place,),
                name=register.things[said.thing].name,
                key=said.key,
                value=said.value,
                other=before.value,
            )


def _everything(journeys: dict[str, LinkedJourney], outlines: dict[str, Outline], register: Register) -> Iterator[Said]:
    for thing in register.things.values():
        if thing.ref.kind in (Kind.SURVEY, Kind.OPPORTUNITY):
            yield from _in_file(thing)
    for id_, journey in journeys.items():
        for linked in journey.steps:
            yield from _in_step(linked, outlines[id_], register)


def _in_step(linked: LinkedStep, it: Outline, register: Register) -> Iterator[Said]:
    at, inner = it.stages[linked.stage][1], it.steps[linked.index][2]
    # Without an id an opportunity's title is how it is named, not what is said of it.
    told: list[tuple[Thing | None, Record, tuple[str, ...], str, int]] = [
        *(
            (register.find(Kind.SURVEY, survey_key(survey)), survey, SURVEY_KEYS, "survey", n)
            for n, survey in enumerate(linked.step.survey)
        ),
        *(
            (
                register.find(Kind.OPPORTUNITY, opportunity_key(one)),
                one,
                OPPORTUNITY_KEYS[not one.id :],
                "opportunities",
                n,
            )
            for n, one in enumerate(linked.step.opportunities)
        ),
    ]
    for thing, record, keys, field, n in told:
        if thing is not None:
            for key, value in _said(record, keys):
                yield Said(thing.ref, key, value, at.place("steps", inner, field, n, key))


def _in_file(thing: Thing) -> Iterator[Said]:
    if thing.record is not None and thing.document is not None:
        for key, value in _said(thing.record, (*SURVEY_KEYS, *OPPORTUNITY_KEYS[:-1])):
            yield Said(thing.ref, key, value, place_of(thing.document, (key,)))


def _said(record: Record, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key in keys:
        value: object = getattr(record, key, None)
        items = items_of(value)
        shown = _plain(value) if items is None else ", ".join(map(str, items))
        if shown:
            yield key, shown


def _plain(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
