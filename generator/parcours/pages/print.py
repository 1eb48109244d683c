"""The whole atlas on one page, to be printed: contents, personas, then every map on its sheets."""

from __future__ import annotations

from parcours.link.atlas import Atlas
from parcours.model.kinds import Kind
from parcours.pages.cards import persona_card
from parcours.pages.here import MOST_PRINTED, Here
from parcours.pages.journey import journey_page
from parcours.pages.views import JourneyPage, Page, PrintPage

ADDRESS = "print/index.html"


def has_print_page(atlas: Atlas) -> bool:
    """Whether the site has the page: when the settings do not say otherwise and the maps are not too many."""
    return atlas.settings.print_page and 0 < len(atlas.journeys) <= MOST_PRINTED


def print_page(here: Here) -> Page:
    """The page of all maps, in the order of their names."""
    views = [journey_page(here, journey).view for _, journey in sorted(here.atlas.journeys.items())]
    journeys = tuple(view for view in views if isinstance(view, JourneyPage) and view.map.stages)
    personas = tuple(persona_card(here, ref, n) for n, ref in enumerate(here.atlas.by_kind.get(Kind.PERSONA, ())))
    return Page(here.address, "print.html", PrintPage(here.frame("print", "print"), journeys, personas))
