"""Cells of a workbook: texts that stay texts, heads, colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from parcours.analyse.table import Cell
from parcours.draw.palette import Palette
from parcours.draw.text_width import wrap
from parcours.export.openpyxl_books import Alignment, Font, PatternFill, Sheet

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


COLUMN = 30
"""The width of a step's column, in letters of the sheet."""

_LETTER, _LINE = 5.4, 15.0  # the width of a letter and the height of a line, in points


def font(**looks: Any) -> Any:
    """A font of the sheet's family."""
    return Font(name="Calibri", **{"size": 11, **looks})


def fit_row(sheet: Sheet, row: int, columns: int, wide: float = COLUMN) -> None:
    """Makes a row as high as the longest of its texts, which readers of the file do not all do by themselves."""
    cells = [sheet.cell(row, column) for column in range(1, columns + 1)]
    texts = [str(cell.value or "") for cell in cells if cell.data_type == "s"]
    lines = (sum(max(1, len(wrap(part, wide * _LETTER, 11))) for part in text.split("\n")) for text in texts)
    sheet.row_dimensions[row].height = _LINE * max((1, *lines)) + 2


def put_row(sheet: Sheet, row: int, cells: Iterable[Cell]) -> None:
    """Writes a row from the first column on."""
    for column, cell in enumerate(cells, 1):
        if isinstance(cell, str):
            put_text(sheet, row, column, cell)
        else:
            sheet.cell(row, column).value = cell


def put_text(sheet: Sheet, row: int, column: int, words: str, *, wrapped: bool = True) -> None:
    """A text that stays one, even when it begins like a formula."""
    cell = sheet.cell(row, column)
    cell.font = font()
    if wrapped:
        cell.alignment = _WRAPPED
    if words:
        cell.value = clean(words)
        cell.data_type = "s"


def clean(words: str) -> str:
    """A text without what a sheet cannot hold, as long as a cell may be."""
    return _CONTROLS.sub("", words)[:32_000]


def headed(sheet: Sheet, row: int, columns: int, palette: Palette) -> None:
    """Makes the first columns of a row a head."""
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.font = font(bold=True, color=argb(palette("accent-ink")))
        cell.fill = fill(palette("accent"))


def bold(sheet: Sheet, row: int, columns: int) -> None:
    """Makes the first columns of a row bold, its figures with two decimals."""
    for column in range(1, columns + 1):
        sheet.cell(row, column).font = font(bold=True)
        sheet.cell(row, column).number_format = "0.00" if column > 1 else "General"


def fill(colour: str) -> Any:
    """A ground of one colour."""
    return PatternFill("solid", fgColor=argb(colour))


def argb(colour: str) -> str:
    """A colour as Office writes it: ``#abc`` and ``#aabbcc`` as ``FFAABBCC``."""
    digits = colour.removeprefix("#")
    whole = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits[:6]
    return f"FF{whole.upper()}"
