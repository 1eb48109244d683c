"""Whether the system tells of file events in a folder: some file systems do not, or only of what is written here."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

PLACE = ".parcours"
PATIENCE = 2.0
"""Seconds in which the event of a file of ours must have come."""
REMOTE = frozenset(
    {"9p", "afs", "ceph", "cifs", "drvfs", "fakeowner", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs"}
)
"""File systems that others write to as well, of which no event comes here."""


def has_events(root: Path) -> bool:
    """Writes a file into the project's ``.parcours`` and waits for its event, two seconds at most.

    True where the event came, and where no file can be written.
    """
    return not _remote(root) and _heard(root)


class _Heard(FileSystemEventHandler):
    def __init__(self, name: str) -> None:
        self.name, self.event = name, threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if os.fsdecode(event.src_path).endswith(self.name):
            self.event.set()


def _heard(root: Path) -> bool:
    folder = root / PLACE
    made = not folder.exists()
    probe = folder / f"probe-{os.getpid()}"
    handler, observer = _Heard(probe.name), Observer()
    try:
        folder.mkdir(exist_ok=True)
        observer.schedule(handler, str(folder))
        observer.start()
        probe.write_bytes(b"")
        return handler.event.wait(PATIENCE)
    except OSError:
        # Read-only, full, or no more watches: the watcher itself will see.
        return True
    finally:
        with suppress(RuntimeError):
            observer.stop()
        with suppress(OSError):
            probe.unlink(missing_ok=True)
        with suppress(OSError):
            if made:
                folder.rmdir()


def _remote(root: Path) -> bool:
    """Whether the folder lies on a network share or on one that a container has of its host."""
    if sys.platform != "linux":
        return False
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    return remote_type(str(root), mounts)


def remote_type(path: str, mounts: list[str]) -> bool:
    """Whether the innermost of the mounts (lines of ``/proc/self/mountinfo``) that holds a path is of a remote type."""
    best, kind = "", ""
    for line in mounts:
        before, _, after = line.partition(" - ")
        fields, types = before.split(), after.split()
        if len(fields) < 5 or not types:
            continue
        point = fields[4].replace("\\040", " ")
        inside = point in ("/", path) or path.startswith(f"{point}/")
        if inside and len(point) >= len(best):
            best, kind = point, types[0]
    return kind in REMOTE or (kind.startswith("fuse.") and kind != "fuse.fuse-overlayfs")
