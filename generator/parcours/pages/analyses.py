"""The section that reads across the maps: the ordered list of its analyses, and its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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
from parcours.pages.analysis_view import AnalysesPage, AnalysisEntry, AnalysisHead
from parcours.pages.here import ANALYSES as FOLDER
from parcours.pages.here import Here
from parcours.pages.views import Page, View

MOST_TOLD = 25
"""Insights on the index."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One analysis: the key of its words and address, whether a project gives it anything to show, and its page.

    The page's view has a ``head``, from which the index takes the result. ``given`` is what of the analyses the page is
    made from: while that is the same, the page is.
    """

    key: str
    speaks: Callable[[Atlas, Analyses], bool]
    page: Callable[[Here, Analyses], tuple[Page, AnalysisHead]]
    given: Callable[[Analyses], object] = lambda analyses: analyses


ANALYSES: tuple[Analysis, ...] = (
    Analysis(gaps.KEY, gaps.speaks, gaps.gaps_page),
    Analysis(channels.KEY, channels.speaks, channels.channels_page),
    Analysis(emotion.KEY, emotion.speaks, emotion.emotion_page),
    Analysis(sequences.KEY, sequences.speaks, sequences.sequences_page),
    Analysis(listening.KEY, listening.speaks, listening.listening_page, listening.given),
    Analysis(metrics.KEY, metrics.speaks, metrics.metrics_page, metrics.given),
    Analysis(backlog.KEY, backlog.speaks, backlog.backlog_page, backlog.given),
    Analysis(library.KEY, library.speaks, library.library_page, library.given),
    Analysis(organisation.SYSTEMS, organisation.systems_speak, organisation.systems_page, organisation.given),
    Analysis(organisation.TEAMS, organisation.teams_speak, organisation.teams_page, organisation.given),
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
    return one.page(here, analyses)[0]


def _index(here: Here, analyses: Analyses, speaking: tuple[Analysis, ...]) -> Page:
    there = ((one, replace(here, address=address_of(one.key))) for one in speaking)
    heads = [one.page(at, analyses)[1] for one, at in there]
    entries = tuple(AnalysisEntry(head.key, here.href(address_of(head.key)), head.result) for head in heads)
    view: View = AnalysesPage(
        here.frame("analyses", FOLDER), entries, insight_views(here, analyses.insights[:MOST_TOLD])
    )
    return Page(here.address, "analyses.html", view)
