"""Themes on disk."""

from __future__ import annotations

from pathlib import Path

from parcours.edge.bundled import themes
from parcours.theme.files import LANGUAGES, ThemeFiles

DEFAULT = "cartouche"


def theme_names(project: Path) -> tuple[str, ...]:
    """The themes a project may name: the shipped ones and its own."""
    folders = [*_folders(themes()), *_folders(project / "themes")]
    return tuple(sorted({folder.name for folder in folders}))


def _folders(parent: Path) -> list[Path]:
    return [path for path in parent.iterdir() if (path / "theme.toml").is_file()] if parent.is_dir() else []


def read_theme(project: Path, name: str) -> ThemeFiles:
    """A theme: the shipped default, the shipped one of that name over it, the project's own files over both."""
    theme = _read(themes() / DEFAULT, name)
    for folder in (themes() / name, project / "themes" / name):
        if folder.is_dir() and folder.resolve() != (themes() / DEFAULT).resolve():
            theme = _read(folder, name, own=folder.is_relative_to(project)).over(theme)
    return theme


def shipped_files(name: str) -> dict[str, Path]:
    """The files of a theme that a project may copy and change, by their path in the theme; not the project's own."""
    found: dict[str, Path] = {}
    for folder in (themes() / DEFAULT, themes() / name):
        for part in ("templates", "static", "locales"):
            files = (path for path in sorted((folder / part).rglob("*")) if path.is_file())
            found.update({path.relative_to(folder).as_posix(): path for path in files})
    return found


def changed_files(project: Path, name: str) -> tuple[str, ...]:
    """The files of a theme that a project has of its own, by their path in the theme."""
    folder = project / "themes" / name
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "theme.toml")
    return tuple(path.relative_to(folder).as_posix() for path in files)


def _read(folder: Path, name: str, *, own: bool = False) -> ThemeFiles:
    return ThemeFiles(
        name,
        {path: data.decode("utf-8", "replace") for path, data in _files(folder / "templates").items()},
        _files(folder / "static"),
        {
            language: (words.read_text("utf-8"),)
            for language in LANGUAGES
            if (words := folder / "locales" / f"{language}.toml").is_file()
        },
        own,
    )


def _files(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
