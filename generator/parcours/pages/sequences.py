"""The page of the sequences: the paths customers take through each journey."""

from __future__ import annotations

from parcours.analyse.analyses import Analyses
from parcours.analyse.figures import Figures
from parcours.analyse.insight import StepAt
from parcours.analyse.sequences import Path
from parcours.analyse.table import Cell, Table
from parcours.link.atlas import Atlas
from parcours.pages.analysis_parts import analysis_frame, step_link
from parcours.pages.analysis_view import AnalysisHead, Told
from parcours.pages.figures import percent
from parcours.pages.here import Here
from parcours.pages.sequences_view import JourneySequences, PathView, SequencesPage
from parcours.pages.views import Page

KEY = "sequences"

MOST_PATHS = 8
"""Paths of a journey on the page; all are in its table."""

MOST_JOURNEYS = 60
"""Journeys on the page."""


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether any journey branches."""
    return any(len(one.sequences.paths) > 1 for one in analyses.figures.values())


def sequences_page(here: Here, analyses: Analyses) -> Page:
    """The page: journeys with most paths first."""
    branching = _branching(analyses)
    straight = [one for one in analyses.figures.values() if len(one.sequences.paths) == 1]
    head = AnalysisHead(KEY, result(here, analyses), ("paths",))
    view = SequencesPage(
        analysis_frame(here, KEY),
        head,
        tuple(_journey(here, one) for one in branching[:MOST_JOURNEYS]),
        tuple(here.to(one.journey.ref) for one in straight[:MOST_JOURNEYS]),
        max(0, len(branching) - MOST_JOURNEYS),
    )
    return Page(here.address, "analysis-sequences.html", view, (_table(branching),))


def _stopped(one: Figures) -> float:
    return sum(one.sequences.stops)


def _branching(analyses: Analyses) -> list[Figures]:
    """The journeys that branch, those with most paths first."""
    found = [one for one in analyses.figures.values() if len(one.sequences.paths) > 1]
    return sorted(found, key=lambda one: (-len(one.sequences.paths), one.journey.name.casefold(), one.journey.ref.id))


def result(here: Here, analyses: Analyses) -> Told:
    """The journey most of whose customers stop on the way, else the one with most paths."""
    branching = _branching(analyses)
    worst = max(branching, key=_stopped)
    if _stopped(worst) > 0:
        values = (("journey", worst.journey.name), ("share", percent(_stopped(worst), here.language)))
        return Told("analysis.sequences.result_stopped", values, len(branching))
    first = branching[0]
    values = (("journey", first.journey.name), ("share", percent(first.sequences.paths[0].share, here.language)))
    return Told("analysis.sequences.result", values, len(branching))


def _journey(here: Here, one: Figures) -> JourneySequences:
    paths, found = one.sequences.paths, one.sequences
    shown = list(paths[:MOST_PATHS])
    if found.shortest is not None and found.shortest not in shown:
        shown.append(found.shortest)
    stopped = _stopped(one)
    return JourneySequences(
        here.to(one.journey.ref),
        one.journey.journey.state,
        tuple(_path(here, one, path) for path in shown),
        len(paths) - len(shown),
        percent(min(1.0, sum(path.share for path in shown)), here.language),
        percent(stopped, here.language) if stopped else "",
    )


def _path(here: Here, one: Figures, path: Path) -> PathView:
    steps, found = one.journey.steps, one.sequences
    known = (
        *(("most",) if path == found.paths[0] else ()),
        *(("shortest",) if path == found.shortest else ()),
        *(("stopped",) if path.end == "stopped" else ()),
    )
    at = tuple(StepAt(one.journey.ref.id, steps[index].id) for index in path.steps)
    links = tuple(step_link(here, one_at) for one_at in at)
    return PathView(links, percent(path.share, here.language), path.end, known, path.assumed)


def _table(branching: list[Figures]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one in branching:
        steps = one.journey.steps
        for path in one.sequences.paths:
            ids = ";".join(steps[index].id for index in path.steps)
            rows.append((one.journey.ref.id, round(path.share, 6), path.end, path.assumed, len(path.steps), ids))
    return Table("paths", ("journey", "share", "end", "assumed", "length", "steps"), tuple(rows))
