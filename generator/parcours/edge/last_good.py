"""What a reader sees while a writer is in the middle of a word: each file as it was when it last could be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from parcours.build.build import Build
from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.findings.finding import Severity
from parcours.source.text import Source


@dataclass(frozen=True, slots=True)
class LastGood:
    """The last text of each file that could be read to its end, and the snapshot whose settings could."""

    sources: Mapping[str, Source] = field(default_factory=dict[str, Source], repr=False)
    settings: Snapshot | None = field(default=None, repr=False)

    def after(self, snapshot: Snapshot, made: Build) -> tuple[LastGood, Snapshot]:
        """What is good now, and the project with the last good text of each file that is broken.

        ``made`` is what was built from ``snapshot``. A file that is gone is gone; one that never was good is shown as
        far as it can be read.
        """
        broken = _broken(snapshot, made)
        if not broken:
            return LastGood(snapshot.sources, snapshot), snapshot
        kept = {path: self.sources[path] for path in broken if path in self.sources}
        whole = {path: source for path, source in snapshot.sources.items() if path not in broken}
        settings = self.settings if SETTINGS in broken and self.settings is not None else snapshot
        now = LastGood({**whole, **kept}, settings)
        if not kept:
            return now, snapshot
        unread = tuple(found for found in snapshot.unread if found.place.path not in kept)
        theme = settings.theme if SETTINGS in kept else snapshot.theme
        return now, replace(snapshot, sources={**snapshot.sources, **kept}, unread=unread, theme=theme)


def _broken(snapshot: Snapshot, made: Build) -> frozenset[str]:
    """Files of which the end could not be read: YAML that makes no sense from a line on, bytes that are no text."""
    documents = (path for path, document in made.read.documents.items() if document.front.broken)
    settings = (
        SETTINGS
        for found in made.told.files.get(SETTINGS, ((), ()))[1]
        if found.rule.startswith("syntax/") and found.severity is Severity.ERROR
    )
    return frozenset((*documents, *settings, *(found.place.path for found in snapshot.unread)))
