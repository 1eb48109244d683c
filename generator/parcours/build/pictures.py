"""What can be taken away from a site: pictures drawn from its pages, when they are written or asked for."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.pages.share import CARD, card_address
from parcours.pages.views import JourneyPage, Page
from parcours.theme.engine import Engine

MAP = "map.svg"
"""The name of the picture of a journey's map, beside its page."""


def pictures_of(pages: Iterable[Page]) -> dict[str, Page]:
    """Where the pictures of some pages stand, and the page each is drawn from."""
    return {_beside(page, MAP): page for page in pages if _has_map(page)}


def source_of(address: str) -> str:
    """Where the page is that a picture would be drawn from; empty for what cannot be one's address."""
    return address.removesuffix(MAP) + "index.html" if address.endswith(f"/{MAP}") else ""


def draw_picture(page: Page, engine: Engine) -> bytes | None:
    """The map of a page as a file, in the colours of the theme; None for a page that has none."""
    return engine.map_picture(page.view) if _has_map(page) and isinstance(page.view, JourneyPage) else None


def cards_of(pages: Iterable[Page]) -> dict[str, Page]:
    """Where the cards of some pages stand, as PNG, and the page each is of."""
    own = ((card_address(page.address), page) for page in pages)
    return {address: page for address, page in own if address == _beside(page, CARD)}


def _beside(page: Page, name: str) -> str:
    return page.address.removesuffix("index.html") + name


def _has_map(page: Page) -> bool:
    return isinstance(page.view, JourneyPage) and bool(page.view.picture_href)
