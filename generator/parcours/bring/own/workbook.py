"""``export xlsx`` read back: the maps of its hidden sheet, with what was changed on the sheets one sees."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from parcours.analyse.carried import SHEET
from parcours.bring.draft import Around, Given, Read
from parcours.bring.own.atlas import read_data
from parcours.bring.own.columns import Column, Data, Returned
from parcours.bring.remark import Remark
from parcours.bring.table.workbook import BROKEN, LARGEST
from parcours.source.text import Place

IDS, HEAD, FIRST = 5, 6, 2
"""The row of the ids, that of the stages, the column of the first step."""
_HEADS = {"name": (1, 1), "scenario": (2, 2), "goal": (3, 2)}


def read_own_workbook(given: Given, around: Around) -> Read | None:
    """The maps of a workbook of ours; None for any other, and where openpyxl is not installed. Never raises."""
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped]

        with zipfile.ZipFile(BytesIO(given.data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                return None
        book = load_workbook(BytesIO(given.data), data_only=True)
        return _read(book, Place(given.path), around) if SHEET in book.sheetnames else None
    except (ModuleNotFoundError, *BROKEN):
        return None


def _read(book: Any, place: Place, around: Around) -> Read | None:
    carried = dict(_carried(book[SHEET]))
    project = carried.pop("project", None)
    if project is None:
        return None
    remarks: list[Remark] = []
    journeys: list[Data] = []
    for sheet in book.worksheets:
        kind, _, id_ = str(sheet.cell(IDS, 1).value or "").partition(":")
        if kind == "journey" and id_ in carried and sheet.title != SHEET:
            came = Returned(carried[id_], place, "\n")
            head = {key: _text(sheet, row, column) for key, (row, column) in _HEADS.items()}
            journeys.append(came.journey(head, _columns(sheet, carried[id_].get("labels", {}))))
            remarks += came.remarks
    return Read(remarks=tuple(remarks)) + read_data({**project, "journeys": journeys}, place, around, "xlsx")


def _carried(sheet: Any) -> Iterator[tuple[str, Data]]:
    for row in sheet.iter_rows(values_only=True):
        name, *chunks = row
        yield str(name), dict(json.loads("".join(str(one) for one in chunks if one is not None)))


def _columns(sheet: Any, labels: Data) -> Iterator[Column]:
    """The columns of a map that show a stage or a step; the one of the means has neither."""
    keys = {row: labels.get(_text(sheet, row, 1), "") for row in range(HEAD + 2, sheet.max_row + 1)}
    for column in range(FIRST, sheet.max_column + 1):
        id_, action, stage = (_text(sheet, row, column) for row in (IDS, HEAD + 1, HEAD))
        if id_ or action or stage:
            cells = {key: _text(sheet, row, column) for row, key in keys.items() if key and key != "mean"}
            yield Column(id_, stage, action, cells)


def _text(sheet: Any, row: int, column: int) -> str:
    value = sheet.cell(row, column).value
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
