"""The head of a picture to take away: its title, what it is about, whom it is drawn for."""

from __future__ import annotations

from collections.abc import Sequence

from parcours.draw.curve import persona_line
from parcours.draw.face import face
from parcours.draw.monogram import initials
from parcours.draw.paint import painted
from parcours.draw.palette import Palette
from parcours.draw.poster import Person, Poster, Text
from parcours.draw.poster_text import at, lines_of, set_texts
from parcours.draw.svg import Attributes, colour, element, number, text_of
from parcours.draw.text_width import width

_BRIEF = 300.0  # the width of one text of the brief
_APART = 28.0
_CAST = 262.0
_PORTRAIT = 26.0  # half a monogram
_SWATCH = 64.0


def draw_head(poster: Poster, x: float, y: float, room: float, palette: Palette) -> tuple[str, float]:
    """Title, badges, brief and cast from ``y`` on, and where they end."""
    texts = (Text(poster.overline, "overline"), Text(poster.title, "title"))
    drawn, high = set_texts(texts, room, palette)
    parts = [at(x, y, drawn)]
    y += high + 14
    if poster.badges:
        drawn, y = _badges(poster.badges, x, y, room, palette)
        parts.append(drawn)
    if poster.brief:
        drawn, y = _brief(poster.brief, x, y + 18, room, palette)
        parts.append(drawn)
    if poster.cast:
        drawn, y = _cast(poster.cast, x, y + 20, room, palette)
        parts.append(drawn)
    return "".join(parts), y


def _badges(badges: Sequence[str], x: float, y: float, room: float, palette: Palette) -> tuple[str, float]:
    drawn: list[str] = []
    left = x
    for badge in badges:
        wide = width(badge, 11) + 22
        if left > x and left + wide > x + room:
            left, y = x, y + 28
        shape: Attributes = {"x": left, "y": y, "width": wide, "height": 22, "rx": 11}
        drawn.append(element("rect", {**shape, "fill": "none", "stroke": palette("rule-strong")}))
        middle = f' font-size="11" text-anchor="middle" fill="{palette("ink")}"'
        drawn.append(lines_of((badge,), left + wide / 2, y + 15, 0, middle))
        left += wide + 8
    return "".join(drawn), y + 22


def _brief(brief: Sequence[tuple[str, str]], x: float, y: float, room: float, palette: Palette) -> tuple[str, float]:
    """Labelled texts side by side, as many as there is room for."""
    abreast = max(1, min(len(brief), int((room + _APART) / (_BRIEF + _APART))))
    wide = min((room + _APART) / abreast - _APART, _BRIEF * 1.4)
    drawn: list[str] = []
    for begin in range(0, len(brief), abreast):
        tallest = 0.0
        for n, (label, words) in enumerate(brief[begin : begin + abreast]):
            part, high = set_texts((Text(label, "label"), Text(words, "lead")), wide, palette)
            drawn.append(at(x + n * (wide + _APART), y, part))
            tallest = max(tallest, high)
        y += tallest + 14
    return "".join(drawn), y - 14


def _cast(cast: Sequence[Person], x: float, y: float, room: float, palette: Palette) -> tuple[str, float]:
    abreast = max(1, int(room / _CAST))
    wide = min(_CAST * 1.3, room / min(abreast, len(cast)))
    drawn: list[str] = []
    for begin in range(0, len(cast), abreast):
        tallest = 0.0
        for n, person in enumerate(cast[begin : begin + abreast]):
            part, high = _person(person, x + n * wide, y, wide - 16, palette)
            drawn.append(part)
            tallest = max(tallest, high)
        y += tallest + 14
    return "".join(drawn), y - 14


def _person(person: Person, x: float, y: float, room: float, palette: Palette) -> tuple[str, float]:
    """A monogram, and beside it the name, a caption, and the line that is theirs on the curve."""
    tint, own = f"persona-{colour(person.index)}", palette.persona(person.index)
    aside = x + 2 * _PORTRAIT + 14
    inside = room - 2 * _PORTRAIT - 14
    texts = (Text(person.name, "name", tint=tint), Text(person.caption, "soft"))
    told, high = set_texts(texts, inside, palette)
    line = y + high + 15
    drawn = (
        _monogram(person, x + _PORTRAIT, y + _PORTRAIT, own, palette),
        at(aside, y, told),
        painted(persona_line(person.index, aside, line, _SWATCH), palette, own),
        painted(face(aside + _SWATCH / 2, line, 4, person.index), palette, own),
    )
    return "".join(drawn), max(2 * _PORTRAIT, high + 30)


def _monogram(person: Person, x: float, y: float, own: str, palette: Palette) -> str:
    letters = initials(person.name) or "?"
    size = 19 if width(letters, 19, bold=True) < 2 * _PORTRAIT - 8 else 14
    circle: Attributes = {"cx": x, "cy": y, "r": _PORTRAIT - 1}
    ground = element("circle", {**circle, "fill": palette("sunken")})
    ring = element("circle", {**circle, "fill": own, "fill-opacity": 0.14, "stroke": own, "stroke-width": 2})
    look = f'font-size="{size}" font-weight="700" text-anchor="middle" fill="{own}"'
    return f'{ground}{ring}<text x="{number(x)}" y="{number(y + size * 0.36)}" {look}>{text_of(letters)}</text>'
