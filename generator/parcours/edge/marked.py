"""Files that are known again by their marks, and the same files under a second name."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

Mark = tuple[int, int, int]
"""Size and rights of a file, and when it was written, in nanoseconds."""
_NO_LINKS = frozenset((errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS))


def mark_of(path: str | Path) -> Mark | None:
    """By what a file is known again; None where there is none, links too."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return (status.st_size, status.st_mode, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


def put_below(old: str, new: str) -> bool:
    """The same file under a second name, in a folder that is made if need be; False where there is none to be had."""
    try:
        try:
            put(old, new)
        except FileNotFoundError:  # most files find their folder there: asking each time takes longer than linking
            Path(new).parent.mkdir(parents=True, exist_ok=True)
            put(old, new)
    except OSError:
        return False
    return True


def put(old: str | Path, new: str | Path) -> None:
    """The same file under a second name; a copy of it where there can be no two names. Raises OSError."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(old, new, follow_symlinks=False)
