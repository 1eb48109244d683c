"""What a review left behind: how a journey and everything it cites looked on that day, and what has changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

Looks = Mapping[str, str]
"""A thing's fields (and ``text``, its prose) with a short digest of what each says; fields that say nothing are out."""


class Seen(NamedTuple):
    """One line of the reviews: what something looked like when a journey was reviewed.

    ``journey`` is its id; ``kind`` (the folder's name) and ``id`` name the thing, which may be the journey itself.
    """

    journey: str
    day: dt.date
    kind: str
    id: str
    looks: Looks


class Suspicion(NamedTuple):
    """A thing that changed after a journey that cites it was reviewed, and in which fields."""

    kind: str
    id: str
    day: dt.date
    fields: tuple[str, ...]
