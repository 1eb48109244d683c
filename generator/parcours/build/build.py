"""``build(snapshot, before)``: from a project at one moment to the files of its site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from parcours.build.kept import Kept, Stood
from parcours.build.pictures import cards_of, draw_picture, pictures_of, source_of
from parcours.build.reading import Read, Reading, read_texts, reading
from parcours.build.settings import own_fonts
from parcours.build.shelf import Made, Shelf
from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.build.taken import Own, taken, told_of
from parcours.draw.diagram import NotDrawn, draw, draw_available
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding, Ordered, Severity, in_order, ordered
from parcours.findings.severity import by_settings
from parcours.link.atlas import Atlas, Ref
from parcours.link.prose import asset_address
from parcours.model.settings import Settings
from parcours.pages.glances import made_forms, take_over
from parcours.pages.site import Planned, planned
from parcours.pages.views import JourneyPage, Page
from parcours.source.text import Place, Source
from parcours.theme.brand import branded
from parcours.theme.compact import compact
from parcours.theme.engine import STATIC, Engine
from parcours.theme.files import ThemeFiles
from parcours.theme.stock import Stock

if TYPE_CHECKING:
    from parcours.pages.views import View


@dataclass(frozen=True, slots=True)
class Build:
    """A site and what it was made from.

    ``shelf`` holds the pages, ``copies`` tell which project file stands at which address; ``static`` are the theme's
    own files as they are sent. ``said`` is everything there is to say about the texts, in order; ``advice`` the
    suggestions among it about texts, for the page that lists them.
    """

    shelf: Shelf = field(repr=False)
    copies: Mapping[str, str] = field(repr=False)
    static: Mapping[str, bytes] = field(repr=False)
    said: tuple[Finding, ...]
    advice: tuple[Finding, ...] = field(repr=False)
    read: Reading = field(repr=False)
    told: Ordered = field(repr=False)
    planned: Planned = field(repr=False)
    engine: Engine = field(repr=False)
    theme: ThemeFiles = field(repr=False)
    snapshot: Snapshot = field(repr=False)
    stamp: str = ""

    def file(self, address: str) -> bytes | None:
        """The bytes of a page, of data or of a picture, made now if need be, or of a file of the theme; None otherwise.

        Copies are the edge's.
        """
        body = self.shelf.file(address)
        if body is None:
            body = self.static.get(address)
        if body is None and (source := source_of(address)):
            made = self.shelf.get(source)
            body = draw_picture(made.page, self.engine) if made else None
        return body

    def view_of(self, ref: Ref) -> View:
        """What the page of a thing shows, whatever stamp is on the site."""
        return self.shelf.plans[ref.address].page(self.atlas, self.shelf.glances, "").view

    def at_hand(self, address: str) -> bytes | None:
        """The bytes of a page that is made, or of a file of the theme; None where there is none, or it must be made."""
        made = self.shelf.made.get(address)
        return made.body if made is not None else self.static.get(address)

    def map_of(self, journey: Ref) -> bytes | None:
        """The map of a journey as a picture, whatever the settings say; None for a journey without stages."""
        view = self.view_of(journey)
        return self.engine.map_picture(view) if isinstance(view, JourneyPage) and view.map.stages else None

    def cards_beside(self, address: str) -> Mapping[str, Page]:
        """Where the card of a page stands, and the page; none where nobody could reach it."""
        made = self.shelf.get(address) if self.atlas.settings.base_url else None
        return cards_of((made.page,)) if made else {}

    @property
    def atlas(self) -> Atlas:
        """The project, linked."""
        return self.read.atlas

    @property
    def made(self) -> Mapping[str, Made]:
        """The pages made so far, in the order of the plan, each followed by its drawings."""
        pages = (self.shelf.made[address] for address in self.shelf.plans if address in self.shelf.made)
        return {one.page.address: one for page in pages for one in (page, *page.beside)}

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages, made or not."""
        return frozenset(self.shelf.plans)

    @property
    def data(self) -> Mapping[str, bytes]:
        """The project for machines, the index of its search, and the tables of the pages made so far, by address."""
        tables = (page.data.items() for page in self.shelf.made.values() if page.data)
        of_pages = {address: body for table in tables for address, body in table}
        return {**of_pages, **self.shelf.contract_files(), **self.shelf.index_files()}

    @property
    def pages(self) -> int:
        """How many pages the site has; drawings are files beside them."""
        return len(self.shelf.plans)

    @property
    def rendered(self) -> int:
        """How many pages had to be rendered so far."""
        return self.shelf.rendered

    def files(self, address: str) -> Iterator[tuple[str, bytes]]:
        """All files of one planned page, made now if need be: itself, its drawings, tables and pictures."""
        made = self.shelf.get(address)
        if made is not None:
            yield from ((one.page.address, one.body) for one in (made, *made.beside))
            yield from made.data.items()
            yield from ((at, self.file(at) or b"") for at in pictures_of((made.page,)))

    @property
    def shown(self) -> tuple[Finding, ...]:
        """What the pages made so far have shown: templates with faults, diagrams that cannot be drawn."""
        made = self.shelf.rendered + len(self.shelf.stood)
        return (*self.shelf.faults, *_undrawn(self.read, made, lambda: self.engine.drawings.refused))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything there is to say, in order: about the texts, and about what the pages made so far have shown."""
        return self.findings_with(self.shown)

    def findings_with(self, shown: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Everything there is to say about the texts, and what their pages have shown, whoever made them."""
        return in_order((*self.said, *by_settings(shown, self.atlas.settings.rules))) if shown else self.said


def build(snapshot: Snapshot, before: Build | None = None) -> Build:
    """The site of a project, whole. Pure; given the last build, only what changed is parsed and rendered again."""
    made = prepare(snapshot, before)
    for address in made.shelf.open:
        made.shelf.get(address)
    return made


def prepare(
    snapshot: Snapshot, before: Build | None = None, read: Read = read_texts, stock: Stock | None = None
) -> Build:
    """The site of a project, read, linked and checked, its pages made as they are asked for.

    Pages of the last build stay where nothing that they were made from has changed. ``read`` parses texts. ``stock``
    has what needs not be drawn and compiled again; the last build's, where there is one.
    """
    known = reading(snapshot, before.read if before else None, read)
    atlas, rules = known.atlas, known.settings.rules
    theme = branded(snapshot.theme, known.settings, own_fonts(known.settings, snapshot.assets))
    engine = _engine(theme, known.settings, before, stock)
    static = _static(theme, before)
    told = ordered(known.findings, before.told if before else Ordered())
    same = before is not None and told is before.told and rules == before.atlas.settings.rules
    said = before.said if same and before is not None else by_settings(told.findings, rules)
    advice = before.advice if before is not None and said is before.said else _advice(said)
    last, changes = (before.planned, known.changes) if before is not None else (None, None)
    pages = planned(atlas, known.analyses, advice, snapshot.today, last, changes)
    own = taken(snapshot.assets, pages.plans, known, static)
    if own:
        told = ordered((*known.findings, *_of_taken(own, known)), told)
        said = by_settings(told.findings, rules)
    stamp = snapshot.stamp if known.settings.stamp else ""
    shelf = Shelf(pages.plans, known, engine, stamp, before.shelf if before else None)
    return Build(
        shelf=shelf,
        copies={asset_address(path): path for path in sorted(snapshot.assets) if path not in own},
        static=static,
        said=said,
        advice=advice,
        read=known,
        told=told,
        planned=pages,
        engine=engine,
        theme=theme,
        snapshot=snapshot,
        stamp=stamp,
    )


def restored(kept: Kept, stood: Mapping[str, Stood], stock: Stock, now: Snapshot) -> Build:
    """A build of an earlier process, to build on: without bytes, but with what the pages of its site were made from.

    Of ``now`` it has the theme: what its pages were made with stands with each.
    """
    read = kept.read
    theme = branded(now.theme, read.settings, own_fonts(read.settings, now.assets))
    engine = Engine(theme, read.settings, stock)
    said = by_settings(kept.told.findings, read.settings.rules)
    advice = _advice(said)
    pages = planned(read.atlas, read.analyses, advice, kept.today, kept.planned)
    shelf = Shelf(pages.plans, read, engine, kept.stamp)
    shelf.stood, shelf.standing = stood, frozenset(stood)
    shelf.contract, shelf.index = kept.contract, kept.index
    take_over(shelf.glances, kept.forms)
    return Build(shelf, {}, _static(theme, None), said, advice, read, kept.told, pages, engine, theme, now, kept.stamp)


def keep(made: Build) -> Kept:
    """What the next process can build on."""
    shelf = made.shelf
    forms, again = made_forms(shelf.glances), replace(made.planned, plans={}, given=())
    return Kept(made.read, made.told, shelf.contract, shelf.index, forms, again, made.stamp, made.snapshot.today)


def _advice(said: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(found for found in said if found.severity is Severity.ADVICE)


def _static(theme: ThemeFiles, before: Build | None) -> Mapping[str, bytes]:
    if before is not None and before.theme.static == theme.static:
        return before.static
    return {f"{STATIC}/{name}": compact(name, data) for name, data in sorted(theme.static.items())}


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a check gives: all findings in order, the texts they stand in, the site's language, its number of pages."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, Source] = field(repr=False)
    language: str
    pages: int


def inspect(snapshot: Snapshot, before: Reading | None = None) -> Inspection:
    """Everything there is to say about a project, without making its site; ``before`` is what was read of it last.

    Pages are rendered only where the theme is the project's own, whose templates may hold mistakes too.
    """
    if snapshot.theme.own:
        made = build(snapshot)
        return Inspection(made.findings, snapshot.texts, made.atlas.settings.language, made.pages)
    read = reading(snapshot, before)
    plans = planned(read.atlas, read.analyses).plans
    own = taken(snapshot.assets, plans, read, [f"{STATIC}/{name}" for name in snapshot.theme.static])
    undrawn = _undrawn(read, len(plans), partial(_refused, read))
    found = by_settings(in_order((*read.findings, *_of_taken(own, read), *undrawn)), read.settings.rules)
    return Inspection(found, snapshot.sources, read.settings.language, len(plans))


def _of_taken(own: Own, read: Reading) -> tuple[Finding, ...]:
    return told_of(own, read.documents.values(), read.atlas.paths)


def _refused(read: Reading) -> Mapping[str, str]:
    """Why scripts of diagrams cannot be drawn; each is tried."""
    scripts = dict.fromkeys(one.script for document in read.documents.values() for one in document.prose.diagrams)
    drawn = ((script, draw(script, "check")) for script in scripts)
    return {script: made.reason for script, made in drawn if isinstance(made, NotDrawn)}


def _undrawn(read: Reading, pages: int, refused: Callable[[], Mapping[str, str]]) -> list[Finding]:
    """The diagrams on a number of pages that cannot be drawn; ``refused`` tells why, by their scripts."""
    if read.settings.diagrams == "source":
        return []
    if not draw_available():
        return [finding("content/no-drawing", Place(SETTINGS))] if pages else []
    reasons = refused()
    return [
        finding("content/diagram-not-drawn", diagram.place, reason=reasons[diagram.script])
        for document in (read.documents.values() if reasons else ())  # mostly no text need be looked at
        for diagram in document.prose.diagrams
        if diagram.script in reasons
    ]


def _engine(theme: ThemeFiles, settings: Settings, before: Build | None, stock: Stock | None) -> Engine:
    same = before is not None and (before.theme is theme or before.engine.key[0] == theme.digest)
    if same and before is not None and before.engine.key[1] == settings.diagrams:
        return before.engine
    return Engine(theme, settings, before.engine.stock if before else stock)
