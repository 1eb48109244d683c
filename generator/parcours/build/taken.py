"""Files of a project at whose address the site has a file of its own: they cannot be published, and that is told."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

from parcours.analyse.contract import ADDRESS, SCHEMA_ADDRESS
from parcours.analyse.table import files_of
from parcours.build.pictures import cards_of, pictures_of
from parcours.build.reading import Reading
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.pictures import pictures_in
from parcours.link.prose import asset_address, find_asset
from parcours.link.spot import place_of
from parcours.pages.drawings import drawings_of
from parcours.pages.glances import glances
from parcours.pages.site import Plan
from parcours.parse.document import Document
from parcours.search.index import FOLDER
from parcours.source.text import Place
from parcours.theme.brand import OWN as OWN_SHEET
from parcours.theme.engine import STATIC

WHOLE = {ADDRESS: "data", SCHEMA_ADDRESS: "data"}
"""Files that are made from all of the project, and what they are."""

Own = Mapping[str, tuple[str, str]]
"""Files of a project that stand in the way: the site's own address there, and whose it is."""

_BESIDE = re.compile(r"(map|map-of-maps|.*(diagram|drawing)-.+)\.svg|card\.png|.+\.(csv|json)")
"""Names of files that lie beside pages: of their drawings, pictures and tables."""


def taken(assets: Iterable[str], plans: Mapping[str, Plan], read: Reading, static: Collection[str]) -> Own:
    """Of the files of a project those that stand in the way of the site's own.

    ``static`` are the addresses of the theme's files. Capitals do not count: where folders do not tell them apart, one
    of the two would be lost.
    """
    owner = partial(_owner, plans=plans, static=static, beside=_beside_pages(plans, read))
    addresses = ((path, asset_address(path).lower()) for path in assets)
    # Most files of a project lie in folders of their own: asked at each save, those are passed over at once.
    shared = {_outermost(address) for address in (*plans, *WHOLE, *static, f"{FOLDER}/")}
    near = ((path, at) for path, at in addresses if "/" not in at or _outermost(at) in shared)
    found = ((path, _first(address, owner)) for path, address in near)
    return {path: own for path, own in found if own is not None}


def told_of(own: Own, documents: Iterable[Document], paths: Collection[str]) -> tuple[Finding, ...]:
    """A finding for each of those files, with the places that mean it."""
    named: dict[str, list[Place]] = {path: [] for path in own}
    for document in documents if own else ():
        for written, place in _files_named(document):
            path = find_asset(written, document.path, paths)
            if path in named:
                named[path].append(place)
    return tuple(
        finding("files/taken", Place(path), related=tuple(named[path]), address=address, part=owner)
        for path, (address, owner) in own.items()
    )


def _outermost(address: str) -> str:
    return address.partition("/")[0]


def _first(address: str, owner: Callable[[str], str]) -> tuple[str, str] | None:
    """The site's own file at an address, at one of the folders above it, or below it."""
    above = [address]
    while folder := posixpath.dirname(above[-1]):
        above.append(folder)
    for at in reversed(above):
        if whose := owner(at):
            return at, whose
    below = f"{STATIC}/{OWN_SHEET}" if address == STATIC else f"{address}/index.html"
    return (below, whose) if (whose := owner(below)) else None


def _owner(
    address: str, plans: Mapping[str, Plan], static: Collection[str], beside: Callable[[str], Collection[str]]
) -> str:
    """Whose file stands at an address: a page's, the theme's, the search's, that of all data; empty for nobody's."""
    folder, _, name = address.rpartition("/")
    page = f"{folder}/index.html".lstrip("/")
    if address in plans:
        return f"page `{address}`"
    if address in WHOLE:
        return WHOLE[address]
    if address in static:
        return "theme"
    if folder == FOLDER and name.endswith(".js"):
        return "search"
    return f"page `{page}`" if _BESIDE.fullmatch(name) and page in plans and address in beside(page) else ""


def _beside_pages(plans: Mapping[str, Plan], read: Reading) -> Callable[[str], Collection[str]]:
    """Gives the addresses of what lies beside a page; each page is looked at once, and only where one asks."""
    known: dict[str, frozenset[str]] = {}

    def beside(address: str) -> Collection[str]:
        if address not in known:
            known[address] = frozenset(_files_beside(plans[address], read))
        return known[address]

    return beside


def _files_beside(plan: Plan, read: Reading) -> Iterator[str]:
    atlas = read.atlas
    page = plan.page(atlas, glances(atlas, read.analyses.figures), "")
    yield from pictures_of((page,))
    yield from files_of(page.tables, page.address)
    if atlas.settings.diagrams == "drawn":
        yield from (drawing.address for drawing in drawings_of(page))
    if atlas.settings.base_url:
        yield from cards_of((page,))


def _files_named(document: Document) -> Iterator[tuple[str, Place]]:
    """What a text names that may be a file: in its record, and in its prose."""
    for picture, location in pictures_in(document.record):
        if picture.src:
            yield picture.src, place_of(document.front, (*location, "src"))
    yield from ((link.target, link.place) for link in document.prose.links if not link.wiki)
