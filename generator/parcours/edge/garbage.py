"""Memory of a process that holds a large project for hours: what lives on is not gone through again and again.

Python looks for circles among all objects every so often: a second and more for a thousand journeys, in the middle of
an edit. What a build holds has few circles; so it is set aside, and only what has come since is gone through, in a calm
moment. Themes have some (their templates know each other), and so have errors (they know where they were raised): when
there was another theme, or a template failed, all is gone through once; and whenever what is set aside has grown.
"""

from __future__ import annotations

import gc

FEW = 5_000
"""Objects that may have come since the last look before another one pays."""
MANY = 300_000
"""The same before one is due, calm or not: some tens of megabytes."""


GROWN_BY, GROWN_TO = 50_000, 1.05
"""By how many objects, and to which share, what is set aside must have grown before all of it is gone through."""


def keep_all() -> None:
    """From now on nothing is gone through, except by ``tidy``."""
    gc.disable()


def set_aside() -> None:
    """All there is now is never gone through again; what nothing refers to any more is freed all the same."""
    gc.freeze()


def standing_aside() -> int:
    """How many objects are set aside."""
    return gc.get_freeze_count()


def has_grown(since: int) -> bool:
    """Whether so many more objects are set aside than once were that circles may be among them."""
    return standing_aside() > max(since + GROWN_BY, since * GROWN_TO)


def tidy(*, whole: bool = False) -> None:
    """Frees circles among what has come since the last time, or among the ``whole``, and sets the rest aside."""
    if whole:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def is_untidy() -> bool:
    """Whether enough has come since the last look for another one to pay."""
    return gc.get_count()[0] > FEW


def is_laden() -> bool:
    """Whether so much has come since the last look that it cannot wait for a calm moment."""
    return gc.get_count()[0] > MANY
