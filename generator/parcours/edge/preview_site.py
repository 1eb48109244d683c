"""The site while it is written: read, built, kept; what changed since the last time, and who wants to hear of it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from parcours.build.build import Build, build
from parcours.build.snapshot import Snapshot
from parcours.edge.editor import editor_address
from parcours.edge.project import Project
from parcours.findings.as_json import as_data
from parcours.findings.terminal import excerpt, totals
from parcours.source.text import Place


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows now: the last build, what it was made from, its number, and how long it took."""

    made: Build
    snapshot: Snapshot
    number: int
    changed: tuple[str, ...]
    seconds: float

    @property
    def language(self) -> str:
        """The language of the site's interface."""
        return self.made.atlas.settings.language


@dataclass(slots=True)
class PreviewSite:
    """Builds again when told to; who listens hears of it. ``editor`` opens places from the page, empty for none."""

    project: Project
    tell: Callable[[Shown], None]
    editor: str = ""
    shown: Shown | None = None
    listeners: set[asyncio.Queue[str]] = field(default_factory=set[asyncio.Queue[str]])

    def rebuild(self) -> Shown | None:
        """Reads and builds; nothing when nothing changed."""
        start = time.perf_counter()
        snapshot = self.project.read()
        before = self.shown
        made = build(snapshot, before.made if before else None)
        changed = _changed(before, made, snapshot)
        if before is not None and not changed and made.findings == before.made.findings:
            return None
        self.shown = Shown(made, snapshot, before.number + 1 if before else 1, changed, time.perf_counter() - start)
        return self.shown

    async def refresh(self) -> None:
        """Builds in a thread and tells everybody; a fault of ours is told and the last good site stays."""
        try:
            shown = await asyncio.to_thread(self.rebuild)
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview lives on
            self.tell_fault(error)
            return
        if shown is None:
            return
        self.tell(shown)
        message = json.dumps({"build": shown.number, "changed": shown.changed, "findings": len(shown.made.findings)})
        for listener in self.listeners:
            listener.put_nowait(message)

    @staticmethod
    def tell_fault(error: Exception) -> None:
        """A fault of Parcours itself, in one line."""
        import sys

        print(f"parcours: {type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201

    def findings(self) -> dict[str, object]:
        """All findings, ready for the page: marked lines, ways to the editor, their count in words."""
        shown = self.shown
        if shown is None:
            return {"findings": [], "totals": ""}
        found = shown.made.findings
        told = [
            {**data, **self._seen(one.place), "related": [self._seen(other) for other in one.related]}
            for one, data in zip(found, as_data(found, shown.language), strict=True)
        ]
        return {"findings": told, "totals": totals(found, shown.language)}

    def _seen(self, place: Place) -> dict[str, object]:
        """A place with its line, the carets under it, and its address in the writer's editor."""
        source = self.shown.snapshot.sources.get(place.path) if self.shown else None
        line, carets = excerpt(source, place) if source and source.line(place.line).strip() else ("", "")
        edit = editor_address(self.editor, self.project.root / place.path, place) if self.editor else ""
        where = {"path": place.path, "line": place.line, "column": place.column}
        return {**where, "source": line, "carets": carets, "edit": edit}


def _changed(before: Shown | None, made: Build, snapshot: Snapshot) -> tuple[str, ...]:
    """Addresses whose bytes are new or gone since the last build."""
    if before is None:
        return tuple(made.made)
    old = before.made
    pages = {a for a in {*made.made, *old.made} if _body(made, a) != _body(old, a)}
    static = {a for a in {*made.static, *old.static} if made.static.get(a) != old.static.get(a)}
    data = {a for a in {*made.data, *old.data} if made.data.get(a) != old.data.get(a)}
    digests = before.snapshot.assets
    copies = {
        a
        for a in {*made.copies, *old.copies}
        if snapshot.assets.get(made.copies.get(a, "")) != digests.get(old.copies.get(a, ""))
    }
    return tuple(sorted(pages | static | data | copies))


def _body(made: Build, address: str) -> bytes | None:
    page = made.made.get(address)
    return page.body if page else None
