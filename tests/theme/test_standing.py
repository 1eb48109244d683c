"""A theme that stands on another dresses what is there: it names no class that pages and drawings have dropped."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import REPOSITORY

THEMES = REPOSITORY / "themes"
MADE_IN = (
    "themes/cartouche/static/*.js",
    "generator/parcours/draw/*.py",
    "generator/parcours/parse/prose*.py",
)
"""Where classes are given by programs."""
_CLASS = re.compile(r"\.(?P<name>[a-z][a-z-]*[a-z0-9])(?=[\s.:,{>+~\[)#]|$)")


def sheets(theme: str) -> str:
    return "\n".join(
        re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", path.read_text("utf-8"), flags=re.DOTALL) for path in _css(theme)
    )


def _css(theme: str) -> list[Path]:
    return sorted((THEMES / theme / "static").glob("*.css"))


def test_relief_names_no_class_that_is_gone() -> None:
    named = {found["name"] for found in _CLASS.finditer(sheets("relief"))}
    assert len(named) > 150
    templates = "\n".join(path.read_text("utf-8") for path in THEMES.glob("*/templates/*.html"))
    given = re.findall(r'class="([^"]*)"', templates)
    kinds = [f"page-{kind}" for kind in re.findall(r"{% block kind %}([\w-]+)", templates)]
    made = [path.read_text("utf-8") for place in MADE_IN for path in sorted(REPOSITORY.glob(place))]
    words = {word for text in (*given, *kinds, *made) for word in re.findall(r"[a-z][a-z0-9-]*", text)}
    put_together = {found["name"] for found in _CLASS.finditer(sheets("cartouche"))}
    assert named - words - put_together == set()
