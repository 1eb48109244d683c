"""Smooth curves through points that never rise above or fall below them.

The method is Fritsch and Carlson's: F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM
Journal on Numerical Analysis 17(2), 1980, pages 238-246. A curve of feelings must not show a joy nobody reported, so
between two points the curve stays between their two values.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from parcours.draw.svg import number

Knot = tuple[float, float]
"""A point the curve passes through, x and y in drawing units."""


def path(knots: Sequence[Knot]) -> str:
    """The path data of the curve through ``knots``, whose x grow strictly; empty for fewer than two."""
    if len(knots) < 2:
        return ""
    start = f"M{number(knots[0][0])},{number(knots[0][1])}"
    return start + "".join(_piece(a, b, m, n) for (a, m), (b, n) in pairwise(zip(knots, slopes(knots), strict=True)))


def slopes(knots: Sequence[Knot]) -> tuple[float, ...]:
    """The curve's slope at each knot, limited so that every piece is monotone.

    The first guess is the mean of the slopes on both sides (at the ends that of a parabola), and zero at a local top
    or bottom; a piece whose slopes are too steep for it has both scaled back into the circle of radius 3 (Fritsch and
    Carlson, section 4).
    """
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(knots)]
    inner = [(s + t) / 2 if s * t > 0 else 0.0 for s, t in pairwise(steps)]
    found = [_outer(steps[0], inner[:1]), *inner, _outer(steps[-1], inner[-1:])]
    for k, step in enumerate(steps):
        found[k], found[k + 1] = _limited(found[k], found[k + 1], step)
    return tuple(found)


def _outer(step: float, next_slope: Sequence[float]) -> float:
    slope = (3 * step - next_slope[0]) / 2 if next_slope else step
    return slope if slope * step > 0 else 0.0


def _limited(first: float, second: float, step: float) -> tuple[float, float]:
    if step == 0:
        return 0.0, 0.0
    length = math.hypot(first / step, second / step)
    return (first, second) if length <= 3 else (first * 3 / length, second * 3 / length)


def _piece(a: Knot, b: Knot, m: float, n: float) -> str:
    third = (b[0] - a[0]) / 3
    # Float error must not push a control point past the ends: the hull of the four is what keeps the curve inside.
    low, high = (a[1], b[1]) if a[1] <= b[1] else (b[1], a[1])
    one = min(max(a[1] + m * third, low), high)
    two = min(max(b[1] - n * third, low), high)
    first, second = f"{number(a[0] + third)},{number(one)}", f"{number(b[0] - third)},{number(two)}"
    return f"C{first} {second} {number(b[0])},{number(b[1])}"
