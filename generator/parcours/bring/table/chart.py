"""Which way round a table is: its lanes named across the top, or down the side; and whether it is a journey at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from parcours.bring.table.cell_text import one_line, unnumbered
from parcours.bring.table.grid import Grid, Row, turned
from parcours.bring.table.lanes import field_of, is_eventful, is_personal
from parcours.source.text import Place

_TIME = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}.*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?:[T ,]+\d{1,2}:\d{2}.*)?"
    r"|\d{1,2}:\d{2}(?::\d{2})?.*|\d{10}|\d{13}"
)
LIVED = frozenset("feeling pain_points thinking quote expects satisfaction moment_of_truth".split())
"""Fields that say how something is lived through."""
STORY = LIVED | frozenset("touchpoint channel device opportunities frontstage backstage support".split())
"""Fields of which a map has one at least."""
_ACROSS = frozenset({"stage", "action", "touchpoint", "feeling", "frontstage"})
FEWEST_EVENTS = 3
"""Rows, from which on a table may be an event log."""
_MOST_TIMES = 0.8


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its name as it was written and as it will be called, and the field it fills; empty: a lane of its own."""

    written: str
    name: str
    field: str
    place: Place


@dataclass(frozen=True, slots=True)
class Chart:
    """A journey as a table: a row for each stage or step, a cell for each lane.

    ``across`` says that stages were columns; ``before`` are the rows above its head. ``counted`` is a column that only
    counted the rows, if there was one.
    """

    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]
    across: bool
    before: tuple[Row, ...]
    counted: Row | None = None

    def lane(self, field: str) -> int | None:
        """The column of the first lane that fills a field."""
        return next((n for n, lane in enumerate(self.lanes) if lane.field == field), None)


def is_event_log(grid: Grid) -> bool:
    """Whether it is a row for each thing somebody did: columns called so, and times all the way down one of them."""
    if len(grid.rows) <= FEWEST_EVENTS or sum(is_eventful(cell.text) for cell in grid.rows[0]) < 2:
        return False
    times = [sum(_TIME.fullmatch(row[n].text.strip()) is not None for row in grid.rows[1:]) for n in range(grid.width)]
    return max(times) >= _MOST_TIMES * (len(grid.rows) - 1)


def chart_of(grid: Grid, *, asked: bool) -> Chart | None:
    """The journey a table is; None for a table of anything else.

    It must say what is lived through (``STORY``), and by stages or steps: plans, price lists and tests do not. Where a
    table was ``asked`` for, it is one whatever its lanes are called.
    """
    before, rows = _split(grid.rows)
    if len(rows) < 2 or grid.width < 2:
        return None
    top = sum(1 for cell in rows[0][1:] if _field(cell.text))
    side = sum(1 for row in rows[1:] if _field(row[0].text))
    across = side > top
    drawn, counted = (turned(rows), None) if across else _without_count(rows)
    named = tuple(_lane(cell.text, cell.place) for cell in drawn[0])
    if not asked and not (_is_map(named, across=across) and not _is_personal(rows)):
        return None
    return Chart(_with_stage(named, across=across), drawn[1:], across, before, counted)


def _is_map(lanes: tuple[Lane, ...], *, across: bool) -> bool:
    fields = {lane.field for lane in lanes}
    if STORY.isdisjoint(fields):
        return False
    if not across:  # a list of tasks may name what they touch; that alone is no story
        return "stage" in fields or ("action" in fields and (not LIVED.isdisjoint(fields) or len(STORY & fields) >= 2))
    return len([lane for lane in lanes if lane.field]) >= 2 and not fields.isdisjoint(_ACROSS)


def _without_count(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], Row | None]:
    """The rows without a first column that only counts them, and that column."""
    first = tuple(row[0] for row in rows)
    numbers = [cell.text.strip(" .)#") for cell in first[1:] if cell.text]
    if len(rows[0]) < 3 or _field(first[0].text) or not numbers or not all(n.isdecimal() for n in numbers):
        return rows, None
    return tuple(row[1:] for row in rows), first


def _split(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows above the head, which say one thing each, and the others."""
    wide = rows and len(rows[0]) > 2
    head = 0
    while wide and head < len(rows) and sum(1 for cell in rows[head] if cell.text) <= 1:
        head += 1
    return rows[:head], rows[head:]


def _is_personal(rows: tuple[Row, ...]) -> bool:
    top, side = (cell.text for cell in rows[0]), (row[0].text for row in rows)
    return max(_personal(top), _personal(side)) >= 2


def _personal(names: Iterable[str]) -> int:
    return sum(1 for name in names if is_personal(name.strip(" :")))


def _field(name: str) -> str:
    return field_of(unnumbered(one_line(name)).strip(" :："))


def _lane(text: str, place: Place) -> Lane:
    written = one_line(text)
    return Lane(written, unnumbered(written).strip(" :："), _field(text), place)


def _with_stage(lanes: tuple[Lane, ...], *, across: bool) -> tuple[Lane, ...]:
    """The lanes, of which the first names the stages where none says so and it says nothing else."""
    first, *others = lanes
    if any(lane.field == "stage" for lane in others) and first.field != "stage":
        return lanes
    if first.field != "stage" and (not first.field or (across and first.field != "action")):
        first = replace(first, field="stage")
    seconds = [_second(lane, others) for lane in others] if first.field == "stage" else others
    return (first, *seconds)


def _second(lane: Lane, others: list[Lane]) -> Lane:
    """A second lane of stages is what is done in them, where nothing else is."""
    if lane.field != "stage":
        return lane
    return replace(lane, field="" if any(other.field == "action" for other in others) else "action")
