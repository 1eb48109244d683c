"""What a workbook carries so that it can come back: a hidden sheet with the maps, a hidden row with ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parcours.analyse.carried import CHUNK, SHEET, as_text, lane_key, shown
from parcours.analyse.contract import Data
from parcours.export.openpyxl_books import Sheet
from parcours.pages.views import JourneyPage
from parcours.theme.lane_texts import lane_label
from parcours.theme.map_poster import columns_of
from parcours.theme.words import Words

IDS, HEAD, FIRST = 5, 6, 2
"""The row of the ids, that of the stages, the column of the first step."""


def carry(hidden: Sheet, maps: Mapping[str, tuple[Sheet, JourneyPage]], data: Data, t: Words) -> None:
    """Writes the data of the maps (``carried.project_data``) and what their sheets show into a hidden sheet."""
    hidden.sheet_state = "hidden"
    hidden.title = SHEET
    journeys = {str(one["id"]): one for one in data["journeys"]}
    project = {key: value for key, value in data.items() if key != "journeys"}
    _put(hidden, 1, "project", project)
    for row, (id_, (sheet, page)) in enumerate(maps.items(), 2):
        stages = [stage for stage in page.map.stages for _ in range(stage.columns)]
        sheet.cell(IDS, 1).value = f"journey:{id_}"
        for n, (step, stage) in enumerate(zip(columns_of(page.map), stages, strict=True), FIRST):
            sheet.cell(IDS, n).value = f"step:{step.id}" if step else f"stage:{stage.id}"
        sheet.row_dimensions[IDS].hidden = True
        labels = dict(_labels(page, t))
        _put(hidden, row, id_, {"journey": journeys[id_], "labels": labels, "shown": _shown(sheet, labels)})


def _put(sheet: Sheet, row: int, name: str, data: object) -> None:
    text = as_text(data)
    sheet.cell(row, 1).value = name
    for n in range(0, len(text), CHUNK):
        cell = sheet.cell(row, 2 + n // CHUNK)
        cell.value = text[n : n + CHUNK]
        cell.data_type = "s"


def _labels(page: JourneyPage, t: Words) -> Iterator[tuple[str, str]]:
    """The key of each row by its label."""
    for lane in page.map.lanes:
        if lane.key != "emotion":
            yield lane_label(lane, t), lane_key(lane.key, lane.label)
    for face in page.personas:
        yield f"{t('lane.feelings')} · {face.name}", f"feeling:{face.id}"
    yield f"{t('lane.feelings')} · {t('map.everyone')}", "feeling:"
    yield t("sheet.mean"), "mean"


def _shown(sheet: Sheet, labels: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By the id of each column, a digest of what it shows in each row; under ``head`` what the map says of itself."""
    found = {"head": shown({"name": sheet["A1"].value, "scenario": sheet["B2"].value, "goal": sheet["B3"].value})}
    for column in range(FIRST, sheet.max_column + 1):
        id_ = sheet.cell(IDS, column).value
        if id_:
            cells = {"stage": sheet.cell(HEAD, column).value, "action": sheet.cell(HEAD + 1, column).value}
            for row in range(HEAD + 2, sheet.max_row + 1):
                key = labels.get(str(sheet.cell(row, 1).value or ""))
                if key and key != "mean":
                    cells[key] = sheet.cell(row, column).value
            found[str(id_)] = shown(cells)
    return found
