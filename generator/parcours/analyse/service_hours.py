"""When nobody is there: the hours at which none of some channels is open, where all of them say their hours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from parcours.model.hours import MIDNIGHT, Open

WEEKDAYS = range(5)


class Closed(NamedTuple):
    """When no channel is open: on weekdays ``before`` and ``after`` a minute of the day (None: never), on whole days.

    The minutes hold for every weekday; ``days`` count from 0, Monday.
    """

    before: int | None
    after: int | None
    days: tuple[int, ...]


def closed(hours: Iterable[tuple[Open, ...]]) -> Closed | None:
    """When none of some channels is open; None where there is no such time."""
    opened = [one for channel in hours for one in channel]
    days = tuple(day for day in range(7) if not any(one.day == day for one in opened))
    open_weekdays = [day for day in WEEKDAYS if day not in days]
    starts = [min(one.start for one in opened if one.day == day) for day in open_weekdays]
    ends = [max(one.end for one in opened if one.day == day) for day in open_weekdays]
    before = min(starts, default=0) or None
    after = max(ends, default=MIDNIGHT)
    late = after if after < MIDNIGHT else None
    return Closed(before, late, days) if opened and (days or late or before) else None
