"""The output folder: written beside and swapped in, so that it is always a whole site, the old or the new one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from parcours.build.build import Build
from parcours.edge.raster import png_of

MARK = ".parcours-site"
"""A file that says a folder was made by us; a folder without it, and not empty, is never touched."""


class NotOurs(Exception):
    """The output folder holds something we did not make."""


def write_site(
    build: Build,
    output: Path,
    asset: Callable[[str], Path],
    tick: Callable[[], None],
    png: Callable[[bytes], bytes] = png_of,
) -> int:
    """Writes a site and swaps it in; ``tick`` is called for each file. Returns how many files it has.

    ``png`` paints the cards of pages.

    Raises NotOurs when the folder is not empty and not ours, OSError when the disk refuses.
    """
    if output.exists() and not is_ours(output):
        raise NotOurs
    output.parent.mkdir(parents=True, exist_ok=True)
    fresh, old = _beside(output, "new"), _beside(output, "old")
    _clear(fresh)
    _clear(old)
    fresh.mkdir()
    try:
        count = _fill(build, fresh, asset, tick, png)
        _swap(fresh, output, old)
    finally:
        _clear(fresh)
    _clear(old)
    return count


def is_ours(output: Path) -> bool:
    """Whether a folder may be replaced: it is empty, or one of our sites."""
    return output.is_dir() and ((output / MARK).is_file() or not any(output.iterdir()))


def _beside(output: Path, word: str) -> Path:
    return output.parent / f".{output.name}.parcours-{word}"


def _clear(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)


def _fill(
    build: Build,
    folder: Path,
    asset: Callable[[str], Path],
    tick: Callable[[], None],
    png: Callable[[bytes], bytes],
) -> int:
    made: set[Path] = set()

    def at(address: str) -> Path:
        path = folder / PurePosixPath(address)
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        tick()
        return path

    pages = [(address, page.body) for address, page in build.made.items()]
    bodies = [*pages, *build.static.items(), *build.data.items()]
    for address, body in bodies:
        at(address).write_bytes(body)
    for address in build.pictures:
        at(address).write_bytes(build.file(address) or b"")
    for address, page in build.cards.items():
        at(address).write_bytes(png(build.engine.card(page)))
    for address, source in build.copies.items():
        shutil.copyfile(asset(source), at(address))
    (folder / MARK).write_text("This folder is made by parcours build; it is replaced as a whole.\n", encoding="utf-8")
    return len(bodies) + len(build.pictures) + len(build.cards) + len(build.copies)


def _swap(fresh: Path, output: Path, old: Path) -> None:
    """Puts the fresh folder in the output's place; in one step where the system can exchange two names."""
    if not output.exists():
        fresh.rename(output)
    elif not _exchanged(fresh, output):
        output.rename(old)
        fresh.rename(output)


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
