"""The channels of a journey as tracks: one line each, a stop at every step, a crossing at every change.

Colours and fonts belong to the theme. The classes are ``tracks`` on the root, ``track-rail`` (the light line of a
channel over the whole map), ``track-run`` (where the journey is on it), ``track-cross`` (from one channel to another),
``track-stop`` (a step; with ``track-change`` where the channel is another than before), and in it ``track-dot`` (then
also ``track-turn``), ``track-icon``, ``track-name`` and ``track-device``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from parcours.draw.placing import COLUMN
from parcours.draw.svg import NAMESPACE, Attributes, element, named, number, words

TRACK = 40.0
"""The distance of two tracks."""

_TOP = 32.0
_RADIUS = 12.0
_ICON = 14.0
_WIDE = 6.6  # of one character of a name
_ROOM = COLUMN - 24


class Stop(NamedTuple):
    """One step on its channel: the column (from 0), the channel's name and icon, the device in words (or empty)."""

    column: int
    channel: str
    icon: str
    device: str = ""


def tracks(stops: tuple[Stop, ...], columns: int, title: str, description: str, id: str) -> str:
    """The tracks over ``columns`` equal columns, 192 units each, as an inline SVG; channels in order of first use."""
    wide, tall = columns * COLUMN, tracks_height(stops)
    names, first = named(id, title, description)
    size: Attributes = {"viewBox": f"0 0 {number(wide)} {number(tall)}", "width": wide, "height": tall}
    parts = track_parts(stops, columns)
    return element("svg", {"xmlns": NAMESPACE, "class": "tracks", **size, **names}, first, *parts)


def tracks_height(stops: Sequence[Stop]) -> float:
    """How high the tracks of some stops are."""
    return _TOP * 2 + (len({stop.channel for stop in stops}) - 1) * TRACK + 6


@lru_cache(maxsize=16)
def track_parts(stops: tuple[Stop, ...], columns: int) -> tuple[str, ...]:
    """What tracks are drawn of, to be put into another drawing; icons are used by name (``#i-web``)."""
    order = list(dict.fromkeys(stop.channel for stop in stops))
    high = {channel: _TOP + rank * TRACK for rank, channel in enumerate(order)}
    points = [(stop, (stop.column + 0.5) * COLUMN, high[stop.channel]) for stop in stops]
    lines = [_way(a, b) for a, b in pairwise(points)]
    before: list[Stop | None] = [None, *stops]
    marks = [_stop(point, last) for point, last in zip(points, before, strict=False)]
    wide = number(columns * COLUMN)
    rails = [element("path", {"class": "track-rail", "d": f"M0,{number(y)}H{wide}"}) for y in high.values()]
    ways = element("g", {"fill": "none", "stroke": "currentColor"}, *rails, *lines)
    return ways, element("g", {"text-anchor": "middle"}, *marks)


Point = tuple[Stop, float, float]


def _way(start: Point, end: Point) -> str:
    (a, x1, y1), (b, x2, y2) = start, end
    kind = "track-run" if a.channel == b.channel else "track-cross"
    middle = (x1 + x2) / 2
    curve = (
        f"H{number(x2)}"
        if y1 == y2
        else f"C{number(middle)},{number(y1)} {number(middle)},{number(y2)} {number(x2)},{number(y2)}"
    )
    return element("path", {"class": kind, "d": f"M{number(x1)},{number(y1)}{curve}"})


def _stop(point: Point, before: Stop | None) -> str:
    stop, x, y = point
    changed = before is not None and before.channel != stop.channel
    new = before is None or changed
    icon: Attributes = {"x": x - _ICON / 2, "y": y - _ICON / 2, "width": _ICON, "height": _ICON}
    drawn = [
        element(
            "circle", {"class": "track-dot track-turn" if changed else "track-dot", "cx": x, "cy": y, "r": _RADIUS}
        ),
        element("use", {"class": "track-icon", "href": f"#i-{stop.icon}", **icon}),
    ]
    if new:
        drawn.append(words(_short(stop.channel), {"class": "track-name", "x": x, "y": y - _RADIUS - 5}))
    if stop.device and (before is None or changed or before.device != stop.device):
        drawn.append(words(_short(stop.device), {"class": "track-device", "x": x, "y": y + _RADIUS + 13}))
    return element("g", {"class": "track-stop track-change" if changed else "track-stop"}, *drawn)


def _short(text: str) -> str:
    most = int(_ROOM / _WIDE)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
