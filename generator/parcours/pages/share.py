"""How a page is known where its link is shared: its whole address, and the picture that stands for it."""

from __future__ import annotations

import re
from urllib.parse import quote

CARD = "card.png"
"""The name of a page's card, beside it."""

_OWN = re.compile(r"(?:(?:journeys|personas)/[^/]+/(?:compare/(?:[^/]+/)?)?)?index\.html")


def whole_address(base_url: str, address: str) -> str:
    """An address of the output folder as others reach it; empty without a base that begins with http."""
    if not base_url.startswith(("https://", "http://")):
        return ""
    return f"{base_url.rstrip('/')}/{quote(address)}"


def card_address(address: str) -> str:
    """The card of a page: its own for home, journeys, personas and comparisons, else that of the home page."""
    return address.removesuffix("index.html") + CARD if _OWN.fullmatch(address) else CARD
