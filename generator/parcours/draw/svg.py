"""Writing SVG: numbers, texts and elements, always the same bytes, never a style attribute or element.

What is drawn here is inlined in HTML, so elements carry no prefix and texts hold only characters that XML allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape as escape_html

NAMESPACE = "http://www.w3.org/2000/svg"

COLOURS = 8
"""How many colours personas and series take in turn: classes ``persona-1`` to ``persona-8``."""

# XML 1.0 allows tab, line feed and carriage return of the controls, and no surrogate or noncharacter.
_NOT_XML = re.compile("[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")

_SPECIAL = re.compile(f"[&<>\"']|{_NOT_XML.pattern}")

Value = str | float
Attributes = dict[str, Value]


@lru_cache(maxsize=16384)
def number(value: float) -> str:
    """A coordinate with at most two decimals, no trailing zero and no minus zero: ``12``, ``0.5``, ``-3.25``."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def legal(text: str) -> str:
    """``text`` without the characters XML forbids."""
    return _NOT_XML.sub("", text)


def text_of(text: str) -> str:
    """``text`` escaped for XML, without the characters XML forbids."""
    return escape_html(legal(text)) if _SPECIAL.search(text) else text


def element(name: str, attributes: Attributes, *children: str) -> str:
    """An element; ``children`` are SVG already. Attributes keep their order; numbers are rounded."""
    written = "".join([f' {key}="{_value(value)}"' for key, value in attributes.items()])
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def group(classes: str, children: Iterable[str]) -> str:
    """A ``<g>`` with these classes."""
    return element("g", {"class": classes}, *children)


def words(text: str, attributes: Attributes) -> str:
    """A ``<text>`` element."""
    return element("text", attributes, text_of(text))


def named(anchor: str, title: str, description: str = "") -> tuple[Attributes, str]:
    """Attributes and first children that give the picture of id ``anchor`` its accessible name and description."""
    attributes: Attributes = {"role": "img", "aria-labelledby": f"{anchor}-title"}
    children = element("title", {"id": f"{anchor}-title"}, text_of(title))
    if description:
        attributes["aria-describedby"] = f"{anchor}-desc"
        children += element("desc", {"id": f"{anchor}-desc"}, text_of(description))
    return attributes, children


def colour(index: int) -> int:
    """The number (1 to 8) of the colour of persona or series ``index`` (from 0)."""
    return index % COLOURS + 1


@lru_cache(maxsize=4096)
def _value(value: Value) -> str:
    return text_of(value) if isinstance(value, str) else number(value)
