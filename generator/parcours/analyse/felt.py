"""What is felt at a step, as figures: absent is not zero."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.link.atlas import Felt, LinkedJourney, LinkedStep

EVERYONE = ""
"""Stands for the personas of a journey as a whole."""

NEUTRAL = 3.0
"""Neither good nor bad, on the common scale of 1 to 5."""


def score_of(felt: Felt | None) -> float | None:
    """The one score of a feeling on 1 to 5: as recorded, else where a moving one ends; None when none is recorded."""
    if felt is None:
        return None
    if felt.score is not None:
        return felt.score
    return felt.start if felt.end is None else felt.end


def instants_of(felt: Felt | None) -> tuple[float, ...]:
    """All scores of a feeling in their order: where it starts, as recorded, where it ends."""
    if felt is None:
        return ()
    return tuple(score for score in (felt.start, felt.score, felt.end) if score is not None)


def felt_by(step: LinkedStep, persona: str) -> Felt | None:
    """What a persona of the journey feels at a step: their own feeling, else everybody's."""
    everyones: Felt | None = None
    for felt in step.felt:
        if felt.persona == persona:
            return felt
        if not felt.persona and everyones is None:
            everyones = felt
    return everyones


def cast_of(journey: LinkedJourney) -> tuple[str, ...]:
    """The personas whose feelings a journey may record; everyone together where it follows nobody by name."""
    return journey.personas or (EVERYONE,)


def mean(scores: Iterable[float | None]) -> float | None:
    """The mean of what is recorded, to two places; None when nothing is."""
    told = [score for score in scores if score is not None]
    return round(sum(told) / len(told), 2) if told else None
