"""The section that reads across the maps: the ordered list of its analyses, and its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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


def analysis_pages(here: Callable[[str], Here], analyses: Analyses) -> Iterator[Page]:
    """The index, then the page of each analysis that has anything to show; nothing for a project without journeys."""
    index = here(f"{FOLDER}/index.html")
    if not index.atlas.journeys:
        return
    made = [one.page(here(address_of(one.key)), analyses) for one in _speaking(index.atlas, analyses)]
    yield _index(index, analyses, tuple(head for _, head in made))
    yield from (page for page, _ in made)


def analysis_count(atlas: Atlas, analyses: Analyses) -> int:
    """How many pages the section has."""
    return 1 + len(_speaking(atlas, analyses)) if atlas.journeys else 0


def _speaking(atlas: Atlas, analyses: Analyses) -> list[Analysis]:
    return [one for one in ANALYSES if one.speaks(atlas, analyses)]


def _index(here: Here, analyses: Analyses, heads: tuple[AnalysisHead, ...]) -> Page:
    entries = tuple(AnalysisEntry(head.key, here.href(address_of(head.key)), head.result) for head in heads)
    view: View = AnalysesPage(
        here.frame("analyses", FOLDER), entries, insight_views(here, analyses.insights[:MOST_TOLD])
    )
    return Page(here.address, "analyses.html", view)
