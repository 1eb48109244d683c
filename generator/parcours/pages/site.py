"""All pages of a site: planned first, each made when it is wanted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from parcours.analyse.analyses import Analyses
from parcours.analyse.around import Members
from parcours.analyse.teams import Team
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, Ref, Thing
from parcours.link.watched import Changes, changed_keys
from parcours.model.kinds import Kind
from parcours.pages.analyses import analysis_pages
from parcours.pages.blueprint import blueprint_page
from parcours.pages.changes import FEED, change_addresses, changes_page, feed_page
from parcours.pages.comparison import Pair, comparison_page, comparisons_in
from parcours.pages.glances import Glances
from parcours.pages.here import Here
from parcours.pages.journey import blueprint_address, journey_page
from parcours.pages.lists import (
    HOME,
    MOST_IMPORTANT,
    home_page,
    journeys_page,
    missing_page,
    personas_page,
    things_page,
)
from parcours.pages.persona import persona_page
from parcours.pages.print import ADDRESS as PRINT
from parcours.pages.print import has_print_page, print_page
from parcours.pages.reviews import calendar_file, review_addresses, reviews_page
from parcours.pages.search import ADDRESS as SEARCH
from parcours.pages.search import search_page, words_address, words_file
from parcours.pages.sitemap import ROBOTS, SITEMAP, robot_files, robots_view, sitemap_view
from parcours.pages.state import ADDRESS as STATE
from parcours.pages.state import has_state_page, state_page
from parcours.pages.thing import thing_page
from parcours.pages.views import Page
from parcours.search.entries import language_of
from parcours.search.index import languages_of


@dataclass(frozen=True, slots=True)
class Plan:
    """A page to be made: where it stands, and what makes it from an Atlas.

    ``given`` is all that it is made from besides what it reads of the Atlas and at a glance, and the site's settings:
    with equal ``given`` and equal readings the page is the same.
    """

    address: str
    make: Callable[[Here], Page]
    given: object = ()
    lang: str | None = None

    def page(self, atlas: Atlas, glances: Glances, stamp: str) -> Page:
        """The page with its view; ``stamp`` is printed on it when it is not empty."""
        return self.make(Here(atlas, glances, self.address, stamp, self.lang or ""))


@dataclass(frozen=True, slots=True)
class OfThing:
    """Makes the page of a thing; such makers are values, so that plans can be kept."""

    ref: Ref
    members: tuple[str, ...]
    team: Team | None

    def __call__(self, here: Here) -> Page:
        """The page."""
        if self.ref.kind is Kind.JOURNEY:
            return journey_page(here, here.atlas.journeys[self.ref.id])
        thing = here.atlas.things[self.ref]
        if self.ref.kind is Kind.PERSONA:
            return persona_page(here, thing, self.members)
        return thing_page(here, thing, self.members, self.team)


@dataclass(frozen=True, slots=True)
class OfBlueprint:
    """Makes the blueprint of a journey."""

    id: str

    def __call__(self, here: Here) -> Page:
        """The page."""
        return blueprint_page(here, self.id)


@dataclass(frozen=True, slots=True)
class OfComparison:
    """Makes a comparison."""

    pair: Pair

    def __call__(self, here: Here) -> Page:
        """The page."""
        return comparison_page(here, self.pair)


Beside = tuple[LinkedJourney, tuple[Plan, ...]]
"""A journey, and the plans of what stands below its page."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Every page of the site by its address, the home page first; and what of the plans can be used again.

    ``things`` are the plans of the pages of things, ``beside`` those of what stands below a journey's own page,
    ``of`` and ``members`` are what those of things were made for; ``languages`` those that pages are written in, the
    site's first. ``given`` is what else all of this was planned for. All but ``plans`` and
    ``given`` can be kept.
    """

    plans: Mapping[str, Plan] = field(default_factory=dict[str, Plan])
    things: Mapping[Ref, Plan] = field(default_factory=dict[Ref, Plan], repr=False)
    beside: Mapping[str, Beside] = field(default_factory=dict[str, Beside], repr=False)
    of: Mapping[Ref, Thing] = field(default_factory=dict[Ref, Thing], repr=False)
    members: Members = field(default_factory=dict[Ref, tuple[str, ...]], repr=False)
    languages: tuple[str, ...] = ()
    given: tuple[object, ...] = field(default=(), repr=False)


PROSE = frozenset({"texts", "links"})
"""Mappings of an Atlas in which only prose is another: no page comes or goes with it."""


def planned(
    atlas: Atlas,
    analyses: Analyses,
    advice: tuple[Finding, ...] = (),
    today: dt.date | None = None,
    before: Planned | None = None,
    changes: Changes | None = None,
) -> Planned:
    """All pages; ``advice`` is what the state of the maps lists. Plans like those ``before`` are the same objects.

    ``changes`` are the keys of the Atlas's mappings that hold something else than then; None where that is not known.
    """
    last = before or Planned()
    given = (atlas.settings, atlas.home, analyses.practice, advice, today)
    if changes is not None and changes.keys() <= PROSE and not analyses.anew and given == last.given:
        return last
    beside = _all_beside(atlas, last, changes)
    things = _things(atlas, analyses, last, changes)
    languages = _languages(atlas, last, changes)
    plans = {plan.address: plan for plan in _pages(atlas, analyses, advice, today, languages)}
    for kind in Kind:
        refs = atlas.by_kind.get(kind, ())
        if refs or kind in (Kind.JOURNEY, Kind.PERSONA):
            plans[_index_address(kind)] = _index(kind)
        plans.update((things[ref].address, things[ref]) for ref in refs)
    plans.update((plan.address, plan) for _, those in beside.values() for plan in those)
    plans.update((plan.address, plan) for plan in _for_robots(atlas, tuple(plans)))
    return Planned(plans, things, beside, atlas.things, analyses.members, languages, given)


def _languages(atlas: Atlas, last: Planned, changes: Changes | None) -> tuple[str, ...]:
    """The languages that pages are written in, the site's first."""
    if changes is not None and last.languages and last.languages[0] == atlas.settings.language:
        pairs = ((last.of.get(ref), atlas.things.get(ref)) for ref in changes.get("things", ()))
        if all(was and now and language_of(was, atlas) == language_of(now, atlas) for was, now in pairs):
            return last.languages
    return languages_of(atlas)


def _all_beside(atlas: Atlas, last: Planned, changes: Changes | None) -> Mapping[str, Beside]:
    """What stands below the pages of journeys, in the order of their ids."""
    if changes is None or last.beside.keys() != atlas.journeys.keys():
        return {id_: _beside(atlas, one, last.beside.get(id_)) for id_, one in sorted(atlas.journeys.items())}
    anew = changes.get("journeys", frozenset[str]())
    return {**last.beside, **{id_: _beside(atlas, atlas.journeys[id_], last.beside[id_]) for id_ in anew}}


def _for_robots(atlas: Atlas, listed: tuple[str, ...]) -> Iterator[Plan]:
    for address in robot_files(atlas):
        if address == SITEMAP:
            yield Plan(address, partial(_sitemap, addresses=listed), given=listed)
        else:
            yield Plan(address, lambda here: Page(here.address, ROBOTS, robots_view(here)))


def _sitemap(here: Here, addresses: tuple[str, ...]) -> Page:
    return Page(here.address, SITEMAP, sitemap_view(here, addresses))


def _pages(
    atlas: Atlas,
    analyses: Analyses,
    advice: tuple[Finding, ...],
    today: dt.date | None,
    languages: tuple[str, ...],
) -> Iterator[Plan]:
    first = analyses.insights[:MOST_IMPORTANT]
    joined = analyses.openings
    yield Plan(HOME, lambda here: home_page(here, first, joined), given=(atlas.home, first, joined))
    yield Plan("404.html", missing_page)
    yield Plan(SEARCH, search_page)
    for language in languages:
        yield Plan(words_address(language), partial(words_file, languages=languages), given=languages, lang=language)
    if has_state_page(atlas):
        yield Plan(STATE, lambda here: state_page(here, advice), given=advice)
    if has_print_page(atlas):
        yield Plan(PRINT, print_page)
    yield from _upkeep(atlas, today)
    for address, make, given in analysis_pages(atlas, analyses):
        yield Plan(address, make, given=given)


def _beside(atlas: Atlas, journey: LinkedJourney, before: Beside | None) -> Beside:
    """The blueprint of a journey and its comparisons. Whether the current one exists is known from its being linked."""
    if before is not None and before[0] is journey:
        return before
    return journey, tuple(_below(atlas, journey))


def _below(atlas: Atlas, journey: LinkedJourney) -> Iterator[Plan]:
    if blueprint := blueprint_address(journey):
        yield Plan(blueprint, OfBlueprint(journey.ref.id), lang=journey.journey.lang)
    for pair in comparisons_in(atlas, journey):
        yield Plan(pair.address, OfComparison(pair), given=pair, lang=journey.journey.lang)


def _upkeep(atlas: Atlas, today: dt.date | None) -> Iterator[Plan]:
    """What changed, and what is to be reviewed when."""
    for address in change_addresses(atlas):
        yield Plan(address, feed_page if address == FEED else changes_page)
    for address, owner in review_addresses(atlas):
        if address.endswith(".html"):
            yield Plan(address, partial(reviews_page, owner=owner, today=today), given=(owner, today))
        else:
            yield Plan(address, partial(calendar_file, owner=owner), given=owner)


def _things(atlas: Atlas, analyses: Analyses, last: Planned, changes: Changes | None) -> dict[Ref, Plan]:
    """The page of each thing. Looked at are those that may be planned otherwise: owners, whose steps are counted."""
    things, members = atlas.things, analyses.members
    if last.of.keys() != things.keys():
        looked: Iterable[Ref] = things
    else:
        looked = {
            *(changed_keys(last.of, things) if changes is None else changes.get("things", ())),
            *changed_keys(last.members, members),
            *atlas.by_kind.get(Kind.OWNER, ()),
        }
    teams = {team.id: team for team in analyses.practice.organisation.teams}
    found = dict(last.things) if looked is not things else {}
    for ref in looked:
        found[ref] = _thing(ref, things[ref], members.get(ref, ()), teams, last.things.get(ref))
    return found


def _thing(ref: Ref, thing: Thing, members: tuple[str, ...], teams: Mapping[str, Team], was: Plan | None) -> Plan:
    given = (members, teams.get(ref.id) if ref.kind is Kind.OWNER else None)
    lang = thing.record.lang if thing.record else None
    same = was is not None and was.lang == lang and was.given == given
    return was if same and was is not None else Plan(ref.address, OfThing(ref, *given), given, lang)


def _index_address(kind: Kind) -> str:
    return f"{kind.value}/index.html"


def _index(kind: Kind) -> Plan:
    """The list of all things of a kind."""
    address = _index_address(kind)
    if kind is Kind.JOURNEY:
        return Plan(address, journeys_page)
    return Plan(address, personas_page if kind is Kind.PERSONA else lambda here: things_page(here, kind))
