"""The project as the last two builds saw it: its texts, kept as they are, so that what made a page new can be told.

Writing them costs a build a few milliseconds a thousand pages; nothing is compared before somebody asks.
"""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from parcours import __version__
from parcours.build.snapshot import Snapshot
from parcours.build.why import template_marks
from parcours.edge.memory import FOLDER, own_folder
from parcours.edge.texts import write_bytes_whole
from parcours.source.text import Source

LAST, BEFORE, NEXT = "state-1.txt", "state-2.txt", "state-0.txt"
"""The last build's texts, those of the one before, and those of one that is being written: a line of JSON, then the
texts one after the other."""


@dataclass(frozen=True, slots=True)
class State:
    """What a build saw. ``marks`` identify templates, ``head`` is the commit, ``when`` the end of the build (UTC)."""

    version: str
    today: dt.date | None
    stamp: str
    head: str
    marks: Mapping[str, str] = field(repr=False)
    assets: Mapping[str, str] = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    when: dt.datetime

    def snapshot(self, now: Snapshot) -> Snapshot:
        """The project as it was, with the theme and the history of ``now``."""
        sources = {path: _source(path, text, now) for path, text in self.texts.items()}
        return replace(now, sources=sources, assets=self.assets, today=self.today, stamp=self.stamp, unread=())

    def changed_since(self, before: State) -> tuple[str, ...]:
        """The files that are others, new or gone, in order; templates by their names."""
        pairs = ((self.texts, before.texts), (self.assets, before.assets))
        return tuple(
            sorted(path for new, old in pairs for path in {*new, *old} if new.get(path, None) != old.get(path, None))
        )


def state_of(snapshot: Snapshot, diagrams: str) -> State:
    """What a build of a snapshot sees; ``when`` is now."""
    return State(
        __version__,
        snapshot.today,
        snapshot.stamp,
        snapshot.history.head,
        template_marks(snapshot.theme, diagrams),
        snapshot.assets,
        {path: source.text for path, source in snapshot.sources.items()},
        dt.datetime.now(dt.UTC),
    )


def keep_state(root: Path, state: State) -> None:
    """Keeps what a build saw, and what the build before saw. A disk that refuses is no trouble."""
    bodies = {path: text.encode("utf-8", "surrogatepass") for path, text in state.texts.items()}
    body = b"".join(bodies.values())
    head = {
        "version": state.version,
        "today": state.today.isoformat() if state.today else "",
        "stamp": state.stamp,
        "head": state.head,
        "marks": dict(state.marks),
        "assets": dict(state.assets),
        "texts": {path: len(data) for path, data in bodies.items()},
        "when": state.when.isoformat(),
        "sum": zlib.crc32(body),
    }
    folder = root / FOLDER
    try:
        if own_folder(root):
            write_bytes_whole(folder / NEXT, json.dumps(head).encode() + b"\n" + body)
            if (folder / LAST).exists():
                (folder / LAST).replace(folder / BEFORE)
            (folder / NEXT).replace(folder / LAST)
    except OSError:
        return


def recalled_state(root: Path, name: str) -> State | None:
    """What a build saw; None where that is not known, or was damaged."""
    try:
        first, _, body = (root / FOLDER / name).read_bytes().partition(b"\n")
        return _read(cast("dict[str, Any]", json.loads(first)), body)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _read(head: dict[str, Any], body: bytes) -> State:
    """Raises ValueError, LookupError, TypeError or AttributeError where something is damaged."""
    if head["sum"] != zlib.crc32(body):
        raise ValueError
    texts, start = dict[str, str](), 0
    for path, length in head["texts"].items():
        texts[path] = body[start : start + length].decode("utf-8", "surrogatepass")
        start += length
    return State(
        str(head["version"]),
        dt.date.fromisoformat(head["today"]) if head["today"] else None,
        str(head["stamp"]),
        str(head["head"]),
        {str(name): str(mark) for name, mark in head["marks"].items()},
        {str(path): str(digest) for path, digest in head["assets"].items()},
        texts,
        dt.datetime.fromisoformat(head["when"]),
    )


def _source(path: str, text: str, now: Snapshot) -> Source:
    known = now.sources.get(path)
    return known if known is not None and known.text == text else Source.of(path, text)
