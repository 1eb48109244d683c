"""What git remembers of the texts: who changed which file when, and what the maps said on the way.

Made at the edge from a commit, so that the same commit gives the same site; days are those on which commits were made,
in universal time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple


class Revision(NamedTuple):
    """One commit that changed a file: whose it is, the day, and ``added``, ``changed``, ``renamed`` or ``removed``."""

    commit: str
    day: dt.date
    author: str
    kind: str


class Stand(NamedTuple):
    """A file as a commit of the main line left it: its path then, and the id of its text (empty: it was removed).

    The main line is that of first parents: what branches held in between was never the state of the project.
    """

    commit: str
    day: dt.date
    author: str
    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of one file, newest first, through all its names.

    ``revisions`` are what people changed, on whatever branch; ``stands`` what the main line held. ``whole`` says
    whether its beginning is known: not where a clone was cut off.
    """

    path: str
    revisions: tuple[Revision, ...]
    stands: tuple[Stand, ...] = ()
    whole: bool = True

    @property
    def created(self) -> dt.date | None:
        """The day of its first revision; None where the beginning is not known."""
        return min((one.day for one in self.revisions), default=None) if self.whole else None

    @property
    def changed(self) -> dt.date | None:
        """The day of its last revision; None where none is known."""
        return max((one.day for one in self.revisions), default=None)

    @property
    def authors(self) -> tuple[str, ...]:
        """Who changed it, the last one first, each once."""
        return tuple(dict.fromkeys(one.author for one in self.revisions))


class Touch(NamedTuple):
    """What became of one file on one day: ``kind`` as of a revision, who did it, in which commits."""

    path: str
    day: dt.date
    kind: str
    authors: tuple[str, ...]
    commits: tuple[str, ...]


Scores = tuple[float | None, ...]


class Change(NamedTuple):
    """One thing that became different on a map.

    ``kind`` is a key of the locale's ``change``: ``step_added``, ``step_removed``, ``step_moved``, ``step_renamed``
    (``text`` is the old action), ``step_changed`` (``detail`` names the fields), ``better`` and ``worse`` (``text`` is
    the persona's id, ``detail`` the scores on 1 to 5, from and to), ``pain_opened``, ``pain_closed``,
    ``opportunity_new``, ``opportunity_gone``, ``opportunity_status`` (``detail`` is the old and the new one). ``step``
    is the id of a step, ``about`` its action.
    """

    kind: str
    step: str
    about: str
    text: str = ""
    detail: tuple[str, ...] = ()


class Moment(NamedTuple):
    """A map as one commit left it: each persona's scores step by step, on 1 to 5, and what that commit changed.

    ``curves`` go by the persona's id (empty: everybody). ``first`` marks the oldest moment that is known: there is
    nothing to compare it with. ``moved`` says whether a curve moved.
    """

    commit: str
    day: dt.date
    author: str
    curves: tuple[tuple[str, Scores], ...]
    changes: tuple[Change, ...]
    moved: bool
    first: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments of one map that changed what it says, newest first; ``cut`` when older ones are not shown."""

    moments: tuple[Moment, ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """What git says of a project.

    ``pasts`` are the files of the content by path, ``removed`` those that are no more, ``timelines`` the maps (by the
    path of the journey's own file) and the opportunities. ``lately`` are the last changes by month (``2026-11``),
    newest first. ``head`` is the commit all this was read from, empty outside git; ``shallow`` says that older commits
    were not fetched.
    """

    pasts: Mapping[str, Past] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    removed: tuple[Past, ...] = field(default=(), repr=False)
    timelines: Mapping[str, Timeline] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    lately: Mapping[str, tuple[Touch, ...]] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    head: str = ""
    shallow: bool = False


NO_HISTORY = History()
"""Outside git, or before the first commit."""


def past_of(pasts: Mapping[str, Past], *paths: str) -> Past | None:
    """What is known of a page that several files make, as one; None when git knows none of them."""
    known = [past for path in dict.fromkeys(paths) if (past := pasts.get(path)) is not None]
    if len(known) < 2:
        return known[0] if known else None
    return Past(known[0].path, _together(known), whole=all(past.whole for past in known))


def _together(pasts: list[Past]) -> tuple[Revision, ...]:
    """The revisions of several files, a commit that changed more than one of them once, newest first."""
    once = {revision.commit: revision for past in reversed(pasts) for revision in past.revisions}
    return tuple(sorted(once.values(), key=lambda one: (one.day, one.commit), reverse=True))
