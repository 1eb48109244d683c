"""All journeys of one persona, segment, channel, owner or tag side by side, aligned by phase."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from parcours.analyse.felt import EVERYONE, cast_of, felt_by, mean, score_of
from parcours.analyse.figures import Figures
from parcours.analyse.matrix import counts
from parcours.analyse.phase import PHASES, UNPLACED, phase_of
from parcours.link.atlas import LinkedJourney, LinkedStep, Ref
from parcours.model.kinds import Kind

AROUND = frozenset({Kind.PERSONA, Kind.SEGMENT, Kind.CHANNEL, Kind.OWNER, Kind.TAG})
"""Kinds of thing whose journeys are seen side by side."""

ROWS = (*PHASES, UNPLACED)
"""The phases in their order, then what has none."""


@dataclass(frozen=True, slots=True)
class InPhase:
    """A journey in one phase: the mean score of each of its steps there (None: not recorded), and their mean.

    ``guessed``: the phase of a stage is only guessed from its name.
    """

    phase: str
    scores: tuple[float | None, ...]
    mean: float | None
    guessed: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """What current journeys come to: how many there are, their steps, touchpoints, moments of truth and pain points.

    ``phases`` are steps and mean feeling by phase, ``mean`` is that of all.
    """

    journeys: int
    steps: int
    touchpoints: int
    moments: int
    pains: int
    mean: float | None
    phases: tuple[tuple[str, int, float | None], ...]


Members = Mapping[Ref, tuple[Figures, ...]]
"""The journeys of each thing they belong to, in the order of their ids."""


def members_of(figures: Mapping[str, Figures], known: Mapping[str, Figures], before: Members) -> Members:
    """The journeys of each thing; ``before`` is what came out for the figures ``known``."""
    changed = [(known.get(id_), one) for id_, one in figures.items() if known.get(id_) is not one]
    if known.keys() != figures.keys() or any(was is None or was.belongs is not one.belongs for was, one in changed):
        return _members_of(figures)
    found = dict(before)
    for _, one in changed:
        for ref in one.belongs:
            those = found[ref]
            at = bisect_left(those, one.journey.ref.id, key=lambda other: other.journey.ref.id)
            found[ref] = (*those[:at], one, *those[at + 1 :])
    return found


def _members_of(figures: Mapping[str, Figures]) -> Members:
    found: dict[Ref, list[Figures]] = {}
    for one in figures.values():
        for ref in one.belongs:
            found.setdefault(ref, []).append(one)
    return {ref: tuple(members) for ref, members in found.items()}


def aligned(journey: LinkedJourney, ref: Ref) -> tuple[InPhase, ...]:
    """A journey by phase: as the persona feels it, or the part of it that happens on the channel; else all of it."""
    by_phase: dict[str, list[LinkedStep]] = {}
    guessed: set[str] = set()
    for stage in journey.stages:
        phase = phase_of(stage)
        steps = [step for step in stage.steps if _concerns(step, ref)]
        if steps:
            by_phase.setdefault(phase.key, []).extend(steps)
            guessed |= {phase.key} if phase.guessed else set()
    who = ref.id if ref.kind is Kind.PERSONA else EVERYONE
    return tuple(
        _in_phase(journey, phase, by_phase[phase], who, phase in guessed) for phase in ROWS if phase in by_phase
    )


def _concerns(step: LinkedStep, ref: Ref) -> bool:
    return ref.kind is not Kind.CHANNEL or step.channel == ref


def _in_phase(journey: LinkedJourney, phase: str, steps: list[LinkedStep], who: str, guessed: bool) -> InPhase:
    cast = cast_of(journey) if who == EVERYONE else (who,)
    felt = [[score_of(felt_by(step, persona)) for persona in cast] for step in steps]
    return InPhase(phase, tuple(mean(scores) for scores in felt), mean(s for scores in felt for s in scores), guessed)


def totals(members: tuple[Figures, ...], ref: Ref) -> Totals:
    """What the current journeys of a thing come to."""
    who = ref.id if ref.kind is Kind.PERSONA else EVERYONE
    channel = ref.id if ref.kind is Kind.CHANNEL else None
    current = [one for one in members if counts(one.journey)]
    sums = [
        (phase, cell)
        for one in current
        for (phase, on), cell in one.cells.get(who, {}).items()
        if channel is None or on == channel
    ]
    phases = tuple(
        (phase, sum(cell.steps for cell in inside), _mean(sum(c.total for c in inside), sum(c.scored for c in inside)))
        for phase in ROWS
        if (inside := [cell for key, cell in sums if key == phase])
    )
    steps = [step for one in current for step in one.journey.steps if _concerns(step, ref)]
    return Totals(
        len(current),
        len(steps),
        len({id_ for _, cell in sums for id_ in cell.touchpoints}),
        sum(1 for step in steps if step.step.moment_of_truth),
        sum(len(step.step.pain_points) for step in steps),
        _mean(sum(cell.total for _, cell in sums), sum(cell.scored for _, cell in sums)),
        phases,
    )


def _mean(total: float, scored: int) -> float | None:
    return round(total / scored, 2) if scored else None
