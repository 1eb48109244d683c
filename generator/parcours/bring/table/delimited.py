"""Tables as delimited texts: commas, semicolons, tabs or bars, whichever divides the lines most evenly."""

from __future__ import annotations

import csv
import re
from collections import Counter

from parcours.bring.table.cell_text import plain
from parcours.bring.table.grid import Cell, Grid, squared
from parcours.source.text import Place, Source

DELIMITERS = ",;\t|"
_EXCEL = re.compile(r"sep=(.)\s*\n?", re.IGNORECASE)


def read_delimited(source: Source) -> Grid | None:
    """The table a text is; None where nothing divides it into columns, or where its quotes go wrong."""
    told = _EXCEL.match(source.text)
    skipped = 1 if told else 0
    text = source.text[told.end() :] if told else source.text
    delimiters = told[1] if told else DELIMITERS
    parsed = [rows for delimiter in delimiters if (rows := _rows(text, delimiter)) is not None]
    best = max(parsed, key=_evenness, default=None)
    if best is None or _evenness(best)[0] == 0:
        return None
    lines = source.text.split("\n")
    cells = [_placed(row, first + skipped, last + skipped, lines, source.path) for row, first, last in best]
    return Grid(squared(cells, source.path), 1, len(lines))


_Rows = list[tuple[list[str], int, int]]


def _rows(text: str, delimiter: str) -> _Rows | None:
    """The rows, each with the lines it begins and ends on."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    rows: _Rows = []
    try:
        first = 1
        for row in reader:
            rows.append((row, first, reader.line_num))
            first = reader.line_num + 1
    except csv.Error:
        return None
    return rows


def _evenness(rows: _Rows) -> tuple[int, int]:
    """How many rows have the commonest number of columns, where that is more than one; then that number."""
    widths = Counter(len(row) for row, _, _ in rows if any(cell.strip() for cell in row))
    wide = [(count, width) for width, count in widths.items() if width > 1]
    return max(wide, default=(0, 0))


def _placed(row: list[str], first: int, last: int, lines: list[str], path: str) -> list[Cell]:
    cells: list[Cell] = []
    line, at = first, 0
    for text in row:
        words = text.strip().split("\n", 1)[0].replace('"', '""')
        for number in range(line, min(last, len(lines)) + 1):
            start = at if number == line else 0
            found = lines[number - 1].find(words, start) if words else -1
            if found >= 0:
                line, at = number, found + len(words)
                cells.append(Cell(plain(text), Place(path, number, found + 1, len(words))))
                break
        else:
            cells.append(Cell(plain(text), Place(path, line, at + 1, 1)))
    return cells
