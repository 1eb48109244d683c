"""The emotion curve in characters: one for each step, as high as what is felt there is good."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.analyse.felt import EVERYONE, mean, score_of
from parcours.compare.feelings import score_at
from parcours.compare.steps import JourneyComparison
from parcours.link.atlas import LinkedJourney, LinkedStep

LEVELS = "▁▂▃▄▅▆▇█"
"""From 1 (very bad) to 5 (very good)."""
UNTOLD = "·"
"""A step without a feeling."""
ABSENT = " "
"""A step that only the other side has."""
BETWEEN = "│"
"""Between two stages."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What one persona (its id; empty: everyone) feels along both sides, in the columns the sides share."""

    persona: str
    before: str
    after: str


def sketches(compared: JourneyComparison, but: frozenset[str], most: int = 4) -> tuple[Sketch, ...]:
    """The curves that differ, at most so many, but those of some personas."""
    drawn = (_sketch(compared, persona) for persona in compared.personas if persona not in but)
    return tuple(one for one in drawn if one.before != one.after)[:most]


def level(score: float) -> str:
    """The character for a score on 1 to 5."""
    return LEVELS[min(len(LEVELS) - 1, max(0, round((score - 1) / 4 * (len(LEVELS) - 1))))]


def _sketch(compared: JourneyComparison, persona: str) -> Sketch:
    stages = [stage.steps for stage in compared.stages if stage.steps]
    sides = (
        BETWEEN.join("".join(_character(compared.a, step.a, persona) for step in steps) for steps in stages),
        BETWEEN.join("".join(_character(compared.b, step.b, persona) for step in steps) for steps in stages),
    )
    return Sketch(persona, *sides)


def _character(journey: LinkedJourney, step: LinkedStep | None, persona: str) -> str:
    if step is None:
        return ABSENT
    own = score_at(journey, step, persona)
    score = mean(score_of(felt) for felt in step.felt) if persona == EVERYONE else own
    return UNTOLD if score is None else level(score)
