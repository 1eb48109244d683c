"""Texts measured and wrapped without a font: nothing is lost, nothing is wider than its room."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.draw.text_width import width, wrap

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200)
SENTENCES = st.lists(st.text("abcdefghijk éàœ’—-/ WM漢字\u202f\u00a0", max_size=14), max_size=30).map(" ".join)


@given(TEXTS | SENTENCES, st.floats(12, 600), st.floats(6, 40), st.booleans())
def test_lines_are_the_text_and_fit(text: str, room: float, size: float, bold: bool) -> None:
    lines = wrap(text, room, size, bold=bold)
    assert "".join(lines) == re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
    for line in lines:
        bare = line.rstrip(" ")
        assert width(bare, size, bold=bold) <= room + 1e-6 or len(bare) == 1


@given(SENTENCES, st.floats(80, 600))
def test_words_stay_whole_where_they_fit(text: str, room: float) -> None:
    for line in wrap(text, room, 12)[:-1]:
        assert line.endswith((" ", "-", "/", "—")) or max(width(word, 12) for word in text.split(" ")) > room


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        (" \n ", ()),
        ("Paie", ("Paie",)),
        ("Compares three models", ("Compares ", "three ", "models")),
        ("Combien ?\u202f !", ("Combien ", "?\u202f !")),
        ("e-shop-platforms", ("e-shop-", "platforms")),
        ("Donaudampfschiff", ("Donauda", "mpfschiff")),
    ],
)
def test_where_lines_break(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 66, 12) == lines


@pytest.mark.parametrize(
    ("narrow", "wide"), [("i", "m"), ("é", "漢"), ("e", "E"), ("\u0301", "e"), ("a", "🙂"), ("п", "Щ")]
)
def test_letters_differ(narrow: str, wide: str) -> None:
    assert width(narrow, 10) < width(wide, 10) < width(wide, 10, bold=True)
