"""From a snapshot to an Atlas and everything there is to say about it: what a site and a check have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from parcours.analyse.analyses import Analyses, analyse
from parcours.build.settings import read_settings
from parcours.build.snapshot import Snapshot
from parcours.check.check import check
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas
from parcours.link.link import Parsed, link
from parcours.model.settings import Settings
from parcours.parse.document import CONTENT, Document, read_document, role_of
from parcours.parse.measures import MeasureRow, read_measures
from parcours.source.text import Source

MEASURES = f"{CONTENT}/metrics/"


@dataclass(frozen=True, slots=True)
class Reading:
    """A project read, linked and checked. ``findings`` are unordered and may repeat."""

    settings: Settings
    documents: Mapping[str, Document] = field(repr=False)
    atlas: Atlas = field(repr=False)
    analyses: Analyses = field(repr=False)
    findings: tuple[Finding, ...]


def reading(snapshot: Snapshot, known: Mapping[str, Document], before: Analyses | None = None) -> Reading:
    """The project of a snapshot; of the documents ``known`` from before, those whose text is the same are kept."""
    settings, of_settings = read_settings(snapshot)
    documents = {**dict(_unread(snapshot)), **_documents(snapshot, known)}
    measures, of_measures = _measures(snapshot.sources)
    linked = link(Parsed(settings, tuple(documents.values()), measures, {*snapshot.sources, *snapshot.assets}))
    atlas = replace(linked, history=snapshot.history)
    analyses = analyse(atlas, before)
    found = (
        *snapshot.unread,
        *of_settings,
        *(one for document in documents.values() for one in document.findings),
        *of_measures,
        *atlas.findings,
        *check(atlas, snapshot.today, analyses),
    )
    return Reading(settings, documents, atlas, analyses, tuple(_without_echoes(found, documents)))


def _without_echoes(findings: Iterable[Finding], documents: Mapping[str, Document]) -> Iterator[Finding]:
    """All findings but those below the spot where reading a page's front matter stopped: they speak of half a text."""
    stops = {
        path: min(found.place.line for found in document.findings if found.rule.startswith("syntax/"))
        for path, document in documents.items()
        if document.table.broken
    }
    for found in findings:
        stop = stops.get(found.place.path)
        if stop is None or found.place.line < stop or found.rule.startswith("syntax/") or _in_prose(found, documents):
            yield found


def _in_prose(found: Finding, documents: Mapping[str, Document]) -> bool:
    document = documents[found.place.path]
    return found.place.line >= document.prose_line


def _documents(snapshot: Snapshot, known: Mapping[str, Document]) -> dict[str, Document]:
    paths = snapshot.sources.keys()
    documents: dict[str, Document] = {}
    for path, source in sorted(snapshot.sources.items()):
        role = role_of(path, paths)
        if role is None:
            continue
        last = known.get(path)
        same = last is not None and last.source.digest == source.digest and last.role == role
        documents[path] = last if same and last is not None else read_document(source, role)
    return documents


def _unread(snapshot: Snapshot) -> Iterator[tuple[str, Document]]:
    """Pages whose file could not be read exist all the same: who names them makes no second mistake."""
    for found in snapshot.unread:
        path = found.place.path
        role = role_of(path, snapshot.sources.keys())
        if role is not None:
            blank = read_document(Source.of(path, ""), role)
            yield path, replace(blank, findings=(found,))


def _measures(sources: Mapping[str, Source]) -> tuple[tuple[MeasureRow, ...], tuple[Finding, ...]]:
    tables = [
        read_measures(source)
        for path, source in sorted(sources.items())
        if path.startswith(MEASURES) and path.endswith(".csv")
    ]
    rows = tuple(row for table, _ in tables for row in table)
    return rows, tuple(found for _, problems in tables for found in problems)
