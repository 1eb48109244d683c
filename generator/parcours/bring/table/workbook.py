"""Workbooks (XLSX), read by openpyxl: each sheet as a text of its own, so that remarks have lines to show."""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from parcours.bring.draft import Given, Read
from parcours.bring.pages import SHEET
from parcours.bring.remark import remark
from parcours.bring.table.grid import Cell, Grid, squared
from parcours.source.text import Place, Source

BROKEN = (
    zipfile.BadZipFile, zlib.error, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError,
    EOFError, NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
"""What openpyxl raises at workbooks that are none, or that it does not understand."""
MOST_CELLS = 200_000
LARGEST = 100_000_000
"""Bytes a workbook may unpack to."""


class NotAWorkbook(Exception):
    """A file that is no workbook we can read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its cells as a text, and its table."""

    name: str
    source: Source
    grid: Grid


def each_sheet(given: Given, read: Callable[[Sheet], Read]) -> tuple[tuple[Source, ...], Read]:
    """The texts of all sheets, and what ``read`` makes of them together; a workbook nobody can read is told."""
    empty = Source.of(given.path, "")
    try:
        sheets = read_sheets(given)
    except ModuleNotFoundError:
        return (empty,), Read(remarks=(remark("no-openpyxl", empty.start()),))
    except NotAWorkbook:
        return (empty,), Read(remarks=(remark("not-a-workbook", empty.start()),))
    made = Read()
    for sheet in sheets:
        made += read(sheet)
    return tuple(sheet.source for sheet in sheets) or (empty,), made


def read_sheets(given: Given) -> tuple[Sheet, ...]:
    """The sheets that hold anything.

    Raises NotAWorkbook for a file that is none, and ModuleNotFoundError where openpyxl (the extra ``office``) is not
    installed.
    """
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    try:
        with zipfile.ZipFile(BytesIO(given.data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise NotAWorkbook
        book = load_workbook(BytesIO(given.data), data_only=True)
        return tuple(sheet for one in book.worksheets if (sheet := _sheet(one, given.path)).grid.rows)
    except BROKEN as error:
        raise NotAWorkbook from error


def _sheet(sheet: Any, path: str) -> Sheet:
    name = str(sheet.title)
    where = f"{path}{SHEET}{name}"
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise NotAWorkbook
    lines: list[str] = []
    rows: list[list[Cell]] = []
    notes: list[Cell] = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        texts = [_text(cell.value) for cell in row]
        line, cells = _line(texts, number, where)
        lines.append(line)
        rows.append(cells)
        notes += _notes(row, cells)
    source = Source.of(where, "\n".join(lines))
    return Sheet(name, source, Grid(squared(rows, where), 1, max(1, len(lines)), name, tuple(notes)))


def _line(texts: list[str], number: int, where: str) -> tuple[str, list[Cell]]:
    line = ""
    cells: list[Cell] = []
    for text in texts:
        shown = " ".join(text.split())
        cells.append(Cell(text.strip(), Place(where, number, len(line) + 1, max(1, len(shown)))))
        line += f"{shown}\t"
    return line.rstrip("\t"), cells


def _notes(row: Any, cells: list[Cell]) -> Iterator[Cell]:
    for one, cell in zip(row, cells, strict=True):
        note = getattr(one, "comment", None)
        if note is not None and str(note.text or "").strip():
            yield Cell(str(note.text).strip(), cell.place)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat().removesuffix("T00:00:00")
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)
