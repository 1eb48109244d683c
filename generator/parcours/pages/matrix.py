"""A channel matrix as pages show it: rows across channels, and what empty cells say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parcours.analyse.matrix import NO_CHANNEL, Cells, Grid, Sum, merged
from parcours.analyse.phase import PHASES, UNPLACED
from parcours.analyse.service_hours import Closed, closed
from parcours.link.atlas import Ref
from parcours.model.hours import read_hours
from parcours.model.kinds import Kind
from parcours.model.places import Channel
from parcours.pages.analysis_parts import score_view, step_link
from parcours.pages.analysis_view import NO_SCORE, Told
from parcours.pages.channels_view import MatrixCell, MatrixColumn, MatrixRow, MatrixView
from parcours.pages.figures import clock, days
from parcours.pages.here import Here
from parcours.pages.view import Hyperlink

EARLY = 9 * 60
"""Before nine in the morning nobody misses anybody."""

EMPTY = MatrixCell(NO_SCORE, 0, 0, "", ())
"""Where nothing happens."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row to be shown: its key in the cells, and its phase or the stage it stands for."""

    key: str
    phase: str = ""
    stage: Hyperlink | None = None
    guessed: bool = False


def phase_matrix(here: Here, cells: Cells, about: Hyperlink | None = None) -> MatrixView:
    """Phases across channels: the whole cycle, where any of it is there, and a row for steps without a phase."""
    placed = [Row(phase, phase) for phase in PHASES] if any(row for row, _ in cells) else []
    unplaced = [Row(UNPLACED)] if any(row == UNPLACED for row, _ in cells) else []
    return _matrix(here, cells, (*placed, *unplaced), about)


def stage_matrix(here: Here, journey: str, grid: Grid) -> MatrixView:
    """The stages of a journey across its channels."""
    about = here.to(Ref(Kind.JOURNEY, journey))
    rows = (
        Row(str(index), stage.phase.key, Hyperlink(stage.name, f"{about.href}#stage.{stage.id}"), stage.phase.guessed)
        for index, stage in enumerate(grid.rows)
    )
    return _matrix(here, grid.cells, tuple(rows), about)


def _matrix(here: Here, cells: Cells, rows: Iterable[Row], about: Hyperlink | None) -> MatrixView:
    used = {channel for _, channel in cells}
    named = sorted(ref for ref in (Ref(Kind.CHANNEL, id_) for id_ in used if id_) if ref in here.atlas.things)
    channels = [*(ref.id for ref in named), *([NO_CHANNEL] if NO_CHANNEL in used else [])]
    columns = tuple(
        MatrixColumn(here.to(Ref(Kind.CHANNEL, id_)) if id_ else None, _hours(here, id_)) for id_ in channels
    )
    return MatrixView(about, columns, tuple(_row(here, cells, row, channels) for row in rows))


def _row(here: Here, cells: Cells, row: Row, channels: list[str]) -> MatrixRow:
    sums = [cells.get((row.key, channel)) for channel in channels]
    there = [one for one in sums if one is not None]
    serving = [channel for channel, one in zip(channels, sums, strict=True) if one is not None and channel]
    return MatrixRow(
        row.phase,
        row.stage,
        row.guessed,
        tuple(EMPTY if one is None else _cell(here, one) for one in sums),
        _cell(here, merged(there)) if there else EMPTY,
        tuple(_spoken(here, serving)) if row.key != UNPLACED else (),
    )


def _cell(here: Here, one: Sum) -> MatrixCell:
    volume = "" if one.volume is None else here.figure(one.volume)
    links = tuple(step_link(here, at) for _, at in one.worst)
    return MatrixCell(score_view(here, one.mean), len(one.touchpoints), one.steps, volume, links)


def _spoken(here: Here, serving: list[str]) -> Iterator[Told]:
    """What the empty cells of a row say: that no channel serves it, or when none does, where all give their hours."""
    if not serving:
        yield Told("analysis.channels.unserved")
        return
    hours = [read_hours(_hours(here, channel)) for channel in serving]
    known = [one for one in hours if one is not None]
    gap = closed(known) if len(known) == len(hours) else None
    if gap is not None:
        yield from _closed(here, gap)


def _closed(here: Here, gap: Closed) -> Iterator[Told]:
    if gap.after is not None:
        yield Told("analysis.channels.closed_after", (("time", clock(gap.after, here.language)),))
    if gap.before is not None and gap.before > EARLY:
        yield Told("analysis.channels.closed_before", (("time", clock(gap.before, here.language)),))
    if gap.days:
        yield Told("analysis.channels.closed_on", (("days", days(gap.days, here.language)),))


def _hours(here: Here, channel: str) -> str:
    thing = here.atlas.things.get(Ref(Kind.CHANNEL, channel))
    return thing.record.hours if thing is not None and isinstance(thing.record, Channel) else ""
