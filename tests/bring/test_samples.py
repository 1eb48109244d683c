"""Samples of every shape people have their maps in: what is proposed for each, and all that is said of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parcours.bring.words import REMARKS, told
from tests.bring.imported import TOLD, brought, errors, inputs, lost, shown

SAMPLES = inputs()
SYNTAX = frozenset(
    "journey title section mermaid accTitle accDescr sep yes "
    "table caption thead tbody tr th td colspan rowspan ul li b br a href html head body h1 lang en doctype".split()
)
"""Words of the formats themselves."""
CODED = re.compile(r"#\d+;|&\w+;")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_gives_what_is_expected_of_it(path: Path) -> None:
    made = brought(path.name, path.read_bytes())
    assert shown(made.proposal) == (TOLD / f"{path.name}.txt").read_text("utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_what_is_written_passes_the_check_and_nothing_is_lost(path: Path) -> None:
    made = brought(path.name, path.read_bytes())
    assert errors(made) == []
    for source in made.proposal.sources.values():
        assert lost(CODED.sub(" ", source.text), made.proposal) - SYNTAX == set()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_everything_is_told_in_french_too(path: Path) -> None:
    for one in brought(path.name, path.read_bytes()).proposal.remarks:
        assert "".join(told(one, "fr")) != "".join(told(one, "en"))


def test_no_expectation_is_left_behind() -> None:
    assert {path.name for path in TOLD.iterdir()} == {f"{path.name}.txt" for path in SAMPLES}


def test_every_remark_has_words_in_both_languages() -> None:
    for key, words in REMARKS.items():
        assert words.en[0], key
        assert words.fr[0], key
        assert words.en[0] != words.fr[0], key
