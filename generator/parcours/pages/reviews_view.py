"""What the review calendar shows."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class SuspicionView:
    """A thing that changed after a map was reviewed (the map itself where ``own``), and the keys of what changed."""

    thing: Hyperlink
    fields: tuple[str, ...]
    day: str
    own: bool


@dataclass(frozen=True, slots=True)
class DueView:
    """A map in the calendar: its status, owner, last review, the day it is due (empty: none known), and how late it is.

    ``late`` is set when that day has passed; ``suspicions`` are what changed since.
    """

    journey: Hyperlink
    owner: Hyperlink | None
    status: str
    reviewed: str
    due: str
    iso: str
    late: bool
    suspicions: tuple[SuspicionView, ...]


@dataclass(frozen=True, slots=True)
class DueGroup:
    """Maps that belong together: ``key`` is ``late``, ``month`` (then ``name`` is the month) or ``none``."""

    key: str
    name: str
    rows: tuple[DueView, ...]


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """The review calendar, of one owner or (``owner`` None) of all; ``owners`` lead to each one's own."""

    frame: Frame
    owner: Hyperlink | None
    groups: tuple[DueGroup, ...]
    owners: tuple[tuple[Hyperlink, int, int], ...]
    calendar: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The same for calendars (iCalendar, RFC 5545): its lines, folded, without their ends."""

    frame: Frame
    lines: tuple[str, ...]
