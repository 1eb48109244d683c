"""Texts of a project written back: whole or not at all, with the rights they had."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.source.text import Place, Source

LARGEST_TEXT = 2_000_000
"""Bytes a page may have."""


def decoded(path: str, data: bytes) -> Source | Finding:
    """The text of a file's bytes; where they are no UTF-8, the finding that says where they stop being so."""
    try:
        return Source.of(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return finding("files/not-utf-8", Place(path, line, column), offset=str(error.start))


def too_large(path: str, size: int, largest: int = LARGEST_TEXT) -> Finding:
    """The finding of a file of more bytes than it may have."""
    return finding("files/too-large", Place(path), size=_megabytes(size), limit=_megabytes(largest))


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def read_raw(path: Path) -> str:
    """A text exactly as it is stored: line ends and byte order mark included. Raises OSError, UnicodeDecodeError."""
    return path.read_bytes().decode("utf-8")


def write_whole(path: Path, text: str) -> None:
    """Puts a text in place of a file in one move, through a link to where it leads. Raises OSError."""
    write_bytes_whole(path, text.encode("utf-8"))


def write_bytes_whole(path: Path, data: bytes) -> None:
    """The same for bytes of any kind."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, name)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
