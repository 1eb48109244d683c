"""Advice about maps: one function a rule, each from the Atlas to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep
from parcours.link.journeys import place_of
from parcours.model.kinds import Kind
from parcours.source.text import Place


def _top(journey: LinkedJourney) -> Place:
    return place_of(journey.document, ("title",))


def stage_without_step(atlas: Atlas) -> Iterator[Finding]:
    """A stage in which the customer does nothing."""
    for journey in atlas.journeys.values():
        for stage in journey.stages:
            if not stage.steps:
                where = () if stage.own_file else ("stages", stage.index, "name")
                yield finding("map/empty-stage", place_of(stage.document, where), stage=stage.stage.name or stage.id)


def no_feeling(atlas: Atlas) -> Iterator[Finding]:
    """A journey that says nothing of what the customer feels."""
    for journey in atlas.journeys.values():
        if journey.steps and not any(step.felt for step in journey.steps):
            yield finding("map/no-feeling", _top(journey), journey=journey.name)


def moment_without_proof(atlas: Atlas) -> Iterator[Finding]:
    """A moment of truth that nothing measures and nobody asks about."""
    for journey in atlas.journeys.values():
        for step in journey.steps:
            if step.step.moment_of_truth and not _proven(step):
                yield finding("map/unmeasured-moment", step.place, step=step.step.action or step.id)


def _proven(step: LinkedStep) -> bool:
    return bool(step.measured or step.step.survey or step.step.evidence)


def journey_without_owner(atlas: Atlas) -> Iterator[Finding]:
    """A journey nobody answers for."""
    for journey in atlas.journeys.values():
        if not journey.journey.owner:
            yield finding("map/no-owner", _top(journey), journey=journey.name)


def unused_persona(atlas: Atlas) -> Iterator[Finding]:
    """A persona no journey follows; anti-personas need none."""
    taken = {persona for journey in atlas.journeys.values() for persona in journey.personas}
    for thing in atlas.of(Kind.PERSONA):
        kind = getattr(thing.record, "kind", "persona")
        if thing.ref.id not in taken and kind not in ("anti-persona", "role"):
            yield finding("map/unused-persona", thing.place, persona=thing.name)


def future_of_nothing(atlas: Atlas) -> Iterator[Finding]:
    """A future state that does not say which current one it answers."""
    for journey in atlas.journeys.values():
        if journey.journey.state == "future" and not journey.journey.of:
            place = place_of(journey.document, ("state",))
            yield finding("map/future-of-nothing", place, journey=journey.name)


CHECKS: tuple[Callable[[Atlas], Iterator[Finding]], ...] = (
    stage_without_step,
    no_feeling,
    moment_without_proof,
    journey_without_owner,
    unused_persona,
    future_of_nothing,
)
"""Every check, in the order the documentation lists them."""


def check(atlas: Atlas) -> tuple[Finding, ...]:
    """Everything there is to say about the maps of an atlas."""
    return tuple(found for rule in CHECKS for found in rule(atlas))
