"""The colours of a shipped theme, read from its tokens, and how far they stand apart."""

from __future__ import annotations

import re

from tests.conftest import REPOSITORY

THEMES = tuple(sorted(path.parent.name for path in (REPOSITORY / "themes").glob("*/theme.toml")))
SCHEMES = ("light", "dark")

Colour = tuple[float, ...]
"""Red, green and blue from 0 to 1."""


def colours(theme: str, scheme: str) -> dict[str, Colour]:
    """Each colour of a theme on light or dark paper."""
    text = (REPOSITORY / "themes" / theme / "static" / "tokens.css").read_text("utf-8")
    found = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\);", text)
    return {name: parts(light if scheme == "light" else dark) for name, light, dark in found}


def parts(written: str) -> Colour:
    """`#rrggbb` as red, green and blue."""
    return tuple(int(written[n : n + 2], 16) / 255 for n in (1, 3, 5))


def linear(colour: Colour) -> Colour:
    """Without the curve of sRGB."""
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)


def luminance(colour: Colour) -> float:
    """Relative luminance by WCAG 2.2."""
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(a: Colour, b: Colour) -> float:
    """Contrast by WCAG 2.2, from 1 to 21."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
