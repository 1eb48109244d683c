"""The section that reads across the maps: the ordered list of its analyses, and its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from parcours.analyse.analyses import Analyses
from parcours.link.atlas import Atlas
from parcours.pages import (
    backlog,
    channels,
    emotion,
    gaps,
    library,
    listening,
    metrics,
    organisation,
    sequences,
)
from parcours.pages.analysis_parts import address_of, insight_views
from parcours.pages.analysis_view import AnalysesPage, AnalysisEntry, Told
from parcours.pages.here import ANALYSES as FOLDER
from parcours.pages.here import Here
from parcours.pages.views import Page

MOST_TOLD = 25
"""Insights on the index."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One analysis: the key of its words and address, whether a project gives it anything to show, and its page.

    ``result`` is what came out, in one line, on its page and on the index. ``given`` is what of the analyses the page
    is made from: while that is the same, the page is.
    """

    key: str
    speaks: Callable[[Atlas, Analyses], bool]
    result: Callable[[Here, Analyses], Told]
    page: Callable[[Here, Analyses], Page]
    given: Callable[[Analyses], object] = lambda analyses: analyses


ANALYSES: tuple[Analysis, ...] = (
    Analysis(gaps.KEY, gaps.speaks, gaps.result, gaps.gaps_page),
    Analysis(channels.KEY, channels.speaks, channels.result, channels.channels_page),
    Analysis(emotion.KEY, emotion.speaks, emotion.result, emotion.emotion_page),
    Analysis(sequences.KEY, sequences.speaks, sequences.result, sequences.sequences_page),
    Analysis(listening.KEY, listening.speaks, listening.result, listening.listening_page, listening.given),
    Analysis(metrics.KEY, metrics.speaks, metrics.result, metrics.metrics_page, metrics.given),
    Analysis(backlog.KEY, backlog.speaks, backlog.result, backlog.backlog_page, backlog.given),
    Analysis(library.KEY, library.speaks, library.result, library.library_page, library.given),
    Analysis(
        organisation.SYSTEMS,
        organisation.systems_speak,
        organisation.systems_result,
        organisation.systems_page,
        organisation.given,
    ),
    Analysis(
        organisation.TEAMS,
        organisation.teams_speak,
        organisation.teams_result,
        organisation.teams_page,
        organisation.given,
    ),
)
"""Every analysis with a page, in the order the index lists them."""


def analysis_pages(atlas: Atlas, analyses: Analyses) -> Iterator[tuple[str, Callable[[Here], Page], object]]:
    """The index, then the page of each analysis that has anything to show: where it stands, what makes it, from what.

    Nothing for a project without journeys.
    """
    if not atlas.journeys:
        return
    speaking = tuple(one for one in ANALYSES if one.speaks(atlas, analyses))
    yield f"{FOLDER}/index.html", lambda here: _index(here, analyses, speaking), analyses
    for one in speaking:
        yield address_of(one.key), partial(_page, analyses=analyses, one=one), one.given(analyses)


def _page(here: Here, analyses: Analyses, one: Analysis) -> Page:
    return one.page(here, analyses)


def _index(here: Here, analyses: Analyses, speaking: tuple[Analysis, ...]) -> Page:
    entries = tuple(
        AnalysisEntry(one.key, here.href(address_of(one.key)), one.result(here, analyses)) for one in speaking
    )
    view = AnalysesPage(here.frame("analyses", FOLDER), entries, insight_views(here, analyses.insights[:MOST_TOLD]))
    return Page(here.address, "analyses.html", view)
