"""Everything that is computed across the maps: a part a journey, kept while the journey is the same, and the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parcours.analyse.emotion import JourneyEmotion, emotion_insights, emotion_of
from parcours.analyse.insight import Insight, ranked
from parcours.link.atlas import Atlas, LinkedJourney

MOST_TOLD = 200
"""Insights that are kept: no page shows more."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What is computed of one journey from that journey alone, and what of it is worth acting on."""

    journey: LinkedJourney = field(repr=False)
    emotion: JourneyEmotion
    insights: tuple[Insight, ...]


@dataclass(frozen=True, slots=True)
class Analyses:
    """The figures of each journey by its id, and of everything the heaviest insights, in order."""

    figures: Mapping[str, Figures] = field(repr=False)
    insights: tuple[Insight, ...]


def analyse(atlas: Atlas, before: Analyses | None = None) -> Analyses:
    """All figures of an Atlas; those of journeys that are still the same object are taken from ``before``."""
    known: Mapping[str, Figures] = before.figures if before is not None else {}
    figures: dict[str, Figures] = {}
    for id_, journey in sorted(atlas.journeys.items()):
        last = known.get(id_)
        figures[id_] = last if last is not None and last.journey is journey else _figures(journey)
    found = (insight for one in figures.values() for insight in one.insights)
    return Analyses(figures, ranked(found)[:MOST_TOLD])


def _figures(journey: LinkedJourney) -> Figures:
    emotion = emotion_of(journey)
    return Figures(journey, emotion, (*emotion_insights(journey, emotion),))
