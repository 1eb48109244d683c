"""A map as one SVG that stands alone: opened by itself, set into a slide or a document, printed large.

No style sheet, no script, nothing from outside: looks are attributes, the ground is white, texts are texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from parcours.draw.palette import Palette
from parcours.draw.placing import COLUMN
from parcours.draw.poster import Poster
from parcours.draw.poster_grid import LANE, Grid, draw_grid
from parcours.draw.poster_head import draw_head
from parcours.draw.poster_legend import draw_legend
from parcours.draw.poster_text import SANS
from parcours.draw.svg import NAMESPACE, element, number, text_of

_MARGIN = 40.0
_NARROWEST = 720.0
_USED = re.compile(r'"#i-([\w-]+)"')


def draw_poster(poster: Poster, icons: Mapping[str, str], palette: Palette) -> str:
    """The picture as a whole document. ``icons`` are shapes of 24 by 24 units by name; only used ones go along."""
    columns = len(poster.steps)
    room = max(LANE + columns * COLUMN, _NARROWEST)
    head, y = draw_head(poster, _MARGIN, _MARGIN, room, palette)
    grid, y = draw_grid(poster, Grid(_MARGIN, columns), y + 26, palette)
    legend, y = draw_legend(poster, _MARGIN, y + 10, room, palette)
    wide, high = number(room + 2 * _MARGIN), number(y + _MARGIN - 12)
    body = head + grid + legend
    return (
        f'<svg xmlns="{NAMESPACE}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 {wide} {high}" '
        f'width="{wide}" height="{high}" role="img" aria-labelledby="title desc" lang="{poster.language}" '
        f'font-family="{SANS}">'
        f'<title id="title">{text_of(poster.title)}</title><desc id="desc">{text_of(poster.description)}</desc>'
        f"{_definitions(body, icons, palette)}"
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>{body}</svg>\n'
    )


def _definitions(body: str, icons: Mapping[str, str], palette: Palette) -> str:
    used = sorted(set(_USED.findall(body)) & icons.keys())
    line = 'fill="none" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"'
    symbols = [f'<symbol id="i-{name}" viewBox="0 0 24 24"><g {line}>{icons[name]}</g></symbol>' for name in used]
    stops = "".join(
        element("stop", {"offset": at, "stop-color": palette(role), "stop-opacity": strength})
        for at, role, strength in (
            (0, "hope-soft", 1),
            (0.4, "hope-soft", 0),
            (0.6, "pain-soft", 0),
            (1, "pain-soft", 1),
        )
    )
    felt = element("linearGradient", {"id": "felt", "x1": 0, "y1": 0, "x2": 0, "y2": 1}, stops)
    return f"<defs>{felt if 'url(#felt)' in body else ''}{''.join(symbols)}</defs>"
