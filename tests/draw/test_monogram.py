"""Drawn portraits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.draw.monogram import initials, monogram
from tests.draw.wellformed import parsed


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Claire Dupont", "CD"),
        ("élodie", "É"),
        ("Jean-Marc de la Tour", "JT"),
        ("  李 明 ", "李明"),
        ("“Ann” (the nurse)", "AN"),
        ("", ""),
        ("…", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text(max_size=30), st.integers(0, 30))
def test_any_name_gives_a_well_formed_portrait(name: str, index: int) -> None:
    assert f"persona-{index % 8 + 1}" in parsed(monogram(name, index)).get("class", "")
