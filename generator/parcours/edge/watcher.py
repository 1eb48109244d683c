"""File events of a project, told as "something changed" once things are quiet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET, LONGEST = 0.03, 0.25
"""Seconds without an event before a build, and the longest a burst may hold one back."""
LITTER = (".swp", ".swx", ".tmp", "~", "___jb_tmp___", "___jb_old___")
IGNORED = frozenset({".git", ".venv", ".parcours", "node_modules", "__pycache__"})
UNMOVED = frozenset({"opened", "closed_no_write", "accessed"})


class _Handler(FileSystemEventHandler):
    def __init__(self, root: Path, output: Path, changed: Callable[[], object]) -> None:
        self.root, self.output, self.changed = root, output, changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in UNMOVED:
            return
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if any(self._counts(path) for path in paths):
            self.changed()

    def _counts(self, path: Path) -> bool:
        if path.is_relative_to(self.output) or not path.is_relative_to(self.root):
            return False
        parts = path.relative_to(self.root).parts
        if not parts or IGNORED.intersection(parts) or parts[0] not in ("content", "themes", "parcours.yml"):
            return False
        return not parts[-1].endswith(LITTER) and parts[-1] != "4913" and not parts[-1].startswith(".#")


def watch(root: Path, output: Path, changed: Callable[[], object], *, poll: bool) -> BaseObserver:
    """Starts watching a project folder; ``changed`` is called from another thread. Falls back to polling.

    Stop the observer that is returned when done.
    """
    handler = _Handler(root, output, changed)
    if not poll:
        try:
            native = Observer()
            native.schedule(handler, str(root), recursive=True)
            native.start()
        except OSError:
            # Too many watches, or a file system without events.
            pass
        else:
            return native
    polling = PollingObserver(timeout=0.5)
    polling.schedule(handler, str(root), recursive=True)
    polling.start()
    return polling


async def bursts(wake: asyncio.Event, react: Callable[[], object]) -> None:
    """Calls ``react`` (awaiting it where it can be) once for each burst of events, for ever."""
    while True:
        await wake.wait()
        waited = 0.0
        while wake.is_set() and waited < LONGEST:
            wake.clear()
            await asyncio.sleep(QUIET)
            waited += QUIET
        wake.clear()
        result = react()
        if asyncio.iscoroutine(result):
            await result
