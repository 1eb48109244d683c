"""Where the points of a curve go: columns and scores become units, and points that would hide each other move apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from parcours.draw.face import RADIUS
from parcours.draw.monotone import Knot

COLUMN = 192.0
"""The width of one column of the map."""

HEIGHT = 176.0
"""The height of a curve."""

SCALE = (1, 2, 3, 4, 5)

_TOP, _BOTTOM = 28.0, 148.0
_HALF_MOVE = 26.0  # how far left and right of its place a feeling starts and ends when it moves within the step
_APART = 2 * RADIUS + 3  # between two faces side by side
_SHIFT = 3.0  # up and down, so that two level lines side by side are not drawn on one another


class CurvePoint(NamedTuple):
    """What is felt at one column (from 0), on 1 to 5; ``score`` is None where nothing was recorded.

    ``start`` and ``end`` are both given where the feeling moves within the step, and then ``score`` is not drawn.
    ``label`` and ``emoji`` are the writer's own words for it; ``written`` is the score as the writer put it, when that
    is not the number on 1 to 5.
    """

    column: int
    score: float | None
    start: float | None = None
    end: float | None = None
    label: str = ""
    emoji: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class CurveLine:
    """One persona's points; ``index`` (from 0) picks colour, dash and shape of head."""

    name: str
    index: int
    points: tuple[CurvePoint, ...]


class Placed(NamedTuple):
    """A point in drawing units: ``knots`` are one place, or two where the feeling moves; ``line`` is its rank."""

    line: int
    point: CurvePoint
    scores: tuple[float, ...]
    knots: tuple[Knot, ...]

    @property
    def x(self) -> float:
        """Where the face is, from the left."""
        return self.knots[-1][0]

    @property
    def y(self) -> float:
        """Where the face is, from the top."""
        return self.knots[-1][1]


def height(score: float) -> float:
    """How far from the top a score is drawn; scores outside 1 to 5 are drawn at the scale's ends."""
    return _BOTTOM - (min(max(score, 1.0), 5.0) - 1) * (_BOTTOM - _TOP) / 4


def place(lines: Sequence[CurveLine], columns: int) -> tuple[tuple[Placed, ...], ...]:
    """The drawn points of each line, from left to right, those of one column moved apart where they would overlap."""
    found: dict[int, list[Placed]] = {}
    for rank, line in enumerate(lines):
        for placed in _line(rank, line, columns):
            found.setdefault(placed.point.column, []).append(placed)
    drawn: list[list[Placed]] = [[] for _ in lines]
    for _, column in sorted(found.items()):
        for placed in _apart(column):
            drawn[placed.line].append(placed)
    return tuple(map(tuple, drawn))


def runs(placed: Iterable[Placed]) -> tuple[tuple[Placed, ...], ...]:
    """A line's points cut where a column has no score, so that no line bridges what nobody told."""
    points = list(placed)
    cuts = [k + 1 for k, (a, b) in enumerate(pairwise(points)) if b.point.column > a.point.column + 1]
    return tuple(tuple(points[a:b]) for a, b in pairwise([0, *cuts, len(points)]) if a < b)


def _line(rank: int, line: CurveLine, columns: int) -> Iterable[Placed]:
    seen: set[int] = set()
    for point in line.points:
        scores = _scores(point)
        if scores and 0 <= point.column < columns and point.column not in seen:
            seen.add(point.column)
            x = (point.column + 0.5) * COLUMN
            across = (x,) if len(scores) == 1 else (x - _HALF_MOVE, x + _HALF_MOVE)
            yield Placed(rank, point, scores, tuple((x, height(s)) for x, s in zip(across, scores, strict=True)))


def _scores(point: CurvePoint) -> tuple[float, ...]:
    if point.start is None and point.end is None:
        told = _told(point.score)
        return () if told is None else (told,)
    start, end = _told(point.start), _told(point.end)
    if start is not None and end is not None:
        return (start, end) if start != end else (start,)
    single = next((s for s in (_told(point.score), end, start) if s is not None), None)
    return () if single is None else (single,)


def _told(score: float | None) -> float | None:
    if score is None or math.isnan(score):
        return None
    return min(max(float(score), 1.0), 5.0)


def _apart(column: list[Placed]) -> Iterable[Placed]:
    """The points of one column with each bunch spread around its place."""
    if len(column) == 1:
        return column
    bunches: list[list[Placed]] = []
    for placed in sorted(column, key=lambda p: (p.y, p.line)):
        if bunches and placed.y - bunches[-1][-1].y < _APART:
            bunches[-1].append(placed)
        else:
            bunches.append([placed])
    return [placed for bunch in bunches for placed in _spread(bunch)]


def _spread(bunch: list[Placed]) -> Iterable[Placed]:
    if len(bunch) == 1:
        yield from bunch
        return
    for k, placed in enumerate(sorted(bunch, key=lambda p: p.line)):
        away = k - (len(bunch) - 1) / 2
        yield _moved(placed, away * _step_across(len(bunch)), away * _SHIFT)


def _step_across(count: int) -> float:
    """Faces side by side, closer when many, so that the last stays inside its own column."""
    return min(_APART, (COLUMN / 2 - _HALF_MOVE - RADIUS) * 2 / max(count - 1, 1))


def _moved(placed: Placed, right: float, down: float) -> Placed:
    low, high = _TOP - _SHIFT * 2, _BOTTOM + _SHIFT * 2
    knots = tuple((x + right, min(max(y + down, low), high)) for x, y in placed.knots)
    return placed._replace(knots=knots)
