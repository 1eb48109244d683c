"""Dated measures: ``content/metrics/*.csv`` to rows."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.model.metric import Metric
from parcours.parse.shape import read_record
from parcours.parse.yaml_reader import Table
from parcours.source.text import Place, Source

COLUMNS = ("date", "journey", "stage", "step", "metric", "value", "unit", "sample", "source", "target")
"""The columns such a table may have, in any order; ``journey``, ``metric`` and ``value`` are needed."""
NEEDED = ("journey", "metric", "value")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One dated figure: which journey it belongs to, and which stage or step of it (either may be empty)."""

    journey: str
    stage: str
    step: str
    metric: Metric
    place: Place


def read_measures(source: Source) -> tuple[tuple[MeasureRow, ...], tuple[Finding, ...]]:
    """The rows of a table of measures. A comma, a semicolon or a tab may part the cells."""
    first, _, _ = source.text.partition("\n")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(source.text), delimiter=delimiter)
    try:
        header = [cell.strip().casefold() for cell in next(reader, list[str]())]
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(row)]
    except csv.Error:
        return (), (finding("shape/bad-row", source.start(), found="?", expected="?"),)
    known = ", ".join(COLUMNS)
    problems = [
        finding("shape/bad-column", source.start(), column=column, known=known)
        for column in NEEDED
        if header and column not in header
    ]
    if problems or not header:
        return (), tuple(problems)
    measures: list[MeasureRow] = []
    for line, row in rows:
        place = Place(source.path, line, 1, max(1, len(source.line(line))))
        if len(row) != len(header):
            problems.append(finding("shape/bad-row", place, found=str(len(row)), expected=str(len(header))))
            continue
        measure, found = _row(dict(zip(header, row, strict=True)), place)
        measures.append(measure)
        problems += found
    return tuple(measures), tuple(problems)


def _row(cells: dict[str, str], place: Place) -> tuple[MeasureRow, tuple[Finding, ...]]:
    value = cells.get("value", "")
    table = Table(
        {
            "name": cells["metric"],
            "value": _figure(value),
            **{key: cells[key] for key in ("date", "unit", "sample", "source") if cells.get(key)},
            **({"target": _figure(cells["target"])} if cells.get("target") else {}),
        },
        place.path,
        {(): (place.line, place.column, place.length)},
    )
    metric, found = read_record(Metric, table)
    row = MeasureRow(cells["journey"], cells.get("stage", ""), cells.get("step", ""), metric, place)
    return row, found


def _figure(text: str) -> float | str:
    try:
        return float(text.replace("\u202f", "").replace(",", "."))
    except ValueError:
        return text
