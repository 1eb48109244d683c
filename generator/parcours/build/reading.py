"""From a snapshot to an Atlas and everything there is to say about it: what a site and a check have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parcours.analyse.analyses import Analyses, analyse
from parcours.analyse.suspicion import Reviews, suspect
from parcours.build.settings import read_settings
from parcours.build.snapshot import Snapshot
from parcours.check.check import Checked, check
from parcours.check.upkeep import has_reviews
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas
from parcours.link.link import relink
from parcours.link.linked import Linked, Parsed, same_paths
from parcours.model.settings import Settings
from parcours.parse.document import MEASURES, Document, Role, read_document, role_of
from parcours.parse.measures import MeasureRow, read_measures
from parcours.parse.reviews import REVIEWS, read_reviews
from parcours.source.text import Source


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """A table of measures as it was read."""

    source: Source
    rows: tuple[MeasureRow, ...] = field(repr=False)
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A project read, linked and checked. ``findings`` are unordered and may repeat.

    The rest is what reading again can use again.
    """

    settings: Settings
    documents: Mapping[str, Document] = field(repr=False)
    atlas: Atlas = field(repr=False)
    analyses: Analyses = field(repr=False)
    findings: tuple[Finding, ...]
    linked: Linked = field(repr=False)
    checked: Checked = field(repr=False)
    tables: Mapping[str, MeasureTable] = field(repr=False)
    reviews: Reviews = field(repr=False)


Texts = Sequence[tuple[Source, Role]]
"""Texts to be parsed, and what each is for."""
Read = Callable[[Texts], Iterable[Document]]
"""Gives the document of each text, here or elsewhere."""


def read_texts(texts: Texts) -> list[Document]:
    """The document of each text, in order; never raises, whatever the texts."""
    return [read_document(source, role) for source, role in texts]


def reading(snapshot: Snapshot, before: Reading | None = None, read: Read = read_texts) -> Reading:
    """The project of a snapshot; what is the same as ``before`` is not read, linked or checked again.

    ``read`` parses what must be.
    """
    settings, of_settings = read_settings(snapshot)
    paths = {*snapshot.sources, *snapshot.assets}
    same = before is not None and same_paths(before.atlas.paths, paths)
    known = _documents(snapshot, before.documents if before else {}, read, same_paths=same)
    documents = {**dict(_unread(snapshot)), **known}
    tables = _tables(snapshot.sources, before.tables if before else {})
    measures = tuple(row for table in tables.values() for row in table.rows)
    linked = relink(Parsed(settings, tuple(documents.values()), measures, paths), before.linked if before else None)
    past = snapshot.history
    seen, of_reviews = read_reviews(snapshot.sources.get(REVIEWS))
    reviews = suspect(linked.atlas, seen, before.reviews if before else None)
    atlas = replace(
        linked.atlas,
        pasts=past.pasts,
        timelines=past.timelines,
        lately=past.lately,
        sections={"changes": bool(past.lately), "reviews": has_reviews(linked.atlas)},
        suspects=reviews.suspects,
        releases=snapshot.releases,
    )
    analyses = analyse(atlas, before.analyses if before else None)
    checked = check(atlas, analyses, snapshot.today, before.checked if before else None)
    found = (
        *snapshot.unread,
        *of_settings,
        *(one for document in documents.values() for one in document.findings),
        *(one for table in tables.values() for one in table.findings),
        *of_reviews,
        *atlas.findings,
        *checked.findings,
    )
    told = tuple(_without_echoes(found, documents))
    return Reading(settings, documents, atlas, analyses, told, linked, checked, tables, reviews)


def _without_echoes(findings: Iterable[Finding], documents: Mapping[str, Document]) -> Iterator[Finding]:
    """All findings but those below the spot where reading a page's front matter stopped: they speak of half a text."""
    stops = {
        path: min(found.place.line for found in document.findings if found.rule.startswith("syntax/"))
        for path, document in documents.items()
        if document.broken
    }
    if not stops:
        yield from findings
        return
    for found in findings:
        stop = stops.get(found.place.path)
        if stop is None or found.place.line < stop or found.rule.startswith("syntax/") or _in_prose(found, documents):
            yield found


def _in_prose(found: Finding, documents: Mapping[str, Document]) -> bool:
    document = documents[found.place.path]
    return found.place.line >= document.prose_line


def _documents(
    snapshot: Snapshot, known: Mapping[str, Document], read: Read, *, same_paths: bool
) -> dict[str, Document]:
    """The documents there are; what a file is for is asked again where any of the paths is another."""
    paths = snapshot.sources.keys()
    documents: dict[str, Document | None] = {}
    unread: list[tuple[Source, Role]] = []
    for path, source in sorted(snapshot.sources.items()):
        last = known.get(path)
        role = last.role if last is not None and same_paths else role_of(path, paths)
        if role is None:
            continue
        same = last is not None and last.source.digest == source.digest and last.role == role
        documents[path] = last if same else None
        if not same:
            unread.append((source, role))
    fresh = {document.source.path: document for document in read(unread)}
    return {path: document or fresh[path] for path, document in documents.items()}


def _unread(snapshot: Snapshot) -> Iterator[tuple[str, Document]]:
    """Pages whose file could not be read exist all the same: who names them makes no second mistake."""
    for found in snapshot.unread:
        path = found.place.path
        role = role_of(path, snapshot.sources.keys())
        if role is not None:
            # Without a digest it is never taken for the document of a text that is empty.
            blank = read_document(Source(path, "", digest=""), role)
            yield path, replace(blank, findings=(found,))


def _tables(sources: Mapping[str, Source], known: Mapping[str, MeasureTable]) -> dict[str, MeasureTable]:
    found: dict[str, MeasureTable] = {}
    for path in sorted(path for path in sources if path.endswith(".csv") and path.startswith(MEASURES)):
        last, source = known.get(path), sources[path]
        same = last is not None and last.source.digest == source.digest
        found[path] = last if same and last is not None else MeasureTable(source, *read_measures(source))
    return found
