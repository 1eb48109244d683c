"""Lengths of time as people write them: ``6 months``, ``2 semaines``, ``1 year``, ``P6M``."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from parcours.model.base import Text

UNITS: tuple[tuple[str, int, int], ...] = (
    ("day days jour jours d j", 0, 1),
    ("week weeks semaine semaines w s", 0, 7),
    ("month months mois m", 1, 0),
    ("quarter quarters trimestre trimestres", 3, 0),
    ("year years an ans année années y a", 12, 0),
)
"""The words for each unit in English and French, and what one of it is in months and days."""

WRITTEN = r"^\s*(?:P?\s*(\d{1,4})|an?|une?|one)\s*([A-Za-zé]+)\s*$"
"""A count and a unit; an article counts one. As a pattern that JSON Schema knows too."""


class Duration(NamedTuple):
    """A length of time in the units a calendar has: whole months (about 0 to 120,000) and whole days."""

    months: int
    days: int

    def after(self, day: dt.date) -> dt.date | None:
        """The day this long after another; the last of its month where that month is too short, None past year 9999."""
        month = day.month - 1 + self.months
        year = day.year + month // 12
        if year > dt.MAXYEAR:
            return None
        month = month % 12 + 1
        start = day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))
        try:
            return start + dt.timedelta(days=self.days)
        except OverflowError:
            return None


@lru_cache(maxsize=1024)
def read_duration(text: str) -> Duration | None:
    """The length of time a text stands for; None when it is none."""
    found = re.match(WRITTEN, text)
    if found is None:
        return None
    count, unit = int(found[1] or 1), found[2].casefold()
    sizes = ((months, days) for words, months, days in UNITS if unit in words.split())
    return next((Duration(count * months, count * days) for months, days in sizes), None)


def _checked(text: str) -> str:
    if text and read_duration(text) is None:
        raise PydanticCustomError("bad_duration", "not a length of time")
    return text


Period = Annotated[Text, AfterValidator(_checked)]
"""A length of time as it was written, or nothing."""
