"""A calendar file (iCalendar, RFC 5545) of the days on which maps are to be reviewed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

WIDEST = 75
"""Octets a line may have, its end not counted (RFC 5545, section 3.1)."""


class Day(NamedTuple):
    """A day in the calendar: ``id`` is lasting and its own, ``since`` the day from which it follows."""

    id: str
    day: dt.date
    since: dt.date
    summary: str
    description: str
    href: str


def calendar_lines(name: str, days: Iterable[Day]) -> tuple[str, ...]:
    """The lines of the file, folded. An event's stamp is the day it follows from: same calendar, same bytes."""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parcours//Reviews//EN", "METHOD:PUBLISH")
    whole = (*lines, f"NAME:{text_of(name)}", f"X-WR-CALNAME:{text_of(name)}", *_events(days), "END:VCALENDAR")
    return tuple(part for line in whole for part in folded(line))


def _events(days: Iterable[Day]) -> Iterator[str]:
    for one in days:
        yield "BEGIN:VEVENT"
        yield f"UID:{text_of(one.id)}"
        yield f"DTSTAMP:{one.since:%Y%m%d}T000000Z"
        yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
        yield f"SUMMARY:{text_of(one.summary)}"
        if one.description:
            yield f"DESCRIPTION:{text_of(one.description)}"
        if one.href:
            yield f"URL:{one.href}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def text_of(text: str) -> str:
    """A text as a value of a calendar (RFC 5545, section 3.3.11); controls are left out, line ends kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(char for char in lines if char == "\n" or char.isprintable())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, no character cut in two; each after the first begins with a space."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > WIDEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + width
    yield piece
