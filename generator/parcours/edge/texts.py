"""Texts of a project written back: whole or not at all, with the rights they had."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def read_raw(path: Path) -> str:
    """A text exactly as it is stored: line ends and byte order mark included. Raises OSError, UnicodeDecodeError."""
    return path.read_bytes().decode("utf-8")


def write_whole(path: Path, text: str) -> None:
    """Puts a text in place of a file in one move, through a link to where it leads. Raises OSError."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        if target.exists():
            shutil.copymode(target, name)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
