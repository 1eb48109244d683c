"""The engine that draws Mermaid scripts: the PyPI package ``mermaid-render`` (Pele in an embedded QuickJS).

It needs no browser, process or network. This module is the seam: another engine would be swapped in here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from parcours.draw.svg import COLOURS

MARK = "@"
"""Colours that belong to the theme are drawn as ``@name`` (``@surface``, ``@series-2``)."""

_ROLES = ("bg", "fg", "muted", "line", "surface", "surface-alt", "border", "accent", "critical", "error")
_PALETTE = {name: MARK + name for name in (*_ROLES, *(f"series-{k}" for k in range(1, COLOURS + 1)))}
_THEME = "parcours"
_ERROR = re.compile(r"[\w-]+ at (?P<line>\d+):(?P<column>\d+): (?P<reason>[^\n]*)")


@dataclass(frozen=True, slots=True)
class Raw:
    """A drawing as the engine gives it, its theme colours still ``@name``."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """Why a script has no drawing, in English; ``line`` and ``column`` in the script start at 1, 0 when unknown."""

    reason: str
    line: int = 0
    column: int = 0


def available() -> bool:
    """Whether the engine is installed and loads here."""
    return _engine() is not None


def run(script: str) -> Raw | NotDrawn:
    """The engine's drawing of a script. Never raises: whatever goes wrong in the engine is a `NotDrawn`."""
    render = _engine()
    if render is None:
        return NotDrawn("the drawing engine (mermaid-render) is not installed")
    try:
        result = render(script, _THEME)["result"]
        return Raw(str(result["svg"]), float(result["width"]), float(result["height"]))
    except Exception as error:  # noqa: BLE001 - a foreign engine, given anybody's text: no failure of it may end a build
        return _not_drawn(str(error))


def _not_drawn(message: str) -> NotDrawn:
    if found := _ERROR.match(message):
        return NotDrawn(found["reason"].strip(" .:"), int(found["line"]), int(found["column"]))
    return NotDrawn((message.strip() or "the drawing engine failed").split("\n")[0])


@lru_cache(maxsize=1)
def _engine() -> Callable[[str, str], Any] | None:
    """The engine's function, taught our palette; None where its wheel is missing or does not load."""
    try:
        # Loaded late: it takes 30 ms, and its wheel may be missing.
        from mermaid_render import renderer  # type: ignore[import-untyped]

        # A palette of marks, not of colours: a writer's own #FFFFFF must stay white in a dark theme.
        renderer.THEMES[_THEME] = _PALETTE
    except (ImportError, OSError, AttributeError):
        return None
    return renderer.render  # type: ignore[no-any-return]
