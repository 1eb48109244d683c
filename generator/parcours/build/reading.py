"""From a snapshot to an Atlas and everything there is to say about it: what a site and a check have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from parcours.analyse.analyses import Analyses, analyse
from parcours.analyse.suspicion import Reviews, suspect
from parcours.build.misplaced import misplaced
from parcours.build.settings import read_settings
from parcours.build.snapshot import Snapshot
from parcours.check.check import Checked, check
from parcours.check.upkeep import has_reviews
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney
from parcours.link.link import relink
from parcours.link.linked import Linked, Parsed, same_paths
from parcours.link.watched import Changes, differences
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

    ``of_documents`` is what there is to say of each text by itself; ``changes`` are the keys of the Atlas's mappings
    that hold something else than when it was read before. The rest is what reading again can use again.
    """

    settings: Settings
    documents: Mapping[str, Document] = field(repr=False)
    atlas: Atlas = field(repr=False)
    analyses: Analyses = field(repr=False)
    findings: tuple[Finding, ...]
    of_documents: tuple[Finding, ...] = field(repr=False)
    linked: Linked = field(repr=False)
    checked: Checked = field(repr=False)
    tables: Mapping[str, MeasureTable] = field(repr=False)
    reviews: Reviews = field(repr=False)
    changes: Changes = field(repr=False)


class Text(NamedTuple):
    """A text to be parsed: what it is for, and what the file was when it was last read, if it was."""

    source: Source
    role: Role
    last: Document | None = None


Texts = Sequence[Text]
"""Texts to be parsed."""
Read = Callable[[Texts], Iterable[Document]]
"""Gives the document of each text, here or elsewhere."""


def read_texts(texts: Texts) -> list[Document]:
    """The document of each text, in order; never raises, whatever the texts."""
    return [read_document(*text) for text in texts]


def reading(snapshot: Snapshot, before: Reading | None = None, read: Read = read_texts) -> Reading:
    """The project of a snapshot; what is the same as ``before`` is not read, linked or checked again.

    ``read`` parses what must be.
    """
    settings, of_settings = read_settings(snapshot)
    paths = {*snapshot.sources, *snapshot.assets}
    same = before is not None and same_paths(before.atlas.paths, paths)
    known = _documents(snapshot, before.documents if before else {}, read, same_paths=same)
    documents = {**dict(_unread(snapshot)), **known}
    of_documents = _said_of(documents, before)
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
        sections={"changes": bool(past.lately), "reviews": _has_reviews(linked, before)},
        suspects=reviews.suspects,
        releases=snapshot.releases,
    )
    changes: Changes = differences(before.atlas, atlas, linked.touched) if before else {}
    analyses = analyse(atlas, before.analyses if before else None, changes if before else None)
    checked = check(atlas, analyses, snapshot.today, before.checked if before else None, changes)
    found = (
        *snapshot.unread,
        *misplaced(snapshot.sources, snapshot.assets),
        *of_settings,
        *of_documents,
        *(one for table in tables.values() for one in table.findings),
        *of_reviews,
        *atlas.findings,
        *checked.findings,
    )
    told = _without_echoes(found, of_documents, documents)
    return Reading(settings, documents, atlas, analyses, told, of_documents, linked, checked, tables, reviews, changes)


def _said_of(documents: Mapping[str, Document], before: Reading | None) -> tuple[Finding, ...]:
    """What there is to say of each text by itself."""
    if before is not None and documents.keys() == before.documents.keys():
        last = before.documents
        anew = (path for path, document in documents.items() if document is not last[path])
        if all(documents[path].findings == last[path].findings for path in anew):
            return before.of_documents
    return tuple(one for document in documents.values() for one in document.findings)


def _has_reviews(linked: Linked, before: Reading | None) -> bool:
    """Whether any journey says when it is to be looked at again."""
    now, settings = linked.atlas.journeys, linked.atlas.settings
    journeys: Iterable[LinkedJourney] = now.values()
    if before is not None and not before.atlas.sections["reviews"] and before.settings == settings:
        # None did: only one that is another now can.
        was = before.atlas.journeys
        journeys = () if was is now else (one for id_, one in now.items() if was.get(id_) is not one)
    return has_reviews(journeys, settings)


def _without_echoes(
    findings: tuple[Finding, ...], of_documents: Iterable[Finding], documents: Mapping[str, Document]
) -> tuple[Finding, ...]:
    """All findings but those below the spot where reading a page's front matter stopped: they speak of half a text."""
    stops: dict[str, int] = {}
    for found in of_documents:
        path, line = found.place.path, found.place.line
        if found.rule.startswith("syntax/") and documents[path].front.broken:
            stops[path] = min(line, stops.get(path, line))
    if not stops:
        return findings
    return tuple(found for found in findings if not _is_echo(found, stops, documents))


def _is_echo(found: Finding, stops: Mapping[str, int], documents: Mapping[str, Document]) -> bool:
    stop = stops.get(found.place.path)
    return (
        stop is not None
        and found.place.line >= stop
        and not found.rule.startswith("syntax/")
        and not _in_prose(found, documents)
    )


def _in_prose(found: Finding, documents: Mapping[str, Document]) -> bool:
    document = documents[found.place.path]
    return found.place.line >= document.prose_line


def _documents(
    snapshot: Snapshot, known: Mapping[str, Document], read: Read, *, same_paths: bool
) -> Mapping[str, Document]:
    """The documents there are; what a file is for is asked again where any of the paths is another."""
    sources = snapshot.sources
    if same_paths and not snapshot.unread and all(path in sources for path in known):
        others = [path for path, last in known.items() if last.source is not sources[path]]
        anew = [
            (sources[path], known[path].role) for path in others if known[path].source.digest != sources[path].digest
        ]
        return {**known, **_parsed(anew, known, read)} if anew else known
    documents: dict[str, Document | None] = {}
    unread: list[tuple[Source, Role]] = []
    for path, source in sorted(sources.items()):
        last = known.get(path)
        role = role_of(path, sources.keys())
        if role is None:
            continue
        same = last is not None and last.source.digest == source.digest and last.role == role
        documents[path] = last if same else None
        if not same:
            unread.append((source, role))
    fresh = _parsed(unread, known, read)
    return {path: document or fresh[path] for path, document in documents.items()}


def _parsed(texts: Iterable[tuple[Source, Role]], known: Mapping[str, Document], read: Read) -> dict[str, Document]:
    """The documents of some texts. What is above the prose as it was is the same object, wherever it was read."""
    found: dict[str, Document] = {}
    lasts = ((source, role, known.get(source.path)) for source, role in texts)
    for document in read([Text(*text) for text in lasts]):
        last = known.get(document.path)
        same = last is not None and document.front is not last.front and document.front == last.front
        found[document.path] = replace(document, front=last.front) if same and last is not None else document
    return found


def _unread(snapshot: Snapshot) -> Iterator[tuple[str, Document]]:
    """Pages whose file could not be read exist all the same: who names them makes no second mistake."""
    for found in snapshot.unread:
        path = found.place.path
        role = role_of(path, snapshot.sources.keys())
        if role is not None:
            # Without a digest it is never taken for the document of a text that is empty.
            blank = read_document(Source(path, "", digest=""), role)
            yield path, replace(blank, front=replace(blank.front, digest="", findings=(found,)), findings=(found,))


def _tables(sources: Mapping[str, Source], known: Mapping[str, MeasureTable]) -> dict[str, MeasureTable]:
    found: dict[str, MeasureTable] = {}
    for path in sorted(path for path in sources if path.endswith(".csv") and path.startswith(MEASURES)):
        last, source = known.get(path), sources[path]
        same = last is not None and last.source.digest == source.digest
        found[path] = last if same and last is not None else MeasureTable(source, *read_measures(source))
    return found
