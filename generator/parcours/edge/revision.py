"""A project as a commit holds it, read through git without checking anything out."""

from __future__ import annotations

import os
import posixpath
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from parcours.build.snapshot import Snapshot
from parcours.edge.git import GitFault, Repository, ask, blobs, repository
from parcours.edge.litter import is_litter
from parcours.edge.project import BESIDE
from parcours.edge.texts import LARGEST_TEXT, decoded, too_large
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.model.history import NO_HISTORY
from parcours.parse.document import CONTENT, is_text
from parcours.source.text import Place, Source

FILE, LINK, MODULE = "blob", "link", "commit"
POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n")
"""What stands in a commit for a file that Git LFS keeps."""
LARGEST_POINTER = 1024
MOST_LINKS = 8
"""Links that lead to links; more are a loop."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: where its bytes are, by id, and how many; a link; or a submodule's commit."""

    kind: str
    id: str
    size: int
    repository: Repository = field(repr=False)


class Revision:
    """The project of a folder at a commit; its pages are read at once, its pictures within ``with``, when asked for."""

    def __init__(self, folder: Path, commit: str) -> None:
        """``folder`` is the project's folder as it is checked out. Raises GitFault outside a repository."""
        self.commit = commit
        self._repository = repository(folder)
        self._entries: dict[str, Entry] = {}
        self._beside: tempfile.TemporaryDirectory[str] | None = None

    def read(self, now: Snapshot) -> Snapshot:
        """The project as the commit holds it, in the theme and on the day of ``now``. Raises GitFault."""
        found: list[Finding] = []
        self._entries = dict(_project_entries(self._repository, self.commit, found))
        texts = {path: entry for path, entry in self._entries.items() if _is_text(path)}
        large = {path: entry for path, entry in texts.items() if entry.size > LARGEST_TEXT}
        found += [too_large(path, entry.size) for path, entry in large.items()]
        small = {path: e for path, e in self._entries.items() if path not in texts and e.size <= LARGEST_POINTER}
        wanted = {path: entry for path, entry in texts.items() if path not in large} | small
        held = dict(_bytes_of(wanted.values()))
        sources: dict[str, Source] = {}
        for path, entry in wanted.items():
            data = _whole(entry, held.get(entry.id))
            if data is None:
                found.append(_not_here(path))
            elif path in texts:
                read = decoded(path, data)
                (found.append(read) if isinstance(read, Finding) else sources.update({path: read}))
        lost = {found_.place.path for found_ in found}
        assets = {p: e.id for p, e in self._entries.items() if p not in texts and p not in lost}
        # What git remembers of the present is not what was known then.
        return replace(now, sources=sources, assets=assets, unread=tuple(found), history=NO_HISTORY)

    def asset(self, path: str) -> Path:
        """A file with the bytes of an asset of the last snapshot. Raises GitFault."""
        if self._beside is None:
            self._beside = tempfile.TemporaryDirectory(prefix="parcours-")
        entry = self._entries[path]
        file = Path(self._beside.name) / entry.id
        if not file.exists():
            data = _whole(entry, dict(_bytes_of([entry])).get(entry.id))
            file.write_bytes(data or b"")
        return file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Removes the files that ``asset`` made."""
        if self._beside is not None:
            self._beside.cleanup()


def _is_text(path: str) -> bool:
    return path in BESIDE or is_text(path)


def _not_here(path: str) -> Finding:
    return finding("files/unreadable", Place(path), reason="git has not fetched it")


def _bytes_of(entries: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
    by_folder: dict[Path, list[str]] = {}
    for entry in entries:
        by_folder.setdefault(entry.repository.folder, []).append(entry.id)
    for folder, ids in by_folder.items():
        yield from blobs(folder, ids)


def _whole(entry: Entry, data: bytes | None) -> bytes | None:
    """The bytes a commit means: of a file that Git LFS keeps, those it has here; None where it has none."""
    pointed = POINTER.match(data) if data is not None and len(data) <= LARGEST_POINTER else None
    if pointed is None:
        return data
    oid = pointed[1].decode("ascii")
    kept = _common_dir(entry.repository) / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
    try:
        return kept.read_bytes()
    except OSError:
        return None


def _common_dir(found: Repository) -> Path:
    """Where the files of git lie that all worktrees of a repository share."""
    try:
        shared = (found.git_dir / "commondir").read_text("utf-8").strip()
    except OSError:
        return found.git_dir
    return (found.git_dir / shared).resolve()


def _project_entries(found: Repository, commit: str, findings: list[Finding]) -> Iterator[tuple[str, Entry]]:
    for name in BESIDE:
        yield from ((path, entry) for path, entry in _tree(found, commit, name) if entry.kind == FILE)
    for path, entry in _followed(found, commit, CONTENT, CONTENT, findings, MOST_LINKS):
        parts = path.split("/")[1:]
        if not any(map(is_litter, parts)):
            yield path, entry


def _followed(
    found: Repository, commit: str, at: str, below: str, findings: list[Finding], links: int
) -> Iterator[tuple[str, Entry]]:
    """The files that appear below the path ``at`` when the commit's files below ``below`` do; links are followed."""
    for path, entry in _tree(found, commit, below):
        shown = at + path.removeprefix(below)
        if entry.kind == FILE:
            yield shown, entry
        elif entry.kind == MODULE:
            yield from _module(entry, shown, path, findings)
        elif links > 0 and (target := _target(found, path, entry)) is not None:
            yield from _followed(found, commit, shown, target, findings, links - 1)
        else:
            findings.append(finding("files/outside", Place(shown)))


def _module(entry: Entry, shown: str, path: str, findings: list[Finding]) -> Iterator[tuple[str, Entry]]:
    """The files of a submodule, where it is checked out and has the commit."""
    try:
        inner = repository(entry.repository.folder / path)
        # A folder that is not checked out lies in the outer repository.
        entries = [] if inner.prefix else list(_tree(inner, entry.id, ""))
    except GitFault:
        entries = []
    if not entries:
        findings.append(_not_here(shown))
    yield from ((f"{shown}/{inside}", one) for inside, one in entries if one.kind == FILE)


def _target(found: Repository, path: str, entry: Entry) -> str | None:
    """Where a link leads, as a path from the project; None when it leads out of it."""
    data = dict(blobs(found.folder, [entry.id])).get(entry.id, b"")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), os.fsdecode(data)))
    return None if target.startswith(("/", "..")) or path.startswith(f"{target}/") else target


def _tree(found: Repository, commit: str, below: str) -> Iterator[tuple[str, Entry]]:
    """Everything of a commit at or below a path of the project, by its path from the project's folder."""
    where = (found.prefix + below).rstrip("/")
    narrowed = ("--", f":(literal){where}") if where else ()
    listed = ask(found.folder, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, *narrowed)
    for line in filter(None, listed.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, kind, id_, size = about.decode("ascii").split()
        entry = Entry(LINK if mode == "120000" else kind, id_, int(size) if size.isdigit() else 0, found)
        yield os.fsdecode(path).removeprefix(found.prefix), entry


def names_of(folder: Path) -> Mapping[str, str]:
    """The branches and tags of the repository a folder lies in, by their short names. Raises GitFault."""
    listed = ask(
        folder, "for-each-ref", "--format=%(refname:short)%09%(refname)", "refs/heads", "refs/tags", "refs/remotes"
    )
    pairs = (line.partition("\t") for line in os.fsdecode(listed).splitlines())
    return {short: full for short, _, full in pairs}


def fork_of(folder: Path, a: str, b: str) -> str:
    """The commit where two revisions part. Raises GitFault when they have none in common."""
    return os.fsdecode(ask(folder, "merge-base", a, b)).strip()
