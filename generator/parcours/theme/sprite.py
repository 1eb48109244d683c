"""The icons of a page: its template names them, the page carries only those it uses."""

from __future__ import annotations

import re
from functools import lru_cache

_SYMBOL = re.compile(r'<symbol id="(i-[\w-]+)".*?</symbol>\n?', re.DOTALL)
_SHAPE = re.compile(r'<symbol id="i-([\w-]+)"[^>]*>(.*?)</symbol>', re.DOTALL)
_USE = re.compile(r'<use [^>]*href="#(i-[\w-]+)"')


_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


def with_used_icons(html: str) -> str:
    """A page without the symbols of its sprite that no ``<use>`` of it names; HTML knows SVG without its namespace."""
    used = frozenset(_USE.findall(html))
    page = html if html.startswith("<svg") else html.replace(_NAMESPACE, "")
    start, end = page.find("<symbol "), page.rfind("</symbol>") + len("</symbol>\n")
    return page if start < 0 else page[:start] + _of_used(page[start:end], used) + page[end:]


@lru_cache(maxsize=256)
def _of_used(sprite: str, used: frozenset[str]) -> str:
    """Symbols without those that are not used: many pages use the same ones."""
    return _SYMBOL.sub(lambda found: found[0] if found[1] in used else "", sprite)


def icon_shapes(sprite: str) -> dict[str, str]:
    """The shapes of a sprite by name, for drawings that leave their page."""
    return dict(_SHAPE.findall(sprite))
