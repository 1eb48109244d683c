"""The folders of the last site, which wait without its files for the next one.

To make two thousand folders, and to remove as many, takes a disk longer than to put all files of a site into them.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def take_up(waiting: Path, fresh: Path) -> bool:
    """Gives waiting folders a new name; False, and nothing is there, where none wait, or with anything else among them.

    Who else could put a file there, or a link that leads out, would have it on the site.
    """
    try:
        waiting.rename(fresh)
        if not fresh.is_symlink() and all(folder for folder, _ in _below(fresh)):
            return True
    except OSError:
        pass
    _remove(fresh)
    return False


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


def without_empty(folder: Path) -> None:
    """Removes the folders in a folder in which nothing was put. Raises OSError."""
    found = list(_below(folder))
    used = {os.path.split(path)[0] for is_folder, path in found if not is_folder}
    for is_folder, path in reversed(found):
        if is_folder and path in used:
            used.add(os.path.split(path)[0])
        elif is_folder:
            Path(path).rmdir()


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
