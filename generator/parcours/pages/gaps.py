"""The page of the gaps between devices, channels and services."""

from __future__ import annotations

from parcours.analyse.analyses import Analyses
from parcours.analyse.gaps import KINDS, Gap, insight_of
from parcours.analyse.insight import StepAt
from parcours.analyse.table import Table
from parcours.link.atlas import Atlas, Ref
from parcours.pages.analysis_parts import analysis_frame, insight_told, persona_link, points, score_view, step_link
from parcours.pages.analysis_view import AnalysisHead, Told
from parcours.pages.figures import percent
from parcours.pages.gaps_view import GapFall, GapRow, GapsPage
from parcours.pages.here import Here
from parcours.pages.views import Page

KEY = "gaps"

MOST_SHOWN = 200
"""Gaps on the page at most; all are in its table."""


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether there is any gap."""
    return bool(analyses.across) or any(one.gaps for one in analyses.figures.values())


def given(analyses: Analyses) -> tuple[Gap, ...]:
    """What the page is made from besides the gaps of each journey: those that only show across them."""
    return analyses.across


def gaps_page(here: Here, across: tuple[Gap, ...]) -> Page:
    """The page: the heaviest gap first."""
    found = sorted(_gaps(here, across), key=_heaviest_first)
    head = AnalysisHead(KEY, _told(here, found[0], len(found)), ("gaps",))
    counted = ((kind, sum(1 for gap in found if kind in gap.kinds)) for kind in KINDS)
    weights = here.atlas.settings.gaps
    view = GapsPage(
        analysis_frame(here, KEY),
        head,
        tuple((kind, count) for kind, count in counted if count),
        tuple(_row(here, gap) for gap in found[:MOST_SHOWN]),
        max(0, len(found) - MOST_SHOWN),
        tuple((key, here.figure(float(getattr(weights, key)))) for key in ("least_fall", "moment_of_truth", *KINDS)),
    )
    return Page(here.address, "analysis-gaps.html", view, (_table(found),))


def result(here: Here, across: tuple[Gap, ...]) -> Told:
    """The heaviest gap, and how many there are."""
    found = _gaps(here, across)
    return _told(here, min(found, key=_heaviest_first), len(found))


def _told(here: Here, heaviest: Gap, count: int) -> Told:
    at = step_link(here, heaviest.steps[0])
    values = (("journey", at.journey.text), ("kind", f"t:insight.gap_{heaviest.kind}.name"))
    return Told("analysis.gaps.result", values, count)


def _gaps(here: Here, across: tuple[Gap, ...]) -> list[Gap]:
    return [*(gap for id_ in here.journeys for gap in here.glances.gaps[id_]), *across]


def _heaviest_first(gap: Gap) -> tuple[float, tuple[str, ...], tuple[StepAt, ...]]:
    return -gap.weight, gap.kinds, gap.steps


def _row(here: Here, gap: Gap) -> GapRow:
    return GapRow(
        insight_told(here, insight_of(gap)),
        gap.kinds,
        tuple(step_link(here, at) for at in gap.steps),
        here.glances.heads[gap.steps[0].journey].state,
        tuple(
            GapFall(persona_link(here, one.persona), score_view(here, one.before), score_view(here, one.after))
            for one in gap.falls
        ),
        points(here, gap.points) if gap.points else "",
        percent(gap.share, here.language),
        gap.moment,
        gap.assumed,
        here.figure(round(gap.weight, 2)),
    )


def _table(found: list[Gap]) -> Table:
    columns = ("kinds", "journey", "steps", "change", "points", "share", "moment_of_truth", "weight")
    rows = tuple(
        (
            ";".join(gap.kinds),
            gap.steps[0].journey,
            ";".join(at.step for at in gap.steps),
            ";".join(side.id if isinstance(side, Ref) else side for side in gap.change),
            gap.points,
            gap.share,
            gap.moment,
            gap.weight,
        )
        for gap in found
    )
    return Table("gaps", columns, rows)
