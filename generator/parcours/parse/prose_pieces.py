"""What prose is made of once it has been read: safe HTML, with a gap where each address and each drawing goes.

Addresses are known only when every page is, and drawings are made later still. So the HTML is kept as the parts around
them, and ``Prose.html`` puts the two together as often as is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from parcours.source.text import Place

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""The schemes an address in prose may have; one without any scheme is relative, and welcome."""

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f]+")
_SCHEME = re.compile(r"([^/?#:]*):")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, as the page shows it.

    ``level`` is from 2 to 6, since the page's own title is the only ``h1``: what is written ``#`` is shown as 2.
    ``anchor`` is the id, unique within its prose, without a hash mark.
    """

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ProseLink:
    """An address that prose holds: of a link, a picture, a video or a sound.

    ``target`` is what the writer wrote, entities and escapes decoded; ``place`` covers it. ``image`` is true of
    pictures, which alone have ``alt``: their words, or None where there are none. ``wiki`` is true of ``[[claire]]``,
    whose target is an id or a name and not a path.
    """

    target: str
    place: Place
    image: bool = False
    alt: str | None = None
    wiki: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """A Mermaid fence. ``place`` covers its opening line; the script begins on the line below."""

    script: str
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """The gap for an address: which of the prose's links, and the attribute that carries it."""

    index: int
    attribute: str = "href"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The gap for the figure of one of the prose's diagrams."""

    index: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown that has been read: safe HTML in parts, and what it speaks of.

    ``Link(n)`` stands for the address of ``links[n]``, ``Drawing(n)`` for the figure of ``diagrams[n]``. ``text`` is
    the plain text, a line a block, for summaries and search.
    """

    parts: tuple[str | Link | Drawing, ...]
    links: tuple[ProseLink, ...]
    diagrams: tuple[Diagram, ...]
    headings: tuple[Heading, ...]
    text: str

    def html(self, address: Callable[[ProseLink], str | None], figure: Callable[[int, Diagram], str]) -> str:
        """The prose as HTML for one page.

        ``address`` gives the address of a link as seen from that page, or None for one that leads nowhere: its words
        stay and its ``href`` or ``src`` is left out. An address with a scheme that runs code is left out as well.
        ``figure`` gives the HTML of a diagram, which is put in as it is.
        """
        written: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                written.append(part)
            elif isinstance(part, Link):
                written.append(_attribute(part.attribute, address(self.links[part.index])))
            else:
                written.append(figure(part.index, self.diagrams[part.index]))
        return "".join(written)


EMPTY = Prose((), (), (), (), "")
"""The prose of a file that has none."""


def scheme(address: str) -> str:
    r"""The scheme of an address as a browser sees it, in lower case; empty for a relative one.

    >>> scheme(" java\nscript:alert(1)"), scheme("../personas/claire.md#needs")
    ('javascript', '')
    """
    found = _SCHEME.match(_UNSEEN.sub("", address))
    return found.group(1).casefold() if found else ""


def _attribute(name: str, address: str | None) -> str:
    if address is None or (scheme(address) or "http") not in SCHEMES:
        return ""
    outside = name == "href" and (scheme(address) in {"http", "https"} or address.lstrip().startswith("//"))
    return f' {name}="{escape(address)}"' + (' rel="noopener noreferrer"' if outside else "")
