"""The files of one folder of a theme; what is wrong with those of a project is told, and they are left out."""

from __future__ import annotations

import os
import stat
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from parcours.edge.litter import is_litter
from parcours.edge.texts import LARGEST_TEXT, decoded, too_large
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.source.text import Place, Source
from parcours.theme.files import LANGUAGES, ThemeFiles

LARGEST_STATIC = 50_000_000
"""Bytes a file may have that a theme sends as it is: a font, a picture."""


@dataclass(slots=True)
class ThemeReader:
    """Reads folders of themes. ``found`` is what there is to say about files within the ``project``."""

    project: Path
    found: list[Finding] = field(default_factory=list[Finding])

    def read(self, folder: Path, name: str) -> ThemeFiles:
        """The files of a folder, as those of a theme of this name."""
        return ThemeFiles(
            name,
            self._templates(folder / "templates"),
            self._files(folder / "static", LARGEST_STATIC),
            {
                language: (words,)
                for language in LANGUAGES
                if (words := self._words(folder / "locales" / f"{language}.toml"))
            },
            own=folder.is_relative_to(self.project),
        )

    def _templates(self, folder: Path) -> dict[str, str]:
        read = {name: decoded(self._place(folder / name).path, data) for name, data in self._files(folder).items()}
        for name, text in read.items():
            if isinstance(text, Finding):
                self._tell(folder / name, text)
        return {name: text.text for name, text in read.items() if isinstance(text, Source)}

    def _files(self, folder: Path, largest: int = LARGEST_TEXT) -> dict[str, bytes]:
        read = ((path, self._bytes(path, largest)) for path in sorted(self._below(folder)))
        return {path.relative_to(folder).as_posix(): data for path, data in read if data is not None}

    def _below(self, folder: Path) -> list[Path]:
        found: list[Path] = []
        for here, folders, files in os.walk(folder, onerror=lambda error: self._unreadable(folder, error)):
            folders[:] = [name for name in folders if not is_litter(name)]
            found += [Path(here, name) for name in files if not is_litter(name)]
        return found

    def _bytes(self, path: Path, largest: int) -> bytes | None:
        try:
            status = path.stat()
            if path.is_relative_to(self.project) and not path.resolve().is_relative_to(self.project.resolve()):
                self._tell(path, finding("files/outside", self._place(path)))
            elif status.st_size > largest:
                self._tell(path, too_large(self._place(path).path, status.st_size, largest))
            elif stat.S_ISREG(status.st_mode):
                return path.read_bytes()
        except OSError as error:
            self._unreadable(path, error)
        return None

    def _words(self, path: Path) -> str:
        if not path.is_file():
            return ""
        text = decoded(self._place(path).path, self._bytes(path, LARGEST_TEXT) or b"")
        if isinstance(text, Finding):
            self._tell(path, text)
            return ""
        try:
            tomllib.loads(text.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            self._tell(path, finding("content/template-fault", self._place(path), reason=str(error)))
            return ""
        return text.text

    def _unreadable(self, path: Path, error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            reason = error.strerror or str(error)
            self._tell(path, finding("files/unreadable", self._place(path), reason=reason))

    def _place(self, path: Path) -> Place:
        return Place(
            path.relative_to(self.project).as_posix() if path.is_relative_to(self.project) else path.as_posix()
        )

    def _tell(self, path: Path, found: Finding) -> None:
        """Files that come with Parcours or another package are not the writer's to mend."""
        if path.is_relative_to(self.project):
            self.found.append(found)
