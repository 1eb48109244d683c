"""Pages of personas of every shape: the personas proposed for each, and all that is said of how they were read."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.bring.persona.empathy_words import EMPATHY
from parcours.bring.persona.field_words import FIELDS
from parcours.bring.persona.labels import field_of
from parcours.bring.words import told
from tests.bring.imported import PERSONAS, PERSONAS_TOLD, brought, brought_text, errors, lost, shown

_NUMBER = re.compile(r"^\s*\d{1,3}[.)](?=\s)", re.MULTILINE)
SAMPLES = sorted(PERSONAS.iterdir())
NAMES = [path.name for path in SAMPLES]
SYNTAX = {"yaml", "yml", "json", "b", "li", "ul", "h1", "details", "summary", "br"}
"""Words of the formats themselves."""


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_a_page_gives_what_is_expected_of_it(path: Path) -> None:
    made = brought(path.name, path.read_bytes(), "persona")
    assert shown(made.proposal) == (PERSONAS_TOLD / f"{path.name}.txt").read_text("utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_what_is_written_passes_the_check_and_no_word_is_lost(path: Path) -> None:
    made = brought(path.name, path.read_bytes(), "persona")
    assert errors(made) == []
    assert lost(_NUMBER.sub("", path.read_text("utf-8")), made.proposal) - SYNTAX == set()


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_all_of_it_is_told_in_french_too(path: Path) -> None:
    for one in brought(path.name, path.read_bytes(), "persona").proposal.remarks:
        assert "".join(told(one, "fr")) != "".join(told(one, "en"))


def test_no_expectation_is_left_behind() -> None:
    assert {path.name for path in PERSONAS_TOLD.iterdir()} == {f"{name}.txt" for name in NAMES}


def test_a_page_of_personas_is_known_as_one() -> None:
    made = brought("claire.md", (PERSONAS / "h3-several-french.md").read_bytes())
    assert [file.path for file in made.proposal.files if "personas/" in file.path] == [
        "personas/claire-martin.md",
        "personas/marc-petit.md",
    ]


@pytest.mark.parametrize("written", ["## {}", "**{}**", "**{}:** x", "- **{}**: x", "| {} | x |"])
@pytest.mark.parametrize("label", ["Goals", "Objectifs", "Objetivos", "Metas", "Ziele", "Obiettivi", "Цели", "目標"])
def test_a_label_is_known_however_it_is_marked(label: str, written: str) -> None:
    row = written.format(label)
    text = f"# Zoe\n\n| Age | 30 |\n|---|---|\n{row}\n" if row.startswith("|") else f"# Zoe\n\n{row}\n\n- x\n"
    (file,) = [
        one for one in brought_text(text, "zoe.md", "persona").proposal.files if one.path.startswith("personas/")
    ]
    assert "goals: [x]" in file.text


def test_every_field_has_labels_in_ten_languages() -> None:
    for field, words in {**FIELDS, **EMPATHY}.items():
        assert len(words.split("\n")) >= 10, field
    assert field_of("Каналы связи") == "channels"
    assert field_of("Their main frustrations:") == "frustrations"
    assert not field_of("Favourite brands")


def test_pictures_that_are_there_are_named_where_they_will_be() -> None:
    text = "# Zoe\n\n![Zoe at work](img/zoe.jpg)\n\n## Goals\n- Sleep\n"
    made = brought_text(text, "notes/zoe.md", "persona", pictures={"notes/img/zoe.jpg": "assets/zoe/zoe.jpg"})
    (file,) = [one for one in made.proposal.files if one.path.startswith("personas/")]
    assert "portrait: {src: assets/zoe/zoe.jpg, alt: Zoe at work}" in file.text
    assert errors(made) == []


def test_a_workbook_of_personas_is_read_sheet_by_sheet() -> None:
    book: Any = openpyxl.Workbook()
    book.active.append(["Name", "Age", "Goals"])
    book.active.append(["Marie", 34, "Sleep; Save time"])
    other = book.create_sheet("Paul")
    for row in (["Name", "Paul"], ["Age", 71], ["Needs", "A voice"]):
        other.append(row)
    out = io.BytesIO()
    book.save(out)
    made = brought("who.xlsx", out.getvalue(), "persona")
    assert errors(made) == []
    texts = {one.path: one.text for one in made.proposal.files if one.path.startswith("personas/")}
    assert set(texts) == {"personas/marie.md", "personas/paul.md"}
    assert "goals: [Sleep, Save time]" in texts["personas/marie.md"]
    assert "needs: [A voice]" in texts["personas/paul.md"]


MARKS = st.sampled_from(
    "Goals Objectifs 目標 Age: Name: **Name:** Marie Paul # ## ### - * 1. > | --- |---|---| ``` yaml { } [ ] : Pains "
    "Says ![x](a.png) [l](b.md) \n \n\n Needs: --- 34 ; , **Bio** Personas title: {a: b} "
    "== -- :x \\| $ [[i]] Quote —".split(" ")
)
PAGES = st.one_of(
    st.text(max_size=300),
    st.lists(MARKS, max_size=50).map(" ".join),
    st.lists(st.one_of(MARKS, st.just("\n"), st.text(max_size=8)), max_size=50).map("".join),
)


@settings(max_examples=100, deadline=None)
@given(PAGES, st.sampled_from(["a.md", "a.yml", "a.json", "a.txt", "a.csv"]))
def test_no_page_crashes_no_word_is_lost_and_the_check_is_content(text: str, name: str) -> None:
    made = brought_text(text, name, "persona")
    plain = _NUMBER.sub("", text.replace("\r", "\n").encode("utf-8", "replace").decode())
    assert lost(plain, made.proposal) - SYNTAX == set()
    assert errors(made) == []
