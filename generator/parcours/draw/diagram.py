"""Mermaid scripts, ours and writers' own, drawn at build time as SVG files of their own.

The classes in a drawing are the engine's under our name: ``diagram`` with the kind (``diagram-journey``,
``diagram-flowchart``, ``diagram-sequence`` …) on the root; ``diagram-node``, ``diagram-shape-rect`` (``-hex`` for a
moment of truth), ``diagram-label``, ``diagram-cluster``, ``diagram-cluster-label``, ``diagram-edge``,
``diagram-edge-label``, ``diagram-marker``, ``diagram-face``, ``diagram-actor``, ``diagram-legend-item``,
``diagram-title``; ours is ``diagram-link``, the ``<a>`` around a node that leads somewhere.

Colours are CSS variables the theme must define: ``--diagram-bg``, ``-fg``, ``-muted``, ``-line``, ``-surface``,
``-surface-alt``, ``-border`` (and may: ``-accent``, ``-critical``, ``-error``), and ``--series-1`` to ``--series-8``.
Texts were measured in Noto Sans at 16 units; any sans serif that is not wider fits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from parcours.draw.areas import Area
from parcours.draw.click import allowed, clicks
from parcours.draw.engine import NotDrawn, available, run
from parcours.draw.rewrite import Wanted, rewritten
from parcours.source.text import digest_of

__all__ = ["Area", "Drawn", "NotDrawn", "draw", "draw_available"]

MOST_BYTES = 50_000
"""The longest script that is drawn."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An SVG, its natural size in CSS pixels, its name and description, where its links lie.

    ``mark`` changes with the drawing, so that an address that holds it never shows an older one.
    """

    svg: str
    width: int
    height: int
    title: str
    description: str
    areas: tuple[Area, ...]
    mark: str


def draw_available() -> bool:
    """Whether this machine can draw diagrams; where not, a page shows their source and says so once."""
    return available()


def draw(
    script: str,
    id: str,
    title: str = "",
    actors: tuple[str, ...] = (),
) -> Drawn | NotDrawn:
    """The drawing of a Mermaid script, or why there is none. Never raises.

    ``id`` must be a valid HTML id, unique on the page; ``title`` names a drawing whose script has no ``accTitle``;
    ``actors`` are a journey's actors in the order of their colours (``--series-1`` first).
    """
    if len(script.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return NotDrawn(f"the script is longer than {MOST_BYTES // 1000} kB")
    raw = run(script)
    if isinstance(raw, NotDrawn):
        return raw
    links = {click.node: click.href for click in clicks(script) if allowed(click.href)}
    try:
        made = rewritten(raw.svg, Wanted(id, title, links, actors))
    except (ET.ParseError, ValueError, RecursionError) as error:
        return NotDrawn(f"the drawing could not be read: {error}".split("\n")[0])
    size = math.ceil(raw.width), math.ceil(raw.height)
    return Drawn(made.svg, *size, made.title, made.description, made.areas, digest_of(made.svg.encode())[:8])
