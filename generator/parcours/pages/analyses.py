"""The section that reads across the maps: the ordered list of its analyses, and its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from parcours.analyse.analyses import Analyses
from parcours.link.atlas import Atlas
from parcours.pages import emotion
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

    The page's view has a ``head``, from which the index takes the result.
    """

    key: str
    speaks: Callable[[Atlas, Analyses], bool]
    page: Callable[[Here, Analyses], tuple[Page, AnalysisHead]]


ANALYSES: tuple[Analysis, ...] = (Analysis(emotion.KEY, emotion.speaks, emotion.emotion_page),)
"""Every analysis with a page, in the order the index lists them."""


def analysis_pages(atlas: Atlas, analyses: Analyses) -> Iterator[tuple[str, Callable[[Here], Page]]]:
    """The index, then the page of each analysis that has anything to show: where it stands and what makes it.

    Nothing for a project without journeys.
    """
    if not atlas.journeys:
        return
    speaking = tuple(one for one in ANALYSES if one.speaks(atlas, analyses))
    yield f"{FOLDER}/index.html", lambda here: _index(here, analyses, speaking)
    for one in speaking:
        yield address_of(one.key), partial(_page, analyses=analyses, one=one)


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
