"""A map as a sheet of a workbook: stages and steps across, lanes down, feelings as figures with means and a chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parcours.draw.palette import Palette
from parcours.export.openpyxl_books import ColorScaleRule, LineChart, Reference, Sheet, letter_of
from parcours.export.told import felt
from parcours.export.xlsx_cells import COLUMN, argb, bold, fill, fit_row, font, headed, put_row, put_text
from parcours.pages.map_view import LaneView, StepView
from parcours.pages.views import JourneyPage
from parcours.theme.lane_texts import lane_label, lane_texts, stage_texts
from parcours.theme.map_poster import columns_of
from parcours.theme.words import Words

_FIGURES: Mapping[str, Callable[[StepView], float | None]] = {
    "satisfaction": lambda step: step.satisfaction,
    "tension": lambda step: step.engagement,
}
_HEAD, _FIRST = 6, 2  # the row of the stages, the column of the first step


def map_sheet(sheet: Sheet, page: JourneyPage, t: Words, palette: Palette) -> str:
    """A map as it stands on its page; gives the cell of its mean feeling, or nothing where none is told."""
    put_text(sheet, 1, 1, page.frame.title, wrapped=False)
    sheet["A1"].font = font(bold=True, size=16)
    people = ", ".join(face.name for face in page.personas)
    about = ((t("fact.scenario"), page.scenario), (t("fact.goal"), page.goal), (t("many.personas"), people))
    for row, (label, words) in enumerate(about, 2):
        put_text(sheet, row, 1, label)
        put_text(sheet, row, 2, words, wrapped=False)
    steps = columns_of(page.map)
    _heads(sheet, page, steps, t, palette)
    row, mean = _HEAD + 2, ""
    for lane in page.map.lanes:
        if lane.key == "emotion":
            row, mean = _feelings(sheet, row, page, steps, t)
        else:
            row = _lane(sheet, row, lane, page, steps, t)
    sheet.column_dimensions["A"].width = 22
    for column in range(_FIRST, _FIRST + len(steps) + 1):
        sheet.column_dimensions[letter_of(column)].width = COLUMN
    for n in range(_HEAD, row):
        fit_row(sheet, n, _FIRST + len(steps) - 1)
    sheet.freeze_panes = sheet.cell(_HEAD + 2, _FIRST)
    if mean:
        _curve(sheet, row + 2, page, len(steps), t, palette)
    return mean


def _heads(sheet: Sheet, page: JourneyPage, steps: tuple[StepView | None, ...], t: Words, palette: Palette) -> None:
    column = _FIRST
    put_row(sheet, _HEAD, (t("map.stage"),))
    put_row(sheet, _HEAD + 1, (t("lane.action"),))
    for stage in page.map.stages:
        put_text(sheet, _HEAD, column, stage.name)
        if stage.columns > 1:
            sheet.merge_cells(
                start_row=_HEAD, end_row=_HEAD, start_column=column, end_column=column + stage.columns - 1
            )
        column += stage.columns
    for n, step in enumerate(steps, _FIRST):
        if step:
            put_text(sheet, _HEAD + 1, n, f"{step.number} {step.action}")
            if step.moment_of_truth:
                sheet.cell(_HEAD + 1, n).fill = fill(palette("moment-soft"))
    headed(sheet, _HEAD, _FIRST + len(steps) - 1, palette)
    bold(sheet, _HEAD + 1, _FIRST + len(steps) - 1)


def _lane(
    sheet: Sheet, row: int, lane: LaneView, page: JourneyPage, steps: tuple[StepView | None, ...], t: Words
) -> int:
    put_text(sheet, row, 1, lane_label(lane, t))
    sheet.cell(row, 1).font = font(bold=True)
    figures = _FIGURES.get(lane.key)
    for n, step in enumerate(steps, _FIRST):
        if step is None:
            continue
        if figures:
            sheet.cell(row, n).value = figures(step)
        else:
            put_text(sheet, row, n, "\n".join(text.words for text in lane_texts(step, lane, t) if text.words))
    if figures:
        _average(sheet, row, len(steps))
    column = _FIRST
    for stage in page.map.stages if lane.key == "lane" else ():
        whole = "\n".join(text.words for text in stage_texts(stage, lane))
        if whole:
            put_text(
                sheet,
                row,
                column,
                "\n".join(part for part in (whole, str(sheet.cell(row, column).value or "")) if part),
            )
        column += stage.columns
    return row + 1


def _feelings(
    sheet: Sheet, row: int, page: JourneyPage, steps: tuple[StepView | None, ...], t: Words
) -> tuple[int, str]:
    """A row of scores on 1 to 5 for each persona with its mean, then what they felt in words."""
    first = row
    people = [(face.name, face.index) for face in page.personas] or [(t("map.everyone"), -1)]
    for name, index in people:
        put_text(sheet, row, 1, f"{t('lane.feelings')} · {name}")
        for n, step in enumerate(steps, _FIRST):
            sheet.cell(row, n).value = felt(step, index) if step else None
        _average(sheet, row, len(steps))
        row += 1
    last = letter_of(_FIRST + len(steps) - 1)
    colours = ColorScaleRule(
        start_type="num",
        start_value=1,
        start_color="FFF5B7B1",
        mid_type="num",
        mid_value=3,
        mid_color="FFFFFFFF",
        end_type="num",
        end_value=5,
        end_color="FFB7E1CD",
    )
    sheet.conditional_formatting.add(f"B{first}:{last}{row - 1}", colours)
    put_text(sheet, row, 1, t("sheet.mean"))
    for n in range(_FIRST, _FIRST + len(steps) + 1):
        letter = letter_of(n)
        sheet.cell(row, n).value = f'=IFERROR(AVERAGE({letter}{first}:{letter}{row - 1}),"")'
    bold(sheet, row, _FIRST + len(steps))
    mean = f"{letter_of(_FIRST + len(steps))}{row}"
    return row + 1, mean


def _average(sheet: Sheet, row: int, count: int) -> None:
    """The mean of a row of figures, behind its last step."""
    last = letter_of(_FIRST + count - 1)
    sheet.cell(row, _FIRST + count).value = f'=IFERROR(AVERAGE(B{row}:{last}{row}),"")'
    sheet.cell(row, _FIRST + count).number_format = "0.00"
    sheet.cell(row, 1).font = font(bold=True)


def _curve(sheet: Sheet, row: int, page: JourneyPage, count: int, t: Words, palette: Palette) -> None:
    """The curves as a native chart under the map, one series a persona."""
    rows = {str(sheet.cell(n, 1).value): n for n in range(_HEAD + 2, row)}
    people = [face.name for face in page.personas] or [t("map.everyone")]
    lines = [rows[f"{t('lane.feelings')} · {name}"] for name in people]
    chart = LineChart()
    chart.title = t("lane.emotion")
    chart.height, chart.width = 8.5, min(60.0, 5.4 * (count + 1))
    data = Reference(sheet, min_col=1, max_col=_FIRST + count - 1, min_row=lines[0], max_row=lines[-1])
    chart.add_data(data, from_rows=True, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=_FIRST, max_col=_FIRST + count - 1, min_row=_HEAD + 1))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 1, 5
    chart.y_axis.majorUnit = 1
    chart.y_axis.delete = chart.x_axis.delete = False
    for n, series in enumerate(chart.series):
        series.smooth = False  # a smooth one would rise above what was felt
        series.graphicalProperties.line.solidFill = argb(palette.persona(n))[2:]
        series.marker.symbol = ("circle", "square", "diamond", "triangle")[n % 4]
        series.marker.size = 8
    sheet.add_chart(chart, f"A{row}")
