"""Contrast by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), computed from the tokens, on both papers."""

from __future__ import annotations

import pytest

from tests.theme.tokens import SCHEMES, THEMES, colours, contrast, parts

GROUNDS = ("paper", "sheet", "sunken")
SOFT = ("accent-soft", "moment-soft", "pain-soft", "hope-soft")
PERSONAS = tuple(f"persona-{n}" for n in range(1, 9))
SCORES = tuple(f"score-{n}" for n in range(1, 6))
TEXTS = [
    *((text, ground) for text in ("ink", "ink-soft", "accent") for ground in GROUNDS),
    *((text, ground) for text in (*SCORES, "moment", "pain", "hope") for ground in ("paper", "sheet")),
    *((text, ground) for text in PERSONAS for ground in (*GROUNDS, *SOFT)),
    ("accent-ink", "accent"),
    ("accent", "accent-soft"),
    ("ink", "accent-soft"),
    ("moment", "moment-soft"),
    ("ink", "moment-soft"),
    ("hope", "hope-soft"),
    ("pain", "pain-soft"),
]
MARKS = [(mark, ground) for mark in ("rule-strong", "accent", "moment") for ground in GROUNDS]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_texts_and_marks_stand_out(theme: str, scheme: str) -> None:
    known = colours(theme, scheme)
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
    assert contrast(parts("#777777"), (1, 1, 1)) == pytest.approx(4.48, abs=0.01)
