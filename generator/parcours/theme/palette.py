"""The colours of pictures that are taken away: those of the theme's light paper, on white."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parcours.draw.palette import Palette

_LIGHT = re.compile(r"(?:light-dark\(\s*)?(#[0-9a-fA-F]{3,8})\b")
_WHITE = {"paper": "#ffffff", "sheet": "#ffffff"}


def palette_of(tokens: Mapping[str, str]) -> Palette:
    """The light colours among a theme's tokens (``--ink``: ``light-dark(#1b2430, #e9e6de)``), by role (``ink``)."""
    found = {name.removeprefix("--"): _LIGHT.match(value) for name, value in tokens.items()}
    return Palette({**{name: colour[1] for name, colour in found.items() if colour}, **_WHITE})
