"""Advice about the maps themselves: what a reader would look for in them and not find."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.check.template import untouched
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney
from parcours.link.spot import place_of
from parcours.model.hours import read_hours
from parcours.model.kinds import Kind
from parcours.model.places import Channel
from parcours.source.text import Place

FEWEST_SCORES = 4
"""Scores; that fewer are equal may be chance."""


def _top(journey: LinkedJourney) -> Place:
    return place_of(journey.front, ("title",))


def journey_without_step(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A journey in which nothing happens at all."""
    if not (journey.stages or journey.lacks()):
        yield finding("map/no-step", _top(journey), journey=journey.name)


def stage_without_step(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A stage in which the customer does nothing."""
    for stage in journey.stages:
        if not (stage.steps or stage.front.lacks()):
            where = ("name",) if stage.own_file else ("stages", stage.index, "name")
            yield finding("map/empty-stage", place_of(stage.front, where), stage=stage.stage.name or stage.id)


def unnamed(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A step that does not say what the customer does, a stage without a name."""
    for stage in journey.stages:
        if not (stage.stage.name or stage.own_file or journey.lacks("name")):
            place = stage.front.table.key_place(("stages", stage.index, "steps"))
            yield finding("shape/unnamed", place, kind="stage", key="name")
        for step in stage.steps:
            if not (step.step.action or journey.lacks("action")):
                yield finding("shape/unnamed", step.place, kind="step", key="action")


def no_channel(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A step of a customer journey that does not say where it happens; an experience has steps without a channel."""
    if journey.journey.kind == "journey" and not journey.lacks("channel", "kind"):
        for step in journey.steps:
            if step.channel is None and not any(inner.channel for inner in step.step.steps):
                yield finding("map/no-channel", step.place, step=step.step.action or step.id)


def unread_hours(atlas: Atlas) -> Iterator[Finding]:
    """A channel whose hours are written in a way nothing can be computed from."""
    for thing in atlas.of(Kind.CHANNEL):
        hours = thing.record.hours if isinstance(thing.record, Channel) else ""
        if hours and thing.front is not None and read_hours(hours) is None:
            yield finding("map/unread-hours", place_of(thing.front, ("hours",)), hours=hours)


def no_feeling(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A journey that says nothing of what the customer feels."""
    if journey.steps and not (any(step.felt for step in journey.steps) or journey.lacks("feeling")):
        yield finding("map/no-feeling", _top(journey), journey=journey.name)


def flat_feeling(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """A journey in which every score is the same."""
    felt = [felt for step in journey.steps for felt in step.felt]
    scores = [score for one in felt for score in (one.score, one.start, one.end) if score is not None]
    if len(scores) >= FEWEST_SCORES and len(set(scores)) == 1 and not untouched(journey):
        value = f"{atlas.settings.feeling_scale.from_five(scores[0]):g}"
        yield finding("map/flat-feeling", _top(journey), journey=journey.name, value=value)
