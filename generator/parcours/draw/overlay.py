"""Two curves over each other, in the columns of two sides aligned: what is felt on each, and what lies between.

Classes, beside those of ``draw/curve.py`` (``curve``, ``curve-grid``, ``curve-neutral``, ``curve-word``,
``curve-line``, ``curve-path``, ``curve-faces``, ``curve-start``, ``face`` …):

- ``overlay`` on the root; ``overlay-band`` with ``overlay-added``, ``-removed`` or ``-moved`` (a column only one side
  has);
- ``overlay-gap`` with ``overlay-better`` or ``overlay-worse`` (from one side's face to the other's) and
  ``overlay-figure`` (how much it is);
- ``overlay-name`` (a side's name, where its line starts).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parcours.draw.face import RADIUS, face
from parcours.draw.monotone import path
from parcours.draw.placing import COLUMN, HEIGHT, SCALE, CurveLine, CurvePoint, Placed, height, place
from parcours.draw.svg import NAMESPACE, Attributes, element, group, named, number, text_of, words

_LINE: Attributes = {"fill": "none", "stroke": "currentColor"}
_DASH = "9 6"
_NEAR = 40.0  # below that height between two faces there is no room for a gap and its figure
_ABOVE, _BELOW = RADIUS + 7, RADIUS + 17  # from a face's middle to the base of its line's name

Ends = Mapping[int, Placed]
"""A side's drawn points by column."""


@dataclass(frozen=True, slots=True)
class OverlayLine:
    """One side. ``points`` has a point for each column where the side has a step, its score None where none is told.

    So the line passes over columns that only the other side has, and breaks where a feeling is missing. ``index``
    picks the shape of its faces, ``colour`` is the class that gives its colour.
    """

    name: str
    index: int
    colour: str
    points: tuple[CurvePoint, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of a column (from 0).

    Only one side has it (``added``, ``removed``, ``moved``), or the sides are apart (``better``, ``worse``), and then
    ``figure`` says by how much.
    """

    column: int
    kind: str
    figure: str = ""


def overlay(
    a: OverlayLine,
    b: OverlayLine,
    columns: int,
    marks: Sequence[Mark],
    title: str,
    description: str,
    id: str,
    scale_words: tuple[str, str, str],
) -> str:
    """Both curves as an inline SVG of 192 units a column by 176: side a solid, side b dashed, each named at its start.

    ``scale_words`` name the best, the neutral and the worst end of the scale; ``id`` must be unique on the page.
    """
    drawn = place([CurveLine(line.name, line.index, line.points) for line in (a, b)], columns)
    ends_a, ends_b = ({placed.point.column: placed for placed in points} for points in drawn)
    parts = [
        *(_band(mark) for mark in marks if not mark.figure),
        _grid(columns),
        _words(scale_words),
        *(_gap(mark, ends_a, ends_b) for mark in marks if mark.figure),
        _line(a, ends_a, ""),
        _line(b, ends_b, _DASH),
        _faces(a, ends_a),
        _faces(b, ends_b),
        *_names((a, ends_a), (b, ends_b)),
    ]
    names, first = named(id, title, description)
    wide = columns * COLUMN
    size: Attributes = {"viewBox": f"0 0 {number(wide)} {number(HEIGHT)}", "width": wide, "height": HEIGHT}
    return element("svg", {"xmlns": NAMESPACE, "class": "curve overlay", **size, **names}, first, *parts)


def _band(mark: Mark) -> str:
    box: Attributes = {"x": mark.column * COLUMN, "y": 0, "width": COLUMN, "height": HEIGHT}
    return element("rect", {"class": f"overlay-band overlay-{mark.kind}", "fill": "currentColor", **box})


def _grid(columns: int) -> str:
    wide = number(columns * COLUMN)
    light = "".join(f"M0,{number(height(score))}H{wide}" for score in SCALE if score != 3)
    return element("path", {"class": "curve-grid", **_LINE, "stroke-opacity": 0.12, "d": light}) + element(
        "path", {"class": "curve-neutral", **_LINE, "stroke-opacity": 0.4, "d": f"M0,{number(height(3))}H{wide}"}
    )


def _words(scale_words: tuple[str, str, str]) -> str:
    return "".join(
        words(word, {"class": "curve-word", "x": 8, "y": height(score) - 5})
        for word, score in zip(scale_words, (5, 3, 1), strict=True)
        if word
    )


def _gap(mark: Mark, a: Ends, b: Ends) -> str:
    """From the face of side a to that of side b, with an arrow's head there; nothing where there is no room."""
    start, end = a.get(mark.column), b.get(mark.column)
    if start is None or end is None or abs(start.y - end.y) < _NEAR:
        return ""
    down = 1 if end.y > start.y else -1
    top, tip = start.y + down * (RADIUS + 2), end.y - down * (RADIUS + 3)
    head = f"M{number(end.x - 5)},{number(tip - down * 6)}L{number(end.x)},{number(tip)}L{number(end.x + 5)},"
    d = f"M{number(start.x)},{number(top)}L{number(end.x)},{number(tip)}{head}{number(tip - down * 6)}"
    middle = (start.y + end.y) / 2 + 5
    place_of: Attributes = {"x": max(start.x, end.x) + 9, "y": middle}
    return group(
        f"overlay-gap overlay-{mark.kind}",
        [element("path", {**_LINE, "d": d}), words(mark.figure, {"class": "overlay-figure", **place_of})],
    )


def _line(line: OverlayLine, ends: Ends, dash: str) -> str:
    dashes: Attributes = {"stroke-dasharray": dash} if dash else {}
    drawn = [path([knot for placed in run for knot in placed.knots]) for run in _runs(line, ends)]
    paths = [element("path", {"class": "curve-path", **_LINE, **dashes, "d": d}) for d in drawn if d]
    return group(f"curve-line {line.colour}", paths)


def _runs(line: OverlayLine, ends: Ends) -> list[list[Placed]]:
    """The line's points cut where the side has a step without a feeling, not where it has no step."""
    runs: list[list[Placed]] = [[]]
    for point in sorted(line.points, key=lambda point: point.column):
        placed = ends.get(point.column)
        if placed is None:
            runs.append([])
        else:
            runs[-1].append(placed)
    return [run for run in runs if run]


def _faces(line: OverlayLine, ends: Ends) -> str:
    drawn: list[str] = []
    for _, placed in sorted(ends.items()):
        drawn += [element("circle", {"class": "curve-start", "cx": x, "cy": y, "r": 4}) for x, y in placed.knots[:-1]]
        told = element("title", {}, text_of(f"{line.name} · {placed.point.written or number(placed.scores[-1])}"))
        drawn.append(face(placed.x, placed.y, placed.scores[-1], line.index, told))
    return group(f"curve-faces {line.colour}", drawn)


def _names(a: tuple[OverlayLine, Ends], b: tuple[OverlayLine, Ends]) -> list[str]:
    """Each side's name at its first face: above the higher of two, below the lower, wherever the frame has room."""
    drawn: list[str] = []
    for (line, ends), (_, others) in ((a, b), (b, a)):
        if not ends:
            continue
        first = ends[min(ends)]
        other = others.get(first.point.column)
        above = first.y > HEIGHT / 2 if other is None else (first.y, first.line) < (other.y, other.line)
        y = first.y - _ABOVE if above else first.y + _BELOW
        side: Attributes = {"x": first.x - RADIUS, "y": min(max(y, 14.0), HEIGHT - 4)}
        drawn.append(words(line.name, {"class": f"overlay-name {line.colour}", **side}))
    return drawn
