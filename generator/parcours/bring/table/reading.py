"""Tables in files: on pages, as delimited texts, in workbooks. What is no journey is left where it is, or refused."""

from __future__ import annotations

import re
from collections.abc import Callable

from parcours.bring.draft import Around, Given, Left, Read, Run
from parcours.bring.page import Page, read_page
from parcours.bring.page_journeys import Found, read_found, stem_of
from parcours.bring.remark import remark
from parcours.bring.table.chart import Chart, chart_of, is_event_log
from parcours.bring.table.delimited import read_delimited
from parcours.bring.table.grid import Grid
from parcours.bring.table.html_tables import html_tables, text_of_html
from parcours.bring.table.journey import read_chart
from parcours.bring.table.markdown_tables import markdown_tables
from parcours.bring.table.workbook import Sheet, each_sheet
from parcours.bring.written import written
from parcours.source.text import Place, Source

UNNAMED = ("sheet", "feuil", "tabelle", "hoja", "planilha", "foglio", "лист", "シート", "工作表")
"""How sheets are called until somebody names them."""


_HEADING = re.compile(r"<(?:h1|title)\b[^>]*>(.*?)</(?:h1|title)>", re.IGNORECASE | re.DOTALL)


def tables_on(page: Page) -> tuple[Grid, ...]:
    """The tables of a page, in their order."""
    lines = page.source.text.split("\n")
    text = "\n".join("" if n in page.code or n < page.matter else line for n, line in enumerate(lines))
    html = tuple(html_tables(text, page.source.path))
    inner = {number for grid in html for number in range(grid.first, grid.last + 1)}
    drawn = tuple(grid for grid in markdown_tables(page) if grid.first not in inner)
    return tuple(sorted((*html, *drawn), key=lambda grid: grid.first))


def found_tables(page: Page, *, asked: bool = False) -> tuple[Found, ...]:
    """The journeys among the tables of a page, and the event logs, which are refused."""
    return tuple(one for grid in tables_on(page) if (one := _found(grid, page, asked=asked)) is not None)


def _found(grid: Grid, page: Page, *, asked: bool) -> Found | None:
    place = Place(page.source.path, grid.first, 1, max(1, len(page.source.line(grid.first))))
    if is_event_log(grid):
        return Found(grid.first, grid.last, "", _refuser(grid, place))
    chart = chart_of(grid, asked=asked)
    if chart is None:
        return None

    def read(otherwise: str, left: tuple[Left, ...], around: Around) -> Read:
        return read_chart(chart, grid, otherwise, place, around, left)

    return Found(grid.first, grid.last, _title(grid, chart), read)


def read_html(source: Source, around: Around) -> Read:
    """The journeys among the tables of a page of HTML; its other words go with the first of them."""
    page = Page(source, 0, (), (), frozenset())
    found = [one for grid in html_tables(source.text, source.path) if (one := _found(grid, page, asked=False))]
    lines = source.text.split("\n")
    inner = {number for one in found for number in range(one.first, one.last + 1)}
    words = text_of_html("\n".join(line for n, line in enumerate(lines, start=1) if n not in inner))
    heading = _HEADING.search(source.text)
    title = text_of_html(heading[1]) if heading else ""
    around_it = words.replace(title, "", 1).strip() if title else words
    left = (Left(written("around", around.language, file=source.path), around_it),) if around_it and found else ()
    read = Read(rest=() if found else (Run(1, len(lines)),))
    for number, one in enumerate(found):
        read += one.read(one.title or title or stem_of(source.path), () if number else left, around)
    return read


def _title(grid: Grid, chart: Chart) -> str:
    heads = [cell.text for row in chart.before for cell in row if cell.text]
    return heads[0] if heads else grid.title


def _refuser(grid: Grid, place: Place) -> Callable[[str, tuple[Left, ...], Around], Read]:
    def read(_otherwise: str, _left: tuple[Left, ...], _around: Around) -> Read:
        return _refused(grid, place)

    return read


def _refused(grid: Grid, place: Place) -> Read:
    return Read(remarks=(remark("event-log", place),), rest=(Run(grid.first, grid.last, place.path),))


def read_tables(source: Source, around: Around) -> Read:
    """The tables of a page, whatever their lanes are called."""
    page = read_page(source)
    return read_found(page, found_tables(page, asked=True), around)


def read_csv(source: Source, around: Around) -> Read:
    """A delimited text as a journey."""
    grid = read_delimited(source)
    whole = Run(1, source.text.count("\n") + 1)
    if grid is None:
        return Read(remarks=(remark("not-a-table", source.start()),), rest=(whole,)) if source.text.strip() else Read()
    return _of_grid(grid, stem_of(source.path), source.path, around)


def _of_grid(grid: Grid, title: str, path: str, around: Around) -> Read:
    place = Place(path, grid.first)
    if is_event_log(grid):
        return _refused(grid, grid.rows[0][0].place)
    chart = chart_of(grid, asked=False)
    if chart is None:
        return Read(rest=(Run(grid.first, grid.last, path),))
    return read_chart(chart, grid, title, place, around)


def read_workbook(given: Given, around: Around) -> tuple[tuple[Source, ...], Read]:
    """The sheets of a workbook that are journeys, each on a page of its own."""
    return each_sheet(
        given, lambda sheet: _of_grid(sheet.grid, _title_of_sheet(sheet, given), sheet.source.path, around)
    )


def _title_of_sheet(sheet: Sheet, given: Given) -> str:
    bare = sheet.name.strip("0123456789 ()_-").casefold()
    return stem_of(given.path) if bare in UNNAMED else sheet.name
