"""Things told in several places: a survey or an opportunity described twice must be the same in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import LinkedJourney, LinkedStep, Ref, Thing
from parcours.link.mentions import opportunity_key, survey_key
from parcours.link.outline import Outline
from parcours.link.register import Register
from parcours.link.spot import Spot
from parcours.model.base import Record, items_of
from parcours.model.kinds import Kind

SURVEY_KEYS = ("name", "channel", "subject", "indicators", "recurrence", "owner")
OPPORTUNITY_KEYS = ("title", "impact", "effort", "status", "ticket", "owner")


class Said(NamedTuple):
    """A key of a thing, what is said of it, and where."""

    thing: Ref
    key: str
    value: str
    spot: Spot


Words = dict[tuple[Ref, str], tuple[Said, ...]]
"""What one part says, by thing and key."""


def said_in_journey(journey: LinkedJourney, it: Outline, register: Register) -> Words:
    """What a journey's steps say of surveys and opportunities."""
    return _by_key(said for linked in journey.steps for said in _in_step(linked, it, register))


def said_in_file(thing: Thing) -> Words:
    """What the file of a survey or an opportunity says of it."""
    return _by_key(_in_file(thing)) if thing.ref.kind in (Kind.SURVEY, Kind.OPPORTUNITY) else {}


def _by_key(everything: Iterable[Said]) -> Words:
    """The first word on each key, and those that differ from it."""
    found: dict[tuple[Ref, str], tuple[Said, ...]] = {}
    for said in everything:
        before = found.get((said.thing, said.key), ())
        if not before or before[0].value != said.value:
            found[said.thing, said.key] = (*before, said)
    return found


def disagreement(words: Iterable[tuple[Said, ...]], title: str) -> tuple[Finding, ...]:
    """Every place that says something else of a key than its thing's file, or than the first place that tells it."""
    everything = [said for part in words for said in part]
    first = everything[0]
    others = [said for said in everything if said.value != first.value]
    if not others:
        return ()
    related, other = (first.spot.place,), first.value
    return tuple(
        finding(
            "refs/disagreement",
            said.spot.place,
            related=related,
            name=title,
            key=said.key,
            value=said.value,
            other=other,
        )
        for said in others
    )


def _in_step(linked: LinkedStep, it: Outline, register: Register) -> Iterator[Said]:
    at, inner = it.stages[linked.stage][1], it.steps[linked.index][2]
    # Without an id an opportunity's title is how it is named, not what is said of it.
    told: list[tuple[Ref, Record, tuple[str, ...], str, int]] = [
        *(
            (register.ref(Kind.SURVEY, survey_key(survey)), survey, SURVEY_KEYS, "survey", n)
            for n, survey in enumerate(linked.step.survey)
        ),
        *(
            (
                register.ref(Kind.OPPORTUNITY, opportunity_key(one)),
                one,
                OPPORTUNITY_KEYS[not one.id :],
                "opportunities",
                n,
            )
            for n, one in enumerate(linked.step.opportunities)
        ),
    ]
    for ref, record, keys, field, n in told:
        if ref.id:
            for key, value in _said(record, keys):
                yield Said(ref, key, value, at.spot("steps", inner, field, n, key))


def _in_file(thing: Thing) -> Iterator[Said]:
    if thing.record is not None and thing.front is not None:
        for key, value in _said(thing.record, (*SURVEY_KEYS, *OPPORTUNITY_KEYS[:-1])):
            yield Said(thing.ref, key, value, Spot(thing.front, (key,)))


def _said(record: Record, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key in keys:
        value: object = getattr(record, key, None)
        items = items_of(value)
        shown = _plain(value) if items is None else ", ".join(map(str, items))
        if shown:
            yield key, shown


def _plain(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
