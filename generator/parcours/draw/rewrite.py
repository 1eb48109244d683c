"""An engine's drawing made fit to stand beside our pages.

Only known elements and attributes pass; styles become attributes; the theme's colours become ``var(--diagram-…)`` and
``var(--series-…)``, so light and dark follow; names get ids of ours; nodes with an address become links, in the drawing
itself and as areas for the page that shows it as a picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from parcours.draw.areas import Area, area_of
from parcours.draw.engine import MARK
from parcours.draw.mermaid_text import plain
from parcours.draw.svg import COLOURS, NAMESPACE, Attributes, colour, element, text_of

_ENGINES, _OURS = "pele", "diagram"
_FALLBACKS = {"accent": "border", "critical": "fg", "error": "fg"}

_ELEMENTS = frozenset(
    {"circle", "desc", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text", "title", "tspan"}
)
_FILLS = {"color", "fill", "fill-opacity", "opacity"}
_STROKES = {f"stroke-{part}" for part in ("dasharray", "linecap", "linejoin", "opacity", "width")} | {"stroke"}
_FONTS = {"font-size", "font-style", "font-weight", "text-anchor", "text-decoration"}
_SHAPES = {"cx", "cy", "d", "height", "points", "r", "transform", "width", "x", "x1", "x2", "y", "y1", "y2"}
_STYLES = _FILLS | _STROKES | _FONTS | {"rx", "ry"}
_ATTRIBUTES = (
    _STYLES | _SHAPES | {"class", "data-id", "dominant-baseline", "dx", "dy", "preserveAspectRatio", "viewBox"}
)
_TODAY = "pele-today"  # a Gantt chart's line at the current day: a drawing must not change with the clock
_UNSAFE = re.compile(r"url\(|[\\<>;{}]|expression", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page asks of a drawing: its id and name, the addresses of nodes, the actors in order of their colours.

    Addresses are seen from the page named ``page``, which lies in the drawing's folder.
    """

    id: str
    title: str
    links: Mapping[str, str]
    actors: tuple[str, ...] = ()
    page: str = "index.html"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The drawing, its name and description, and where its links lie."""

    svg: str
    title: str
    description: str
    areas: tuple[Area, ...]


def rewritten(svg: str, wanted: Wanted) -> Rewritten:
    """The drawing as our pages may show it. Raises ``ParseError`` when ``svg`` is not XML."""
    root = ET.fromstring(svg)  # noqa: S314 - the engine's own output, which declares no entities
    recolour = _recolouring(root, wanted.actors)
    title = _told(root, "title") or plain(wanted.title or _kind(root))
    first = element("title", {"id": f"{wanted.id}-title"}, text_of(title))
    description = _told(root, "desc")
    if description:
        first += element("desc", {"id": f"{wanted.id}-desc"}, text_of(description))
    children = [_written(child, wanted, recolour) for child in root if _name(child) not in {"title", "desc"}]
    areas = tuple(area_of(node, href) for node in root.iter() if (href := _href(node, wanted)))
    attributes = {"xmlns": NAMESPACE, **_attributes(root, recolour), "font-size": "16"}
    named = _named(wanted.id, description, linked=bool(areas))
    return Rewritten(element("svg", attributes | named, first, *children), title, description, areas)


def _named(anchor: str, description: str, *, linked: bool) -> Attributes:
    """A picture; but a group where it holds links, which a picture would hide from a screen reader."""
    named: Attributes = {"role": "group" if linked else "img", "aria-labelledby": f"{anchor}-title"}
    return {**named, "aria-describedby": f"{anchor}-desc"} if description else named


def _kind(root: ET.Element) -> str:
    """What is drawn, from the engine's second class: ``journey``, ``flowchart``."""
    return root.get("class", "").removeprefix(_ENGINES).strip().removeprefix(f"{_ENGINES}-")


def _told(root: ET.Element, name: str) -> str:
    return next((" ".join((child.text or "").split()) for child in root if _name(child) == name), "")


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _written(node: ET.Element, wanted: Wanted, recolour: Mapping[str, str]) -> str:
    name = _name(node)
    if name not in _ELEMENTS or node.get("class") == _TODAY:
        return ""
    inside = [text_of(node.text or "")]
    for child in node:
        inside += [_written(child, wanted, recolour), text_of(child.tail or "")]
    written = element(name, _attributes(node, recolour), *inside)
    href = _href(node, wanted)
    from_file = wanted.page + href if href.startswith("#") else href
    return element("a", {"class": "diagram-link", "href": from_file}, written) if href else written


def _href(node: ET.Element, wanted: Wanted) -> str:
    """Where a node of the diagram leads; empty for everything else."""
    if "pele-node" not in node.get("class", "").split():
        return ""
    return wanted.links.get(node.get("data-id", ""), "")


def _attributes(node: ET.Element, recolour: Mapping[str, str]) -> Attributes:
    own = {key: value for key, value in node.attrib.items() if key in _ATTRIBUTES}
    own |= _styles(node.get("style", ""))
    found: Attributes = {}
    for key, value in own.items():
        kept = _classes(value) if key == "class" else value if key == "data-id" else _safe(value, recolour)
        if kept:
            found[key] = kept
    return found


def _styles(style: str) -> dict[str, str]:
    """The declarations of a style that have an attribute of the same name."""
    pairs = (part.partition(":") for part in style.split(";"))
    found = {key.strip().lower(): value.replace("!important", "").strip() for key, _, value in pairs}
    return {key: value for key, value in found.items() if key in _STYLES and value}


def _classes(value: str) -> str:
    """The engine's own classes under our name; a writer's class names could meet the page's."""
    words = [_OURS + word.removeprefix(_ENGINES) for word in value.split() if word.startswith(_ENGINES)]
    return " ".join(words)


def _safe(value: str, recolour: Mapping[str, str]) -> str:
    if value.startswith(MARK):
        name = recolour.get(value, value).removeprefix(MARK)
        return f"var(--{name})" if name.startswith("series-") else _variable(name)
    return "" if _UNSAFE.search(value) else value


def _variable(name: str) -> str:
    if not re.fullmatch(r"[a-z-]+", name):
        return ""
    fallback = _FALLBACKS.get(name)
    return f"var(--diagram-{name},var(--diagram-{fallback}))" if fallback else f"var(--diagram-{name})"


def _recolouring(root: ET.Element, actors: tuple[str, ...]) -> dict[str, str]:
    """From the engine's series colours (a journey's actors in order of name) to those of ``actors``, in their order."""
    if not actors or _kind(root) != "journey":
        return {}
    names = [plain(actor) for actor in actors]
    legend = [node.get("data-id", "") for node in root.iter() if "pele-legend-item" in node.get("class", "").split()]
    others = [name for name in legend if name not in names]
    order = [*names, *others]
    return {_series(place): _series(order.index(name)) for place, name in enumerate(legend[:COLOURS])}


def _series(index: int) -> str:
    return f"{MARK}series-{colour(index)}"
