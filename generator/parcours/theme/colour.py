"""Colours as eyes tell them apart: contrast, and the nearest shade of a hue that can be read.

Contrast and relative luminance as WCAG 2.2 defines them (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio); shades in
OKLab (Björn Ottosson, 2020), where a change of lightness leaves the hue what it was.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

TEXT = 4.5
"""The least contrast of a text with its ground (WCAG 2.2, 1.4.3)."""

Colour = tuple[float, float, float]
"""Red, green and blue of sRGB, 0 to 1."""

_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = ((1, 0.3963377774, 0.2158037573), (1, -0.1055613458, -0.0638541728), (1, -0.0894841775, -1.2914855480))
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_STEPS = 200


def colour_of(written: str) -> Colour:
    """``#rrggbb`` or ``#rgb`` as a colour."""
    digits = written.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue


def written(colour: Colour) -> str:
    """A colour as ``#rrggbb``."""
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in colour)


def contrast(a: Colour, b: Colour) -> float:
    """How far two colours stand apart in light, 1 to 21."""
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def least_contrast(colour: Colour, grounds: Sequence[Colour]) -> float:
    """The contrast with the ground it stands out from least."""
    return min(contrast(colour, ground) for ground in grounds)


def readable(colour: Colour, grounds: Sequence[Colour], least: float = TEXT) -> Colour:
    """The nearest shade of the same hue that has a contrast of ``least`` with every ground; itself where it has.

    It grows darker where the grounds are light, lighter where they are dark, paler where no colour of its strength is
    that light or dark.
    """
    if least_contrast(colour, grounds) >= least:
        return colour
    light, a, b = _to_lab(colour)
    end = 0.0 if _luminance(grounds[0]) > 0.18 else 1.0
    for step in range(1, _STEPS + 1):
        shade = _shown(light + (end - light) * step / _STEPS, a, b)
        if least_contrast(colour_of(written(shade)), grounds) >= least:
            return shade
    return (end, end, end)


def mixed(colour: Colour, ground: Colour, share: float) -> Colour:
    """A ground with a ``share`` (0 to 1) of a colour in it."""
    a, b, c = (share * x + (1 - share) * y for x, y in zip(_to_lab(colour), _to_lab(ground), strict=True))
    return _shown(a, b, c)


def _luminance(colour: Colour) -> float:
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _curved(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _times(matrix: Sequence[Sequence[float]], a: float, b: float, c: float) -> Colour:
    x, y, z = (row[0] * a + row[1] * b + row[2] * c for row in matrix)
    return x, y, z


def _to_lab(colour: Colour) -> Colour:
    red, green, blue = map(_linear, colour)
    long, middle, short = map(math.cbrt, _times(_CONES, red, green, blue))
    return _times(_LAB, long, middle, short)


def _shown(light: float, a: float, b: float) -> Colour:
    """A colour of OKLab on a screen, as much of its strength as there is at that lightness."""
    tried = (_linear_of(light, a * kept / 20, b * kept / 20) for kept in range(20, -1, -1))
    linear = next((one for one in tried if all(-1e-4 <= part <= 1 + 1e-4 for part in one)), (light**3,) * 3)
    red, green, blue = (_curved(min(max(part, 0.0), 1.0)) for part in linear)
    return red, green, blue


def _linear_of(light: float, a: float, b: float) -> Colour:
    long, middle, short = (part**3 for part in _times(_FROM_LAB, light, a, b))
    return _times(_FROM_CONES, long, middle, short)
