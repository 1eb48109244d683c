"""Personas in spreadsheets: delimited texts and workbooks, a row or a column each, or a key and a value a row."""

from __future__ import annotations

from parcours.bring.draft import Around, Given, Read, Run
from parcours.bring.persona.page import read_grid, read_personas
from parcours.bring.remark import remark
from parcours.bring.table.delimited import read_delimited
from parcours.bring.table.grid import Grid
from parcours.bring.table.workbook import each_sheet
from parcours.source.text import Source

DELIMITED = (".csv", ".tsv", ".tab")


def read_any(source: Source, around: Around) -> Read:
    """The personas of a text: of a delimited one as a table, of any other as a page. Never raises."""
    if not source.path.lower().endswith(DELIMITED):
        return read_personas(source, around)
    grid = read_delimited(source)
    if grid is None:
        rest = (Run(1, source.text.count("\n") + 1),) if source.text.strip() else ()
        return Read(remarks=(remark("persona-none", source.start()),), rest=rest)
    return read_grid(source, around, _rows(grid), grid.first)


def read_book(given: Given, around: Around) -> tuple[tuple[Source, ...], Read]:
    """The personas of all sheets of a workbook. Never raises."""
    return each_sheet(given, lambda sheet: read_grid(sheet.source, around, _rows(sheet.grid), sheet.grid.first))


def _rows(grid: Grid) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple("" if cell.empty else cell.text for cell in row) for row in grid.rows)
