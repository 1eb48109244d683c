"""Emotion: high and low points, the end, what is remembered, the biggest fall, and where personas part.

The peak-end rule: what is remembered of an experience is close to the mean of its most intense moment and of its end,
whatever its length. D. Kahneman, B. L. Fredrickson, C. A. Schreiber, D. A. Redelmeier, "When More Pain Is Preferred to
Less: Adding a Better End", Psychological Science 4 (6), 1993, 401–405.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from parcours.analyse.felt import EVERYONE, NEUTRAL, cast_of, felt_by, instants_of, mean, score_of
from parcours.analyse.insight import Insight, StepAt
from parcours.analyse.metrics import points_of
from parcours.link.atlas import LinkedJourney, LinkedStep, Ref
from parcours.link.measures import Measured
from parcours.model.kinds import Kind
from parcours.source.address import slug

OF_FEELING = frozenset({"nps", "csat", "ces", "satisfaction"})
"""Metrics that tell what customers feel."""

LEAST_APART = 1.0
"""Points between two personas at one step from which on they part."""


class Moment(NamedTuple):
    """A score (1 to 5) at a step."""

    at: StepAt
    score: float


class Fall(NamedTuple):
    """Two moments that follow each other, the second worse than the first; within one step both are at it."""

    before: Moment
    after: Moment

    @property
    def size(self) -> float:
        """Points lost, above 0."""
        return round(self.before.score - self.after.score, 2)


class Parting(NamedTuple):
    """A step at which two personas feel differently: who feels worse, who better, and what."""

    at: StepAt
    worse: str
    low: float
    better: str
    high: float

    @property
    def gap(self) -> float:
        """Points between them, above 0."""
        return round(self.high - self.low, 2)


@dataclass(frozen=True, slots=True)
class Emotion:
    """What one persona (its id; empty: everyone) feels along a journey.

    ``remembered`` is the mean of ``intense`` (the moment farthest from neutral; of two, the worse) and the end.
    ``stages`` are the means of the journey's stages, None where nothing is recorded.
    """

    persona: str
    peak: Moment
    pit: Moment
    end: Moment
    intense: Moment
    remembered: float
    mean: float
    stages: tuple[float | None, ...]
    fall: Fall | None


@dataclass(frozen=True, slots=True)
class JourneyEmotion:
    """The emotions of a journey by persona (those who are silent left out), and the step at which two part most."""

    personas: tuple[Emotion, ...]
    parting: Parting | None


class Trend(NamedTuple):
    """A figure of feeling that was measured more than once: the first and the last time.

    ``anchor`` is where on the map, ``name`` what stands there; both are empty for the whole of it.
    """

    anchor: str
    name: str
    metric: str
    unit: str
    first: tuple[dt.date, float]
    last: tuple[dt.date, float]


def trends_of(journey: LinkedJourney) -> tuple[Trend, ...]:
    """What a journey, its stages and its steps tell of feelings over time."""
    found = list(_trends("", "", journey.measured))
    for stage in journey.stages:
        found += _trends(stage.anchor, stage.stage.name or stage.id, stage.measured)
        for step in stage.steps:
            found += _trends(step.anchor, step.step.action or step.id, step.measured)
    return tuple(found)


def _trends(anchor: str, name: str, measured: Iterable[Measured]) -> Iterator[Trend]:
    for one in measured:
        points = points_of(one)
        if len(points) > 1 and slug(one.latest.name) in OF_FEELING:
            yield Trend(anchor, name, one.latest.name, one.latest.unit, points[0], points[-1])


def depth_of(emotion: JourneyEmotion) -> float:
    """The points lost in the deepest fall of all; 0 where nothing falls."""
    return max((felt.fall.size for felt in emotion.personas if felt.fall), default=0.0)


def emotion_of(journey: LinkedJourney) -> JourneyEmotion:
    """What is felt along a journey, in reading order."""
    found = (_emotion(journey, persona) for persona in cast_of(journey))
    return JourneyEmotion(tuple(one for one in found if one is not None), _parting(journey))


def emotion_insights(journey: LinkedJourney, emotion: JourneyEmotion) -> Iterator[Insight]:
    """The persona who will remember the journey worst, where that is worse than neutral."""
    worst = min(emotion.personas, key=lambda one: one.remembered, default=None)
    if worst is None or worst.remembered >= NEUTRAL:
        return
    values: list[tuple[str, str | float | Ref]] = [("score", worst.remembered)]
    if worst.persona != EVERYONE:
        values.append(("persona", Ref(Kind.PERSONA, worst.persona)))
    kind = "remembered" if worst.persona == EVERYONE else "remembered_by"
    weight = round((NEUTRAL - worst.remembered) / len(cast_of(journey)), 4)
    yield Insight(kind, weight, (worst.end.at, worst.intense.at), "emotion", (("journey", journey.ref), *values))


def _emotion(journey: LinkedJourney, persona: str) -> Emotion | None:
    moments = [
        Moment(StepAt(journey.ref.id, step.id), score)
        for step in journey.steps
        for score in instants_of(felt_by(step, persona))
    ]
    if not moments:
        return None
    end = moments[-1]
    intense = max(moments, key=lambda one: (abs(one.score - NEUTRAL), -one.score))
    stages = tuple(mean(score_of(felt_by(step, persona)) for step in stage.steps) for stage in journey.stages)
    return Emotion(
        persona,
        max(moments, key=lambda one: one.score),
        min(moments, key=lambda one: one.score),
        end,
        intense,
        round((intense.score + end.score) / 2, 2),
        mean(score_of(felt_by(step, persona)) for step in journey.steps) or NEUTRAL,
        stages,
        _deepest(Fall(a, b) for a, b in pairwise(moments)),
    )


def _deepest(falls: Iterable[Fall]) -> Fall | None:
    deepest = max(falls, key=lambda fall: fall.size, default=None)
    return deepest if deepest is not None and deepest.size > 0 else None


def _parting(journey: LinkedJourney) -> Parting | None:
    found = (_apart(journey, step) for step in journey.steps)
    widest = max((one for one in found if one is not None), key=lambda one: one.gap, default=None)
    return widest if widest is not None and widest.gap >= LEAST_APART else None


def _apart(journey: LinkedJourney, step: LinkedStep) -> Parting | None:
    scored = [(score, who) for who in journey.personas if (score := score_of(felt_by(step, who))) is not None]
    if len(scored) < 2:
        return None
    low, high = min(scored, key=lambda one: one[0]), max(scored, key=lambda one: one[0])
    return Parting(StepAt(journey.ref.id, step.id), low[1], low[0], high[1], high[0])
