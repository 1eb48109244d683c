"""Tables of figures as pages show them: rows of cells, each with what it says and where that comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parcours.analyse.insight import StepAt
from parcours.pages.analysis_parts import step_link
from parcours.pages.analysis_view import AnalysisHead, ScoreView, StepLink, Told
from parcours.pages.here import Here
from parcours.pages.view import DiagramView, Filter, Frame, Hyperlink, TrendLine

MOST_ROWS = 200
"""Rows of a table on a page; all of them are in the data beside it."""

MOST_STEPS = 12
"""Steps a cell names; how many more there are is told."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell. ``word`` is a key of the locales, said after the text; a ``tone`` (``good``, ``bad``) is its colour.

    ``steps`` are where a figure comes from, ``more`` how many of them are not named; ``links`` stand in a row,
    ``below`` is a sentence of its own.
    """

    text: str = ""
    word: str = ""
    links: tuple[Hyperlink, ...] = ()
    steps: tuple[StepLink, ...] = ()
    more: int = 0
    score: ScoreView | None = None
    tone: str = ""
    note: str = ""
    below: Told | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: its first cell is its head. ``keys`` are what filters look for, ``anchor`` names it on the page."""

    cells: tuple[CellView, ...]
    anchor: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: the keys of its caption and of its columns (``analysis.column.…``); ``left_out`` rows are not shown.

    The figures of one metric have an ``anchor``, its key; ``defined`` says that there are words for what it means, else
    the caption is its plain name.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]
    left_out: int = 0
    anchor: str = ""
    defined: bool = True


def table_view(
    caption: str, columns: Sequence[str], rows: Iterable[RowView], total: int, anchor: str = "", *, defined: bool = True
) -> TableView:
    """A table of which so many rows are there in all; ``rows`` may be cut short already."""
    shown = tuple(rows)
    return TableView(caption, tuple(columns), shown, total - len(shown), anchor, defined)


def cell(text: str = "", **more: str) -> CellView:
    """A cell of words; ``word``, ``tone`` and ``note`` as in the view."""
    return CellView(text, word=more.get("word", ""), tone=more.get("tone", ""), note=more.get("note", ""))


def figure_cell(here: Here, value: float | str | None) -> CellView:
    """A cell with a figure in the page's language."""
    return CellView(here.figure(value), number=True)


def linked(*links: Hyperlink | None, note: str = "") -> CellView:
    """A cell of links; what is nothing is left out."""
    return CellView(links=tuple(link for link in links if link is not None), note=note)


def steps_cell(here: Here, steps: Sequence[StepAt], text: str = "", most: int = MOST_STEPS) -> CellView:
    """A cell that leads to steps: the first ones, and how many more there are."""
    shown = tuple(step_link(here, at) for at in steps[:most])
    return CellView(text, steps=shown, more=max(0, len(steps) - most))


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Opportunities by effort and impact: the drawing's dots, and each one as a point of Mermaid's source."""

    dots: tuple[MatrixDot, ...]
    points: tuple[MatrixPoint, ...]


@dataclass(frozen=True, slots=True)
class MatrixPoint:
    """One opportunity: its title, effort and impact from 1 to 5."""

    title: str
    effort: float
    impact: float


@dataclass(frozen=True, slots=True)
class MatrixDot:
    """What stands at one place of the matrix: effort and impact from 1 to 5, the numbers of the rows, what it says."""

    effort: float
    impact: float
    numbers: tuple[int, ...]
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class TrendView:
    """A figure over time, in words and as a line; ``rows`` are its table twin: day, value, sample."""

    key: str
    line: TrendLine
    told: Told
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class SharesView:
    """What one map rests on: shares from 0 to 1 of evidence, verbatim, metric and assumption, told with figures."""

    name: Hyperlink
    parts: tuple[tuple[str, float, str], ...]
    claims: int


@dataclass(frozen=True, slots=True)
class FigurePage:
    """An analysis that is told in tables.

    ``notes`` are sentences above them. The rest is drawn above the tables where there is any: how figures moved, the
    matrix of opportunities, who depends on whom, what maps rest on. ``filters`` narrow the first table.
    """

    frame: Frame
    head: AnalysisHead
    tables: tuple[TableView, ...]
    notes: tuple[Told, ...] = ()
    filters: tuple[Filter, ...] = ()
    matrix: MatrixView | None = None
    diagram: DiagramView | None = None
    trends: tuple[TrendView, ...] = ()
    shares: tuple[SharesView, ...] = ()
