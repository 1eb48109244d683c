"""What is said of a table as a whole: which way round it is, what its lanes were taken for, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.bring.remark import Remark, remark
from parcours.bring.table.chart import Chart
from parcours.source.text import Place


def of_chart(chart: Chart, place: Place) -> Iterator[Remark]:
    """How a table was read."""
    at = chart.lanes[0].place
    known = ", ".join(f"`{lane.written}` {lane.field}" for lane in chart.lanes if lane.field and lane.written)
    yield remark("table-across" if chart.across else "table-down", at if chart.lanes else place, lanes=known or "–")
    if chart.counted:
        numbers = ", ".join(cell.text for cell in chart.counted[1:] if cell.text)
        yield remark("table-counted", chart.counted[0].place, name=chart.counted[0].text, numbers=numbers)
    own = [lane for lane in chart.lanes if not lane.field and lane.name]
    if own:
        yield remark("table-lanes", own[0].place, names=", ".join(f"`{lane.written}`" for lane in own))
    yield from (remark("table-unnamed", lane.place) for lane in chart.lanes if not lane.name and lane.field != "stage")
    if chart.lane("stage") is None:
        yield remark("table-no-stage", at)
    if chart.lane("action") is None:
        yield remark("table-no-action", at)
