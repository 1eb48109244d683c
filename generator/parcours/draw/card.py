"""A card that stands for a page where its link is shared: 1200 by 630 units, its title, its curves, its people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from parcours.draw.curve import dash
from parcours.draw.face import face
from parcours.draw.monogram import initials
from parcours.draw.monotone import Knot, path
from parcours.draw.paint import painted
from parcours.draw.palette import Palette
from parcours.draw.poster_text import SANS, SERIF, lines_of
from parcours.draw.svg import NAMESPACE, number, text_of
from parcours.draw.text_width import width, wrap

WIDTH, HEIGHT = 1200, 630
_LEFT, _RIGHT = 72.0, 1128.0
_TITLES = ((66, 2), (56, 2), (46, 3))
_TITLE_ROOM = _RIGHT - _LEFT + 50
_MOST_FACES = 16
_MOST_PEOPLE = 4


@dataclass(frozen=True, slots=True)
class CardLine:
    """A curve of feelings (1 to 5, None where none is told) of persona ``index`` (from 0)."""

    index: int
    scores: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class CardPerson:
    """Someone on a card: the name gives the initials, ``index`` (from 0) the colour; ``words`` stand beside."""

    name: str
    index: int
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows: a line above the title, the title, a sentence, curves, people, a line at the foot.

    Where there is no curve, the first of the people is shown large.
    """

    overline: str
    title: str
    text: str = ""
    lines: tuple[CardLine, ...] = ()
    people: tuple[CardPerson, ...] = ()
    foot: str = ""


def draw_card(card: Card, palette: Palette) -> str:
    """The card as a whole SVG document, on white, with nothing from outside."""
    head, y = _head(card, palette)
    people, foot = _people(card, palette), HEIGHT - 60
    curves = _curves(card.lines, max(y + 40, 300.0), foot - 74.0, palette)
    if not card.lines and card.people:
        curves = _monogram(card.people[0], _RIGHT - 124, (y + 40 + foot - 40) / 2, 108, palette)
    words = _words(card.foot, _RIGHT, foot + 8, f' font-size="24" text-anchor="end" fill="{palette("ink-soft")}"')
    return (
        f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="{SANS}"><title>{text_of(card.title)}</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        f'<rect width="{WIDTH}" height="14" fill="{palette("accent")}"/>{head}{curves}{people}{words}</svg>\n'
    )


def _head(card: Card, palette: Palette) -> tuple[str, float]:
    """The words at the top, and where they end."""
    size, lines = _title(card.title)
    over = _words(card.overline, _LEFT, 88, f' font-size="26" font-weight="700" fill="{palette("accent")}"')
    y = 88.0 + 20 + size
    look = f' font-size="{size}" font-weight="700" font-family="{SERIF}" fill="{palette("ink")}"'
    title = lines_of(lines, _LEFT, y, size * 1.16, look)
    y += (len(lines) - 1) * size * 1.16
    told = _cut(wrap(card.text, _RIGHT - _LEFT, 28), 2 if card.lines else 4)
    text = lines_of(told, _LEFT, y + 52, 38, f' font-size="28" fill="{palette("ink-soft")}"') if told else ""
    return f"{over}{title}{text}", y + (52 + (len(told) - 1) * 38 if told else 0)


def _title(title: str) -> tuple[int, tuple[str, ...]]:
    """The largest letters in which a title has few enough lines; cut where even the smallest do not do."""
    for size, most in _TITLES:
        lines = wrap(title, _TITLE_ROOM, size, bold=True)
        if len(lines) <= most:
            return size, lines
    size, most = _TITLES[-1]
    return size, _cut(wrap(title, _TITLE_ROOM, size, bold=True), most)


def _cut(lines: Sequence[str], most: int) -> tuple[str, ...]:
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], lines[most - 1].rstrip()[:-1].rstrip() + "…")


def _words(text: str, x: float, y: float, look: str) -> str:
    return lines_of(_cut(wrap(text, _RIGHT - _LEFT, 26, bold=True), 1), x, y, 0, look) if text else ""


def _curves(lines: Sequence[CardLine], top: float, foot: float, palette: Palette) -> str:
    if not lines or foot - top < 60:
        return ""
    middle = (top + foot) / 2
    level = f'stroke="{palette("rule-strong")}" stroke-width="2" stroke-dasharray="4 8" fill="none"'
    neutral = f'<path d="M{number(_LEFT)},{number(middle)}H{number(_RIGHT)}" {level}/>'
    return neutral + "".join(_curve(line, top, foot, palette) for line in reversed(lines))


def _curve(line: CardLine, top: float, foot: float, palette: Palette) -> str:
    """One smooth line, broken where no feeling is told, with faces where there is room for them."""
    own, count = palette.persona(line.index), len(line.scores)
    across = (_RIGHT - _LEFT - 60) / max(count - 1, 1)
    knots = [(_LEFT + 30 + n * across, _down(score, top, foot), score) for n, score in enumerate(line.scores)]
    runs: list[list[Knot]] = [
        [(x, y) for x, y, _ in run] for told, run in groupby(knots, key=lambda knot: knot[2] is not None) if told
    ]
    dashes = f' stroke-dasharray="{dash(line.index, 2)}"' if dash(line.index) else ""
    look = f'stroke="{own}" stroke-width="6" fill="none" stroke-linecap="round"{dashes}'
    drawn = "".join(f'<path d="{d}" {look}/>' for run in runs if (d := path(run)))
    if count > _MOST_FACES:
        return drawn
    faces = (
        f'<g transform="translate({number(x)},{number(y)}) scale(1.7)">{face(0, 0, score, line.index)}</g>'
        for x, y, score in knots
        if score is not None
    )
    return drawn + painted("".join(faces), palette, own)


def _down(score: float | None, top: float, foot: float) -> float:
    return foot - (min(max(score or 1.0, 1.0), 5.0) - 1) * (foot - top) / 4


def _people(card: Card, palette: Palette) -> str:
    """Monograms with names, as many as there is room for beside the foot."""
    x, y, drawn = _LEFT, HEIGHT - 60.0, list[str]()
    room = _RIGHT - width(card.foot, 24) - 40
    for person in card.people[:_MOST_PEOPLE]:
        wide = 62 + width(person.words, 24, bold=True) + 34
        if x + wide > room and drawn:
            break
        drawn.append(_monogram(person, x + 24, y, 24, palette))
        look = f' font-size="24" font-weight="700" fill="{palette.persona(person.index)}"'
        drawn.append(lines_of(_cut(wrap(person.words, room - x - 62, 24, bold=True), 1), x + 62, y + 8, 0, look))
        x += wide
    return "".join(drawn)


def _monogram(person: CardPerson, x: float, y: float, radius: float, palette: Palette) -> str:
    own, size = palette.persona(person.index), radius * 0.72
    ring = f'fill="{own}" fill-opacity="0.14" stroke="{own}" stroke-width="{number(radius / 10)}"'
    letters = f'font-size="{number(size)}" font-weight="700" text-anchor="middle" fill="{own}"'
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" {ring}/>'
        f'<text x="{number(x)}" y="{number(y + size * 0.36)}" {letters}>{text_of(initials(person.name) or "?")}</text>'
    )
