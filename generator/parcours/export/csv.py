"""The table of steps with, in a last column, what each row needs to come back."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.carried import as_text, project_data, shown
from parcours.analyse.contract import Data
from parcours.analyse.table import Cell, Table
from parcours.export.step_table import step_table
from parcours.export.told import Told
from parcours.link.atlas import Atlas

RECORD = "record"
"""The column that a table carries itself in."""


def carrying_table(told: Told, atlas: Atlas) -> Table:
    """The table of steps, one a row, and their records: JSON, of interest to ``parcours import`` alone.

    The first row of a journey and of a stage carries what that says as a whole, the very first what things are called.
    """
    table = step_table(told)
    data = project_data(atlas, (id_ for id_, _ in told.journeys))
    journeys = data.pop("journeys")
    records = (record for journey in journeys for record in _records(journey))
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        record = next(records)
        cells = dict(zip(table.columns, row, strict=True))
        project = {} if rows else {"project": data}
        rows.append((*row, as_text({**record, "shown": shown(cells), **project})))
    return Table(table.name, (*table.columns, RECORD), tuple(rows))


def _records(journey: Data) -> Iterator[Data]:
    """What each step of a journey carries, in the order of the rows; a stage without steps goes with the row after."""
    head: Data = {"journey": {key: value for key, value in journey.items() if key != "stages"}}
    waiting: list[Data] = []
    for stage in journey.get("stages", []):
        told = {key: value for key, value in stage.items() if key != "steps"}
        if not stage.get("steps"):
            waiting.append(told)
        for n, step in enumerate(stage.get("steps", [])):
            first: Data = {} if n else {"stage": told, "empty": waiting}
            yield {**head, **first, "step": step}
            head, waiting = {}, [] if first else waiting
