"""Two journeys compared: the same stages aligned, and in them the steps that are the same, changed, added, removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parcours.analyse.felt import EVERYONE
from parcours.compare.changes import Change, stage_changes, step_changes
from parcours.compare.feelings import FeelingChange, cast_of, mean_of, score_at
from parcours.compare.likeness import Named, by_id, by_words
from parcours.compare.order import in_order, merged
from parcours.compare.stages import StagePair, pair_stages
from parcours.link.atlas import LinkedJourney, LinkedStep

LEAST_INSIDE = 62.0
"""How alike (0 to 100) two actions of the same stage must be to be one step."""

LEAST_ACROSS = 80.0
"""The same for two actions of different stages, where a likeness says less."""


class Kind(StrEnum):
    """What became of a step from side a to side b. A step that changed and moved has moved."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two steps that are one: what is written, and what each persona feels."""

    changes: tuple[Change, ...]
    feelings: tuple[FeelingChange, ...]

    def __bool__(self) -> bool:
        return bool(self.changes) or any(felt.a != felt.b for felt in self.feelings)


@dataclass(frozen=True, slots=True)
class AlignedStep:
    """A place in the list that holds both sides' steps: what side a has there and what side b has.

    A step that moved stands twice: where side a has it and where side b has it, each time with the other side's step as
    its ``twin``. ``difference`` is None where there is no pair.
    """

    kind: Kind
    a: LinkedStep | None
    b: LinkedStep | None
    twin: LinkedStep | None = None
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class AlignedStage:
    """Two stages that stand for one (either may be missing) with their steps; each persona's means, and over all."""

    pair: StagePair
    steps: tuple[AlignedStep, ...]
    changes: tuple[Change, ...]
    feelings: tuple[FeelingChange, ...]
    overall: FeelingChange


@dataclass(frozen=True, slots=True)
class JourneyComparison:
    """Two journeys compared. ``personas`` are the ids of both casts; ``feelings`` their means over the journey."""

    a: LinkedJourney
    b: LinkedJourney
    personas: tuple[str, ...]
    stages: tuple[AlignedStage, ...]
    feelings: tuple[FeelingChange, ...]
    overall: FeelingChange

    def counts(self) -> Mapping[Kind, int]:
        """How many steps there are of each kind; one that moved counts once."""
        steps = (step for stage in self.stages for step in stage.steps)
        return Counter(step.kind for step in steps if step.kind is not Kind.MOVED or step.b is not None)

    def __bool__(self) -> bool:
        """Whether stages or steps differ at all."""
        differs = any(stage.changes or stage.pair.moved or not (stage.pair.a and stage.pair.b) for stage in self.stages)
        return differs or any(kind is not Kind.SAME for kind in self.counts())


def compare_journeys(a: LinkedJourney, b: LinkedJourney) -> JourneyComparison:
    """Everything that differs from journey ``a`` to journey ``b``.

    Stages are matched by id, name, then order; steps by id, by the likeness of their actions in the same stage, then
    in others. The answer for (b, a) is this one with its sides exchanged.
    """
    stages = pair_stages(a.stages, b.stages)
    matched = match_steps(a, b, stages)
    personas = cast_of(a, b) or (EVERYONE,)
    sides = _Sides(a, b, personas, matched, {j: i for i, j in matched.items()})
    return JourneyComparison(
        a,
        b,
        personas,
        tuple(sides.stage(pair) for pair in stages),
        sides.felt(a.steps, b.steps),
        sides.overall(a.steps, b.steps),
    )


def match_steps(a: LinkedJourney, b: LinkedJourney, stages: Sequence[StagePair]) -> dict[int, int]:
    """Which step of ``b`` (its index) each step of ``a`` has become; steps without counterpart are left out."""
    pairs = by_id(_named(a.steps), _named(b.steps))
    for pair in stages:
        if pair.a and pair.b:
            pairs |= by_words(*_left(pair.a.steps, pair.b.steps, pairs), LEAST_INSIDE)
    return pairs | by_words(*_left(a.steps, b.steps, pairs), LEAST_ACROSS)


def _named(steps: Sequence[LinkedStep]) -> list[Named]:
    return [Named(step.index, step.id, step.step.action) for step in steps]


def _left(a: Sequence[LinkedStep], b: Sequence[LinkedStep], pairs: dict[int, int]) -> tuple[list[Named], list[Named]]:
    taken = frozenset(pairs.values())
    return (
        [one for one in _named(a) if one.index not in pairs],
        [one for one in _named(b) if one.index not in taken],
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both journeys and which steps belong together, by index, there and back."""

    a: LinkedJourney
    b: LinkedJourney
    personas: tuple[str, ...]
    matched: dict[int, int]
    back: dict[int, int]

    def stage(self, pair: StagePair) -> AlignedStage:
        a, b = (pair.a.steps if pair.a else ()), (pair.b.steps if pair.b else ())
        return AlignedStage(
            pair,
            tuple(self._steps(a, b)),
            stage_changes(pair.a, pair.b) if pair.a and pair.b else (),
            self.felt(a, b),
            self.overall(a, b),
        )

    def felt(self, a: Sequence[LinkedStep], b: Sequence[LinkedStep]) -> tuple[FeelingChange, ...]:
        return tuple(FeelingChange(p, mean_of(self.a, a, p), mean_of(self.b, b, p)) for p in self.personas)

    def overall(self, a: Sequence[LinkedStep], b: Sequence[LinkedStep]) -> FeelingChange:
        return FeelingChange(EVERYONE, mean_of(self.a, a, EVERYONE), mean_of(self.b, b, EVERYONE))

    def _steps(self, a: Sequence[LinkedStep], b: Sequence[LinkedStep]) -> Iterator[AlignedStep]:
        places = {step.index: n for n, step in enumerate(b)}
        together = [(n, places[j]) for n, step in enumerate(a) if (j := self.matched.get(step.index)) in places]
        kept = in_order(together, lambda pair: tuple(sorted((a[pair[0]].id, b[pair[1]].id))))
        for i, j in merged(len(a), len(b), kept):
            yield self._step(None if i is None else a[i], None if j is None else b[j])

    def _step(self, a: LinkedStep | None, b: LinkedStep | None) -> AlignedStep:
        if a and b:
            difference = self._difference(a, b)
            return AlignedStep(Kind.CHANGED if difference else Kind.SAME, a, b, None, difference)
        if a and (to := self.matched.get(a.index)) is not None:
            twin = self.b.steps[to]
            return AlignedStep(Kind.MOVED, a, None, twin, self._difference(a, twin))
        if b and (origin := self.back.get(b.index)) is not None:
            twin = self.a.steps[origin]
            return AlignedStep(Kind.MOVED, None, b, twin, self._difference(twin, b))
        return AlignedStep(Kind.REMOVED if a else Kind.ADDED, a, b)

    def _difference(self, a: LinkedStep, b: LinkedStep) -> Difference:
        felt = (FeelingChange(p, score_at(self.a, a, p), score_at(self.b, b, p)) for p in self.personas)
        told = tuple(one for one in felt if one.a is not None or one.b is not None)
        return Difference(step_changes(a, b), told)
