"""The section that reads across the maps: the ordered list of its analyses, and its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from parcours.analyse.analyses import Analyses
from parcours.analyse.insight import Insight
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

    ``given`` is what of the analyses its page is made from besides what that sees at a glance: both the page and its
    ``result``, in one line there and on the index, get nothing else.
    """

    key: str
    speaks: Callable[[Atlas, Analyses], bool]
    result: Callable[[Here, Any], Told]
    page: Callable[[Here, Any], Page]
    given: Callable[[Analyses], Any] = lambda _: ()


ANALYSES: tuple[Analysis, ...] = (
    Analysis(gaps.KEY, gaps.speaks, gaps.result, gaps.gaps_page, gaps.given),
    Analysis(channels.KEY, channels.speaks, channels.result, channels.channels_page, channels.given),
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
    given = [(one, one.given(analyses)) for one in speaking]
    insights = analyses.insights[:MOST_TOLD]
    results = tuple((one.key, one.result, own) for one, own in given)
    yield f"{FOLDER}/index.html", partial(_index, results=results, insights=insights), (results, insights)
    for one, own in given:
        yield address_of(one.key), partial(_page, page=one.page, own=own), own


Results = tuple[tuple[str, Callable[[Here, Any], Told], Any], ...]
"""Of each analysis its key, how its result is told, and from what."""


def _page(here: Here, page: Callable[[Here, Any], Page], own: Any) -> Page:
    return page(here, own)


def _index(here: Here, results: Results, insights: tuple[Insight, ...]) -> Page:
    entries = tuple(AnalysisEntry(key, here.href(address_of(key)), result(here, own)) for key, result, own in results)
    view = AnalysesPage(here.frame("analyses", FOLDER), entries, insight_views(here, insights))
    return Page(here.address, "analyses.html", view)
