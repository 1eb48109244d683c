"""The stages and steps of a map that comes back, from what its columns show now and what they were."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from parcours.analyse.carried import seen
from parcours.bring.own.edits import edited
from parcours.bring.own.feelings import felt_anew
from parcours.bring.remark import Remark, remark
from parcours.model.base import entries_of
from parcours.source.address import slug
from parcours.source.text import Place

Data = dict[str, Any]
FELT = "feeling:"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column shows: ``id`` says which it was (``step:pay``, ``stage:compare``; empty for a new one).

    ``stage`` is the name over it, empty where that of the column before goes on; ``cells`` are by their keys.
    """

    id: str
    stage: str
    action: str
    cells: Mapping[str, str]


@dataclass(slots=True)
class Returned:
    """A journey that comes back: ``carried`` is what it was and what was shown; ``apart`` parts items in cells."""

    carried: Data
    place: Place
    apart: str
    remarks: list[Remark] = field(default_factory=list[Remark])

    def journey(self, head: Mapping[str, str], columns: Iterable[Column]) -> Data:
        """The journey as it is now; ``head`` is what is shown of it as a whole."""
        told: Data = copy.deepcopy(self.carried["journey"])
        was = self._shown("head")
        for key, text in head.items():
            if seen(text) != was.get(key, ""):
                told[key] = text
                self.remarks.append(remark("own-edit", self.place, step=told["id"], field=key, words=text or "–"))
        told["stages"] = self._stages(told, columns)
        return told

    def _stages(self, told: Data, columns: Iterable[Column]) -> list[Data]:
        before = told.get("stages", [])
        home = {step["id"]: stage for stage in before for step in stage.get("steps", [])}
        steps = {step["id"]: step for stage in before for step in stage.get("steps", [])}
        bare = {stage["id"]: stage for stage in before}
        found: list[Data] = []
        for column in columns:
            kind, _, key = column.id.partition(":")
            self._enter(found, home.get(key) if kind == "step" else bare.get(key), column)
            if kind != "stage":
                step = steps.pop(key, None) or self._new(column.action)
                self._edit(step, column)
                found[-1]["steps"].append(step)
        return found

    def _enter(self, found: list[Data], stage: Data | None, column: Column) -> None:
        """Goes on to the stage of a column: its old one, under the name it has now, else a new one."""
        name = column.stage
        if found and (not name or (stage is not None and found[-1].get("id") == stage["id"])):
            return
        if stage is None:
            found.append({"id": slug(name) or "stage", "name": name, "steps": []})
            return
        told = {**stage, "steps": cast("list[Data]", [])}
        if name and seen(name) != self._shown(column.id).get("stage", seen(name)):
            told["name"] = name
        found.append(told)

    def _new(self, action: str) -> Data:
        self.remarks.append(remark("own-new-step", self.place, action=action))
        return {"id": slug(action) or "step"}

    def _edit(self, step: Data, column: Column) -> None:
        was = self._shown(column.id)
        now = {"action": column.action, **column.cells}
        changed = {key: text for key, text in now.items() if seen(text) != was.get(key, "")}
        cells = {key: _words(text) if key == "action" else text for key, text in changed.items() if FELT not in key}
        self.remarks += edited(step, cells, {}, self.place, self.apart, everything=True)
        feelings = {key.removeprefix(FELT): text for key, text in changed.items() if FELT in key}
        self.remarks += felt_anew(step, feelings, self.place)

    def _shown(self, id_: str) -> Mapping[str, str]:
        return cast("Mapping[str, str]", entries_of(self.carried.get("shown", {}).get(id_)) or {})


def _words(action: str) -> str:
    """What a step says, without its number."""
    number, _, words = action.partition(" ")
    return words if words and number.replace(".", "").isdigit() else action
