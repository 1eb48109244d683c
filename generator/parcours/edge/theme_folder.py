"""Themes on disk: shipped, installed by the entry point ``parcours.themes``, and a project's own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from parcours.edge.bundled import themes
from parcours.edge.theme_files import ThemeReader
from parcours.findings.finding import Finding
from parcours.theme.files import ThemeFiles

DEFAULT = "cartouche"


def theme_names(project: Path) -> tuple[str, ...]:
    """The themes a project may name: the shipped ones, the installed ones and its own."""
    folders = [*_folders(themes()), *_folders(project / "themes")]
    return tuple(sorted({*(folder.name for folder in folders), *installed()}))


@cache
def installed() -> Mapping[str, Path]:
    """The folders of themes that other packages bring, by the entry point ``parcours.themes``: name to package."""
    found: dict[str, Path] = {}
    for point in entry_points(group="parcours.themes"):
        spec = find_spec(point.value)
        if spec is not None and spec.origin:
            found[point.name] = Path(spec.origin).parent
    return found


def _folders(parent: Path) -> list[Path]:
    try:
        return [path for path in parent.iterdir() if (path / "theme.toml").is_file()]
    except OSError:
        return []


def read_theme(project: Path, name: str, found: list[Finding] | None = None) -> ThemeFiles:
    """A theme: what it stands on, its own files over that (shipped or installed), the project's over both.

    What is wrong with files of the project is added to ``found``.
    """
    reader = ThemeReader(project, [] if found is None else found)
    theme = reader.read(themes() / DEFAULT, DEFAULT)
    for one in _line(project, name):
        for folder in _places(project, one):
            if folder.is_dir():
                theme = reader.read(folder, name).over(theme)
    return theme


def _places(project: Path, name: str) -> tuple[Path, ...]:
    """Where the files of a theme may lie, the later over the earlier."""
    brought = (installed()[name],) if name in installed() else ()
    shipped = () if name == DEFAULT else (themes() / name,)
    return (*shipped, *brought, project / "themes" / name)


def _line(project: Path, name: str) -> tuple[str, ...]:
    """The theme and those it extends (``extends`` in its ``theme.toml``), the farthest first; a loop ends it."""
    line = [name]
    while True:
        told = [place / "theme.toml" for place in _places(project, line[0])]
        base = next((found for file in reversed(told) if (found := _extended(file))), "")
        if not base or base in line or base not in theme_names(project):
            return tuple(line)
        line.insert(0, base)


def _extended(file: Path) -> str:
    try:
        base = tomllib.loads(file.read_text("utf-8")).get("extends", "")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return ""
    return base if isinstance(base, str) and base != DEFAULT else ""


def shipped_files(name: str) -> dict[str, Path]:
    """The files of a theme that a project may copy and change, by their path in the theme; not the project's own."""
    found: dict[str, Path] = {}
    brought = (installed()[name],) if name in installed() else ()
    for folder in (themes() / DEFAULT, themes() / name, *brought):
        for part in ("templates", "static", "locales"):
            files = (path for path in sorted((folder / part).rglob("*")) if path.is_file())
            found.update({path.relative_to(folder).as_posix(): path for path in files})
    return found


def changed_files(project: Path, name: str) -> tuple[str, ...]:
    """The files of a theme that a project has of its own, by their path in the theme."""
    folder = project / "themes" / name
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "theme.toml")
    return tuple(path.relative_to(folder).as_posix() for path in files)
