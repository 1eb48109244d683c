"""When to build: once for each burst of file events, as soon as what was touched is whole again."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from parcours.edge.litter import lies_beside

SETTLED = 0.005
"""Seconds without an event before a build where every touched file was there before, is there now and is closed."""
UNSETTLED = 0.15
"""The same where a file is new or still open, or many were touched."""
VANISHED = 0.12
"""The same where a file is gone or was emptied: editors put it back, a moment later, under the same name."""
LONGEST = 1.0
"""Seconds that a burst may hold a build back, and that such a file is waited for where somebody is seen to be writing
it: it is open, or what an editor keeps lies beside it. A slow disk may take its time between the two."""
LONGEST_OF_GIT = 15.0
"""The most while git is at work on the folder."""
MANY = 12
"""Files touched at once that are somebody's saving; more are a checkout, an unpacking, a copy."""


class Touch(Enum):
    """What an event says of a file: its writer is done with it, may not be, or holds it open.

    Who holds it will be heard to let go.
    """

    DONE = "done"
    OPEN = "open"
    HELD = "held"


@dataclass(slots=True)
class Burst:
    """The files touched since the last build.

    ``known`` says whether a path was part of the project at the last build; ``clock`` gives seconds. It is ``doubtful``
    whether events have told everything, until the whole project has been looked at.
    """

    root: Path
    known: Callable[[str], bool]
    clock: Callable[[], float]
    touched: dict[str, Touch] = field(default_factory=dict[str, Touch])
    started: float = 0.0
    last: float = 0.0
    doubtful: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def touch(self, path: str, touch: Touch) -> None:
        """A file event: ``path`` is relative to the project, with forward slashes."""
        now = self.clock()
        if not self.touched:
            self.started = now
        self.last = now
        self.touched[path] = touch
        self.wake.set()

    def left(self) -> float:
        """Seconds until it is time to build; none or fewer when it is."""
        now = self.clock()
        if len(self.touched) > MANY and self._git():
            return min(UNSETTLED, self.started + LONGEST_OF_GIT - now)
        return min(self.last + self._quiet(), self.started + LONGEST) - now

    def take(self) -> frozenset[str]:
        """What was touched; the next burst starts from nothing."""
        taken = frozenset(self.touched)
        self.touched.clear()
        self.wake.clear()
        return taken

    def _quiet(self) -> float:
        if len(self.touched) > MANY:
            return UNSETTLED
        return max((self._patience(path, touch) for path, touch in self.touched.items()), default=SETTLED)

    def _patience(self, path: str, touch: Touch) -> float:
        file = self.root / path
        try:
            status = file.stat()
        except OSError:
            return LONGEST if _being_written(file) else VANISHED
        known = self.known(path)
        if known and touch is Touch.HELD:
            return LONGEST
        if known and not status.st_size:
            return LONGEST if touch is Touch.OPEN or _being_written(file) else VANISHED
        return SETTLED if known and touch is Touch.DONE else UNSETTLED

    def _git(self) -> bool:
        """Whether git is changing the files of this folder: it holds its index locked meanwhile."""
        return any(os.path.lexists(lock) for lock in git_locks(self.root))


def _being_written(file: Path) -> bool:
    return any(os.path.lexists(file.with_name(name)) for name in lies_beside(file.name))


def git_locks(root: Path) -> list[Path]:
    """Where git would keep the lock of its index for the repository ``root`` lies in."""
    for folder in (root, *root.parents):
        git = folder / ".git"
        if git.is_dir():
            return [git / "index.lock"]
        if git.is_file():
            return [Path(line.removeprefix("gitdir:").strip()) / "index.lock" for line in _lines(git)]
    return []


def _lines(file: Path) -> list[str]:
    try:
        return [line for line in file.read_text("utf-8").splitlines() if line.startswith("gitdir:")]
    except (OSError, UnicodeDecodeError):
        return []


async def bursts(burst: Burst, react: Callable[[frozenset[str]], Awaitable[object]]) -> None:
    """Awaits ``react`` once for each burst of events, with the paths that were touched, for ever."""
    while True:
        await burst.wake.wait()
        while (left := burst.left()) > 0:
            # The next event may say that the writer is done, long before that was to be expected.
            burst.wake.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(burst.wake.wait(), left)
        await react(burst.take())
