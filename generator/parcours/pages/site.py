"""All pages of a site."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.link.atlas import Atlas
from parcours.model.kinds import Kind
from parcours.pages.here import Here
from parcours.pages.journey import journey_page
from parcours.pages.lists import home_page, journeys_page, missing_page, personas_page, things_page
from parcours.pages.persona import persona_page
from parcours.pages.thing import thing_page
from parcours.pages.views import Page


def pages_of(atlas: Atlas, stamp: str = "") -> Iterator[Page]:
    """Every page of the site, the home page first. ``stamp`` is printed on each when it is not empty."""

    def here(address: str) -> Here:
        return Here(atlas, address, stamp)

    yield home_page(here("index.html"))
    yield missing_page(here("404.html"))
    for kind in Kind:
        things = atlas.of(kind)
        index = here(f"{kind.value}/index.html")
        if things or kind in (Kind.JOURNEY, Kind.PERSONA):
            match kind:
                case Kind.JOURNEY:
                    yield journeys_page(index)
                case Kind.PERSONA:
                    yield personas_page(index)
                case _:
                    yield things_page(index, kind)
        for thing in things:
            page = here(thing.ref.address)
            if kind is Kind.JOURNEY:
                yield journey_page(page, atlas.journeys[thing.ref.id])
            elif kind is Kind.PERSONA:
                yield persona_page(page, thing)
            else:
                yield thing_page(page, thing)
