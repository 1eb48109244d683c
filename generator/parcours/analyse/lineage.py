"""From commits to the past of each file: renames followed, what was removed kept apart. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from parcours.model.history import Past, Revision, Stand, Touch

LATELY = 600
"""Changes of one file on one day that are kept to be told, at most."""

KINDS = {"A": "added", "D": "removed", "R": "renamed"}
"""What git calls what a commit does to a file; anything else changes it."""


class Touched(NamedTuple):
    """One file in one commit: git's letter, its path, its path before, and the id of the text it has now."""

    letter: str
    path: str
    before: str
    blob: str


class Commit(NamedTuple):
    """A commit and the files it touched. ``edge`` marks where a shallow clone was cut: it seems to add all it holds."""

    id: str
    day: dt.date
    author: str
    touched: tuple[Touched, ...]
    edge: bool = False


@dataclass(slots=True)
class _Line:
    """One file through all its names, while it is gathered."""

    path: str
    removed: bool
    names: set[str] = field(default_factory=set[str])
    revisions: list[Revision] = field(default_factory=list[Revision])
    stands: list[Stand] = field(default_factory=list[Stand])
    whole: bool = True

    def past(self) -> Past:
        return Past(self.path, tuple(self.revisions), tuple(self.stands), self.whole)


def lineage(mainline: Sequence[Commit], work: Sequence[Commit]) -> tuple[Mapping[str, Past], tuple[Past, ...]]:
    """The files that are, by path, and those that are no more.

    ``mainline`` are the commits along first parents, merges told by what they bring; ``work`` all that are no merges.
    Both go from the newest to the oldest.
    """
    lines: list[_Line] = []
    for commit, touched, line in _walked(mainline, lines, {}):
        line.stands.append(Stand(commit.id, commit.day, commit.author, touched.path, touched.blob))
    known = {name: line for line in reversed(lines) for name in line.names}
    for commit, touched, line in _walked(work, lines, known):
        if commit.edge:
            line.whole = False
        else:
            kind = KINDS.get(touched.letter, "changed")
            line.revisions.append(Revision(commit.id, commit.day, commit.author, kind))
    pasts = {line.path: line.past() for line in lines if line.stands and not line.removed}
    return dict(sorted(pasts.items())), tuple(line.past() for line in lines if line.stands and line.removed)


def lately(pasts: Iterable[Past], most: int = LATELY) -> Mapping[str, tuple[Touch, ...]]:
    """The last changes by month, newest first: what happened to a file on one day is one."""
    days: dict[tuple[dt.date, str], list[Revision]] = {}
    for past in pasts:
        for revision in past.revisions:
            days.setdefault((revision.day, past.path), []).append(revision)
    newest = sorted(days, key=lambda day: (-day[0].toordinal(), day[1]))[:most]
    touches = (_touch(path, day, days[day, path]) for day, path in newest)
    return {month: tuple(found) for month, found in groupby(touches, key=lambda touch: f"{touch.day:%Y-%m}")}


def _touch(path: str, day: dt.date, revisions: list[Revision]) -> Touch:
    kinds = {revision.kind for revision in revisions}
    commits = tuple(revision.commit for revision in revisions)
    kind = next((kind for kind in ("removed", "added", "renamed") if kind in kinds), "changed")
    return Touch(path, day, kind, tuple(dict.fromkeys(one.author for one in revisions)), commits)


def _walked(
    commits: Iterable[Commit], lines: list[_Line], known: Mapping[str, _Line]
) -> Iterator[tuple[Commit, Touched, _Line]]:
    """Each touched file with the line it belongs to; lines not seen before are added to ``lines``.

    Going back in time a path means a file until the commit that added it; a rename gives it its earlier name.
    """
    meant: dict[str, _Line] = {line.path: line for line in lines if not line.removed}
    for commit in commits:
        found = [(touched, _line(touched, meant, known, lines)) for touched in commit.touched]
        for touched, line in found:
            line.names.add(touched.path)
            yield commit, touched, line
        for touched, line in found:
            if touched.letter in "AR" and meant.get(touched.path) is line:
                del meant[touched.path]
        meant.update({touched.before: line for touched, line in found if touched.letter == "R"})


def _line(touched: Touched, meant: dict[str, _Line], known: Mapping[str, _Line], lines: list[_Line]) -> _Line:
    removed = touched.letter == "D"
    line = meant.get(touched.path)
    if line is None or removed:
        line = known.get(touched.path)
        if line is None or line.removed is not removed:
            line = _Line(touched.path, removed)
            lines.append(line)
        meant[touched.path] = line
    return line
