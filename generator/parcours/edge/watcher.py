"""File events of a project: the settings, its content and its themes, whatever becomes of their folders."""

from __future__ import annotations

import errno
import logging
import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirAttribEvent,
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
SCARCE = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSYS})
"""What a system says that has no (more) file events to give."""
POLLED = 0.5
"""Seconds between two looks where there are no events."""
HEARD: list[type[FileSystemEvent]] = [
    DirAttribEvent,
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
MODIFIED = "modified"
UNFINISHED = frozenset({"created", MODIFIED})
"""Kinds of events after which the writer of a file may go on; the others end something."""

Told = Callable[[str, Touch], object]
"""Called with a path (from the project folder, forward slashes) and what an event says of it, from another thread."""


class _Handler(FileSystemEventHandler):
    """Hears of the events in a folder; its paths in the project begin with ``prefix``.

    ``closings`` says that it also hears when a file that was written to is closed.
    """

    def __init__(self, folder: Path, prefix: str, told: Told, *, closings: bool) -> None:
        self._folder, self._prefix, self._told, self._closings = str(folder), prefix, told, closings

    def on_any_event(self, event: FileSystemEvent) -> None:
        touch = self._touch(event.event_type)
        for path in (event.src_path, event.dest_path):
            below = self._below(os.fsdecode(path)) if path else ""
            if below:
                self._told(below, touch)

    def _touch(self, kind: str) -> Touch:
        if kind == MODIFIED and self._closings:
            return Touch.HELD
        return Touch.OPEN if kind in UNFINISHED else Touch.DONE

    def _below(self, path: str) -> str:
        """A path from the project folder, when it is one a build reads; else empty."""
        parts = [*self._prefix.split(), *Path(os.path.relpath(path, self._folder)).parts]
        if parts[0] not in (CONTENT, THEMES, SETTINGS) or any(is_litter(part) for part in parts):
            return ""
        return "/".join(parts)


class _Held:
    """A folder held open where the system lets us: so its number is not given to another that takes its place."""

    def __init__(self, handle: int, identity: tuple[int, int]) -> None:
        self._handle, self._identity = handle, identity

    @classmethod
    def of(cls, folder: Path) -> _Held | None:
        """The folder at a path; None where there is none."""
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY) if hasattr(os, "O_DIRECTORY") else -1
            status = folder.stat() if handle < 0 else os.fstat(handle)
        except OSError:
            return None
        if not stat.S_ISDIR(status.st_mode):
            return None
        return cls(handle, (status.st_dev, status.st_ino))

    def is_still(self, folder: Path) -> bool:
        """Whether the folder at a path is this one."""
        try:
            status = folder.stat()
        except OSError:
            return False
        return (status.st_dev, status.st_ino) == self._identity

    def close(self) -> None:
        """Lets go of it."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


class Watcher:
    """Watches a project folder until stopped. ``polling`` tells whether it looks itself, for want of events."""

    def __init__(self, root: Path, told: Told, *, poll: bool) -> None:
        """Starts watching; looks itself when told to, or where the system has no (more) events to give."""
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        self._root, self._told = root, told
        self._watched: dict[Path, tuple[_Held, ObservedWatch]] = {}
        self._lock = threading.Lock()
        self.polling = poll
        self._observer = self._start()

    def follow(self) -> bool:
        """Watches folders that have come, or come back as others, since the last call. True when there were any."""
        with self._lock:
            try:
                return self._schedule(self._observer)
            except OSError:
                # The system has no more watches.
                self._look_instead()
                return True

    def poll(self) -> None:
        """From now on looks itself."""
        with self._lock:
            if not self.polling:
                self._look_instead()

    def stop(self) -> None:
        """Ends the watching."""
        with self._lock:
            self._end()

    def _look_instead(self) -> None:
        self.polling = True
        self._end()
        self._observer = self._start()

    def _end(self) -> None:
        for held, _ in self._watched.values():
            held.close()
        self._watched.clear()
        with suppress(RuntimeError):
            self._observer.stop()

    def _start(self) -> BaseObserver:
        observer = _polling() if self.polling else Observer()
        try:
            observer.start()
            self._schedule(observer)
        except OSError as error:
            if self.polling or error.errno not in SCARCE:
                return observer
            self._observer = observer
            self._end()
            self.polling = True
            return self._start()
        return observer

    def _schedule(self, observer: BaseObserver) -> bool:
        news = False
        alive = {emitter.watch for emitter in observer.emitters if emitter.is_alive()}
        for prefix in ("", CONTENT, THEMES):
            folder = self._root / prefix
            before = self._watched.get(folder)
            if before is not None and before[1] in alive and before[0].is_still(folder):
                continue
            if before is not None:
                del self._watched[folder]
                before[0].close()
                with suppress(KeyError, OSError, RuntimeError):
                    observer.unschedule(before[1])
                news = True
            news |= self._begin(observer, prefix)
        return news

    def _begin(self, observer: BaseObserver, prefix: str) -> bool:
        folder = self._root / prefix
        held = _Held.of(folder)
        if held is None:
            return False
        try:
            real = folder.resolve()
            # Only inotify tells of closing.
            closings = not self.polling and sys.platform == "linux"
            handler = _Handler(real, prefix, self._told, closings=closings)
            watch = observer.schedule(handler, str(real), recursive=bool(prefix), event_filter=HEARD)
        except (OSError, RuntimeError) as error:
            held.close()
            if isinstance(error, OSError) and error.errno in SCARCE:
                raise
            return False  # gone again: the next call will see
        self._watched[folder] = (held, watch)
        return True


def _polling() -> BaseObserver:
    """Looks itself; links are not followed, some lead back to where they are."""

    def entries(path: str | None) -> Iterator[os.DirEntry[str]]:
        return os.scandir(path)

    return PollingObserverVFS(os.lstat, entries, polling_interval=POLLED)
