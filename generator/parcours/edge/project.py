"""A project on disk: read into a snapshot, only what changed since the last time."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from parcours import __version__
from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.edge.litter import is_litter
from parcours.edge.texts import LARGEST_TEXT, decoded, too_large
from parcours.edge.theme_folder import DEFAULT, read_theme, theme_names
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.model.settings import Settings
from parcours.parse.document import CONTENT, is_text
from parcours.parse.reviews import REVIEWS
from parcours.parse.yaml_reader import read_yaml
from parcours.source.text import Place, Source, digest_of

BESIDE = (SETTINGS, REVIEWS)
"""Texts beside the content."""
LARGEST_DIGESTED = 100_000_000
"""Bytes of a picture or film that are read to know it again; a larger one is known by its size and time."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was when last read: size and times tell whether to read it again.

    Its rights and its name have a time of their own, which nobody can set: who copies a file may keep the other.
    """

    mark: tuple[int, ...]
    source: Source | None
    digest: str
    problem: Finding | None


class Project:
    """A project folder; ``read`` again and again, it opens only files whose size or times have changed."""

    def __init__(self, root: Path) -> None:
        """``root`` is the project folder: it holds ``content/`` and, usually, ``parcours.yml``."""
        self.root = root.resolve()
        self._seen: dict[str, _Seen] = {}
        self._last: Snapshot | None = None

    def exists(self) -> bool:
        """Whether the folder holds a project."""
        return (self.root / CONTENT).is_dir()

    def read(self) -> Snapshot:
        """The project as it stands now. Never raises for what is in it: bad files become findings."""
        found: list[Finding] = []
        seen: dict[str, _Seen] = {}
        for path in self._paths(found):
            one = self._file(path)
            if one is not None:
                seen[path] = one
        self._seen = seen
        today = _today()
        sources = {path: one.source for path, one in seen.items() if one.source is not None}
        theme = read_theme(self.root, self._theme(sources.get(SETTINGS)), found)
        self._last = Snapshot(
            sources=sources,
            assets={path: one.digest for path, one in seen.items() if one.digest},
            theme=theme,
            themes=theme_names(self.root),
            unread=(*found, *(one.problem for one in seen.values() if one.problem is not None)),
            stamp=f"{today:%Y-%m-%d} · Parcours {__version__}",
            today=today,
        )
        return self._last

    def read_touched(self, touched: Collection[str]) -> Snapshot:
        """The project as it stands now, when only these files have been touched since it was last read.

        Reads the whole again where that is not enough: where a file is new, gone or broken, or says something of all.
        """
        last = self._last
        if last is None or not touched or last.today != _today() or SETTINGS in touched:
            return self.read()
        fresh: dict[str, _Seen] = {}
        for path in touched:
            before = self._seen.get(path)
            now = self._file(path, anew=True) if before is not None and before.problem is None else None
            if now is None or now.problem is not None:
                self._seen = {other: seen for other, seen in self._seen.items() if other not in touched}
                return self.read()
            fresh[path] = now
        self._seen.update(fresh)
        sources = {path: one.source for path, one in fresh.items() if one.source is not None}
        assets = {path: one.digest for path, one in fresh.items() if one.digest}
        self._last = replace(last, sources={**last.sources, **sources}, assets={**last.assets, **assets})
        return self._last

    def asset(self, path: str) -> Path:
        """Where an asset of the last snapshot lies."""
        return self.root / path

    def _theme(self, settings: Source | None) -> str:
        if settings is None:
            return DEFAULT
        table, _ = read_yaml(settings.text, SETTINGS)
        name = table.value.get("theme")
        known = theme_names(self.root)
        return name if isinstance(name, str) and name in known else Settings().theme

    def _paths(self, found: list[Finding]) -> Iterator[str]:
        yield from (name for name in BESIDE if (self.root / name).is_file())
        yield from self._below(CONTENT, found, frozenset())

    def _below(self, folder: str, found: list[Finding], above: frozenset[Path]) -> Iterator[str]:
        """Files below a folder, in name order; a link out of the project, or back to itself, is not followed."""
        real = (self.root / folder).resolve()
        if real in above:
            return
        try:
            entries = sorted(os.scandir(real), key=lambda entry: entry.name)
        except OSError as error:
            found.append(finding("files/unreadable", Place(folder), reason=error.strerror or str(error)))
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if is_litter(entry.name):
                continue
            if entry.is_symlink() and not _inside(Path(entry.path), self.root):
                found.append(finding("files/outside", Place(path)))
            elif entry.is_dir():
                yield from self._below(path, found, above | {real})
            else:
                yield path

    def _file(self, path: str, *, anew: bool = False) -> _Seen | None:
        full = self.root / path
        try:
            status = full.stat()
            mark = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
            before = self._seen.get(path)
            if before is not None and before.mark == mark and not anew:
                return before
            if not full.is_file():
                return None
            text = path in BESIDE or is_text(path)
            if text and status.st_size > LARGEST_TEXT:
                return _Seen(mark, None, "", too_large(path, status.st_size))
            if status.st_size > LARGEST_DIGESTED:
                return _Seen(mark, None, digest_of(repr(mark).encode()), None)
            data = full.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            return _Seen((), None, "", finding("files/unreadable", Place(path), reason=reason))
        return _text(path, mark, data) if text else _Seen(mark, None, digest_of(data), None)


def _inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _text(path: str, mark: tuple[int, ...], data: bytes) -> _Seen:
    read = decoded(path, data)
    return _Seen(mark, None, "", read) if isinstance(read, Finding) else _Seen(mark, read, "", None)


def _today() -> dt.date:
    """This day, by universal time; that of ``SOURCE_DATE_EPOCH`` where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdigit() else dt.datetime.now(dt.UTC)).date()
