"""The page of the sequences: the paths customers take through each journey."""

from __future__ import annotations

from parcours.analyse.analyses import Analyses
from parcours.analyse.insight import StepAt
from parcours.analyse.sequences import Branches, Path
from parcours.analyse.table import Cell, Table
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
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
    return any(one.routes > 1 for one in analyses.figures.values())


def sequences_page(here: Here, _: object) -> Page:
    """The page: journeys with most paths first."""
    branching = _branching(here)
    straight = [id_ for id_ in here.journeys if here.glances.routes[id_] == 1]
    head = AnalysisHead(KEY, _told(here, branching), ("paths",))
    view = SequencesPage(
        analysis_frame(here, KEY),
        head,
        tuple(_journey(here, id_, one) for id_, one in branching[:MOST_JOURNEYS]),
        tuple(here.to(Ref(Kind.JOURNEY, id_)) for id_ in straight[:MOST_JOURNEYS]),
        max(0, len(branching) - MOST_JOURNEYS),
    )
    return Page(here.address, "analysis-sequences.html", view, (_table(branching),))


def _branching(here: Here) -> list[tuple[str, Branches]]:
    """The journeys that branch, those with most paths first."""
    found = [(id_, here.glances.branches[id_]) for id_ in here.journeys if here.glances.routes[id_] > 1]
    return sorted(found, key=lambda one: (-len(one[1].found.paths), here.name_of(one[0]).casefold(), one[0]))


def result(here: Here, _: object) -> Told:
    """The journey most of whose customers stop on the way, else the one with most paths."""
    return _told(here, _branching(here))


def _told(here: Here, branching: list[tuple[str, Branches]]) -> Told:
    id_, worst = max(branching, key=lambda one: one[1].stopped)
    if worst.stopped > 0:
        values = (("journey", here.name_of(id_)), ("share", percent(worst.stopped, here.language)))
        return Told("analysis.sequences.result_stopped", values, len(branching))
    id_, first = branching[0]
    values = (("journey", here.name_of(id_)), ("share", percent(first.found.paths[0].share, here.language)))
    return Told("analysis.sequences.result", values, len(branching))


def _journey(here: Here, id_: str, one: Branches) -> JourneySequences:
    paths, shortest = one.found.paths, one.found.shortest
    shown = list(paths[:MOST_PATHS])
    if shortest is not None and shortest not in shown:
        shown.append(shortest)
    return JourneySequences(
        here.to(Ref(Kind.JOURNEY, id_)),
        here.glances.heads[id_].state,
        tuple(_path(here, id_, one, path) for path in shown),
        len(paths) - len(shown),
        percent(min(1.0, sum(path.share for path in shown)), here.language),
        percent(one.stopped, here.language) if one.stopped else "",
    )


def _path(here: Here, id_: str, one: Branches, path: Path) -> PathView:
    known = (
        *(("most",) if path == one.found.paths[0] else ()),
        *(("shortest",) if path == one.found.shortest else ()),
        *(("stopped",) if path.end == "stopped" else ()),
    )
    links = tuple(step_link(here, StepAt(id_, one.steps[index])) for index in path.steps)
    return PathView(links, percent(path.share, here.language), path.end, known, path.assumed)


def _table(branching: list[tuple[str, Branches]]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for id_, one in branching:
        for path in one.found.paths:
            steps = ";".join(one.steps[index] for index in path.steps)
            rows.append((id_, round(path.share, 6), path.end, path.assumed, len(path.steps), steps))
    return Table("paths", ("journey", "share", "end", "assumed", "length", "steps"), tuple(rows))
