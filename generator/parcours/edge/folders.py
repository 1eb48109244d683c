"""The folders of the last site, which wait without its files for the next one.

To make two thousand folders, and to remove as many, takes a disk longer than to put all files of a site into them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def take_up(waiting: Path, fresh: Path) -> tuple[str, ...] | None:
    """Gives waiting folders a new name, and tells which there are, each before what it holds.

    None, and nothing is there, where none wait, or with anything else among them: who could put a file there, or a
    link that leads out, would have it on the site.
    """
    try:
        waiting.rename(fresh)
        found = [] if fresh.is_symlink() else _below(fresh)
        if not fresh.is_symlink() and all(is_folder for is_folder, _ in found):
            return tuple(path for _, path in found)
    except OSError:
        pass
    _remove(fresh)
    return None


def put_away(folder: Path, waiting: Path | None) -> None:
    """Takes the files out of a folder and lets those in it wait for the next site; or removes it all."""
    try:
        if waiting is not None and folder.exists():
            for is_folder, path in _below(folder):
                if not is_folder:
                    Path(path).unlink()
            folder.rename(waiting)
    except OSError:
        pass  # others wait already, or on another disk
    _remove(folder)


def remove_empty(folders: Sequence[str]) -> None:
    """Removes those of some folders in which nothing was put; each comes before what it holds."""
    for path in reversed(folders):
        # To ask first whether anything is in there takes longer than to be refused.
        with suppress(OSError):
            os.rmdir(path)  # noqa: PTH106 - of thousands, each time


def _below(folder: Path) -> list[tuple[bool, str]]:
    """Whatever lies below a folder, and whether it is a folder itself: each before what it holds. Raises OSError."""
    found: list[tuple[bool, str]] = []
    ahead = [str(folder)]
    while ahead:
        with os.scandir(ahead.pop()) as entries:
            for entry in entries:
                is_folder = entry.is_dir(follow_symlinks=False)
                found.append((is_folder, entry.path))
                if is_folder:
                    ahead.append(entry.path)
    return found


def _remove(folder: Path) -> None:
    with suppress(OSError):
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
