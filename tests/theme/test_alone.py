"""A drawing that stands alone carries the tokens it uses, and no others."""

from __future__ import annotations

from dataclasses import replace

from parcours.edge.theme_folder import read_theme
from parcours.theme.alone import alone
from tests.conftest import REPOSITORY

TOKENS = {"--a": "var(--b)", "--b": "light-dark(#fff,#000)", "--c": "red"}


def test_tokens_that_are_used_come_with_those_they_use() -> None:
    made = alone('<svg class="x"><rect fill="var(--a)"/></svg>', "p>q{x:1}", TOKENS)
    style = ":root{color-scheme:light dark;--a:var(--b);--b:light-dark(#fff,#000)}p&gt;q{x:1}"
    assert made == f'<svg class="x"><style>{style}</style><rect fill="var(--a)"/></svg>'


def test_no_drawing_is_nothing() -> None:
    assert alone("", "a{}", TOKENS) == ""


def test_a_style_sheet_of_ones_own_wins() -> None:
    theme = read_theme(REPOSITORY, "cartouche")
    own = replace(theme, static={**theme.static, "own.css": b":root { --accent: light-dark(#123456, #abcdef); }"})
    assert theme.tokens["--accent"].startswith("light-dark(")
    assert own.tokens["--accent"] == "light-dark(#123456,#abcdef)"
    assert theme.digest != own.digest
