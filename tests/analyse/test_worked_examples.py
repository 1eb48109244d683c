"""The worked examples of ``docs/analyses``: each built, and every figure the document tells read off the built page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from parcours.build.build import build
from parcours.edge.project import Project
from tests.conftest import REPOSITORY
from tests.docs.rule_examples import put

DOCUMENTS = [
    REPOSITORY / "docs" / "analyses" / f"{name}.md"
    for name in ("evidence", "listening", "metrics", "opportunities", "teams")
]
"""Those whose tables say on which page they stand; what the others compute is read off in test_worked.py."""
HTML = "{http://www.w3.org/1999/xhtml}"

_FILE = re.compile(r'^```\w+ title="(?P<path>[^"\n]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^### (?P<heading>.+?) \(`(?P<page>[\w/.-]+)`\)\n\n(?P<rows>(?:\|.*\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a document says a table shows: the columns it tells of, and every row."""

    page: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def expected_in(text: str) -> Iterator[Expected]:
    for found in _TABLE.finditer(text):
        head, _, *rows = (tuple(cell.strip() for cell in row.strip("|\n").split("|")) for row in _lines(found["rows"]))
        yield Expected(found["page"], found["heading"], head, tuple(rows))


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def words(element: Element) -> str:
    """What a reader sees of an element; a bar that stands for a score is no word."""
    texts: list[str] = []

    def gather(one: Element) -> None:
        if one.get("aria-hidden") != "true":
            texts.append(one.text or "")
            for child in one:
                texts.append(" ")
                gather(child)
                texts.append(f" {child.tail or ''}")

    gather(element)
    return " ".join("".join(texts).split()).replace(" ,", ",")


def table_of(page: bytes, heading: str) -> list[dict[str, str]]:
    """The rows of the last table below a heading, by the words of its columns."""
    document = html5lib.parse(page.decode())
    for section in document.iter(f"{HTML}section"):
        title = section.find(f"{HTML}h2")
        if title is not None and words(title) == heading:
            table = list(section.iter(f"{HTML}table"))[-1]
            head, *rows = table.iter(f"{HTML}tr")
            columns = [words(cell) for cell in head]
            return [dict(zip(columns, map(words, row), strict=True)) for row in rows]
    pytest.fail(f"no table {heading!r}")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_the_page_shows_what_the_document_computes(document: Path, tmp_path: Path) -> None:
    text = document.read_text("utf-8")
    files = {found["path"]: found["text"] for found in _FILE.finditer(text)}
    tables = tuple(expected_in(text))
    assert files
    assert tables
    made = build(Project(put(files, tmp_path)).read())
    assert not [found for found in made.findings if found.severity.value != "advice"]
    for table in tables:
        shown = table_of(made.made[table.page].body, table.heading)
        told = [tuple(row[column] for column in table.columns) for row in shown]
        assert told == list(table.rows), table.heading


def test_every_analysis_has_a_worked_example(demonstration_site: Path) -> None:
    pages = {path.parent.name for path in (demonstration_site / "analyses").glob("*/index.html")}
    shown = {table.page.split("/")[1] for path in DOCUMENTS for table in expected_in(path.read_text("utf-8"))}
    assert {"listening", "metrics", "opportunities", "evidence", "teams", "systems"} <= pages & shown
