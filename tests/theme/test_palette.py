"""The colours of personas stay apart for every kind of colour vision, and dash and marker speak where colour does not.

Dichromacy as Machado, Oliveira and Fernandes simulate it (IEEE TVCG 15.6, 2009, severity 1.0), on linear sRGB;
distances in OKLab (Björn Ottosson, 2020), where 0.02 is about what an eye just notices.
"""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest

from parcours.draw.curve import swatch
from tests.theme.tokens import SCHEMES, THEMES, Colour, colours, linear, luminance

LEAST = 0.075
"""Between any two of the eight colours: nearly four times what an eye just notices."""

Matrix = tuple[Colour, Colour, Colour]
VISIONS: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def times(matrix: Matrix, colour: Colour) -> Colour:
    return tuple(sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)


def seen(colour: Colour, vision: str) -> Colour:
    """A colour in OKLab as that vision has it."""
    light = tuple(min(max(part, 0.0), 1.0) for part in times(VISIONS[vision], linear(colour)))
    return times(LAB, tuple(math.cbrt(part) for part in times(CONES, light)))


def personas(theme: str, scheme: str) -> list[Colour]:
    known = colours(theme, scheme)
    return [known[f"persona-{n}"] for n in range(1, 9)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_no_two_personas_look_alike(theme: str, scheme: str, vision: str) -> None:
    points = [seen(colour, vision) for colour in personas(theme, scheme)]
    near = {
        (a + 1, b + 1): round(apart, 3)
        for a, b in combinations(range(8), 2)
        if (apart := math.dist(points[a], points[b])) < LEAST
    }
    assert near == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_in_grey_dash_and_marker_tell_what_lightness_does_not(theme: str, scheme: str) -> None:
    """Two personas of nearly one grey (1.2 to 1 of contrast, as a copier gives it) differ in dash or in marker."""
    greys = [luminance(colour) for colour in personas(theme, scheme)]
    alike = [
        (a, b)
        for a, b in combinations(range(8), 2)
        if (max(greys[a], greys[b]) + 0.05) / (min(greys[a], greys[b]) + 0.05) < 1.2
    ]
    assert alike, "in grey some are alike, so the second signal is needed"
    for a, b in alike:
        assert signals(a) != signals(b)


def test_no_two_personas_share_both_dash_and_marker() -> None:
    assert len({signals(index) for index in range(8)}) == 8


def signals(index: int) -> tuple[str, ...]:
    """Dash and marker of a persona, as the legend and the curve draw them."""
    return tuple(re.findall(r'shape-\w+|dasharray="[^"]*"', swatch(index)))


def test_the_measure_sees_what_a_dichromat_does_not() -> None:
    red, green = (0.8, 0.2, 0.1), (0.42, 0.42, 0.05)
    assert math.dist(seen(red, "normal"), seen(green, "normal")) > 0.15
    assert math.dist(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < 0.075
