"""File events of a project: the settings, its content and its themes, whatever becomes of their folders."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserverVFS

from parcours.build.snapshot import SETTINGS
from parcours.edge.burst import Touch
from parcours.edge.litter import is_litter
from parcours.parse.document import CONTENT

THEMES = "themes"
POLLED = 0.5
"""Seconds between two looks where there are no events."""
HEARD: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Reading is not told: every build would hear its own."""
UNFINISHED = frozenset({"created", "modified"})
"""Kinds of events after which the writer of a file may go on; the others end something."""

Told = Callable[[str, Touch], object]
"""Called with a path (from the project folder, forward slashes) and what an event says of it, from another thread."""


class _Handler(FileSystemEventHandler):
    """Hears of the events in a folder; its paths in the project begin with ``prefix``."""

    def __init__(self, folder: Path, prefix: str, told: Told) -> None:
        self._folder, self._prefix, self._told = str(folder), prefix, told

    def on_any_event(self, event: FileSystemEvent) -> None:
        touch = Touch.OPEN if event.event_type in UNFINISHED else Touch.DONE
        for path in (event.src_path, event.dest_path):
            below = self._below(os.fsdecode(path)) if path else ""
            if below:
                self._told(below, touch)

    def _below(self, path: str) -> str:
        """A path from the project folder, when it is one a build reads; else empty."""
        parts = [*self._prefix.split(), *Path(os.path.relpath(path, self._folder)).parts]
        if parts[0] not in (CONTENT, THEMES, SETTINGS) or any(is_litter(part) for part in parts):
            return ""
        return "/".join(parts)


class Watcher:
    """Watches a project folder until stopped. ``polling`` tells whether it looks itself, for want of events."""

    def __init__(self, root: Path, told: Told, *, poll: bool) -> None:
        """Starts watching; looks itself when told to, or where the system has no (more) events to give."""
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        self._root, self._told = root, told
        self._watched: dict[Path, tuple[tuple[int, int], ObservedWatch]] = {}
        self.polling = poll
        self._observer = self._start()

    def follow(self) -> bool:
        """Watches folders that have come, or come back as others, since the last call. True when there were any."""
        try:
            return self._schedule(self._observer)
        except OSError:
            # Too many watches for this system.
            self.poll()
            return True

    def poll(self) -> None:
        """From now on looks itself."""
        if not self.polling:
            self.polling = True
            self.stop()
            self._observer = self._start()

    def stop(self) -> None:
        """Ends the watching."""
        self._watched.clear()
        with suppress(RuntimeError):
            self._observer.stop()

    def _start(self) -> BaseObserver:
        observer = _polling() if self.polling else Observer()
        try:
            observer.start()
            self._schedule(observer)
        except OSError:
            if self.polling:
                return observer
            observer.stop()
            self._watched.clear()
            self.polling = True
            return self._start()
        return observer

    def _schedule(self, observer: BaseObserver) -> bool:
        news = False
        for prefix in ("", CONTENT, THEMES):
            folder = self._root / prefix
            now, before = _identity(folder), self._watched.get(folder)
            if before is not None and before[0] == now:
                continue
            if before is not None:
                with suppress(KeyError, OSError, RuntimeError):
                    observer.unschedule(before[1])
                del self._watched[folder]
                news = True
            if now is not None:
                real = folder.resolve()
                handler = _Handler(real, prefix, self._told)
                watch = observer.schedule(handler, str(real), recursive=bool(prefix), event_filter=HEARD)
                self._watched[folder] = (now, watch)
                news = True
        return news


def _polling() -> BaseObserver:
    """Looks itself; links are not followed, some lead back to where they are."""

    def entries(path: str | None) -> Iterator[os.DirEntry[str]]:
        return os.scandir(path)

    return PollingObserverVFS(os.lstat, entries, polling_interval=POLLED)


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another that takes its place; None where there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if folder.is_dir() else None
