"""What explains the marks of a picture to take away, and where it comes from."""

from __future__ import annotations

from parcours.draw.face import face
from parcours.draw.paint import painted
from parcours.draw.palette import Palette
from parcours.draw.poster import Poster
from parcours.draw.poster_text import ICON, icon, lines_of
from parcours.draw.svg import number
from parcours.draw.text_width import width

_SIZE = 11.0
_HIGH = 30.0
_FACES = {"face-bad": 1.0, "face-neutral": 3.0, "face-good": 5.0}


def draw_legend(poster: Poster, x: float, y: float, room: float, palette: Palette) -> tuple[str, float]:
    """The marks and their words in lines from ``y`` on, then the foot; and where they end."""
    drawn: list[str] = []
    at = x
    for mark, tint, words in poster.legend:
        space = 30.0 if mark in _FACES or mark in _LINES else ICON + 8
        wide = space + width(words, _SIZE) + 24
        if at > x and at + wide - 24 > x + room:
            at, y = x, y + _HIGH
        drawn.append(_mark(mark, at, y + _HIGH / 2, palette(tint), palette))
        drawn.append(lines_of((words,), at + space, y + _HIGH / 2 + 4, 0, _look(palette)))
        at += wide
    y += _HIGH if poster.legend else 0
    foot = lines_of((poster.foot,), x, y + 20, 0, f' font-size="10.5" fill="{palette("ink-soft")}"')
    return "".join(drawn) + foot, y + 26


_LINES = {"cross": (2, "6 4"), "mean": (1.5, "1 4")}


def _mark(mark: str, x: float, middle: float, colour: str, palette: Palette) -> str:
    if mark in _FACES:
        return painted(face(x + 12, middle, _FACES[mark], 0), palette, colour)
    if mark in _LINES:
        wide, dashes = _LINES[mark]
        look = f'stroke="{colour}" stroke-width="{wide}" stroke-dasharray="{dashes}" stroke-linecap="round" fill="none"'
        return f'<path d="M{number(x)},{number(middle)}h22" {look}/>'
    return icon(mark, x, middle - ICON / 2, ICON, colour)


def _look(palette: Palette) -> str:
    return f' font-size="{number(_SIZE)}" fill="{palette("ink")}"'
