"""``export csv`` read back: the steps of its rows, each as its record has it, with what was changed in the table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from parcours.analyse.carried import seen
from parcours.bring.draft import Around, Read
from parcours.bring.own.atlas import FORMAT, VERSION, read_data
from parcours.bring.own.edits import edited
from parcours.bring.remark import Remark, remark
from parcours.model.base import entries_of
from parcours.source.address import slug
from parcours.source.text import Place, Source

_HEAD = ("journey", "stage", "number", "id", "action")
RECORD = "record"


def is_csv(source: Source) -> bool:
    """Whether a text is a table of ours that can come back, by its head."""
    head = source.line(1)
    cells = [cell.strip('" ') for cell in head.replace(";", ",").replace("\t", ",").split(",")]
    return tuple(cells[: len(_HEAD)]) == _HEAD and RECORD in cells


@dataclass(slots=True)
class _Table:
    """What is put together while rows are read."""

    path: str
    project: dict[str, Any] = field(default_factory=dict[str, Any])
    journeys: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    remarks: list[Remark] = field(default_factory=list[Remark])


def read_csv(source: Source, around: Around) -> Read:
    """The journeys of a table. Never raises."""
    table = _Table(source.path)
    for line, row in _rows(source):
        _row(table, row, Place(source.path, line))
    data = {
        **table.project,
        "format": FORMAT,
        "version": table.project.get("version", VERSION),
        "journeys": list(table.journeys.values()),
    }
    return Read(remarks=tuple(table.remarks)) + read_data(data, source.start(), around, "csv")


def _rows(source: Source) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows with the lines they begin on; what parts cells is what parts the head."""
    head = source.line(1)
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(source.text), delimiter=delimiter, strict=False)
    line = 1
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error:
            continue
        if row is None:
            return
        yield max(line, 2), {str(key): value for key, value in row.items() if isinstance(value, str)}


def _row(table: _Table, row: Mapping[str, str], place: Place) -> None:
    record = _record(row.get(RECORD, ""))
    if not any(row.values()):
        return
    if not record:
        table.remarks.append(remark("own-new-step", place, action=row.get("action", "")))
    table.project.update(entries_of(record.get("project")) or {})
    journey = _journey(table, row, record)
    stage = _stage(journey, row, record)
    step: dict[str, Any] = dict(entries_of(record.get("step")) or {"id": slug(row.get("action", ""))})
    shown = {key: str(value) for key, value in (entries_of(record.get("shown")) or {}).items()}
    table.remarks += edited(step, {key: value for key, value in row.items() if key}, shown, place)
    stage["steps"].append(step)


def _record(written: str) -> Mapping[str, Any]:
    try:
        return entries_of(json.loads(written)) or {}
    except (ValueError, RecursionError):
        return {}


def _journey(table: _Table, row: Mapping[str, str], record: Mapping[str, Any]) -> dict[str, Any]:
    id_ = row.get("journey", "") or "journey"
    if id_ not in table.journeys:
        told = entries_of(record.get("journey")) or {"id": id_, "name": id_}
        table.journeys[id_] = {**told, "stages": []}
    return table.journeys[id_]


def _stage(journey: dict[str, Any], row: Mapping[str, str], record: Mapping[str, Any]) -> dict[str, Any]:
    """The stage a row belongs to: a new one where its record or its name says so."""
    told, name = entries_of(record.get("stage")), row.get("stage", "")
    stages = journey["stages"]
    for empty in record.get("empty", ()):
        stages.append({**empty, "steps": []})
    if told is not None:
        shown = str((entries_of(record.get("shown")) or {}).get("stage", ""))
        renamed = {"name": name} if name and seen(name) != shown else {}
        stages.append({**told, **renamed, "steps": []})
    elif not stages or (name and not record and stages[-1].get("name") != name):
        stages.append({"id": slug(name), "name": name, "steps": []})
    return cast("dict[str, Any]", stages[-1])
