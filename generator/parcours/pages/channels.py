"""The page of the channel matrix."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.analyses import Analyses
from parcours.analyse.figures import Figures
from parcours.analyse.gathered import gather
from parcours.analyse.matrix import NO_CHANNEL, Cells, counts, stage_cells
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


def channels_page(here: Here, analyses: Analyses) -> Page:
    """The page: everybody, each persona, each journey."""
    cells = analyses.whole.totals.cells
    journeys = sorted(
        (one for one in analyses.figures.values() if counts(one.journey) and len(_channels(one)) > 1),
        key=lambda one: (-len(_channels(one)), one.journey.name.casefold(), one.journey.ref.id),
    )
    head = AnalysisHead(KEY, result(here, analyses), ("channel-matrix",))
    view = ChannelsPage(
        analysis_frame(here, KEY),
        head,
        phase_matrix(here, cells),
        tuple(
            phase_matrix(here, persona_cells, here.to(Ref(Kind.PERSONA, who)))
            for who, persona_cells in list(_by_persona(analyses))[:MOST_PERSONAS]
        ),
        tuple(stage_matrix(here, one.journey, stage_cells(one.journey)) for one in journeys[:MOST_JOURNEYS]),
        max(0, len(journeys) - MOST_JOURNEYS),
    )
    return Page(here.address, "analysis-channels.html", view, (_table(analyses),))


def _channels(one: Figures) -> set[str]:
    return {channel for _, channel in one.cells.get("", {}) if channel}


def _by_persona(analyses: Analyses) -> Iterator[tuple[str, Cells]]:
    taking: dict[str, list[Figures]] = {}
    for one in analyses.figures.values():
        for persona in one.journey.personas:
            taking.setdefault(persona, []).append(one)
    for who, members in sorted(taking.items()):
        cells = gather(members, who).totals.cells
        if cells:
            yield who, cells


def result(here: Here, analyses: Analyses) -> Told:
    """The cell that feels worst, among those of a phase and a channel."""
    cells = analyses.whole.totals.cells
    felt = [(one.mean, key) for key, one in cells.items() if one.mean is not None and all(key)]
    touchpoints = len({id_ for one in cells.values() for id_ in one.touchpoints})
    if not felt:
        return Told("analysis.channels.result_none", (), touchpoints)
    _, (phase, channel) = min(felt)
    values = (("phase", f"t:phase.{phase}"), ("channel", here.to(Ref(Kind.CHANNEL, channel)).text))
    return Told("analysis.channels.result", values, touchpoints)


def _table(analyses: Analyses) -> Table:
    """Every cell of every matrix by phase: everybody's first, then each persona's."""
    rows: list[tuple[Cell, ...]] = []
    for who, cells in (("", analyses.whole.totals.cells), *_by_persona(analyses)):
        for (phase, channel), one in sorted(cells.items(), key=lambda item: (_order(item[0][0]), item[0][1])):
            rows.append((who, phase, channel, one.steps, len(one.touchpoints), one.mean, one.volume))
    columns = ("persona", "phase", "channel", "steps", "touchpoints", "feeling", "volume")
    return Table("channel-matrix", columns, tuple(rows))


def _order(phase: str) -> int:
    return [*PHASES, ""].index(phase)
