"""Opening hours as people write them: ``Monday to Friday 8–20, Saturday 9–17``, ``lun-ven 9h-18h``, ``24/7``."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from parcours.model.base import as_text, entries_of, items_of
from parcours.source.address import slug

DAYS = (
    "monday mon lundi lun",
    "tuesday tue tues mardi mar",
    "wednesday wed mercredi mer",
    "thursday thu thur thurs jeudi jeu",
    "friday fri vendredi ven",
    "saturday sat samedi sam",
    "sunday sun dimanche dim",
)
"""The words for each day, English and French."""

SPANS = {
    **{word: (n, n) for n, words in enumerate(DAYS) for word in words.split()},
    **{f"{word}s": (n, n) for n, words in enumerate(DAYS) for word in words.split() if len(word) > 4},
    **dict.fromkeys(("daily", "everyday", "quotidien"), (0, 6)),
    **dict.fromkeys(("weekdays", "weekday", "semaine"), (0, 4)),
    **dict.fromkeys(("weekend", "weekends"), (5, 6)),
}
"""Words for days, each with the first and the last it means (0 is Monday)."""

ALWAYS = (
    "24-7",
    "24-24",
    "24h-24",
    "7j-7-24h",
    "always",
    "around-the-clock",
    "a-toute-heure",
    "toujours",
    "jour-et-nuit",
)
"""What stands for all hours of all days."""

_DAILY = r"\b(?:every day|each day|tous les jours|chaque jour)\b"
_TO = r"(?:-|–|—|to|till|until|through|au|a|à|jusqu[’']?à)"
_TIME = r"(\d{1,2})(?:\s?[:h.]\s?(\d{2})?)?\s?(am|pm|h)?"
_RANGE = re.compile(rf"{_TIME}\s*{_TO}\s*{_TIME}")
_DAYS = re.compile(rf"([^\W\d]+)(?:\s*{_TO}\s*([^\W\d]+))?")
_FILLING = frozenset(
    {"from", "de", "du", "le", "la", "les", "and", "et", "on", "open", "ouvert", "ouverte", "en", "of"}
)

MIDNIGHT = 24 * 60
"""Minutes of a day."""


class Open(NamedTuple):
    """Open on a day (0 is Monday) from one minute of the day to another (0 to 1440)."""

    day: int
    start: int
    end: int


def as_hours(value: Any) -> Any:
    """Hours written by day (``{mon-fri: 9-18, sat: 9-12}``) as one text."""
    entries = entries_of(value)
    if entries is None:
        return "" if value is None else as_text(value)
    return ", ".join(f"{days} {' '.join(map(str, items_of(hours) or (hours,)))}" for days, hours in entries.items())


def read_hours(text: str) -> tuple[Open, ...] | None:
    """The hours a text stands for, in order; None when it says something else (``by appointment``)."""
    folded = re.sub(_DAILY, "daily", text.casefold().replace("\u202f", " ").replace("\u00a0", " ")).strip()
    if any(word in slug(folded) for word in ALWAYS):
        return tuple(Open(day, 0, MIDNIGHT) for day in range(7))
    found: list[Open] = []
    days: tuple[int, ...] = tuple(range(7))
    waiting: tuple[int, ...] = ()
    for part in re.split(r"[,;\n/]", folded):
        named, times = _part(part)
        if named is None or times is None:
            return None
        waiting = (*waiting, *named)
        if times:
            days = waiting or days
            waiting = ()
            found += [one for day in days for span in times for one in _opened(day, *span)]
    return tuple(sorted(set(found))) if found and not waiting else None


def _part(text: str) -> tuple[tuple[int, ...] | None, tuple[tuple[int, int], ...] | None]:
    """The days and the hours of a part between commas; None for what is neither."""
    spans = tuple(_span(one) for one in _RANGE.finditer(text))
    if any(max(span) > MIDNIGHT for span in spans):
        return None, None
    rest = _RANGE.sub(" ", text)
    if re.search(r"\d", rest):
        return None, None
    days: list[int] = []
    for one in _DAYS.finditer(rest):
        first, last = one[1], one[2] or one[1]
        if first in _FILLING and (last == first or last in _FILLING):
            continue
        if first in _FILLING:
            first = last
        if first not in SPANS or last not in SPANS:
            return None, None
        start, end = SPANS[first][0], SPANS[last][1]
        days += [day % 7 for day in range(start, end + 1 if end >= start else end + 8)]
    return tuple(days), spans


def _opened(day: int, start: int, end: int) -> tuple[Open, ...]:
    """A span on its day; one that goes past midnight ends on the next."""
    if start < end:
        return (Open(day, start, end),)
    return (Open(day, start, MIDNIGHT), Open((day + 1) % 7, 0, end)) if end else (Open(day, start, MIDNIGHT),)


def _span(found: re.Match[str]) -> tuple[int, int]:
    return _minute(found[1], found[2], found[3] or ""), _minute(found[4], found[5], found[6] or "")


def _minute(hour: str, minute: str | None, half: str) -> int:
    whole = int(hour) % 12 + 12 * (half == "pm") if half in ("am", "pm") else int(hour)
    return whole * 60 + int(minute or 0)
