"""Advice about maps whose ground has moved: what they cite, or they themselves, changed after the last review."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, Ref, Thing
from parcours.link.spot import place_of
from parcours.model.kinds import Kind
from parcours.model.review import Suspicion
from parcours.source.text import Place


def suspect_journey(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """A journey that cites something which has changed since it was reviewed: one finding a thing."""
    for suspicion in atlas.suspects.get(journey.ref.id, ()):
        if suspicion.kind != Kind.JOURNEY.value:
            thing = atlas.things[Ref(Kind(suspicion.kind), suspicion.id)]
            yield _finding("map/suspect", journey, suspicion, _changed(thing, suspicion), thing=thing.name)


def changed_since_review(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """A journey that has itself changed since it was reviewed."""
    for suspicion in atlas.suspects.get(journey.ref.id, ()):
        if suspicion.kind == Kind.JOURNEY.value:
            yield _finding("map/changed-since-review", journey, suspicion)


def _changed(thing: Thing, suspicion: Suspicion) -> tuple[Place, ...]:
    """Where the first of the changed fields is written; the start of the file where it is gone, or is the prose."""
    if thing.front is None:
        return ()
    table = thing.front.table
    written = next((field for field in suspicion.fields if field in table.value), None)
    return (table.key_place((written,)) if written else thing.place,)


def _finding(
    rule: str, journey: LinkedJourney, suspicion: Suspicion, related: tuple[Place, ...] = (), **values: str
) -> Finding:
    return finding(
        rule,
        place_of(journey.front, ("reviewed",)),
        related=related,
        journey=journey.name,
        fields=", ".join(suspicion.fields),
        day=suspicion.day.isoformat(),
        id=journey.ref.id,
        **values,
    )
