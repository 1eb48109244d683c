"""Where a feeling's own word goes beside its face: above or below, wherever nothing else is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parcours.draw.face import RADIUS
from parcours.draw.placing import HEIGHT, Placed
from parcours.draw.svg import words
from parcours.draw.text_width import width

_LONGEST = 26
_SIZE = 11.0
_HIGH = 13.0
_GAP = RADIUS + 7

Box = tuple[float, float, float]
"""Left, right and middle height of a text."""


def captions(
    lines: Sequence[Sequence[Placed]], names: Mapping[tuple[int, int], str], others: Iterable[Box] = ()
) -> tuple[tuple[str, ...], ...]:
    """The captions of each line's points, as SVG. A caption that has no room is left out: the face's title tells it.

    ``names`` are words for certain points (the peak, the pit), by rank of the line and column; they are placed first.
    ``others`` are where there are words already.
    """
    faces = [placed for line in lines for placed in line]
    taken = list(others)
    drawn: dict[tuple[int, int], str] = {}
    for placed in sorted(faces, key=lambda p: _key(p) not in names):
        drawn[_key(placed)] = _caption(placed, names.get(_key(placed), ""), faces, taken)
    return tuple(tuple(drawn[_key(placed)] for placed in line if drawn[_key(placed)]) for line in lines)


def box_of(text: str, x: float, base: float, *, end: bool = False) -> Box:
    """Where a text of a curve is that begins (or ends) at ``x`` with its base line at ``base``."""
    wide = width(text, _SIZE)
    return (x - wide, x, base - 4) if end else (x, x + wide, base - 4)


def _key(placed: Placed) -> tuple[int, int]:
    return placed.line, placed.point.column


def _caption(placed: Placed, name: str, faces: Sequence[Placed], taken: list[Box]) -> str:
    text = _short(" ".join(part for part in (placed.point.emoji, placed.point.label) if part))
    text = " · ".join(part for part in (name, text) if part)
    if not text:
        return ""
    half = max(width(text, _SIZE, bold=bool(name)), 16) / 2
    for y in _choices(placed):
        box = (placed.x - half, placed.x + half, y)
        if _free(box, placed, faces, taken):
            taken.append(box)
            kind = "curve-caption curve-named" if name else "curve-caption"
            return words(text, {"class": kind, "x": placed.x, "y": y + 4, "text-anchor": "middle"})
    return ""


def _choices(placed: Placed) -> tuple[float, ...]:
    above, below = placed.y - _GAP - 2, placed.y + _GAP + 2
    first = (above, below) if placed.scores[-1] >= 3 else (below, above)
    return tuple(y for y in first if 6 <= y <= HEIGHT - 6)


def _free(box: Box, own: Placed, faces: Sequence[Placed], taken: Sequence[Box]) -> bool:
    left, right, y = box
    for face in faces:
        if face is not own and left - RADIUS < face.x < right + RADIUS and abs(face.y - y) < RADIUS + _HIGH / 2:
            return False
    return all(right < a or b < left or abs(y - other) >= _HIGH for a, b, other in taken)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
