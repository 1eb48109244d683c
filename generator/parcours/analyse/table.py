"""The tables of analyses as data: what stands on a page in words, as CSV and JSON beside it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

Cell = str | int | float | bool | None
"""A value of a table: figures as figures, days year-month-day, lists parted by semicolons; nothing is None."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``name`` is that of its files (``backlog`` gives ``backlog.csv``), columns are words of the domain."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def as_csv(table: Table) -> bytes:
    """The table as CSV (RFC 4180): comma, UTF-8 with a byte order mark, as spreadsheets want it.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig", "replace")


def _plain(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_json(table: Table) -> bytes:
    """The table as a JSON array of objects, one a row; a cell that holds nothing is null."""
    rows = (_row(dict(zip(table.columns, row, strict=True))) for row in table.rows)
    written = ",\n ".join(rows)
    return (f"[\n {written}\n]\n" if written else "[]\n").encode("utf-8", "replace")


_LINES = json.JSONEncoder(ensure_ascii=False, separators=(",\n  ", ": "))
"""Writes one row with its cells on lines of their own; Python's own indentation takes seven times as long."""


def _row(cells: Mapping[str, Cell]) -> str:
    return f"{{\n  {_LINES.encode(cells)[1:-1]}\n }}"


def files_of(tables: Iterable[Table], address: str) -> dict[str, bytes]:
    """The files of a page's tables, by address: they lie in the page's folder."""
    folder = address.rpartition("/")[0]
    made = {f"{folder}/{table.name}": table for table in tables}
    return {f"{path}.{kind}": write(table) for path, table in made.items() for kind, write in WRITERS.items()}


WRITERS: Mapping[str, Callable[[Table], bytes]] = {"csv": as_csv, "json": as_json}
"""The kinds of file a table is written as."""
