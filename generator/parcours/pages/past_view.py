"""What pages tell of the past: facts from git, the moments of a map, what changed of late."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.view import Frame, Hyperlink, MeanView


@dataclass(frozen=True, slots=True)
class PastView:
    """When a page was made and last changed (empty where that is not known), by whom, in how many revisions."""

    created: str
    changed: str
    by: tuple[str, ...]
    revisions: int


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One thing that became different: ``kind`` is a key of the locale's ``change``.

    ``about`` is the step, ``text`` what is told of it (a pain point, an opportunity, a persona), ``before`` and
    ``after`` figures or statuses, ``fields`` keys of the front matter.
    """

    kind: str
    about: Hyperlink
    text: str = ""
    before: str = ""
    after: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MomentView:
    """A map on the day it changed: small curves where they moved (persona's number, name, scores), ``ghosts`` before.

    ``id`` names the drawing, ``before`` that of the ghosts. ``mean`` is that of all scores, ``verdict`` how it moved.
    ``more`` counts the changes that are not listed; ``first`` is set where the map began.
    """

    id: str
    before: str
    day: str
    iso: str
    by: str
    curves: tuple[tuple[int, str, tuple[float | None, ...]], ...]
    ghosts: tuple[tuple[int, str, tuple[float | None, ...]], ...]
    mean: MeanView | None
    verdict: str
    changes: tuple[ChangeView, ...]
    more: int
    first: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """Something that came to a good end: the day, what was written, and the step it stood at."""

    day: str
    text: str
    about: Hyperlink


@dataclass(frozen=True, slots=True)
class TimelineView:
    """How a map came to say what it says, from the oldest moment shown to the newest; ``cut`` where older ones are not.

    ``closed`` are pain points that are no more, ``done`` opportunities that were seized.
    """

    moments: tuple[MomentView, ...]
    closed: tuple[Settled, ...]
    done: tuple[Settled, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class ChangedView:
    """A page that changed in a month: what it is, what became of it, the last day, by whom, in how many revisions."""

    kind: str
    page: Hyperlink
    what: str
    day: str
    iso: str
    by: tuple[str, ...]
    revisions: int
    changes: tuple[ChangeView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month in words, and what changed in it; ``more`` counts the pages that are not listed."""

    anchor: str
    name: str
    rows: tuple[ChangedView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What changed in the whole atlas, month by month; ``feed`` leads to the same as a feed, empty without one."""

    frame: Frame
    months: tuple[MonthView, ...]
    feed: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of the feed: its lasting id, its absolute address, the day as a time of the web."""

    id: str
    href: str
    title: str
    what: str
    updated: str
    by: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class FeedPage:
    """The feed of what changed (Atom, RFC 4287). ``self_href`` is its own address, ``home`` that of the site."""

    frame: Frame
    self_href: str
    home: str
    updated: str
    entries: tuple[EntryView, ...]
