"""The pages that list others: home, journeys, personas, every other kind, and the page for a missing address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from parcours.analyse.hierarchy import Opening
from parcours.analyse.insight import Insight
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.model.places import Home
from parcours.pages.analysis_parts import insight_views
from parcours.pages.cards import FIRST_CARDS, MOST_CARDS, journey_card, persona_card
from parcours.pages.here import Here
from parcours.pages.map_of_maps import map_nodes, map_of_maps
from parcours.pages.view import Filter, Hyperlink, JourneyCard
from parcours.pages.views import (
    HomePage,
    JourneysPage,
    MissingPage,
    Page,
    PersonaCard,
    PersonasPage,
    ThingRow,
    ThingsPage,
)

HOME = "index.html"
"""The address of the home page."""
MOST_IMPORTANT = 5
"""Insights the home page leads to."""


def _cards(here: Here, most: int | None = None) -> tuple[JourneyCard, ...]:
    return tuple(journey_card(here, id_) for id_ in islice(here.journeys, most))


def _personas(here: Here, most: int | None = None) -> tuple[PersonaCard, ...]:
    return tuple(persona_card(here, ref, n) for n, ref in enumerate(here.atlas.by_kind.get(Kind.PERSONA, ())[:most]))


def _most(count: int) -> int:
    return FIRST_CARDS if count > MOST_CARDS else MOST_CARDS


def _all(here: Here, kind: Kind, count: int) -> tuple[Hyperlink, int] | None:
    """Where all things of a kind are, and how many, where the home page does not show them all."""
    return (Hyperlink(kind.value, here.href(f"{kind.value}/index.html")), count) if count > MOST_CARDS else None


def home_page(
    here: Here,
    insights: tuple[Insight, ...],
    openings: tuple[Opening, ...] = (),
    counts: Mapping[Kind, int] | None = None,
) -> Page:
    """The home page; ``insights`` are the ones it leads to, ``openings`` join the maps to each other.

    ``counts`` is given where the Atlas holds only the first of a project: how many there are of each kind, if that is
    known. What would have to be counted in the rest is not shown.
    """
    home, whole = here.atlas.home, counts is None
    front = home.front if home else None
    record = front.record if front and isinstance(front.record, Home) else Home()
    settings = here.atlas.settings
    title = record.title or settings.site_name or "Parcours"
    known = {kind: len(refs) for kind, refs in here.atlas.by_kind.items()} if counts is None else counts
    journeys, personas = known.get(Kind.JOURNEY, 0), known.get(Kind.PERSONA, 0)
    held = tuple(
        (kind.value, Hyperlink(kind.value, here.href(f"{kind.value}/index.html")), known[kind])
        for kind in Kind
        if known.get(kind)
    )
    cards = _personas(here, _most(personas))
    description = record.description or settings.description
    view = HomePage(
        here.frame(title, "home", front=front, description=description),
        here.story(front),
        description,
        here.all_named(Kind.TAG, record.tags),
        _cards(here, _most(journeys)),
        cards if whole else tuple(replace(card, journeys=None) for card in cards),
        held,
        insight_views(here, insights),
        map_nodes(here, openings),
        map_of_maps(here, openings, title),
        _all(here, Kind.JOURNEY, journeys),
        _all(here, Kind.PERSONA, personas),
    )
    return Page(here.address, "home.html", view)


def journeys_page(here: Here) -> Page:
    """The index of journeys, with what they can be narrowed by."""
    cards = _cards(here)
    filters = (
        _filter("persona", {f"{face.id}": face.name for card in cards for face in card.personas}),
        _filter("channel", {_id(link): link.text for card in cards for link in card.channels}),
        _filter("tag", {_id(link): link.text for card in cards for link in card.tags}),
        _filter("state", {card.state: card.state for card in cards}),
        _filter("status", {card.status: card.status for card in cards}),
        _filter("kind", {card.kind: card.kind for card in cards}),
    )
    view = JourneysPage(
        here.frame("journeys", Kind.JOURNEY.value), cards, tuple(f for f in filters if len(f.choices) > 1)
    )
    return Page(here.address, "journeys.html", view)


def _id(link: Hyperlink) -> str:
    return link.href.rstrip("/").split("/")[-2] if "/" in link.href else link.text


def _filter(key: str, choices: dict[str, str]) -> Filter:
    return Filter(key, tuple(sorted(choices.items(), key=lambda choice: choice[1].casefold())))


def personas_page(here: Here) -> Page:
    """The index of personas."""
    return Page(
        here.address, "personas.html", PersonasPage(here.frame("personas", Kind.PERSONA.value), _personas(here))
    )


def things_page(here: Here, kind: Kind) -> Page:
    """The index of one kind of thing."""
    rows = tuple(_row(here, ref) for ref in here.atlas.by_kind.get(kind, ()))
    ordered = tuple(sorted(rows, key=lambda row: (row.group, row.link.text.casefold())))
    return Page(here.address, "things.html", ThingsPage(here.frame(kind.value, kind.value), kind.value, ordered))


def _row(here: Here, ref: Ref) -> ThingRow:
    line = here.glances.lines[ref]
    return ThingRow(here.to(ref), line.icon, line.note, here.glances.pages.get(ref, 0), line.group)


def missing_page(here: Here) -> Page:
    """The page a web server shows for an address that does not exist."""
    return Page(here.address, "missing.html", MissingPage(here.frame("missing", "")))
