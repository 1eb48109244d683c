"""Curves over the columns of the map: what each persona feels, how tense the story is, and a small one for cards.

Colours, widths and fonts belong to the theme; a curve only names things. The classes are:

- ``curve`` on the root, with ``curve-emotion``, ``curve-tension`` or ``curve-spark``;
- ``curve-grid`` (light lines at 1, 2, 4, 5), ``curve-neutral`` (the line at 3), ``curve-word`` (texts at the scale's
  ends and middle, also ``curve-word-best``, ``-neutral``, ``-worst``);
- ``curve-mean`` and ``curve-mean-word`` (the mean of a stage), ``curve-named`` (the captions of peak and pit);
- ``swatch``, the line of a legend: a ``curve-path`` with the persona's dash, a head on it;
- ``curve-line`` and ``curve-faces``, the two groups of one persona, each with ``persona-1`` to ``persona-8`` and
  ``shape-round``, ``shape-square``, ``shape-diamond`` or ``shape-hexagon``;
- ``curve-path`` (the line; its dashes are attributes), ``curve-range`` (the bar of a feeling that moves),
  ``curve-start`` (the dot where it starts), ``curve-dot`` (points of tension and of small curves), ``curve-area``
  (below the tension curve), ``curve-caption`` (the writer's own word for a feeling);
- ``face``, and in what it uses, ``face-bad``, ``face-neutral`` or ``face-good`` with ``face-head``, ``face-eye`` and
  ``face-mouth``.

Strokes and fills default to ``currentColor`` or none, so that a curve without a theme is still legible.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from parcours.draw.caption import Box, box_of, captions
from parcours.draw.curve_notes import NO_NOTES, Mean, Notes
from parcours.draw.face import face, face_again, faces_once, head, shape
from parcours.draw.monotone import Knot, path
from parcours.draw.placing import COLUMN, HEIGHT, SCALE, CurveLine, CurvePoint, Placed, height, place, runs
from parcours.draw.svg import NAMESPACE, Attributes, Value, colour, element, group, named, number, text_of, words

__all__ = [
    "COLUMN",
    "HEIGHT",
    "CurveLine",
    "CurvePoint",
    "dash",
    "emotion_curve",
    "emotion_parts",
    "persona_line",
    "spark",
    "sparkline",
    "swatch",
    "tension_curve",
    "tension_parts",
]

_DASHES = ("", "7 4", "2 4", "11 4 2 4")
_SPARK_WIDTH, _SPARK_HEIGHT = 160.0, 40.0
_LINE: Attributes = {"fill": "none", "stroke": "currentColor"}


def emotion_curve(
    lines: Sequence[CurveLine],
    columns: int,
    title: str,
    description: str,
    id: str,
    scale_words: tuple[str, str, str],
    notes: Notes = NO_NOTES,
) -> str:
    """The curve of feelings over ``columns`` equal columns, as an inline SVG of 192 units a column by 176.

    One smooth line a persona, with a face at each score; no line where a score is missing. ``scale_words`` name the
    best, the neutral and the worst end of the scale; ``id`` must be unique on the page; ``notes`` are what it says of
    the whole.
    """
    parts = emotion_parts(lines, columns, scale_words, notes, id)
    return _root("curve-emotion", columns * COLUMN, HEIGHT, id, title, description, parts)


def emotion_parts(
    lines: Sequence[CurveLine],
    columns: int,
    scale_words: tuple[str, str, str],
    notes: Notes = NO_NOTES,
    shared: str = "",
) -> list[str]:
    """What the curve of feelings is drawn of, from the ground up, to be put into another drawing.

    With ``shared``, each kind of face is drawn once, under an id that begins so, and used where it is felt.
    """
    placed, curves = _placed(tuple(lines), columns)
    told = captions(placed, notes.names(placed), _word_boxes(scale_words, notes))
    kinds = ((p.scores[-1], line.index) for line, own in zip(lines, placed, strict=True) for p in own)
    once = [faces_once(shared, kinds)] if shared else []
    faces = [_faces(line, points, own, shared) for line, points, own in zip(lines, placed, told, strict=True)]
    return [*once, _grid(columns), *map(_mean, notes.means), _words(scale_words), *curves, *faces]


@lru_cache(maxsize=16)
def _placed(lines: tuple[CurveLine, ...], columns: int) -> tuple[tuple[tuple[Placed, ...], ...], tuple[str, ...]]:
    """The points of each line and the line drawn through them: the picture of a map is drawn soon after its page."""
    placed = place(lines, columns)
    return placed, tuple(_line(line, points) for line, points in zip(lines, placed, strict=True))


def tension_curve(
    points: Sequence[CurvePoint],
    columns: int,
    title: str,
    description: str,
    id: str,
    scale_words: tuple[str, str, str],
) -> str:
    """The dramatic arc (1 calm to 5 tense) over the map's columns: one line with dots and the area below it."""
    parts = tension_parts(tuple(points), columns, scale_words)
    return _root("curve-tension", columns * COLUMN, HEIGHT, id, title, description, parts)


@lru_cache(maxsize=16)
def tension_parts(points: tuple[CurvePoint, ...], columns: int, scale_words: tuple[str, str, str]) -> tuple[str, ...]:
    """What the dramatic arc is drawn of, to be put into another drawing."""
    (placed,) = place((CurveLine("", 0, points),), columns)
    areas = [_area(run) for run in runs(placed)]
    dots = [_dot(p, _title_of("", p)) for p in placed]
    return _grid(columns), _words(scale_words), group("curve-line", [*areas, *_paths(placed, 0), *dots])


def sparkline(drawn: str, title: str) -> str:
    """A small curve for a card under a name, 160 by 40 units; ``spark`` draws what is in it."""
    name: Attributes = {"role": "img", "aria-label": title}
    return element("svg", {**_frame("curve-spark", _SPARK_WIDTH, _SPARK_HEIGHT), **name}, drawn)


def spark(scores: tuple[float | None, ...], index: int) -> str:
    """What is drawn in a small curve: the scores (1 to 5, None where absent) at even distances."""
    last = len(scores) - 1
    parted: list[list[Knot]] = [[]]
    for column, score in enumerate(scores):
        if score is None or math.isnan(score):
            parted.append([])
        else:
            across = 6 + column * (_SPARK_WIDTH - 12) / last if last else _SPARK_WIDTH / 2
            parted[-1].append((across, _down(height(score))))
    drawn = [_stroke(path(run), index) for run in parted if len(run) > 1]
    ends = [run[-1] for run in parted if run]
    marked = [run[0] for run in parted if len(run) == 1 and run[0] != ends[-1]] + ends[-1:]
    dots = [element("circle", {"class": "curve-dot", "cx": x, "cy": y, "r": 3}) for x, y in marked]
    return _neutral(_down(height(3)), _SPARK_WIDTH) + group(f"curve-line {_classes(index)}", [*drawn, *dots])


def swatch(index: int) -> str:
    """How a legend shows the line of persona ``index``: its dash and, in the middle, its head; 44 by 16 units."""
    line = element("path", {"class": "curve-path", **_LINE, **_dashes(index), "d": "M1,8H43"})
    mark = element("g", {"transform": "translate(22,8)"}, head(index, 5))
    size: Attributes = {"viewBox": "0 0 44 16", "width": 44, "height": 16}
    hidden: Attributes = {"aria-hidden": "true", "focusable": "false"}
    return element("svg", {"xmlns": NAMESPACE, "class": f"swatch {_classes(index)}", **size, **hidden}, line, mark)


def _root(kind: str, width: float, high: float, anchor: str, title: str, description: str, parts: Sequence[str]) -> str:
    names, first = named(anchor, title, description)
    return element("svg", {**_frame(kind, width, high), **names}, first, *parts)


def _frame(kind: str, width: float, high: float) -> Attributes:
    size: Attributes = {"viewBox": f"0 0 {number(width)} {number(high)}", "width": width, "height": high}
    return {"xmlns": NAMESPACE, "class": f"curve {kind}", **size}


def _grid(columns: int) -> str:
    wide = columns * COLUMN
    lines = "".join(f"M0,{number(height(score))}H{number(wide)}" for score in SCALE if score != 3)
    light = element("path", {"class": "curve-grid", **_LINE, "stroke-opacity": 0.12, "d": lines})
    return light + _neutral(height(3), wide)


def _neutral(y: float, wide: float) -> str:
    d = f"M0,{number(y)}H{number(wide)}"
    return element("path", {"class": "curve-neutral", **_LINE, "stroke-opacity": 0.4, "d": d})


def _mean(mean: Mean) -> str:
    """The mean of a stage as a level line over its columns, its figure at the right end."""
    left, right = mean.column * COLUMN, (mean.column + mean.columns) * COLUMN
    y = height(mean.score)
    line = element(
        "path", {"class": "curve-mean", **_LINE, "d": f"M{number(left + 6)},{number(y)}H{number(right - 6)}"}
    )
    if not mean.shown:
        return line
    return line + words(mean.shown, {"class": "curve-mean-word", "x": right - 8, "y": y - 5, "text-anchor": "end"})


def _word_boxes(scale_words: tuple[str, str, str], notes: Notes) -> list[Box]:
    """Where a curve has words already: at the scale's ends and middle, and at the stages' means."""
    scale = [box_of(word, 8, height(score) - 5) for word, score in zip(scale_words, (5, 3, 1), strict=True) if word]
    means = [(mean.shown, (mean.column + mean.columns) * COLUMN - 8, height(mean.score) - 5) for mean in notes.means]
    return [*scale, *(box_of(shown, x, base, end=True) for shown, x, base in means if shown)]


def _words(scale_words: tuple[str, str, str]) -> str:
    places = zip(("best", "neutral", "worst"), scale_words, (5, 3, 1), strict=True)
    return "".join(
        words(word, {"class": f"curve-word curve-word-{end}", "x": 8, "y": height(score) - 5})
        for end, word, score in places
        if word
    )


def persona_line(index: int, x: float, y: float, wide: float) -> str:
    """A piece of the line of persona ``index``, with its dashes: what a legend shows."""
    return _stroke(f"M{number(x)},{number(y)}h{number(wide)}", index)


def _classes(index: int) -> str:
    return f"persona-{colour(index)} shape-{shape(index)}"


def dash(index: int, times: float = 1) -> str:
    """The dashes of persona ``index`` (from 0), for a line that is ``times`` wider; empty for a solid one."""
    return " ".join(number(float(length) * times) for length in _DASHES[index % len(_DASHES)].split())


def _dashes(index: int) -> dict[str, Value]:
    drawn = dash(index)
    return {"stroke-dasharray": drawn} if drawn else {}


def _line(line: CurveLine, points: Sequence[Placed]) -> str:
    bars = [_range(p) for p in points if len(p.knots) > 1]
    return group(f"curve-line {_classes(line.index)}", [*bars, *_paths(points, line.index)])


def _paths(points: Sequence[Placed], index: int) -> list[str]:
    drawn = [path([knot for p in run for knot in p.knots]) for run in runs(points)]
    return [_stroke(d, index) for d in drawn if d]


def _stroke(d: str, index: int) -> str:
    return element("path", {"class": "curve-path", **_LINE, **_dashes(index), "d": d})


def _range(placed: Placed) -> str:
    (_, top), (_, bottom) = sorted(placed.knots, key=lambda knot: knot[1])
    left, right = placed.knots[0][0], placed.knots[1][0]
    box: Attributes = {"x": left - 6, "y": top - 6, "width": right - left + 12, "height": bottom - top + 12, "rx": 6}
    return element("rect", {"class": "curve-range", "fill": "currentColor", "fill-opacity": 0.12, **box})


def _faces(line: CurveLine, points: Sequence[Placed], told: Sequence[str], shared: str) -> str:
    drawn: list[str] = []
    for p in points:
        drawn += [element("circle", {"class": "curve-start", "cx": x, "cy": y, "r": 4}) for x, y in p.knots[:-1]]
        where = (p.x, p.y, p.scores[-1], line.index, _title_of(line.name, p))
        drawn.append(face_again(shared, *where) if shared else face(*where))
    return group(f"curve-faces {_classes(line.index)}", [*drawn, *told])


def _title_of(name: str, placed: Placed) -> str:
    point = placed.point
    score = point.written or " → ".join(number(s) for s in placed.scores)
    text = " · ".join(part for part in (name, score, f"{point.emoji} {point.label}".strip()) if part)
    return f"<title>{text_of(text)}</title>" if text else "<title/>"


def _dot(placed: Placed, title: str) -> str:
    return element("circle", {"class": "curve-dot", "cx": placed.x, "cy": placed.y, "r": 4.5}, title)


def _area(run: Sequence[Placed]) -> str:
    knots: list[Knot] = [knot for p in run for knot in p.knots]
    if len(knots) < 2:
        return ""
    ground = number(height(1))
    shut = f"V{ground}H{number(knots[0][0])}Z"
    return element(
        "path", {"class": "curve-area", "fill": "currentColor", "fill-opacity": 0.08, "d": path(knots) + shut}
    )


def _down(y: float) -> float:
    return 5 + (y - height(5)) * (_SPARK_HEIGHT - 10) / (height(1) - height(5))
