"""A page of a built site as a crawler sees it: its links, what it loads, its anchors."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"

LOADS = {
    "audio": ("src",),
    "embed": ("src",),
    "feImage": ("href",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
"""What a browser fetches by itself, by element."""
NOT_LOADED = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"}
"""``<link rel>`` that only tell."""
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list")
URL = re.compile(r"""url\(\s*["']?(.*?)["']?\s*\)|@import\s+["'](.*?)["']""")


@dataclass(frozen=True, slots=True)
class Link:
    """Something a page names: ``loaded`` when a browser fetches it without being asked."""

    page: str
    element: str
    url: str
    loaded: bool

    @property
    def local(self) -> bool:
        """Whether it names something in the folder."""
        parts = urlsplit(self.url)
        return not parts.scheme and not parts.netloc

    @property
    def target(self) -> str:
        """The file it names, from the folder's root; starts with ``..`` or ``/`` where it leaves the folder."""
        path = unquote(urlsplit(self.url).path)
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.page), path)) if path else self.page

    @property
    def fragment(self) -> str:
        """The anchor it names, decoded."""
        return unquote(urlsplit(self.url).fragment)

    def __str__(self) -> str:
        return f"{self.page}: <{self.element}> {self.url}"


@dataclass(frozen=True)
class Page:
    """A page, read as browsers read it."""

    address: str
    text: str

    @cached_property
    def root(self) -> Any:
        """The document's root element; html5lib gives ElementTree elements with namespaces."""
        return html5lib.parse(self.text, namespaceHTMLElements=True)

    @cached_property
    def elements(self) -> tuple[Any, ...]:
        """Every element, in document order."""
        return tuple(one for one in self.root.iter() if isinstance(one.tag, str))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id, in document order, repeated ones too."""
        return tuple(one.get("id") for one in self.elements if one.get("id") is not None)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment may name; ``top`` is any page's."""
        return frozenset((*self.ids, "", "top"))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Everything the page names, loaded or followed."""
        return tuple(link for one in self.elements for link in self._links_of(one))

    def named(self, name: str, namespace: str = HTML) -> list[Any]:
        """The elements of a name."""
        return [one for one in self.elements if one.tag == namespace + name]

    def _links_of(self, element: Any) -> Iterator[Link]:
        name = local_name(element)
        if name in ("a", "area"):
            url = element.get("href", element.get(XLINK))
            if url is not None:
                yield Link(self.address, name, url.strip(), loaded=False)
            return
        loaded = name != "link" or not NOT_LOADED & set(element.get("rel", "").split())
        for attribute in LOADS.get(name, ()):
            for url in _urls(attribute, element.get(attribute, element.get(XLINK) if attribute == "href" else None)):
                yield Link(self.address, name, url, loaded)
        for attribute, value in element.items():
            if attribute not in LOADS.get(name, ()) and "url(" in value:
                yield from (Link(self.address, name, url, loaded=True) for url in urls_of_css(value))


def local_name(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def urls_of_css(text: str) -> list[str]:
    """The addresses a style sheet, or a presentation attribute, names; data of its own left out."""
    found = [first or second for first, second in URL.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))]
    return [url for url in found if not url.startswith("data:")]


def _urls(attribute: str, value: str | None) -> list[str]:
    if value is None:
        return []
    candidates = [one.split()[0] for one in value.split(",") if one.split()] if attribute == "srcset" else [value]
    return [url.strip() for url in candidates if not url.startswith("data:image/")]


def read_pages(folder: Path) -> Mapping[str, Page]:
    """The pages of a built site, by address."""
    paths = sorted(folder.rglob("*.html"))
    return {
        path.relative_to(folder).as_posix(): Page(path.relative_to(folder).as_posix(), _text(path)) for path in paths
    }


def read_files(folder: Path) -> frozenset[str]:
    """The address of every file of a built site."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
