"""The channel matrix: phases across channels, with touchpoints, mean feeling and volume.

It counts current journeys that are not retired: a promise is not a channel that serves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from parcours.analyse.felt import EVERYONE, cast_of, felt_by, score_of
from parcours.analyse.insight import StepAt
from parcours.analyse.phase import Phase, phase_of
from parcours.analyse.volume import volume_of
from parcours.link.atlas import LinkedJourney, LinkedStep

NO_CHANNEL = ""
"""The channel of steps that happen on none."""

MOST_SHOWN = 5
"""Steps a sum remembers: those that feel worst."""

Key = tuple[str, str]
"""A phase (or a stage's index as text) and a channel's id."""

_UNKNOWN = 9.0


class Sum(NamedTuple):
    """What comes together in a cell.

    ``total`` of ``scored`` scores on 1 to 5; ``volume`` is the sum of volumes, None where no step has one;
    ``touchpoints`` are ids; ``worst`` are the steps that feel worst, each with its mean score (9 where there is none).
    """

    steps: int
    total: float
    scored: int
    volume: float | None
    touchpoints: frozenset[str]
    worst: tuple[tuple[float, StepAt], ...]

    @property
    def mean(self) -> float | None:
        """The mean of all scores, to two places; None without any."""
        return round(self.total / self.scored, 2) if self.scored else None


Cells = Mapping[Key, Sum]


def merged(sums: Iterable[Sum]) -> Sum:
    """Several sums as one; at least one must be given."""
    first, *others = sums
    if not others:
        return first
    all_ = (first, *others)
    volumes = [one.volume for one in all_ if one.volume is not None]
    return Sum(
        sum(one.steps for one in all_),
        sum(one.total for one in all_),
        sum(one.scored for one in all_),
        sum(volumes) if volumes else None,
        frozenset().union(*(one.touchpoints for one in all_)),
        tuple(sorted(step for one in all_ for step in one.worst)[:MOST_SHOWN]),
    )


def merged_cells(many: Iterable[Cells]) -> Cells:
    """Several matrices as one."""
    gathered: dict[Key, list[Sum]] = {}
    for cells in many:
        for key, one in cells.items():
            gathered.setdefault(key, []).append(one)
    return {key: merged(sums) for key, sums in gathered.items()}


def counts(journey: LinkedJourney) -> bool:
    """Whether a journey tells what is: current, and not retired."""
    return journey.journey.state == "current" and journey.journey.status != "retired"


def cells_of(journey: LinkedJourney) -> Mapping[str, Cells]:
    """The matrix of a journey by persona, and under the empty id that of everyone; nothing where it does not count."""
    if not counts(journey):
        return {}
    whose = dict.fromkeys((EVERYONE, *journey.personas))
    phases = [phase_of(stage).key for stage in journey.stages]
    return {who: _cells(journey, who, phases) for who in whose}


class Row(NamedTuple):
    """A stage as a row of its journey's matrix: its id, its name (or its id), its phase."""

    id: str
    name: str
    phase: Phase


class Grid(NamedTuple):
    """The matrix of one journey: its stages (by index) across channels."""

    rows: tuple[Row, ...]
    cells: Cells


def grid_of(journey: LinkedJourney) -> Grid:
    """The matrix of one journey, whether it counts or not."""
    rows = tuple(Row(stage.id, stage.stage.name or stage.id, phase_of(stage)) for stage in journey.stages)
    return Grid(rows, _cells(journey, EVERYONE, [str(stage.index) for stage in journey.stages]))


def _cells(journey: LinkedJourney, who: str, rows: list[str]) -> Cells:
    found: dict[Key, list[LinkedStep]] = {}
    for stage in journey.stages:
        for step in stage.steps:
            channel = step.channel.id if step.channel else NO_CHANNEL
            found.setdefault((rows[stage.index], channel), []).append(step)
    return {key: _sum(journey, steps, who) for key, steps in found.items()}


def _sum(journey: LinkedJourney, steps: list[LinkedStep], who: str) -> Sum:
    cast = (who,) if who != EVERYONE else cast_of(journey)
    total, scored = 0.0, 0
    worst: list[tuple[float, StepAt]] = []
    volumes: list[float] = []
    for step in steps:
        scores = [score for persona in cast if (score := score_of(felt_by(step, persona))) is not None]
        total += sum(scores)
        scored += len(scores)
        worst.append((sum(scores) / len(scores) if scores else _UNKNOWN, StepAt(journey.ref.id, step.id)))
        if step.measured and (volume := volume_of(step.measured)) is not None:
            volumes.append(volume)
    return Sum(
        len(steps),
        total,
        scored,
        sum(volumes) if volumes else None,
        frozenset(step.touchpoint.id for step in steps if step.touchpoint),
        tuple(sorted(worst)[:MOST_SHOWN]),
    )
