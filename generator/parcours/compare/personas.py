"""Two personas on one journey: the same steps, what each feels, and where they part most."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.compare.feelings import mean_of, score_at
from parcours.link.atlas import LinkedJourney, LinkedStage, LinkedStep


@dataclass(frozen=True, slots=True)
class Gap:
    """What two personas feel at one place, on 1 to 5; None where nothing is recorded."""

    a: float | None
    b: float | None

    @property
    def width(self) -> float | None:
        """How far apart they are, never below 0; None where either is not recorded."""
        return None if self.a is None or self.b is None else round(abs(self.b - self.a), 2)

    @property
    def better_off(self) -> str:
        """``a``, ``b``, ``same``, or empty where it cannot be said."""
        if self.a is None or self.b is None:
            return ""
        return "same" if self.a == self.b else "a" if self.a > self.b else "b"


@dataclass(frozen=True, slots=True)
class ParallelStep:
    """A step and what the two feel there."""

    step: LinkedStep
    gap: Gap


@dataclass(frozen=True, slots=True)
class ParallelStage:
    """A stage, its steps, and the two personas' means over it."""

    stage: LinkedStage
    steps: tuple[ParallelStep, ...]
    gap: Gap


@dataclass(frozen=True, slots=True)
class PersonaComparison:
    """Two personas (ids) on one journey; ``gap`` holds their means over all of it."""

    journey: LinkedJourney
    a: str
    b: str
    stages: tuple[ParallelStage, ...]
    gap: Gap

    @property
    def steps(self) -> tuple[ParallelStep, ...]:
        """All steps in reading order."""
        return tuple(step for stage in self.stages for step in stage.steps)

    def widest(self, most: int = 3) -> tuple[ParallelStep, ...]:
        """Where they part most: at most so many steps, the widest gap first, the earlier of two equal ones first."""
        apart = [step for step in self.steps if step.gap.width]
        return tuple(sorted(apart, key=lambda step: -(step.gap.width or 0))[:most])


def compare_personas(journey: LinkedJourney, a: str, b: str) -> PersonaComparison:
    """What two personas of a journey feel, step by step and stage by stage."""

    def means(steps: tuple[LinkedStep, ...]) -> Gap:
        return Gap(mean_of(journey, steps, a), mean_of(journey, steps, b))

    def at(step: LinkedStep) -> ParallelStep:
        return ParallelStep(step, Gap(score_at(journey, step, a), score_at(journey, step, b)))

    stages = tuple(
        ParallelStage(stage, tuple(at(step) for step in stage.steps), means(stage.steps)) for stage in journey.stages
    )
    return PersonaComparison(journey, a, b, stages, means(journey.steps))
