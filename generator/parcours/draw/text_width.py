"""How wide a text is at most, where there is no font to ask: what a drawing without a browser wraps its lines by.

Widths are those of DejaVu Sans or of Liberation Sans (which are Arial's), whichever is wider, rounded up to a twentieth
of the letter's size, so that a line fits in either and in every font between them; bold letters are wider still.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

_EM = 20  # units a table entry counts in: twentieths of the letter's size
_OF_LATIN = {
    6: "'IijlÌÍÎÏìíîï",
    7: " ,./:;\\|‚‘’\xa0¦·",
    8: "()-[]ft‹›\xad",
    9: "!r¡²³¹",
    10: '"*J`ˆ˜¨ª°´¸º',
    11: "csz„“”šžç",
    12: "?L_kvxyƒ†‡•–§¯ýÿ",
    13: "$0123456789FTabdeghnopqu{}€¢£¤¥«µ¶»¿ßàáâãäåèéêëðñòóôõöøùúûüþ",
    14: "ABEKPSVXYZŠŽŸÀÁÂÃÄÅÈÉÊËÝÞ",
    15: "CNRUÇÑÙÚÛÜ",
    16: "&DGHOQÐÒÓÔÕÖØ",
    17: "#+<=>^w~¬±×÷",
    18: "M",
    20: "%Wm…—™©®¼½¾Ææ",
    21: "@œ",
    22: "Œ",
    27: "‰",
}
_LATIN = "cp1252"
_WIDEST = 20
_BOLD = 1.17
_BROKEN = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")


def _table() -> bytes:
    units = bytearray([_WIDEST] * 256)
    for wide, letters in _OF_LATIN.items():
        for byte in letters.encode(_LATIN):
            units[byte] = wide
    return bytes(units)


_UNITS = _table()


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The most a line of text takes, in the unit of ``size``, the size of its letters."""
    return sum(_units(text)) * _em(size, bold)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines that fit in ``room``: broken at spaces, a word too long for a line after a hyphen or anywhere.

    Spaces that must not break (U+00A0, U+202F) do not. A line broken at a space ends in it (without room for it), so
    the lines one after the other are the text. No line for an empty text.
    """
    rest = (text if text.isprintable() and "  " not in text else _BROKEN.sub(" ", text)).strip(" ")
    if not rest:
        return ()
    units, room_units = _units(rest), max(room / _em(size, bold), 1)
    if sum(units) <= room_units or len(rest) == 1:
        return (rest,)
    ends = list(accumulate(units))
    lines: list[str] = []
    start, done = 0, 0
    while ends[-1] - done > room_units and start + 1 < len(rest):
        most = max(bisect_right(ends, done + room_units), start + 1)
        end = _break(rest, start, most)
        start, begun = end + (rest[end] == " "), start
        lines.append(rest[begun:start])
        done = ends[start - 1]
    lines.append(rest[start:])
    return tuple(lines)


def _break(text: str, start: int, most: int) -> int:
    """Where a line from ``start`` ends that has room for the letters up to ``most``."""
    space = text.rfind(" ", start, most + 1)
    if space > start:
        return space
    mark = max(text.rfind(mark, start, most) for mark in "-/–—…_")
    return mark + 1 if mark > start else most


def _em(size: float, bold: bool) -> float:
    return size * (_BOLD if bold else 1) / _EM


def _units(text: str) -> bytes | list[int]:
    try:
        return text.encode(_LATIN).translate(_UNITS)
    except UnicodeEncodeError:
        return [_unit(letter) for letter in text]


@lru_cache(maxsize=4096)
def _unit(letter: str) -> int:
    """The width of one letter of any script."""
    try:
        return _UNITS[letter.encode(_LATIN)[0]]
    except UnicodeEncodeError:
        kind = unicodedata.category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return 0
    if letter in {"\u202f", "\u2009"}:
        return 7
    if unicodedata.east_asian_width(letter) in "WF":
        return 28 if kind == "So" else 21
    return {"Lu": 21, "So": 28, "Sm": 18}.get(kind, 17)
