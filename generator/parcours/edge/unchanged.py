"""Whether anything has changed since the last build, told from names, sizes and times alone: nothing is read.

Imports little on purpose: where nothing has changed, nothing else is loaded.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import parcours
from parcours.edge.bundled import themes
from parcours.edge.memory import recalled, remember

NAME = "built.json"
FOLDERS = ("content", "themes")
"""What is looked at below a project, besides the files that lie in it."""


def tools_here() -> str:
    """What identifies Python, Parcours and its libraries."""
    return _digest(
        sys.version,
        *(name for place in sys.path for name in _libraries(place)),
        *_marks(package := Path(parcours.__file__).parent, package, copied=True),
    )


def inputs_of(root: Path, tools: str) -> str:
    """What identifies all that a build is made from: the project, its commit, this day, the tools."""
    return _digest(
        tools,
        os.environ.get("SOURCE_DATE_EPOCH", "") or dt.datetime.now(dt.UTC).date().isoformat(),
        _commits(root),
        *(mark for folder in (themes(), *_brought()) for mark in _marks(folder, folder)),
        *_marks(root, root, deep=False),
        *(mark for folder in FOLDERS for mark in _marks(root / folder, root)),
    )


def site_of(output: Path) -> str:
    """What identifies the files of a site as they stand; wherever it stands."""
    return _digest(*_marks(output, output, copied=True))


def same_as_last(root: Path, output: Path, inputs: str) -> dict[str, str] | None:
    """What was said of the last build, where building again would give the same; else None."""
    last = _texts(recalled(root, NAME))
    if (last.get("output"), last.get("inputs")) != (str(output), inputs) or last.get("site") != site_of(output):
        return None
    return last


def keep(root: Path, output: Path, inputs: str, site: str, said: dict[str, str]) -> None:
    """Remembers a build and what was said of it.

    ``inputs`` were taken before anything was read, ``site`` before the site stood where others can put theirs.
    """
    remember(root, NAME, {**said, "output": str(output), "inputs": inputs, "site": site})


def forget(root: Path) -> None:
    """What was said last holds no more: there was something to mend, which must be told each time."""
    remember(root, NAME, None)


def _texts(value: object) -> dict[str, str]:
    """The texts of a JSON object, by key; nothing of anything else: what is remembered may be damaged."""
    if not isinstance(value, dict):
        return {}
    entries = cast("dict[object, object]", value).items()
    return {key: text for key, text in entries if isinstance(key, str) and isinstance(text, str)}


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogateescape")).hexdigest()


def _brought() -> list[Path]:
    """The folders of themes that other packages bring. Who brings them is asked only where somebody does."""
    told = (Path(place) / name / "entry_points.txt" for place in sys.path for name in _libraries(place))
    if not any(b"parcours.themes" in _read(path) for path in told):
        return []
    from parcours.edge.theme_folder import installed

    return sorted(installed().values())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _libraries(folder: str) -> list[str]:
    try:
        return sorted(name for name in (one.name for one in Path(folder).iterdir()) if name.endswith(".dist-info"))
    except OSError:
        return []


def _marks(folder: Path, within: Path, *, deep: bool = True, copied: bool = False) -> Iterator[str]:
    """Name, size and times of each file below a folder, in order; of links, of what they lead to.

    Links to folders are followed where these lie ``within`` another. The time of its rights cannot be set: a copy that
    keeps the other time and the size is another file all the same, unless copies count as equal.
    """

    def below(folder: str, real: str, base: str, above: frozenset[str]) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name) if real not in above else []
        except OSError:
            return
        for entry in entries:
            name = f"{base}{entry.name}"
            if entry.name == "__pycache__":
                continue
            if not _is_folder(entry, top):
                yield _mark(entry, name, copied=copied)
            elif deep:
                # Only a link leads elsewhere: asking the system for each folder takes longer than all the rest.
                there = os.path.realpath(entry.path) if entry.is_symlink() else f"{real}{os.sep}{entry.name}"
                yield from below(entry.path, there, f"{name}/", above | {real})

    top = within.resolve()
    yield str(folder.relative_to(within)) if folder.is_relative_to(within) else str(folder)
    yield from below(str(folder), os.path.realpath(folder), "", frozenset())


def _is_folder(entry: os.DirEntry[str], within: Path) -> bool:
    """Whether an entry is a folder, or a link to one within another folder."""
    if entry.is_symlink():
        return entry.is_dir() and Path(os.path.realpath(entry.path)).is_relative_to(within)
    return entry.is_dir()


def _mark(entry: os.DirEntry[str], name: str, *, copied: bool) -> str:
    try:
        status = entry.stat()
    except OSError:
        return f"{name} gone"
    return f"{name} {status.st_size} {status.st_mtime_ns} {0 if copied else status.st_ctime_ns}"


def _commits(root: Path) -> str:
    """The commits that a project stands at and that have names: pages tell of its past, releases stand beside it."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return ""
    from parcours.edge.git import GitFault, ask
    from parcours.edge.git_log import depth_of

    try:
        return ask(root, "show-ref", "--head").decode("utf-8", "replace") + depth_of(root)
    except GitFault:
        return ""
