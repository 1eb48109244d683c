"""The figures of one journey: everything that is computed of it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parcours.analyse.emotion import JourneyEmotion, emotion_insights, emotion_of
from parcours.analyse.gaps import Gap, gaps_of, insight_of
from parcours.analyse.ground import Ground
from parcours.analyse.insight import Insight
from parcours.analyse.matrix import Cells, cells_of, counts
from parcours.analyse.sequences import Sequences, sequences_of
from parcours.link.atlas import LinkedJourney, LinkedStep


@dataclass(frozen=True, slots=True)
class Figures:
    """What is computed of one journey, and what of it is worth acting on (nothing where it is only planned).

    ``cells`` are its channel matrices by persona (the empty id: everyone); ``unowned`` are the steps at touchpoints
    that somebody named and nobody owns.
    """

    journey: LinkedJourney = field(repr=False)
    emotion: JourneyEmotion
    sequences: Sequences
    gaps: tuple[Gap, ...]
    cells: Mapping[str, Cells]
    unowned: tuple[LinkedStep, ...] = field(repr=False)
    insights: tuple[Insight, ...]


def figures_of(journey: LinkedJourney, ground: Ground) -> Figures:
    """All figures of a journey."""
    emotion = emotion_of(journey)
    sequences = sequences_of(journey)
    gaps = gaps_of(journey, sequences, ground)
    insights = (*emotion_insights(journey, emotion), *map(insight_of, gaps)) if counts(journey) else ()
    unowned = tuple(step for step in journey.steps if step.step.touchpoint and not ground.owner(step))
    return Figures(journey, emotion, sequences, gaps, cells_of(journey), unowned, insights)
