"""Tables written in HTML, on a page of Markdown or in a file of their own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from parcours.bring.table.cell_text import plain
from parcours.bring.table.grid import Cell, Grid, squared
from parcours.source.text import Place

_BREAKS = {"br": "\n", "p": "\n", "div": "\n", "li": "\n- ", "tr": "\n", "hr": "\n"}
MOST_SPAN = 100
"""Columns a cell may span."""


@dataclass(slots=True)
class _Open:
    """A table that is being read; ``spans`` are cells that reach into rows below: by column, how far and which."""

    first: int
    rows: list[list[Cell]] = field(default_factory=list[list[Cell]])
    title: list[str] = field(default_factory=list[str])
    spans: dict[int, tuple[int, Cell]] = field(default_factory=dict[int, tuple[int, Cell]])


class _Reader(HTMLParser):
    """Collects tables; one inside another is words of the cell it stands in."""

    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.table: _Open | None = None
        self.depth = 0
        self.cell: list[str] | None = None
        self.at = Place(path)
        self.span = (1, 1)
        self.caption = False
        self.link = ""
        self.grids: list[Grid] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.table = _Open(self.getpos()[0])
        elif self.table is None:
            return
        elif self.depth == 1 and tag == "tr":
            self._end_cell()
            self._begin_row()
        elif self.depth == 1 and tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag == "caption":
            self.caption = True
        elif self.cell is not None:
            self._inside(tag, dict(attrs))

    def _inside(self, tag: str, attrs: dict[str, str | None]) -> None:
        if self.cell is None:
            return
        if tag in _BREAKS:
            self.cell.append(_BREAKS[tag])
        shown = " ".join(value for key in ("alt", "src") if (value := attrs.get(key)))
        self.cell += [f" {shown} "] if shown else []
        self.link = attrs.get("href") or ""

    def _begin_row(self) -> None:
        if self.table is not None:
            self.table.rows.append([])

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        self._end_cell()
        if self.table is None:
            return
        if not self.table.rows:
            self.table.rows.append([])
        line, column = self.getpos()
        self.at = Place(self.path, line, column + 1, 1)
        self.span = (_count(attrs.get("colspan")), _count(attrs.get("rowspan")))
        self.cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.depth:
            self.depth -= 1
            if self.depth == 0:
                self._end_table()
        elif self.depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "caption":
            self.caption = False
        elif tag == "a" and self.cell is not None and self.link:
            self.cell.append(f" ({self.link})")
            self.link = ""

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            if data.strip() and not "".join(self.cell).strip():
                line, column = self.getpos()
                before = data[: len(data) - len(data.lstrip())]
                line += before.count("\n")
                column = column + len(before) if "\n" not in before else len(before) - before.rfind("\n") - 1
                words = data.strip().split("\n", 1)[0]
                self.at = Place(self.path, line, column + 1, max(1, len(words)))
            self.cell.append(" ".join(data.split("\n")))
        elif self.caption and self.table is not None:
            self.table.title.append(data)

    def _end_cell(self) -> None:
        if self.cell is None or self.table is None:
            return
        cell = Cell(plain("".join(self.cell)), self.at)
        self.cell = None
        row = self.table.rows[-1]
        self._fill(row)
        columns, rows = self.span
        if rows > 1:
            self.table.spans[len(row)] = (rows - 1, Cell("", self.at))
        row.append(cell)
        row += [Cell("", self.at)] * (columns - 1)

    def _fill(self, row: list[Cell]) -> None:
        """Leaves room for a cell that reaches down from above."""
        spans = self.table.spans if self.table else {}
        while len(row) in spans:
            left, cell = spans[len(row)]
            if left > 1:
                spans[len(row)] = (left - 1, cell)
            else:
                del spans[len(row)]
            row.append(cell)

    def _end_table(self) -> None:
        self._end_cell()
        if self.table is not None:
            rows = squared(self.table.rows, self.path)
            title = " ".join("".join(self.table.title).split())
            self.grids.append(Grid(rows, self.table.first, self.getpos()[0], title))
        self.table = None

    def finish(self) -> None:
        """Ends a table that was never closed."""
        if self.table is not None:
            self.depth = 0
            self._end_table()


def text_of_html(text: str) -> str:
    """The words of a text in HTML, without scripts and styles; addresses of links and pictures are left out."""
    bare = re.sub(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", " ", text, flags=re.IGNORECASE | re.DOTALL)
    lines = (" ".join(html.unescape(line).split()) for line in re.sub(r"<[^<>]*>", "\n", bare).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _count(written: str | None) -> int:
    return min(MOST_SPAN, int(written)) if written and written.isdecimal() and int(written) > 0 else 1


def html_tables(text: str, path: str) -> Iterator[Grid]:
    """The tables of a text, in their order. What is no HTML at all, or broken, gives none."""
    if "<table" not in text.casefold():
        return
    reader = _Reader(path)
    try:
        reader.feed(text)
        reader.close()
        reader.finish()
    except AssertionError:  # html.parser's answer to `<![` and a word it does not know
        pass
    yield from reader.grids
