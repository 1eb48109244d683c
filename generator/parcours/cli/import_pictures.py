"""The pictures that imported pages name: which of them are there, and where they go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parcours.bring.proposal import Proposal

FOLDER = "assets/imported"
"""Where they go below ``content/``."""


def found(made: Proposal, files: Iterable[tuple[str, Path]]) -> Mapping[str, tuple[Path, str]]:
    """Pictures that a proposal misses and that are there: by their path as that of a source, where, and where to.

    ``files`` are the sources: as pages name them, and where they are.
    """
    from parcours.bring.own.pictures import target_of
    from parcours.bring.persona.record import beside

    folders = {shown: path.parent for shown, path in files}
    there: dict[str, tuple[Path, str]] = {}
    taken: set[str] = set()
    for one in made.remarks:
        src = dict(one.values).get("src", "")
        key = beside(one.place.path, src)
        path = _inside(folders, one.place.path, key)
        if one.key in ("picture-missing", "own-picture") and key not in there and path is not None:
            target = target_of(src) if one.key == "own-picture" else _free(path.name, taken)
            there[key] = path, target
            taken.add(target)
    return there


def _inside(folders: Mapping[str, Path], source: str, key: str) -> Path | None:
    """The file a source means; none where there is none."""
    if source not in folders or not key:
        return None
    up = len(PurePosixPath(source).parts) - 1
    base = folders[source].resolve()
    root = base.parents[up - 1] if up else base
    try:
        return next((path for path in (root / key, root / "content" / key) if path.is_file()), None)
    except (OSError, ValueError):
        return None


def _free(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    number, made = 2, f"{FOLDER}/{name}"
    while made in taken:
        made, number = f"{FOLDER}/{stem}-{number}{dot}{ending}", number + 1
    return made
