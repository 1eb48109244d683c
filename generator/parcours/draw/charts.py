"""Small charts of figures: how one moved, where opportunities lie, what a map rests on.

The classes are ``chart`` on the root, with ``chart-trend``, ``chart-matrix`` or ``chart-shares``; ``chart-line``,
``chart-dot``, ``chart-target``; ``chart-cell`` (with ``chart-best``), ``chart-axis``, ``chart-word``, ``chart-bubble``
and ``chart-number``; ``chart-part`` with ``part-evidence``, ``part-verbatim``, ``part-metric`` or ``part-assumed``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from parcours.draw.svg import NAMESPACE, Attributes, element, number, text_of, words

_WIDE, _TALL, _EDGE = 180.0, 48.0, 6.0
_SIDE, _MARGIN = 400.0, 44.0
_BAR = 14.0

Parts = Sequence[str]


def trend(points: Sequence[tuple[float, float]], target: float | None, title: str) -> str:
    """A figure over time, 180 by 48 units: (days, value) from the oldest; its target as a dashed line."""
    values = [value for _, value in points] + ([] if target is None else [target])
    low, high = min(values), max(values)
    span = points[-1][0] - points[0][0] or 1.0

    def across(day: float) -> float:
        return _EDGE + (_WIDE - 2 * _EDGE) * (day - points[0][0]) / span

    def down(value: float) -> float:
        return _TALL / 2 if high == low else _TALL - _EDGE - (_TALL - 2 * _EDGE) * (value - low) / (high - low)

    path = "M" + " L".join(f"{number(across(day))} {number(down(value))}" for day, value in points)
    curve: Attributes = {
        "class": "chart-line",
        "d": path,
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": 2.5,
    }
    parts = [element("path", curve)]
    if target is not None:
        line: Attributes = {"x1": _EDGE, "y1": down(target), "x2": _WIDE - _EDGE, "y2": down(target)}
        dashes: Attributes = {"stroke": "currentColor", "stroke-dasharray": "3 3"}
        parts.append(element("line", {"class": "chart-target", **line, **dashes}))
    day, value = points[-1]
    dot: Attributes = {"cx": across(day), "cy": down(value), "r": 3.5, "fill": "currentColor"}
    parts.append(element("circle", {"class": "chart-dot", **dot}))
    return _root("chart-trend", _WIDE, _TALL, title, parts)


@dataclass(frozen=True, slots=True)
class Bubble:
    """What lies at one place: effort and impact from 1 to 5, the label on it, how many, what it says, its address."""

    effort: float
    impact: float
    label: str
    count: int
    title: str
    href: str


def matrix(bubbles: Sequence[Bubble], title: str, effort: str, impact: str, corners: Sequence[str]) -> str:
    """Impact (up) by effort (across), 1 to 5 each, as an inline SVG of 444 units square; bubbles are links.

    ``corners`` name the quadrants, from the top left in reading order.
    """
    half = _SIDE / 2
    cells = [
        element(
            "rect",
            {
                "class": "chart-cell chart-best" if n == 0 else "chart-cell",
                "x": _MARGIN + half * (n % 2),
                "y": half * (n // 2),
                "width": half,
                "height": half,
                "fill": "none",
                "stroke": "currentColor",
            },
        )
        for n in range(4)
    ]
    names = [
        words(corner, {"class": "chart-word", "x": _MARGIN + half * (n % 2) + 34, "y": 72 + 264 * (n // 2)})
        for n, corner in enumerate(corners)
    ]
    ticks = [
        part
        for weight in range(1, 6)
        for part in (
            words(str(weight), {"class": "chart-axis", "x": _x(weight), "y": _SIDE + 16, "text-anchor": "middle"}),
            words(str(weight), {"class": "chart-axis", "x": _MARGIN - 8, "y": _y(weight) + 4, "text-anchor": "end"}),
        )
    ]
    middle = _SIDE / 2
    axes = [
        words(effort, {"class": "chart-word", "x": _MARGIN + middle, "y": _SIDE + 36, "text-anchor": "middle"}),
        words(
            impact,
            {
                "class": "chart-word",
                "x": 12,
                "y": middle,
                "text-anchor": "middle",
                "transform": f"rotate(-90 12 {number(middle)})",
            },
        ),
    ]
    drawn = [_bubble(one) for one in bubbles]
    return _root(
        "chart-matrix", _SIDE + _MARGIN, _SIDE + _MARGIN, title, [*cells, *names, *ticks, *axes, *drawn], "group"
    )


def _x(effort: float) -> float:
    return _MARGIN + 24 + (_SIDE - 48) * (effort - 1) / 4


def _y(impact: float) -> float:
    return _SIDE - 24 - (_SIDE - 48) * (impact - 1) / 4


def _bubble(one: Bubble) -> str:
    x, y = _x(one.effort), _y(one.impact)
    radius = min(24.0, 11 + 3 * sqrt(one.count))
    circle = element("circle", {"class": "chart-bubble", "cx": x, "cy": y, "r": radius})
    label = words(one.label, {"class": "chart-number", "x": x, "y": y + 4, "text-anchor": "middle"})
    return element(
        "a", {"href": one.href, "aria-label": one.title}, element("title", {}, text_of(one.title)), circle, label
    )


def shares(parts: Sequence[tuple[str, float]], title: str) -> str:
    """Shares of a whole side by side, 240 by 14 units: the name of each part's class and its share from 0 to 1."""
    wide, x = 240.0, 0.0
    drawn: list[str] = []
    for name, share in parts:
        if share > 0:
            size: Attributes = {"x": x, "y": 0, "width": wide * share, "height": _BAR}
            drawn.append(element("rect", {"class": f"chart-part part-{name}", **size}))
        x += wide * share
    return _root("chart-shares", wide, _BAR, title, drawn)


def _root(kind: str, wide: float, tall: float, title: str, parts: Parts, role: str = "img") -> str:
    size: Attributes = {"viewBox": f"0 0 {number(wide)} {number(tall)}", "width": wide, "height": tall}
    return element(
        "svg", {"xmlns": NAMESPACE, "class": f"chart {kind}", **size, "role": role, "aria-label": title}, *parts
    )
