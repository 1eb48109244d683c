"""Work that nobody waits for, done by a process of its own, while this one goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress

MOST_OPEN = 4096
"""Files a process may hold open, at most; the one that works aside lets go of all."""


def aside(work: Callable[[], object]) -> None:
    """Does some work on the data as it stands now, says nothing of it, and does not end with this process.

    Where the system cannot fork a process that has threads, the work is done here and now.
    """
    if not sys.platform.startswith("linux"):
        work()
        return
    with suppress(OSError):  # no room for another process: what nobody waits for is not done
        child = os.fork()
        if not child:
            _work_alone(work)
        os.waitpid(child, 0)


def _work_alone(work: Callable[[], object]) -> None:
    """A grandchild works, so that nobody need wait for it; its connections and its terminal are its parent's."""
    try:
        if not os.fork():
            os.closerange(0, MOST_OPEN)
            os.nice(10)
            work()
    finally:
        os._exit(0)
