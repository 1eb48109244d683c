"""One of many small curves of the same map on different days: every persona's line, faintly that of the day before.

Classes as in ``draw/curve.py``: ``curve curve-spark`` on the root, ``curve-neutral``, ``curve-line`` with ``persona-1``
to ``persona-8``, ``curve-path``; ``curve-before`` are the lines of the day before. Those are not drawn again but used
from the picture before (``<use>``), so a page pays for each line once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parcours.draw.curve import dash
from parcours.draw.monotone import Knot, path
from parcours.draw.svg import NAMESPACE, colour, number, text_of

WIDTH, HEIGHT = 160.0, 40.0
EDGE, TOP, BOTTOM = 6.0, 5.0, 35.0
"""Where the first and last points stand from the sides, and the heights of the best and the worst score."""

Scores = tuple[float | None, ...]
Curve = tuple[int, str, Scores]
"""A persona's number (its colour), name, and scores on 1 to 5 at even distances; None where nothing is recorded."""


def small_multiple(curves: Sequence[Curve], id: str, before: Sequence[Curve], before_id: str, title: str) -> str:
    """The picture ``id`` (unique on the page); ``before_id`` is that of the day before, with the lines ``before``."""
    ghosts = "".join(f'<use class="{_line(n)} curve-before" href="#{before_id}-{n}"/>' for n, _, _ in before)
    lines = "".join(_drawn(n, scores, f"{id}-{n}") for n, _, scores in curves)
    middle = number((TOP + BOTTOM) / 2)
    neutral = f'<path class="curve-neutral" fill="none" stroke="currentColor" d="M0,{middle}H{number(WIDTH)}"/>'
    size = f'viewBox="0 0 {number(WIDTH)} {number(HEIGHT)}" width="{number(WIDTH)}" height="{number(HEIGHT)}"'
    start = f'<svg xmlns="{NAMESPACE}" class="curve curve-spark" {size} role="img" aria-label="{text_of(title)}">'
    return f"{start}{neutral}{ghosts}{lines}</svg>"


def _line(index: int) -> str:
    return f"curve-line persona-{colour(index)}"


def _drawn(index: int, scores: Scores, id: str) -> str:
    """One line as one path; a score alone between gaps is a dot of a line's own width."""
    runs = list(_runs(scores))
    d = "".join(path(run) or f"M{number(run[0][0])},{number(run[0][1])}h0" for run in runs)
    told = dash(index)
    dashes = f' stroke-dasharray="{told}"' if told else ""
    drawn = f'<path id="{id}" class="curve-path" fill="none" stroke="currentColor"{dashes} d="{d}"/>'
    return f'<g class="{_line(index)}">{drawn}</g>'


def _runs(scores: Scores) -> Iterator[list[Knot]]:
    step = (WIDTH - 2 * EDGE) / max(1, len(scores) - 1)
    run: list[Knot] = []
    for n, score in enumerate(scores):
        if score is not None:
            run.append((EDGE + n * step, TOP + (5 - score) * (BOTTOM - TOP) / 4))
        elif run:
            yield run
            run = []
    if run:
        yield run
