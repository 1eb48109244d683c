"""The page of the channel matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.analyse.analyses import Analyses
from parcours.analyse.felt import EVERYONE
from parcours.analyse.gathered import together
from parcours.analyse.matrix import NO_CHANNEL, Cells
from parcours.analyse.phase import PHASES
from parcours.analyse.table import Cell, Table
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import analysis_frame
from parcours.pages.analysis_view import AnalysisHead, Told
from parcours.pages.channels_view import ChannelsPage
from parcours.pages.here import Here
from parcours.pages.matrix import phase_matrix, stage_matrix
from parcours.pages.views import Page

KEY = "channels"

MOST_PERSONAS = 20
"""Personas on the page at most, by id."""

MOST_JOURNEYS = 30
"""Journeys on the page at most: those on most channels first."""


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether anything happens on a channel."""
    return any(channel != NO_CHANNEL for _, channel in analyses.whole.totals.cells)


def given(analyses: Analyses) -> Cells:
    """What the page is made from besides the cells of each journey: those of all."""
    return analyses.whole.totals.cells


def channels_page(here: Here, cells: Cells) -> Page:
    """The page: everybody, each persona, each journey."""
    journeys = sorted(
        ((len(channels), id_) for id_ in here.journeys if len(channels := _channels(here, id_)) > 1),
        key=lambda one: (-one[0], here.name_of(one[1]).casefold(), one[1]),
    )
    personas = tuple(_by_persona(here))
    view = ChannelsPage(
        analysis_frame(here, KEY),
        AnalysisHead(KEY, result(here, cells), ("channel-matrix",)),
        phase_matrix(here, cells),
        tuple(phase_matrix(here, own, here.to(Ref(Kind.PERSONA, who))) for who, own in personas[:MOST_PERSONAS]),
        tuple(stage_matrix(here, id_, here.glances.grids[id_]) for _, id_ in journeys[:MOST_JOURNEYS]),
        max(0, len(journeys) - MOST_JOURNEYS),
    )
    return Page(here.address, "analysis-channels.html", view, (_table((("", cells), *personas)),))


def _channels(here: Here, id_: str) -> set[str]:
    return {channel for _, channel in here.glances.cells[id_].get(EVERYONE, {}) if channel}


def _by_persona(here: Here) -> Iterator[tuple[str, Cells]]:
    """The matrix of each persona whose journeys count."""
    taking: dict[str, list[Cells]] = {}
    for id_ in here.journeys:
        for who, cells in here.glances.cells[id_].items():
            taking.setdefault(who, []).append(cells)
    return ((who, cells) for who in sorted(taking) if who != EVERYONE and (cells := together(taking[who])))


def result(here: Here, cells: Cells) -> Told:
    """The cell that feels worst, among those of a phase and a channel."""
    felt = [(one.mean, key) for key, one in cells.items() if one.mean is not None and all(key)]
    touchpoints = len({id_ for one in cells.values() for id_ in one.touchpoints})
    if not felt:
        return Told("analysis.channels.result_none", (), touchpoints)
    _, (phase, channel) = min(felt)
    values = (("phase", f"t:phase.{phase}"), ("channel", here.to(Ref(Kind.CHANNEL, channel)).text))
    return Told("analysis.channels.result", values, touchpoints)


def _table(matrices: Iterable[tuple[str, Cells]]) -> Table:
    """Every cell of every matrix by phase: everybody's first, then each persona's."""
    rows: list[tuple[Cell, ...]] = []
    for who, cells in matrices:
        for (phase, channel), one in sorted(cells.items(), key=lambda item: (_order(item[0][0]), item[0][1])):
            rows.append((who, phase, channel, one.steps, len(one.touchpoints), one.mean, one.volume))
    columns = ("persona", "phase", "channel", "steps", "touchpoints", "feeling", "volume")
    return Table("channel-matrix", columns, tuple(rows))


def _order(phase: str) -> int:
    return [*PHASES, ""].index(phase)
