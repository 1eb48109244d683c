"""The commits that touched a project's content: read once, remembered in ``.parcours``, then only the new ones."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parcours.analyse.lineage import Commit, Touched
from parcours.edge.git import GitFault, Repository, ask
from parcours.edge.memory import recalled, remember
from parcours.source.text import digest_of

FILE = "commits.json"
FORMAT = 2
START = "\x01"
LOG = ("log", "--topo-order", "-z", "--raw", "--no-abbrev", "-M", f"--format={START}%H%x00%P%x00%ct%x00%aN")
MAINLINE = ("--first-parent", "-m")
WORK = ("--full-history", "--no-merges")
TEXTS = (".md", ".csv")
LINKS = ("120000", "160000")
"""Modes of what is no text: links to files, other repositories."""


@dataclass(frozen=True, slots=True)
class Log:
    """The commits up to ``head``, newest first: along first parents, and all that are no merges.

    Paths begin with ``content/``, wherever in the repository that folder lies.
    """

    head: str
    mainline: tuple[Commit, ...]
    work: tuple[Commit, ...]


def read_log(root: Path, content: Repository) -> Log:
    """The commits that touched the content, ``content`` being the repository of that folder. Raises GitFault."""
    key = [FORMAT, content.head, content.prefix, depth_of(content.folder)]
    known = recalled(root, FILE)
    before = _known(known, key)
    if before is not None and before.head == content.head:
        return before
    if before is not None and _follows(content, before.head):
        since = f"{before.head}..{content.head}"
        fresh = Log(content.head, _read(content, MAINLINE, since), _read(content, WORK, since))
        log = Log(content.head, fresh.mainline + before.mainline, fresh.work + before.work)
    else:
        log = Log(content.head, _read(content, MAINLINE, content.head), _read(content, WORK, content.head))
    remember(root, FILE, _stored(log, key))
    return log


def depth_of(folder: Path) -> str:
    """What identifies how far back a repository's history goes, and how it calls its authors. Raises GitFault."""
    told = os.fsdecode(ask(folder, "rev-parse", "--show-toplevel", "--git-path", "shallow")).splitlines()
    top, shallow = (folder / path for path in told[:2])
    return digest_of(b"\0".join(_read_bytes(path) for path in (shallow, top / ".mailmap")))


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _follows(content: Repository, before: str) -> bool:
    """Whether the commit known before stands on the main line of the head, so that what is known of it still holds."""
    try:
        line = ask(content.folder, "rev-list", "--first-parent", "--parents", f"{before}..{content.head}")
    except GitFault:
        return False
    last = line.decode("ascii", "replace").split("\n")[:-1][-1:]
    return bool(last) and last[0].split(" ")[1:2] == [before]


def _read(content: Repository, which: Sequence[str], revisions: str) -> tuple[Commit, ...]:
    printed = ask(content.folder, *LOG, *which, revisions, "--", ".")
    return tuple(_commits(os.fsdecode(printed).split("\0"), content))


def _commits(parts: list[str], content: Repository) -> Iterator[Commit]:
    """Commits from what git prints: four texts each, then for each file its modes, ids and letter, and its paths."""
    at = 0
    while at + 3 < len(parts):
        id_, parents, seconds, author = parts[at : at + 4]
        at += 4
        touched: list[Touched] = []
        while at < len(parts) and not parts[at].startswith(START):
            about = parts[at].strip().split(" ")
            paths = parts[at + 1 : at + (3 if about[-1][:1] in "RC" else 2)] if len(about) == 5 else []
            at += 1 + len(paths)
            if paths and (one := _touched(about, paths, content.prefix)):
                touched.append(one)
        if touched:
            day = dt.datetime.fromtimestamp(int(seconds), dt.UTC).date()
            edge = content.shallow and not parents
            yield Commit(id_.removeprefix(START), day, author, tuple(touched), edge)


def _touched(about: list[str], paths: list[str], prefix: str) -> Touched | None:
    _, mode, old, new, letter = about
    before, path = (f"content/{one.removeprefix(prefix)}" for one in (paths[0], paths[-1]))
    if not path.endswith(TEXTS) or mode in LINKS or (old == new and letter[:1] not in "RA"):
        return None
    return Touched(letter[:1], path, before if len(paths) > 1 else "", "" if letter == "D" else new)


def _stored(log: Log, key: list[Any]) -> dict[str, Any]:
    """What is remembered; without merges both lines are the same, and it is kept once."""
    authors = sorted({commit.author for commit in (*log.mainline, *log.work)})
    number = {author: n for n, author in enumerate(authors)}

    def told(commits: tuple[Commit, ...]) -> list[Any]:
        return [[c.id, c.day.toordinal(), number[c.author], list(map(list, c.touched)), c.edge] for c in commits]

    work = None if log.work == log.mainline else told(log.work)
    return {"key": key, "authors": authors, "mainline": told(log.mainline), "work": work}


def _known(stored: Any, key: list[Any]) -> Log | None:
    """What was remembered; None when it is of another format, another folder, or damaged."""
    try:
        form, head, prefix, shallow = stored["key"]
        if [form, prefix, shallow] != [key[0], *key[2:]]:
            return None
        mainline = _read_back(stored["mainline"], stored["authors"])
        work = mainline if stored["work"] is None else _read_back(stored["work"], stored["authors"])
        return Log(head, mainline, work)
    except (TypeError, ValueError, KeyError, IndexError, OverflowError):
        return None


def _read_back(commits: Any, authors: Any) -> tuple[Commit, ...]:
    return tuple(
        Commit(id_, dt.date.fromordinal(day), authors[author], tuple(Touched(*one) for one in touched), edge)
        for id_, day, author, touched, edge in commits
    )
