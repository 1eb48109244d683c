"""Sequences: the paths customers take through a journey, and which share of them takes each.

A path begins at the first step and follows ``next``. Shares that are written are taken; what they leave of the whole
goes in equal parts to the ways without one; where every way has a share and they do not make a whole, the rest stops
there. A path takes no step twice: who goes back to a step already passed comes by here again, so the share of a way
back is spread over the other ways in proportion. The share of a path is the product of the shares along it, so the
shares of all paths make at most 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from parcours.link.atlas import LinkedJourney, LinkedStep, Way

MOST_PATHS = 100
"""Paths of one journey that are followed, the most travelled first."""

MOST_TAKEN = 5000
"""Steps that are taken in search of them."""

SLACK = 0.005
"""By how much written shares may miss the whole before it counts: half a percent, for they are rounded."""


class Path(NamedTuple):
    """One path: indexes of steps, the share of customers (0 to 1), how it ends, whether a share was assumed.

    ``end`` is ``done`` (in the last stage), ``out`` (into another journey), ``stopped`` (earlier than the last stage)
    or ``loop`` (every way on leads back).
    """

    steps: tuple[int, ...]
    share: float
    end: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Sequences:
    """The paths of a journey, the most travelled first, and the share of customers who come by each step (0 to 1).

    ``stops`` is, by step, the share of customers who stop there before the last stage; ``over`` are the steps whose
    written shares make more than a whole, with their sum; from the ``endless`` steps no way leads to an end.
    """

    paths: tuple[Path, ...]
    reach: tuple[float, ...]
    stops: tuple[float, ...]
    over: tuple[tuple[int, float], ...]
    endless: frozenset[int] = frozenset()

    @property
    def covered(self) -> float:
        """The share of customers the paths tell of: 1, or less where there are too many to follow."""
        return min(1.0, round(sum(path.share for path in self.paths), 6))

    @property
    def shortest(self) -> Path | None:
        """The path with fewest steps that comes to an end of the journey; of equal ones the most travelled."""
        return min((p for p in self.paths if p.end in ("done", "out")), key=lambda p: len(p.steps), default=None)

    @property
    def abandoning(self) -> tuple[Path, ...]:
        """The paths that stop before the last stage."""
        return tuple(path for path in self.paths if path.end == "stopped")


class Branches(NamedTuple):
    """The paths of a journey that branches, and the ids of its steps, to which the paths' indexes lead."""

    found: Sequences
    steps: tuple[str, ...]

    @property
    def stopped(self) -> float:
        """The share of customers who stop on the way."""
        return sum(self.found.stops)


class Choice(NamedTuple):
    """A way on from a step with its share; ``to`` is -1 where it leaves the map, -2 where customers stop."""

    to: int
    share: float
    way: Way | None


OUT, STOP = -1, -2


def choices_of(step: LinkedStep, places: dict[str, int]) -> tuple[Choice, ...]:
    """The ways on from a step, with shares that make a whole; what is left over stops."""
    ways = step.ways
    if not ways:
        return (Choice(STOP, 1.0, None),)
    given = sum(way.share for way in ways if way.share is not None)
    open_ways = sum(1 for way in ways if way.share is None)
    whole = max(1.0, given)
    each = max(0.0, 1.0 - given) / open_ways if open_ways else 0.0
    found = [
        Choice(OUT if way.journey else places[way.step], each if way.share is None else way.share / whole, way)
        for way in ways
    ]
    if not open_ways and given < 1.0 - SLACK and not step.lost:
        found.append(Choice(STOP, 1.0 - given, None))
    return tuple(found)


def sequences_of(journey: LinkedJourney) -> Sequences:
    """The paths of a journey."""
    steps = journey.steps
    if not steps:
        return Sequences((), (), (), ())
    if all(step.step.next is None for step in steps):
        straight = Path(tuple(range(len(steps))), 1.0, "done", assumed=False)
        return Sequences((straight,), (1.0,) * len(steps), (0.0,) * len(steps), ())
    places = {step.id: step.index for step in steps}
    choices = [choices_of(step, places) for step in steps]
    last = max(step.stage for step in steps)
    paths = tuple(_paths(steps, choices, last))
    reach, stops = [0.0] * len(steps), [0.0] * len(steps)
    for path in paths:
        for index in path.steps:
            reach[index] += path.share
        if path.end == "stopped":
            stops[path.steps[-1]] += path.share
    endless = _endless(choices) if any(path.end == "loop" for path in paths) else frozenset[int]()
    return Sequences(paths, tuple(reach), tuple(stops), tuple(_over(steps)), endless)


def _endless(choices: list[tuple[Choice, ...]]) -> frozenset[int]:
    ending = {n for n, here in enumerate(choices) if not here or any(one.to < 0 for one in here)}
    while more := {n for n, here in enumerate(choices) if n not in ending and any(one.to in ending for one in here)}:
        ending |= more
    return frozenset(range(len(choices))) - ending


def _over(steps: tuple[LinkedStep, ...]) -> Iterator[tuple[int, float]]:
    for step in steps:
        given = sum(way.share for way in step.ways if way.share is not None)
        if given > 1.0 + SLACK:
            yield step.index, given


def _paths(steps: tuple[LinkedStep, ...], choices: list[tuple[Choice, ...]], last: int) -> Iterator[Path]:
    """The most travelled paths first: always the partial path with the largest share is taken one step further."""
    waiting: list[tuple[float, tuple[int, ...], bool, str]] = [(-1.0, (0,), False, "")]
    found = taken = 0
    while waiting and found < MOST_PATHS and taken < MOST_TAKEN:
        negative, path, assumed, end = heappop(waiting)
        if end:
            found += 1
            yield Path(path, -negative, end, assumed)
            continue
        taken += 1
        here = choices[path[-1]]
        live = [one for one in here if one.to < 0 or one.to not in path]
        whole = sum(one.share for one in live)
        if whole <= 0.0:
            heappush(waiting, (negative, path, assumed, "loop"))
        else:
            for one in live:
                heappush(waiting, _on(negative, path, assumed, one, whole, steps[path[-1]].stage == last, len(here)))


def _on(
    negative: float, path: tuple[int, ...], assumed: bool, one: Choice, whole: float, at_end: bool, choices: int
) -> tuple[float, tuple[int, ...], bool, str]:
    share = negative * one.share / whole
    guess = assumed or (choices > 1 and one.way is not None and one.way.share is None)
    if one.to >= 0:
        return share, (*path, one.to), guess, ""
    end = "out" if one.to == OUT else "done" if at_end else "stopped"
    return share, path, guess, end
