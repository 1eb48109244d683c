"""Every word of the interface is there in both languages: no page shows the key of one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from parcours.theme.words import _flat
from tests.conftest import REPOSITORY

LOCALES = REPOSITORY / "themes" / "cartouche" / "locales"
_TAG = re.compile(r"<[^>]*>")
_KEY = re.compile(r"(?<![\w./-])[a-z_]+(?:\.[a-z_]+)+(?![\w/-])")


def words(language: str) -> dict[str, str]:
    return _flat(tomllib.loads((LOCALES / f"{language}.toml").read_text("utf-8")))


def test_no_page_shows_a_key(site: Path) -> None:
    tables = {key.partition(".")[0] for key in words("en")}
    shown = {
        f"{path.relative_to(site)}: {key}"
        for path in site.rglob("*.html")
        for key in _KEY.findall(_TAG.sub(" ", path.read_text("utf-8")))
        if key.partition(".")[0] in tables and key.rpartition(".")[2] not in ("md", "csv", "json", "yml", "svg", "html")
    }
    assert sorted(shown) == []


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_both_languages_have_the_same_words(language: str, other: str) -> None:
    assert sorted(words(language).keys() - words(other).keys()) == []


def test_both_languages_fill_in_the_same_values() -> None:
    english, french = words("en"), words("fr")
    differing = [
        key
        for key in english
        if set(re.findall(r"\{(\w+)", english[key])) != set(re.findall(r"\{(\w+)", french.get(key, "")))
    ]
    assert differing == []
