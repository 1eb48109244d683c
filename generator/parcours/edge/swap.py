"""A folder made beside another one and put in its place, so that there is always a whole one, the old or the new.

Who makes one holds a lock on it. The lock of a process that was killed is gone, unless a child of it is still writing,
and the next build takes away what it left.
"""

from __future__ import annotations

import ctypes
import os
import secrets
import shutil
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from parcours.edge.folders import put_away, take_up


@contextmanager
def fresh_beside(output: Path, waiting: Path | None = None) -> Generator[tuple[Path, tuple[str, ...]]]:
    """A new folder beside another, for this build alone; what is there at the end is removed. Raises OSError.

    It holds the empty folders that are ``waiting`` under a name, and tells which; those that are removed wait there.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    if not output.exists() and _old(output).is_dir():
        _old(output).rename(output)
    for left in _left(output):
        shutil.rmtree(left, ignore_errors=True)
    fresh, folders, lock = _made(output, waiting)
    try:
        yield fresh, folders
    finally:
        put_away(fresh, waiting)
        _unlock(lock)


def swap(fresh: Path, output: Path) -> None:
    """Puts a fresh folder in the output's place, in one step where the system can exchange names. Raises OSError."""
    if not output.exists():
        try:
            fresh.rename(output)
        except OSError:
            # Somebody else was faster.
            if not output.exists():
                raise
        else:
            return
    if not _exchanged(fresh, output):
        old = _old(output)
        shutil.rmtree(old, ignore_errors=True)
        output.rename(old)
        fresh.rename(output)
        shutil.rmtree(old, ignore_errors=True)


def _prefix(output: Path) -> str:
    return f".{output.name}.parcours-new-"


def _old(output: Path) -> Path:
    return output.parent / f".{output.name}.parcours-old"


def _made(output: Path, waiting: Path | None) -> tuple[Path, tuple[str, ...], int | None]:
    while True:
        fresh = output.parent / f"{_prefix(output)}{secrets.token_hex(4)}"
        folders = take_up(waiting, fresh) if waiting is not None else None
        if folders is None:
            fresh.mkdir()
        try:
            lock = _locked(fresh)
        except (BlockingIOError, FileNotFoundError):
            continue  # somebody took it for one that was left, before it was locked
        if lock is None or _is_at(lock, fresh):
            return fresh, folders or (), lock
        _unlock(lock)


def _left(output: Path) -> Iterator[Path]:
    """The folders that nobody works on any more; any, where there are no locks."""
    for path in sorted(output.parent.glob(f"{_prefix(output)}*")):
        if path.is_dir() and not path.is_symlink():
            try:
                lock = _locked(path)
            except (BlockingIOError, FileNotFoundError):
                continue
            yield path
            _unlock(lock)


def _locked(folder: Path) -> int | None:
    """A lock on a folder, held until all who have it close it; None where the system has none for folders.

    Raises BlockingIOError where somebody else has it, FileNotFoundError where it is gone.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise
    except OSError:
        os.close(handle)
        return None
    return handle


def _unlock(lock: int | None) -> None:
    if lock is not None:
        os.close(lock)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _exchanged(one: Path, other: Path) -> bool:
    """Exchanges two names at once (Linux ``renameat2``); False where that does not exist."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    at_cwd, exchange = -100, 2
    return int(rename(at_cwd, os.fsencode(one), at_cwd, os.fsencode(other), exchange)) == 0
