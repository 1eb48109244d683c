"""``export xlsx`` read back: the maps of its hidden sheet, with what was changed on the sheets one sees."""

from __future__ import annotations

import copy
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, cast

from parcours.analyse.carried import SHEET, seen
from parcours.bring.draft import Around, Given, Read
from parcours.bring.own.atlas import read_data
from parcours.bring.own.edits import edited
from parcours.bring.own.feelings import felt_anew
from parcours.bring.remark import Remark, remark
from parcours.bring.table.workbook import BROKEN, LARGEST
from parcours.model.base import entries_of
from parcours.source.address import slug
from parcours.source.text import Place

IDS, HEAD, FIRST = 5, 6, 2
"""The row of the ids, that of the stages, the column of the first step."""
_HEADS = {"name": (1, 1), "scenario": (2, 2), "goal": (3, 2)}
Data = dict[str, Any]


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
            map_ = _Map(sheet, carried[id_], place)
            journeys.append(map_.journey())
            remarks += map_.remarks
    return Read(remarks=tuple(remarks)) + read_data({**project, "journeys": journeys}, place, around, "xlsx")


def _carried(sheet: Any) -> Iterator[tuple[str, Data]]:
    for row in sheet.iter_rows(values_only=True):
        name, *chunks = row
        yield str(name), dict(json.loads("".join(str(one) for one in chunks if one is not None)))


@dataclass(slots=True)
class _Map:
    """A sheet with a map, and what it was when it was exported."""

    sheet: Any
    carried: Data
    place: Place
    remarks: list[Remark] = field(default_factory=list[Remark])

    def journey(self) -> Data:
        """The journey as it is now."""
        told: Data = copy.deepcopy(self.carried["journey"])
        was = self._shown("head")
        for key, (row, column) in _HEADS.items():
            text = self._text(row, column)
            if seen(text) != was.get(key, ""):
                told[key] = text
                self.remarks.append(remark("own-edit", self.place, step=told["id"], field=key, words=text or "–"))
        told["stages"] = self._stages(told)
        return told

    def _stages(self, told: Data) -> list[Data]:
        home = {step["id"]: stage for stage in told.get("stages", []) for step in stage.get("steps", [])}
        steps = {step["id"]: step for stage in told.get("stages", []) for step in stage.get("steps", [])}
        bare = {stage["id"]: stage for stage in told.get("stages", [])}
        found: list[Data] = []
        for column in range(FIRST, self.sheet.max_column + 1):
            id_, action, name = (self._text(row, column) for row in (IDS, HEAD + 1, HEAD))
            if not (id_ or action or name):
                continue
            kind, _, key = id_.partition(":")
            stage = home.get(key) if kind == "step" else bare.get(key)
            self._enter(found, stage, name, id_)
            if kind != "stage":
                step = steps.get(key) or self._new(action)
                self._edit(step, column, id_)
                found[-1]["steps"].append(step)
        return found

    def _enter(self, found: list[Data], stage: Data | None, name: str, id_: str) -> None:
        """Goes on to the stage of a column: its old one, under the name it has now, else a new one."""
        if found and (not name or (stage is not None and found[-1].get("id") == stage["id"])):
            return
        if stage is None:
            found.append({"id": slug(name) or "stage", "name": name, "steps": []})
            return
        told = {**stage, "steps": cast("list[Data]", [])}
        if name and seen(name) != self._shown(id_).get("stage", seen(name)):
            told["name"] = name
        found.append(told)

    def _new(self, action: str) -> Data:
        self.remarks.append(remark("own-new-step", self.place, action=action))
        return {"id": slug(action) or "step"}

    def _edit(self, step: Data, column: int, id_: str) -> None:
        was = self._shown(id_)
        action = self._text(HEAD + 1, column)
        cells = {"action": _words(action)} if seen(action) != was.get("action", "") else {}
        feelings: dict[str, str] = {}
        for row in range(HEAD + 2, self.sheet.max_row + 1):
            key = self._labels().get(self._text(row, 1), "")
            text = self._text(row, column)
            if key.startswith("feeling:") and seen(text) != was.get(key, ""):
                feelings[key.removeprefix("feeling:")] = text
            elif key and key != "mean" and not key.startswith("feeling:") and seen(text) != was.get(key, ""):
                cells[key] = text
        self.remarks += edited(step, cells, {}, self.place, apart="\n", everything=True)
        self.remarks += felt_anew(step, feelings, self.place)

    def _labels(self) -> Mapping[str, str]:
        return cast("Mapping[str, str]", self.carried.get("labels", {}))

    def _shown(self, id_: str) -> Mapping[str, str]:
        return cast("Mapping[str, str]", entries_of(self.carried.get("shown", {}).get(id_)) or {})

    def _text(self, row: int, column: int) -> str:
        value = self.sheet.cell(row, column).value
        return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _words(action: str) -> str:
    """What a step says, without its number."""
    number, _, words = action.partition(" ")
    return words if words and number.replace(".", "").isdigit() else action
