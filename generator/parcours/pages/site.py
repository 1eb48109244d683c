"""All pages of a site."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.analyses import Analyses, analyse
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, Thing
from parcours.model.kinds import Kind
from parcours.pages.analyses import analysis_count, analysis_pages
from parcours.pages.comparison import comparison_count, comparison_pages
from parcours.pages.drawings import drawings_of
from parcours.pages.here import Here
from parcours.pages.journey import journey_page
from parcours.pages.lists import home_page, journeys_page, missing_page, personas_page, things_page
from parcours.pages.persona import persona_page
from parcours.pages.print import ADDRESS as PRINT
from parcours.pages.print import has_print_page, print_page
from parcours.pages.state import ADDRESS as STATE
from parcours.pages.state import has_state_page, state_page
from parcours.pages.thing import thing_page
from parcours.pages.views import Page


def pages_of(
    atlas: Atlas, stamp: str = "", advice: tuple[Finding, ...] = (), analyses: Analyses | None = None
) -> Iterator[Page]:
    """Every page of the site, the home page first, each followed by the files of its drawings.

    ``stamp`` is printed on each when it is not empty; ``advice`` is what the state of the maps lists; ``analyses`` are
    what is computed of the Atlas, computed here where they are not given.
    """
    figures = analyse(atlas) if analyses is None else analyses
    drawn = atlas.settings.diagrams == "drawn"
    for page in _pages(atlas, stamp, advice, figures):
        yield page
        if drawn:
            yield from drawings_of(page)


def _pages(atlas: Atlas, stamp: str, advice: tuple[Finding, ...], figures: Analyses) -> Iterator[Page]:
    def here(address: str, lang: str | None = None) -> Here:
        return Here(atlas, address, stamp, lang or "")

    yield home_page(here("index.html"), figures)
    yield missing_page(here("404.html"))
    if has_state_page(atlas):
        yield state_page(here(STATE), advice)
    if has_print_page(atlas):
        yield print_page(here(PRINT))
    yield from analysis_pages(here, figures)
    for kind in Kind:
        things = atlas.of(kind)
        if things or kind in (Kind.JOURNEY, Kind.PERSONA):
            yield _index(here(f"{kind.value}/index.html"), kind)
        for thing in things:
            yield _page(here(thing.ref.address, thing.record.lang if thing.record else None), thing)
    for _, journey in sorted(atlas.journeys.items()):
        yield from comparison_pages(atlas, stamp, journey)


def page_count(atlas: Atlas, analyses: Analyses) -> int:
    """How many pages a site has: home, the one for addresses that are not there, lists, things, pairs, analyses."""
    kinds = {ref.kind for ref in atlas.things} | {Kind.JOURNEY, Kind.PERSONA}
    alone = 2 + has_state_page(atlas) + has_print_page(atlas)
    return alone + len(kinds) + len(atlas.things) + comparison_count(atlas) + analysis_count(atlas, analyses)


def _index(here: Here, kind: Kind) -> Page:
    if kind is Kind.JOURNEY:
        return journeys_page(here)
    return personas_page(here) if kind is Kind.PERSONA else things_page(here, kind)


def _page(here: Here, thing: Thing) -> Page:
    if thing.ref.kind is Kind.JOURNEY:
        return journey_page(here, here.atlas.journeys[thing.ref.id])
    return persona_page(here, thing) if thing.ref.kind is Kind.PERSONA else thing_page(here, thing)
