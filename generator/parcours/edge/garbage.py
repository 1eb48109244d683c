"""Memory of a process that holds a large project for hours: what lives on is not gone through again and again.

Python looks for circles among all objects every so often: a second and more for a thousand journeys, in the middle of
an edit. What a build holds has few circles; so it is set aside, and only what has come since is gone through, in a calm
moment. Themes have some (their templates know each other), and so have errors (they know where they were raised): when
there was another theme, or a template failed, all is gone through once; and whenever what is set aside has grown. Of a
large project that takes seconds, so it waits until nobody has saved anything for a while.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress
from dataclasses import dataclass

FEW = 5_000
"""Objects that may have come since the last look before another one pays."""
MANY = 300_000
"""The same before one is due, calm or not: some tens of megabytes."""
OLDEST = 2
"""The generation of objects that have been gone through and are not set aside."""
Growth = tuple[int, float]
"""By how many objects, and to which share, what is set aside must have grown."""
GROWN: Growth = (50_000, 1.05)
"""Before all of it is gone through in a long calm."""
FAR_GROWN: Growth = (300_000, 2.0)
"""Before that cannot wait for one."""
M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
"""Of glibc's malloc.h: from how many bytes on a block has pages of its own; how many heaps the threads share."""
LARGE = 1 << 19
"""Bytes of a text that goes back to the system by itself when nobody needs it any more. Left to itself glibc raises
that to 32 million after the first such text, and gives each thread a heap of its own, which keeps what it ever had."""
SMALL = 250_000
"""Objects that are gone through in a tenth of a second or two: that need not wait, where circles are among them."""


@dataclass(slots=True)
class SetAside:
    """What a process has set aside, in objects.

    As many as there were when all was last ``gone_through``, and when they were last ``counted``, which takes a tenth
    of a second; as many as have ``come`` since, of which some are gone. ``circles`` says that there is garbage among
    them which only going through all finds.
    """

    gone_through: int = 0
    counted: int = 0
    come: int = 0
    circles: bool = False

    def begin(self) -> None:
        """Sets aside all there is now; what nothing refers to any more is freed all the same."""
        gc.freeze()
        self._count()
        self.gone_through = self.counted

    def tidy(self) -> None:
        """Frees circles among what has come since the last time, and sets the rest aside.

        Among all there is, where that is overdue, or done in a moment.
        """
        if self._has(FAR_GROWN) or (self.circles and self.gone_through < SMALL):
            self._go_through()
            return
        gc.collect()
        self.come += len(gc.get_objects(generation=OLDEST))
        gc.freeze()

    def tidy_calmly(self) -> None:
        """The same in a calm moment: room is given back that the next save may have to fetch again."""
        self.tidy()
        _give_back()

    def tidy_whole(self) -> None:
        """Frees circles among all there is, if that is due: it takes seconds."""
        if self.circles or self._has(GROWN):
            self._go_through()

    def _go_through(self) -> None:
        gc.unfreeze()
        gc.collect()
        _give_back()
        self.begin()
        self.circles = False

    def _has(self, growth: Growth) -> bool:
        least = max(self.gone_through + growth[0], self.gone_through * growth[1])
        if self.counted + self.come > least:
            self._count()
        return self.counted > least

    def _count(self) -> None:
        self.counted, self.come = gc.get_freeze_count(), 0


def _give_back() -> None:
    """Room that texts have left between others goes back to the system; glibc would keep it.

    A thousandth of a second for a thousand journeys.
    """
    if sys.platform == "linux":
        with suppress(AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def keep_all() -> None:
    """From now on nothing is gone through, except when told to, and large texts leave no holes behind.

    To be called before there is a second thread.
    """
    gc.disable()
    if sys.platform == "linux":
        with suppress(AttributeError):
            libc = ctypes.CDLL(None)
            libc.mallopt(M_MMAP_THRESHOLD, LARGE)
            libc.mallopt(M_ARENA_MAX, 1)


def is_untidy() -> bool:
    """Whether enough has come since the last look for another one to pay."""
    return gc.get_count()[0] > FEW


def is_laden() -> bool:
    """Whether so much has come since the last look that it cannot wait for a calm moment."""
    return gc.get_count()[0] > MANY
