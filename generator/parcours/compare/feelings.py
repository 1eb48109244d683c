"""What is felt on two sides, and what is gained from one to the other. Absent is not zero: it gives no gain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parcours.analyse.felt import EVERYONE, mean, score_of
from parcours.link.atlas import Felt, LinkedJourney, LinkedStep


@dataclass(frozen=True, slots=True)
class FeelingChange:
    """What a persona (its id; empty: all of them) feels on side a and side b, on 1 to 5; None where not recorded."""

    persona: str
    a: float | None
    b: float | None

    @property
    def gain(self) -> float | None:
        """How much better b is than a (worse: below 0); None where either is not recorded."""
        return None if self.a is None or self.b is None else round(self.b - self.a, 2)

    @property
    def verdict(self) -> str:
        """``better``, ``worse``, ``same``, or empty where it cannot be said."""
        gain = self.gain
        if gain is None:
            return ""
        return "better" if gain > 0 else "worse" if gain < 0 else "same"


def felt_by(journey: LinkedJourney, step: LinkedStep, persona: str) -> Felt | None:
    """What a persona feels at a step of a journey: their own feeling, else everybody's; None when not of the cast."""
    if journey.personas and persona not in journey.personas:
        return None
    own = next((felt for felt in step.felt if felt.persona == persona), None)
    return own or next((felt for felt in step.felt if not felt.persona), None)


def score_at(journey: LinkedJourney, step: LinkedStep | None, persona: str) -> float | None:
    """The score of a persona at a step, on 1 to 5; None where the step is not there or nothing is recorded."""
    felt = felt_by(journey, step, persona) if step is not None else None
    return None if felt is None else score_of(felt)


def mean_of(journey: LinkedJourney, steps: Iterable[LinkedStep], persona: str) -> float | None:
    """A persona's mean over some steps; over all that is recorded, as the map shows it, for ``EVERYONE``."""
    if persona == EVERYONE:
        return mean(score_of(felt) for step in steps for felt in step.felt)
    return mean(score_at(journey, step, persona) for step in steps)


def cast_of(*journeys: LinkedJourney) -> tuple[str, ...]:
    """The ids of the personas of the journeys, each once, in order."""
    return tuple(dict.fromkeys(persona for journey in journeys for persona in journey.personas))
