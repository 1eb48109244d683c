"""A worked example of the documentation: its project, and the tables it says a page shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import html5lib

from parcours.build.build import Build, build
from tests.build.test_again import snapshot
from tests.conftest import REPOSITORY

Rows = list[list[str]]
_FENCE = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
_BARS = str.maketrans("", "", "▁▂▄▆█")


@dataclass(frozen=True, slots=True)
class Example:
    """The files of an example, by path, and the tables below it: heads first, then rows."""

    files: dict[str, str]
    tables: list[Rows]


def example(name: str) -> Example:
    """The example worked by hand in ``docs/analyses/<name>.md``."""
    text = (REPOSITORY / "docs" / "analyses" / f"{name}.md").read_text("utf-8")
    by_hand = text.partition("## By hand")[2]
    assert by_hand, f"{name} has no worked example"
    files = {"parcours.yml": "site_name: Worked\n", **{found[1]: found[2] for found in _FENCE.finditer(by_hand)}}
    tables = [_rows(found[0]) for found in _TABLE.finditer(_FENCE.sub("", by_hand))]
    return Example(files, tables)


def _rows(text: str) -> Rows:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.strip().split("\n")]
    return [row for row in rows if not set("".join(row)) <= set("-: ")]


def built(files: dict[str, str]) -> Build:
    """The project built; nothing in it may be wrong."""
    made = build(snapshot(files))
    assert [found for found in made.findings if found.severity.value == "error"] == []
    return made


def page(made: Build, address: str) -> Any:
    """A built page, as browsers read it."""
    return html5lib.parse(made.made[address].body.decode(), namespaceHTMLElements=False)


def tables_of(root: Any) -> dict[str, Rows]:
    """The tables of a page by their caption: heads first, then rows, as a reader reads them."""
    return {
        said(table.find("caption")): [
            [said(cell) for cell in row.iter() if cell.tag in ("th", "td")] for row in table.iter("tr")
        ]
        for table in root.iter("table")
        if table.find("caption") is not None
    }


def said(element: Any) -> str:
    """What an element says; the bars beside figures are drawn, lists in a cell's details are not its figure."""
    return " ".join(" ".join(_texts(element)).translate(_BARS).split())


def _texts(element: Any) -> list[str]:
    if element.tag in ("svg", "title"):
        return [element.tail or ""]
    inside = [element.text or ""]
    for inner in element:
        folded = element.tag == "details" and inner.tag != "summary"
        inside += [inner.tail or ""] if folded else [*_texts(inner), inner.tail or ""]
    return inside
