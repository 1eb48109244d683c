"""Dated measures: ``content/metrics/*.csv`` to rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.findings.suggest import nearest
from parcours.model.metric import Metric
from parcours.parse.shape import read_record
from parcours.parse.yaml_reader import Table
from parcours.source.text import Place, Source

COLUMNS = ("date", "journey", "stage", "step", "metric", "value", "unit", "sample", "source", "target")
"""The columns such a table may have, in any order; ``journey``, ``metric`` and ``value`` are needed."""
NEEDED = ("journey", "metric", "value")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One dated figure: which journey it belongs to, and which stage or step of it (either may be empty).

    ``place`` is the line, ``cells`` are the places of its cells by column.
    """

    journey: str
    stage: str
    step: str
    metric: Metric
    place: Place
    cells: Mapping[str, Place]

    def cell(self, column: str) -> Place:
        """Where a column of this line is written, else the line."""
        return self.cells.get(column, self.place)


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
    problems = list(_of_header(source, header, delimiter)) if header else []
    if not header or any(column not in header for column in NEEDED):
        return (), tuple(problems)
    measures: list[MeasureRow] = []
    for line, row in rows:
        place = Place(source.path, line, 1, max(1, len(source.line(line))))
        if len(row) != len(header):
            problems.append(finding("shape/bad-row", place, found=str(len(row)), expected=str(len(header))))
            continue
        cells = dict(zip(header, _cells(source, line, delimiter), strict=False))
        measure, found = _row(dict(zip(header, row, strict=True)), place, cells)
        problems += found
        if "name" in measure.metric.model_fields_set:
            measures.append(measure)
    return tuple(measures), tuple(problems)


def _of_header(source: Source, header: list[str], delimiter: str) -> Iterator[Finding]:
    """Columns nobody knows, and needed ones that are not there and were not meant by one of those."""
    places = dict(zip(header, _cells(source, 1, delimiter), strict=False))
    meant: list[str] = []
    for column in header:
        close = nearest(column, COLUMNS) if column and column not in COLUMNS else ""
        if close and close not in header:
            meant.append(close)
            place = places.get(column, source.start())
            yield finding("shape/unknown-column", place, suggestion=close, name=column)
    for column in NEEDED:
        if column not in header and column not in meant:
            yield finding("shape/bad-column", source.start(), column=column, known=", ".join(COLUMNS))


def _cells(source: Source, line: int, delimiter: str) -> tuple[Place, ...]:
    """Where the cells of a line stand; none where quotes make that more than a matter of counting."""
    text = source.line(line)
    if '"' in text:
        return ()
    places: list[Place] = []
    start = 0
    for cell in text.split(delimiter):
        indent = len(cell) - len(cell.lstrip())
        places.append(Place(source.path, line, start + indent + 1, max(1, len(cell.strip()))))
        start += len(cell) + 1
    return tuple(places)


def _row(cells: dict[str, str], place: Place, places: Mapping[str, Place]) -> tuple[MeasureRow, tuple[Finding, ...]]:
    value = cells.get("value", "")
    table = Table(
        {
            "name": cells["metric"],
            "value": _figure(value),
            **{key: cells[key] for key in ("date", "unit", "sample", "source") if cells.get(key)},
            **({"target": _figure(cells["target"])} if cells.get("target") else {}),
        },
        place.path,
        {
            (): (place.line, place.column, place.length),
            **{(_KEYS.get(name, name),): (one.line, one.column, one.length) for name, one in places.items()},
        },
    )
    metric, found = read_record(Metric, table)
    found = tuple(replace(one, values=tuple(map(_by_column, one.values))) for one in found)
    row = MeasureRow(cells["journey"], cells.get("stage", ""), cells.get("step", ""), metric, place, places)
    return row, found


_KEYS = {"metric": "name"}
"""Columns that are called otherwise in a metric."""


def _by_column(value: tuple[str, str]) -> tuple[str, str]:
    """A finding speaks of the column that the writer sees, not of the key of a metric."""
    return ("key", "metric") if value == ("key", "name") else value


def _figure(text: str) -> float | str:
    try:
        return float(text.replace("\u202f", "").replace(",", "."))
    except ValueError:
        return text
