"""The words of a picture to take away: set in lines, each cell in units of its own, with its height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parcours.draw.palette import Palette
from parcours.draw.poster import Text
from parcours.draw.svg import number, text_of
from parcours.draw.text_width import wrap

SANS = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
SERIF = "Georgia, 'Liberation Serif', 'DejaVu Serif', serif"
ICON = 15
"""The width of an icon before a paragraph."""

_INDENT = ICON + 6
_BUBBLE = 9  # between a quote and the edge of its bubble, and how round that is
_TAIL = 7


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: size and leading in drawing units, ``gap`` above it.

    ``tinted`` letters have the colour of the text's tint, others that of ``role``.
    """

    size: float
    leading: float
    role: str = "ink"
    bold: bool = False
    italic: bool = False
    tinted: bool = False
    bubble: bool = False
    serif: bool = False
    gap: float = 7

    def attributes(self, colour: str) -> str:
        """The look as attributes of an element."""
        weight = ' font-weight="700"' if self.bold else ""
        style = ' font-style="italic"' if self.italic else ""
        family = f' font-family="{SERIF}"' if self.serif else ""
        return f' font-size="{number(self.size)}" fill="{colour}"{weight}{style}{family}'


LOOKS: Mapping[str, Look] = {
    "plain": Look(12, 16),
    "strong": Look(12, 16, bold=True),
    "soft": Look(11, 14.5, role="ink-soft", gap=3),
    "small": Look(10.5, 14, role="ink-soft", gap=2),
    "label": Look(10.5, 14, role="ink-soft", bold=True),
    "thought": Look(12, 16, role="ink-soft", italic=True),
    "speech": Look(12.5, 17, bubble=True, gap=8),
    "figure": Look(16, 20, bold=True, tinted=True, gap=2),
    "tinted": Look(12, 16, bold=True, tinted=True),
    "line": Look(11, 14, bold=True, tinted=True),
    "number": Look(11, 14, role="ink-soft"),
    "action": Look(13.5, 18, bold=True, gap=3),
    "moment": Look(11, 14.5, bold=True, tinted=True, gap=8),
    "reason": Look(11, 14.5, tinted=True, gap=3),
    "title": Look(34, 42, bold=True, serif=True),
    "overline": Look(11.5, 16, role="ink-soft", bold=True),
    "lead": Look(13, 18, gap=4),
    "name": Look(14, 18, bold=True, tinted=True),
    "stage": Look(16, 20, role="accent-ink", bold=True, serif=True),
    "goal": Look(11, 14.5, role="accent-ink", gap=2),
}


@lru_cache(maxsize=8192)
def set_texts(texts: tuple[Text, ...], room: float, palette: Palette) -> tuple[str, float]:
    """Paragraphs one below the other in ``room``, drawn from 0, 0, and how high they are together.

    Remembered, as much on a map is said of many steps: channels, owners, feelings.
    """
    drawn: list[str] = []
    top = 0.0
    for text in texts:
        look = LOOKS[text.look]
        around = _BUBBLE if look.bubble else 0
        indent = _INDENT if text.icon or text.under else around
        lines = wrap(text.words, room - indent - around, look.size, bold=look.bold)
        if not lines:
            continue
        top += look.gap if drawn else 0
        high = len(lines) * look.leading
        if look.bubble:
            drawn.append(_bubble(top, room, high + 2 * _BUBBLE, palette("sunken")))
        if text.icon:
            colour = palette(text.tint or look.role)
            drawn.append(icon(text.icon, 0, top + (look.leading - ICON) / 2 - 0.5, ICON, colour))
        base = top + around + look.leading / 2 + look.size * 0.36
        drawn.append(lines_of(lines, indent, base, look.leading, _attributes(text.look, text.tint, palette)))
        top += high + (2 * _BUBBLE + _TAIL if look.bubble else 0)
    return "".join(drawn), top


def at(x: float, y: float, drawing: str) -> str:
    """A drawing with its own 0, 0 moved to ``x``, ``y``."""
    return f'<g transform="translate({number(x)},{number(y)})">{drawing}</g>' if drawing else ""


def lines_of(lines: Sequence[str], x: float, y: float, leading: float, attributes: str) -> str:
    """A ``<text>`` with its first base line at ``y``; the text of all lines reads on as it was written."""
    left = number(x)
    if len(lines) == 1:
        return f'<text x="{left}" y="{number(y)}"{attributes}>{text_of(lines[0])}</text>'
    between = f'</tspan><tspan x="{left}" dy="{number(leading)}">'
    first, *more = text_of("\n".join(lines)).split("\n")
    return f'<text x="{left}" y="{number(y)}"{attributes}><tspan>{first}{between}{between.join(more)}</tspan></text>'


def icon(name: str, x: float, y: float, size: float, colour: str) -> str:
    """An icon by name, with its left top corner at ``x``, ``y``; its shape is among the drawing's definitions."""
    place = f'x="{number(x)}" y="{number(y)}" width="{size}" height="{size}"'
    return f'<use xlink:href="#i-{name}" {place} stroke="{colour}"/>'


@lru_cache(maxsize=512)
def _attributes(name: str, tint: str, palette: Palette) -> str:
    look = LOOKS[name]
    return look.attributes(palette(tint if look.tinted and tint else look.role))


def _bubble(top: float, wide: float, high: float, ground: str) -> str:
    """A bubble of speech whose tail leads down to who speaks."""
    r = _BUBBLE
    across, down = wide - 2 * r, high - 2 * r
    d = (
        f"M{r},{number(top)}h{number(across)}q{r},0 {r},{r}v{number(down)}q0,{r} -{r},{r}"
        f"h-{number(across - 16)}l-11,{_TAIL}l1,-{_TAIL}h-6q-{r},0 -{r},-{r}v-{number(down)}q0,-{r} {r},-{r}z"
    )
    return f'<path d="{d}" fill="{ground}"/>'
