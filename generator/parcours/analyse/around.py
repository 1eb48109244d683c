"""All journeys of one persona, segment, channel, owner or tag side by side, aligned by phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parcours.analyse.felt import EVERYONE, cast_of, felt_by, mean, score_of
from parcours.analyse.figures import Figures
from parcours.analyse.matrix import Cells, counts
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


class InCell(NamedTuple):
    """What a part of a journey comes to in one phase on one channel: steps, ``total`` of ``scored`` scores."""

    phase: str
    steps: int
    total: float
    scored: int
    touchpoints: frozenset[str]


class Portion(NamedTuple):
    """What a part of a journey comes to: steps, moments of truth, pain points, and its feelings in each cell."""

    steps: int
    moments: int
    pains: int
    cells: tuple[InCell, ...]


Whose = Ref | None
"""A part of a journey: as a persona feels it, what happens on a channel; None: all of it, as everybody feels it."""

Members = Mapping[Ref, tuple[str, ...]]
"""The journeys of each thing they belong to: their ids, in order."""


def whose(ref: Ref) -> Whose:
    """The part of its journeys that the page of a thing is about."""
    return ref if ref.kind in (Kind.PERSONA, Kind.CHANNEL) else None


def members_of(figures: Mapping[str, Figures], known: Mapping[str, Figures], before: Members) -> Members:
    """The journeys of each thing; ``before`` is what came out for the figures ``known``."""
    if known.keys() == figures.keys() and all(known[id_].belongs is one.belongs for id_, one in figures.items()):
        return before
    found: dict[Ref, list[str]] = {}
    for id_, one in figures.items():
        for ref in one.belongs:
            found.setdefault(ref, []).append(id_)
    return {ref: tuple(members) for ref, members in found.items()}


def aligned(journey: LinkedJourney) -> Mapping[Whose, tuple[InPhase, ...]]:
    """Every part of a journey by phase."""
    cast = cast_of(journey)
    parts: dict[Whose, dict[str, list[list[float | None]]]] = {None: {}}
    guessed: set[tuple[Whose, str]] = set()
    for stage in journey.stages:
        phase = phase_of(stage)
        for step in stage.steps:
            scores = [score_of(felt_by(step, who)) for who in cast]
            own = [(Ref(Kind.PERSONA, who), [score]) for who, score in zip(cast, scores, strict=True) if who]
            shared: list[tuple[Whose, list[float | None]]] = [(part, scores) for part in _shared(step)]
            for part, felt in (*shared, *own):
                parts.setdefault(part, {}).setdefault(phase.key, []).append(felt)
                guessed |= {(part, phase.key)} if phase.guessed else set()
    return {
        part: tuple(_in_phase(key, phases[key], (part, key) in guessed) for key in ROWS if key in phases)
        for part, phases in parts.items()
    }


def _shared(step: LinkedStep) -> tuple[Whose, ...]:
    """The parts a step belongs to with everybody's feelings: the whole, and what happens on its channel."""
    return (None,) if step.channel is None else (None, step.channel)


def _in_phase(phase: str, felt: list[list[float | None]], guessed: bool) -> InPhase:
    return InPhase(phase, tuple(mean(scores) for scores in felt), mean(s for scores in felt for s in scores), guessed)


def portions(one: Figures) -> Mapping[Whose, Portion]:
    """What every part of a journey comes to; nothing where it does not count."""
    if not counts(one.journey):
        return {}
    steps = one.journey.steps
    found: dict[Whose, Portion] = {None: _portion(steps, one.cells[EVERYONE], None)}
    for channel in dict.fromkeys(step.channel for step in steps if step.channel is not None):
        found[channel] = _portion([step for step in steps if step.channel == channel], one.cells[EVERYONE], channel.id)
    for who in one.journey.personas:
        found[Ref(Kind.PERSONA, who)] = _portion(steps, one.cells[who], None)
    return found


def _portion(steps: Sequence[LinkedStep], cells: Cells, channel: str | None) -> Portion:
    return Portion(
        len(steps),
        sum(1 for step in steps if step.step.moment_of_truth),
        sum(len(step.step.pain_points) for step in steps),
        tuple(
            InCell(phase, cell.steps, cell.total, cell.scored, cell.touchpoints)
            for (phase, on), cell in cells.items()
            if channel is None or on == channel
        ),
    )


def totals(current: Sequence[Portion]) -> Totals:
    """What the parts of some current journeys come to."""
    cells = [cell for one in current for cell in one.cells]
    phases = tuple(
        (phase, sum(cell.steps for cell in inside), _mean(inside))
        for phase in ROWS
        if (inside := [cell for cell in cells if cell.phase == phase])
    )
    return Totals(
        len(current),
        sum(one.steps for one in current),
        len({id_ for cell in cells for id_ in cell.touchpoints}),
        sum(one.moments for one in current),
        sum(one.pains for one in current),
        _mean(cells),
        phases,
    )


def _mean(cells: Sequence[InCell]) -> float | None:
    scored = sum(cell.scored for cell in cells)
    return round(sum(cell.total for cell in cells) / scored, 2) if scored else None
