"""Where something in a step is written."""

from __future__ import annotations

from parcours.link.atlas import LinkedJourney, LinkedStep
from parcours.link.spot import place_of
from parcours.source.text import Place


def spot(journey: LinkedJourney, step: LinkedStep, *location: str | int) -> Place:
    """The place of something in a step's record: ``spot(journey, step, "survey", 0, "channel")``."""
    stage = journey.stages[step.stage]
    base = () if stage.own_file else ("stages", stage.index)
    inner = step.index - stage.steps[0].index
    return place_of(stage.front, (*base, "steps", inner, *location))
