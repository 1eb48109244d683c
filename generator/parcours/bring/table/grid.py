"""A table of any format: rows of cells, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.source.text import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text as lines, markup taken off, and where it stands."""

    text: str
    place: Place

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it, or only a sign for nothing."""
        return self.text.strip(" \t\n-–—") == ""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, all its rows of one width. ``first`` and ``last`` are its lines in the source; ``title`` may be empty.

    ``notes`` are words beside its cells (comments of a workbook), with the place of each.
    """

    rows: tuple[Row, ...]
    first: int
    last: int
    title: str = ""
    notes: tuple[Cell, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row) for row in self.rows), default=0)


def squared(rows: list[list[Cell]], path: str) -> tuple[Row, ...]:
    """Rows made one width; empty rows, and columns nothing stands in, are left out."""
    full = [row for row in rows if any(cell.text.strip() for cell in row)]
    width = max((len(row) for row in full), default=0)
    even = [row + [_blank(row, path)] * (width - len(row)) for row in full]
    kept = [column for column in range(width) if any(row[column].text.strip() for row in even)]
    return tuple(tuple(row[column] for column in kept) for row in even)


def _blank(row: list[Cell], path: str) -> Cell:
    return Cell("", row[-1].place if row else Place(path))


def turned(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows as columns."""
    return tuple(zip(*rows, strict=True))
