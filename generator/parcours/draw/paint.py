"""Drawings that leave their page take their looks along: what a style sheet says of each class, as attributes.

The classes are those of ``draw/curve.py``, ``draw/face.py`` and ``draw/tracks.py``. A colour is named by its role
(``@rule``), ``currentColor`` becomes the colour given with the drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from parcours.draw.palette import Palette

_ROUND = {"stroke-linecap": "round", "stroke-linejoin": "round"}
_SMALL = {"font-size": "11", "fill": "@ink-soft"}

LOOKS: Mapping[str, Mapping[str, str]] = {
    "curve-grid": {"stroke": "@rule", "stroke-opacity": "1"},
    "curve-neutral": {"stroke": "@rule-strong", "stroke-opacity": "1", "stroke-dasharray": "3 4"},
    "curve-word": _SMALL,
    "curve-mean": {"stroke": "@rule-strong", "stroke-width": "1.5", "stroke-dasharray": "1 4", **_ROUND},
    "curve-mean-word": {**_SMALL, "font-weight": "600"},
    "curve-path": {"stroke-width": "3", **_ROUND},
    "curve-range": {"fill": "currentColor", "fill-opacity": "0.16"},
    "curve-start": {"fill": "currentColor"},
    "curve-dot": {"fill": "currentColor"},
    "curve-area": {"fill": "currentColor", "fill-opacity": "0.12"},
    "curve-caption": {"font-size": "11", "fill": "@ink"},
    "curve-named": {"font-weight": "700"},
    "face-head": {"fill": "@sheet", "stroke": "currentColor", "stroke-width": "2"},
    "face-eye": {"fill": "currentColor"},
    "face-mouth": {"fill": "none", "stroke": "currentColor", "stroke-width": "1.8", "stroke-linecap": "round"},
    "track-rail": {"fill": "none", "stroke": "@rule-strong", "stroke-dasharray": "1 5", **_ROUND},
    "track-run": {"stroke": "@accent", "stroke-width": "3"},
    "track-cross": {"stroke": "@moment", "stroke-width": "3", "stroke-dasharray": "6 4"},
    "track-dot": {"fill": "@sheet", "stroke": "@accent", "stroke-width": "2"},
    "track-turn": {"stroke": "@moment", "stroke-width": "3"},
    "track-icon": {"fill": "none", "stroke": "@accent", "stroke-width": "2", **_ROUND},
    "track-name": {"font-size": "11", "font-weight": "600", "fill": "@ink"},
    "track-device": _SMALL,
}

_TAG = re.compile(r'<([a-z]+) class="([^"]*)"([^>]*?)(/?)>')
_CLASSED = re.compile(r'<[a-z]+ class="[^>]*>')
_OF = re.compile(r'<g class="[^"]*persona-(\d)')
_ATTRIBUTE = re.compile(r' ([\w:-]+)="([^"]*)"')


def painted(drawing: str, palette: Palette, own: str) -> str:
    """A drawing with looks for classes; ``own`` is the colour that ``currentColor`` stands for."""
    dressed = _CLASSED.sub(lambda tag: _dressed(tag[0], palette), drawing)
    return dressed.replace("currentColor", own).replace(" href=", " xlink:href=")


@lru_cache(maxsize=2048)
def _dressed(tag: str, palette: Palette) -> str:
    """A tag with the looks of its classes in place of them."""
    found = _TAG.fullmatch(tag)
    if found is None:
        return tag
    name, classes, rest, end = found.groups()
    looks = {key: value for one in classes.split() for key, value in LOOKS.get(one, {}).items()}
    given = "".join(f' {key}="{_colour(value, palette)}"' for key, value in looks.items())
    kept = "".join(one[0] for one in _ATTRIBUTE.finditer(rest) if one[1] not in looks)
    return f"<{name}{given}{kept}{end}>"


def painted_parts(parts: Iterable[str], palette: Palette, own: str) -> str:
    """The parts of a drawing, each in the colour of the persona it is of, or in ``own``."""
    return "".join(
        painted(part, palette, palette.persona(int(found[1]) - 1) if (found := _OF.match(part)) else own)
        for part in parts
    )


def _colour(value: str, palette: Palette) -> str:
    return palette(value[1:]) if value.startswith("@") else value
