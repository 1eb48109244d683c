"""What a crawler has to say about a built site. Each function gives the faults it finds, as sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from tests.site.page import REFERENCES, Link, Page, local_name, read_files, read_pages, urls_of_css

HOME = "index.html"
NOT_FOUND = "404.html"
FOLLOWED = {"http", "https", "mailto", "tel"}
"""Where a writer's links may lead outside the folder."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_SVG_LINK = re.compile(r'<a\b[^>]* href="([^"]*)"')
ADDRESSES = ("href", "src", "action", "formaction", "data", "{http://www.w3.org/1999/xlink}href")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its pages by address, and every file."""

    folder: Path
    pages: Mapping[str, Page]
    files: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> Site:
        """Reads a built site."""
        return cls(folder, read_pages(folder), read_files(folder))

    @property
    def links(self) -> Iterator[Link]:
        """Everything any page or style sheet names."""
        for page in self.pages.values():
            yield from page.links
        for address in sorted(self.files):
            if address.endswith(".css"):
                text = (self.folder / address).read_text(encoding="utf-8")
                yield from (Link(address, "css", url, loaded=True) for url in urls_of_css(text))
            elif address.endswith(".svg"):
                text = (self.folder / address).read_text(encoding="utf-8")
                yield from (Link(address, "a", unescape(url), loaded=False) for url in _SVG_LINK.findall(text))


def broken(site: Site) -> list[str]:
    """Links to no file, to no anchor, and out of the folder."""
    return [f"{link}: {fault}" for link in site.links if link.local and (fault := _broken(link, site))]


def _broken(link: Link, site: Site) -> str:
    if link.url.startswith("/") or link.target.startswith(("/", "..")):
        return "leaves the folder"
    if not link.url:
        return "names nothing"
    if link.target not in site.files:
        return "no such file (a folder must be named with its index.html)"
    page = site.pages.get(link.target)
    if page is not None and link.fragment not in page.anchors:
        return "no such anchor"
    return ""


def outside(site: Site) -> list[str]:
    """What is loaded from outside the folder, and links to schemes no reader can follow."""
    far = [link for link in site.links if not link.local]
    return [str(link) for link in far if link.loaded or urlsplit(link.url).scheme not in FOLLOWED]


def unreachable(site: Site) -> list[str]:
    """Pages no chain of links leads to from the home page. Nobody links to the 404 page."""
    seen: set[str] = set()
    ahead = [HOME]
    while ahead:
        address = ahead.pop()
        if address not in seen and address in site.pages:
            seen.add(address)
            ahead += [link.target for link in site.pages[address].links if link.local and not link.loaded]
    return sorted(site.pages.keys() - seen - {NOT_FOUND})


def repeated_ids(page: Page) -> list[str]:
    """Ids that stand twice in a page."""
    return [f"{page.address}: id {name} stands {times} times" for name, times in Counter(page.ids).items() if times > 1]


def dangling_references(page: Page) -> list[str]:
    """Attributes that name an id the page does not have."""
    return [
        f"{page.address}: <{local_name(one)} {attribute}> names {name}"
        for one in page.elements
        for attribute in REFERENCES
        for name in one.get(attribute, "").split()
        if name not in page.ids
    ]


def unnamed(page: Page) -> list[str]:
    """A page without language, title, encoding, exactly one first heading, or the window's width."""
    faults = {
        "no lang": not page.root.get("lang"),
        "no title": not "".join(one.text or "" for one in page.named("title")).strip(),
        "not exactly one h1": len(page.named("h1")) != 1,
        "no encoding": not any((one.get("charset") or "").lower() == "utf-8" for one in page.named("meta")),
        "no viewport": not any(one.get("name") == "viewport" for one in page.named("meta")),
    }
    return [f"{page.address}: {fault}" for fault, holds in faults.items() if holds]


def lax(page: Page) -> list[str]:
    """Where a page's policy is not the house's, stands too late, or would forbid something the page contains."""
    head = [one for one in page.elements if local_name(one) in ("meta", "script", "link", "style")]
    policies = [at for at, one in enumerate(head) if (one.get("http-equiv") or "").lower() == "content-security-policy"]
    faults = []
    if [head[at].get("content") for at in policies] != [POLICY]:
        faults.append(f"{page.address}: policy is not the house's")
    elif any(local_name(one) != "meta" for one in head[: policies[0]]):
        faults.append(f"{page.address}: something is loaded before the policy is known")
    return [*faults, *(f"{page.address}: {fault}" for one in page.elements for fault in _inline(one))]


def _inline(element: Any) -> Iterator[str]:
    name = local_name(element)
    if name == "style":
        yield "a style element"
    if name == "script" and element.get("src") is None:
        yield "an inline script"
    for attribute, value in element.items():
        if attribute == "style":
            yield f"a style attribute on <{name}>"
        if attribute.startswith("on"):
            yield f"{attribute} on <{name}>"
        if attribute in ADDRESSES and value.strip().lower().startswith(("javascript:", "vbscript:", "data:text")):
            yield f"a script in {attribute} of <{name}>"


def impure_pictures(site: Site) -> list[str]:
    """SVG files that are not well-formed, carry scripts or ask for anything outside themselves."""
    return [
        f"{address}: {fault}"
        for address in sorted(site.files)
        if address.endswith(".svg")
        for fault in _impure((site.folder / address).read_text(encoding="utf-8"))
    ]


def _impure(text: str) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield f"not well-formed: {error}"
        return
    for one in root.iter():
        if local_name(one) in ("script", "foreignObject"):
            yield f"a {local_name(one)} element"
        for attribute, value in one.items():
            named = [value] if attribute.endswith("href") and local_name(one) != "a" else urls_of_css(value)
            yield from (f"{attribute} names {url}" for url in named if not url.startswith(("#", "data:image/")))
            if attribute.startswith("on"):
                yield f"{attribute} on <{local_name(one)}>"
