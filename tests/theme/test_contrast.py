"""Contrast by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), computed from the tokens, on both papers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "themes" / "cartouche" / "static" / "tokens.css"
GROUNDS = ("paper", "sheet", "sunken")
PERSONAS = tuple(f"persona-{n}" for n in range(1, 9))
SCORES = tuple(f"score-{n}" for n in range(1, 6))
TEXTS = [
    *((text, ground) for text in ("ink", "ink-soft", "accent") for ground in GROUNDS),
    *((text, ground) for text in (*PERSONAS, *SCORES, "moment", "pain", "hope") for ground in ("paper", "sheet")),
    ("accent-ink", "accent"),
    ("accent", "accent-soft"),
    ("ink", "accent-soft"),
    ("moment", "moment-soft"),
    ("ink", "moment-soft"),
    ("hope", "hope-soft"),
    ("pain", "pain-soft"),
]
MARKS = [(mark, ground) for mark in ("rule-strong", *PERSONAS, "accent", "moment") for ground in GROUNDS]


def colours(scheme: str) -> dict[str, tuple[float, ...]]:
    """Each colour of a scheme as red, green and blue from 0 to 1."""
    found = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\);", TOKENS.read_text("utf-8"))
    return {name: _parts(light if scheme == "light" else dark) for name, light, dark in found}


def _parts(written: str) -> tuple[float, ...]:
    return tuple(int(written[n : n + 2], 16) / 255 for n in (1, 3, 5))


def luminance(colour: tuple[float, ...]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_and_marks_stand_out(scheme: str) -> None:
    known = colours(scheme)
    assert len(known) > 25
    faint = [
        f"{a} on {b}: {ratio:.2f}"
        for pairs, least in ((TEXTS, 4.5), (MARKS, 3.0))
        for a, b in pairs
        if (ratio := contrast(known[a], known[b])) < least
    ]
    assert faint == []


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast(_parts("#777777"), (1, 1, 1)) == pytest.approx(4.48, abs=0.01)
