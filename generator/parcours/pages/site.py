"""All pages of a site: planned first, each made when it is wanted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from parcours.analyse.analyses import Analyses
from parcours.analyse.figures import Figures
from parcours.analyse.teams import Team
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from parcours.pages.analyses import analysis_pages
from parcours.pages.blueprint import blueprint_page
from parcours.pages.changes import FEED, change_addresses, changes_page, feed_page
from parcours.pages.comparison import comparison_page, comparisons_in
from parcours.pages.here import Here
from parcours.pages.journey import blueprint_address, journey_page
from parcours.pages.lists import MOST_IMPORTANT, home_page, journeys_page, missing_page, personas_page, things_page
from parcours.pages.persona import persona_page
from parcours.pages.print import ADDRESS as PRINT
from parcours.pages.print import has_print_page, print_page
from parcours.pages.reviews import calendar_file, review_addresses, reviews_page
from parcours.pages.search import ADDRESS as SEARCH
from parcours.pages.search import search_page, words_addresses, words_file
from parcours.pages.sitemap import ROBOTS, SITEMAP, robot_files, robots_view, sitemap_view
from parcours.pages.state import ADDRESS as STATE
from parcours.pages.state import has_state_page, state_page
from parcours.pages.thing import thing_page
from parcours.pages.views import Page


@dataclass(frozen=True, slots=True)
class Plan:
    """A page to be made: where it stands, and what makes it from an Atlas.

    ``given`` is all that it is made from besides the Atlas's mappings and the site's settings: with equal ``given`` and
    equal readings the page is the same.
    """

    address: str
    make: Callable[[Here], Page]
    given: object = ()
    lang: str | None = None

    def page(self, atlas: Atlas, stamp: str) -> Page:
        """The page with its view; ``stamp`` is printed on it when it is not empty."""
        return self.make(Here(atlas, self.address, stamp, self.lang or ""))


def plans_of(
    atlas: Atlas, analyses: Analyses, advice: tuple[Finding, ...] = (), today: dt.date | None = None
) -> Iterator[Plan]:
    """Every page of the site, the home page first; ``advice`` is what the state of the maps lists."""
    plans = tuple(_pages(atlas, analyses, advice, today))
    yield from plans
    for address in robot_files(atlas):
        if address == SITEMAP:
            listed = tuple(plan.address for plan in plans)
            yield Plan(address, partial(_sitemap, addresses=listed), given=listed)
        else:
            yield Plan(address, lambda here: Page(here.address, ROBOTS, robots_view(here)))


def _sitemap(here: Here, addresses: tuple[str, ...]) -> Page:
    return Page(here.address, SITEMAP, sitemap_view(here, addresses))


def _pages(atlas: Atlas, analyses: Analyses, advice: tuple[Finding, ...], today: dt.date | None) -> Iterator[Plan]:
    first = analyses.insights[:MOST_IMPORTANT]
    joined = analyses.openings
    yield Plan("index.html", lambda here: home_page(here, first, joined), given=(atlas.home, first, joined))
    yield Plan("404.html", missing_page)
    yield Plan(SEARCH, search_page)
    languages = tuple((words := words_addresses(atlas)).values())
    for address, language in words.items():
        yield Plan(address, partial(words_file, languages=languages), given=languages, lang=language)
    if has_state_page(atlas):
        yield Plan(STATE, lambda here: state_page(here, advice), given=advice)
    if has_print_page(atlas):
        yield Plan(PRINT, print_page)
    yield from _upkeep(atlas, today)
    for address, make, given in analysis_pages(atlas, analyses):
        yield Plan(address, make, given=given)
    yield from _things(atlas, analyses)
    for id_, journey in sorted(atlas.journeys.items()):
        if blueprint := blueprint_address(journey):
            yield Plan(blueprint, partial(blueprint_page, id_=id_), lang=journey.journey.lang)
        for pair in comparisons_in(atlas, journey):
            yield Plan(pair.address, partial(comparison_page, pair=pair), given=pair, lang=journey.journey.lang)


def _upkeep(atlas: Atlas, today: dt.date | None) -> Iterator[Plan]:
    """What changed, and what is to be reviewed when."""
    for address in change_addresses(atlas):
        yield Plan(address, feed_page if address == FEED else changes_page)
    for address, owner in review_addresses(atlas):
        if address.endswith(".html"):
            yield Plan(address, partial(reviews_page, owner=owner, today=today), given=(owner, today))
        else:
            yield Plan(address, partial(calendar_file, owner=owner), given=owner)


def _things(atlas: Atlas, analyses: Analyses) -> Iterator[Plan]:
    """The list of each kind, then the page of each thing."""
    teams = {team.id: team for team in analyses.practice.organisation.teams}
    for kind in Kind:
        things = atlas.by_kind.get(kind, ())
        if things or kind in (Kind.JOURNEY, Kind.PERSONA):
            yield _index(kind)
        for ref in things:
            record = atlas.things[ref].record
            members = analyses.members.get(ref, ())
            team = teams.get(ref.id) if kind is Kind.OWNER else None
            lang = record.lang if record else None
            yield Plan(ref.address, _maker(ref, members, team), given=(members, team), lang=lang)


def page_count(atlas: Atlas, analyses: Analyses) -> int:
    """How many pages a site has."""
    return sum(1 for _ in plans_of(atlas, analyses))


def _index(kind: Kind) -> Plan:
    address = f"{kind.value}/index.html"
    if kind is Kind.JOURNEY:
        return Plan(address, journeys_page)
    return Plan(address, personas_page if kind is Kind.PERSONA else lambda here: things_page(here, kind))


def _maker(ref: Ref, members: tuple[Figures, ...], team: Team | None) -> Callable[[Here], Page]:
    if ref.kind is Kind.JOURNEY:
        return lambda here: journey_page(here, here.atlas.journeys[ref.id])
    if ref.kind is Kind.PERSONA:
        return lambda here: persona_page(here, here.atlas.things[ref], members)
    return lambda here: thing_page(here, here.atlas.things[ref], members, team)
