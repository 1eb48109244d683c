"""All maps as one workbook: an overview, a sheet a map, and what all maps hold; totals are formulas."""

from __future__ import annotations

import io
import re

from parcours.analyse.contract import Data
from parcours.analyse.table import Table
from parcours.draw.palette import Palette
from parcours.export.archive import steady
from parcours.export.inventories import inventories
from parcours.export.openpyxl_books import Sheet, letter_of, new_book
from parcours.export.told import Told
from parcours.export.xlsx_carried import carry
from parcours.export.xlsx_cells import argb, bold, clean, fit_row, font, headed, put_row
from parcours.export.xlsx_map import map_sheet
from parcours.pages.views import JourneyPage
from parcours.theme.words import Words

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_AVERAGED = ("feeling", "impact", "effort")


def workbook_of(told: Told, palette: Palette, data: Data | None = None) -> bytes:
    """The workbook, the same bytes at each run; with ``data`` (``carried.project_data``) it can come back as it was."""
    book = new_book()
    overview = book.worksheets[0]
    overview.title = told.words("many.journeys")[:31]
    names = _sheet_names(told, {overview.title.casefold()})
    means: list[str] = []
    maps: dict[str, tuple[Sheet, JourneyPage]] = {}
    for (id_, page), name in zip(told.journeys, names, strict=True):
        maps[id_] = (book.create_sheet(name), page)
        means.append(map_sheet(maps[id_][0], page, told.words, palette))
    _overview(overview, told, names, means, palette)
    for table in inventories(told):
        _inventory(book.create_sheet(told.words(f"sheet.{table.name}")[:31]), table, told.words, palette)
    for sheet in book.worksheets:
        sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if data is not None:
        carry(book.create_sheet(), maps, data, told.words)
    book.properties.creator = "Parcours"
    book.properties.title = told.site_name
    out = io.BytesIO()
    book.save(out)
    return steady(out.getvalue())


def _sheet_names(told: Told, taken: set[str]) -> list[str]:
    """Titles as sheets may be named: 31 letters, none twice whatever its capitals."""
    taken = taken | {told.words(f"sheet.{table.name}").casefold() for table in inventories(told)}
    names: list[str] = []
    for id_, page in told.journeys:
        base = _FORBIDDEN.sub(" ", clean(page.frame.title)).strip(" '")[:31] or id_[:31]
        name, n = base, 2
        while name.casefold() in taken:
            name, n = f"{base[:27]} ({n})", n + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _overview(sheet: Sheet, told: Told, names: list[str], means: list[str], palette: Palette) -> None:
    t = told.words
    sheet["A1"] = told.site_name
    sheet["A1"].font = font(bold=True, size=16)
    heads = (
        t("one.journeys"),
        t("filter.state"),
        t("filter.status"),
        t("fact.owner"),
        t("map.stages"),
        t("sheet.steps"),
        t("sheet.mean"),
    )
    put_row(sheet, 3, heads)
    headed(sheet, 3, len(heads), palette)
    for n, ((_, page), name, mean) in enumerate(zip(told.journeys, names, means, strict=True), 4):
        owner = next((fact.values[0].text for fact in page.facts if fact.label == "fact.owner"), "")
        steps = sum(len(stage.steps) for stage in page.map.stages)
        state, status = t(f"state.{page.state}"), t(f"status.{page.status}")
        put_row(sheet, n, (page.frame.title, state, status, owner, len(page.map.stages), steps))
        sheet.cell(n, 1).hyperlink = f"#{_quoted(name)}!A1"
        sheet.cell(n, 1).font = font(underline="single", color=argb(palette("accent")))
        if mean:
            sheet.cell(n, 7).value = f'=IFERROR({_quoted(name)}!{mean},"")'
    last = 3 + len(names)
    if names:
        put_row(sheet, last + 1, (t("sheet.total"),))
        for column, sums in ((5, "SUM"), (6, "SUM"), (7, "AVERAGE")):
            letter = letter_of(column)
            sheet.cell(last + 1, column).value = f'=IFERROR({sums}({letter}4:{letter}{last}),"")'
        bold(sheet, last + 1, len(heads))
    for column, wide in enumerate((46, 16, 14, 24, 10, 10, 14), 1):
        sheet.column_dimensions[letter_of(column)].width = wide
    sheet.freeze_panes = "A4"


def _inventory(sheet: Sheet, table: Table, t: Words, palette: Palette) -> None:
    """A table with a line of totals at its foot: how many, and the means of its figures."""
    ratio = table.name == "opportunities"
    put_row(sheet, 1, (*(t(f"column.{name}") for name in table.columns), *((t("column.ratio"),) if ratio else ())))
    headed(sheet, 1, len(table.columns) + ratio, palette)
    for n, row in enumerate(table.rows, 2):
        put_row(sheet, n, row)
        fit_row(sheet, n, len(row), 20)
        if ratio:
            sheet.cell(n, len(row) + 1).value = f'=IFERROR(B{n}/C{n},"")'
    last = len(table.rows) + 1
    if table.rows:
        foot = last + 2
        bold(sheet, foot, len(table.columns) + ratio)
        sheet.cell(foot, 1).value = f"=COUNTA(A2:A{last})"
        sheet.cell(foot, 1).number_format = f'"{t("sheet.total")}: "0'
        for column in (n for n, name in enumerate(table.columns, 1) if name in _AVERAGED):
            letter = letter_of(column)
            sheet.cell(foot, column).value = f'=IFERROR(AVERAGE({letter}2:{letter}{last}),"")'
    sheet.auto_filter.ref = f"A1:{letter_of(len(table.columns))}{last}"
    sheet.freeze_panes = "A2"
    for column in range(1, len(table.columns) + 2):
        sheet.column_dimensions[letter_of(column)].width = 34 if column == 1 else 20


def _quoted(name: str) -> str:
    doubled = name.replace("'", "''")
    return f"'{doubled}'"
