"""Days written in other ways than year-month-day, where only one day can be meant."""

from __future__ import annotations

import datetime as dt
import re

YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
DAY_FIRST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})")
SPELT = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?\.? ([^\W\d]+)\.? (\d{4})")
MONTHS = "jan|feb fév fev|mar|apr avr|may mai|jun juin|jul juil|aug aoû aou|sep|oct|nov|dec déc".split("|")
"""How the months begin in English and French; the longer beginnings count first (``juin``, ``juil``)."""


def written_as_date(text: str) -> str:
    """The day a text means, year-month-day; empty where it means none, or might mean two (``03/04/2026``)."""
    text = text.strip()
    if found := YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := DAY_FIRST.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        # Dots are written day first; slashes are not, everywhere.
        if found[2] == "." or first > 12 or first == second:
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else ""
    found = SPELT.fullmatch(text)
    return _day(int(found[3]), _month(found[2]), int(found[1])) if found else ""


def _month(word: str) -> int:
    starts = [(start, n) for n, words in enumerate(MONTHS, start=1) for start in words.split()]
    matching = [(len(start), n) for start, n in starts if word.casefold().startswith(start)]
    return max(matching)[1] if matching else 0


def _day(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
