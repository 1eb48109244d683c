"""What commands share: finding the project, and the language of its messages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from parcours.cli.words import say

if TYPE_CHECKING:
    from parcours.edge.project import Project

FAILED = 1
WRONG_USE = 2


class Failed(click.ClickException):
    """A command that could not do what it was asked, told in a language: without one, in that of the environment."""

    exit_code = FAILED

    def __init__(self, message: str, language: str = "") -> None:
        """Keeps what is said, and in which language."""
        super().__init__(message)
        self.language = language or language_here()

    def show(self, file: IO[str] | None = None) -> None:
        """Prints it to standard error."""
        click.echo(say("failed", self.language, message=self.format_message()), file=file, err=file is None)


class WrongUse(Failed):
    """A command that cannot do what it was asked; nothing was touched."""

    exit_code = WRONG_USE


def language_here() -> str:
    """The language of the environment: French where the locale says so, else English."""
    locale = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    return "fr" if locale.casefold().startswith("fr") else "en"


def language_of(root: Path) -> str:
    """The language of a project's site, as its settings say; the environment's where there are none."""
    from parcours.build.snapshot import SETTINGS
    from parcours.parse.yaml_reader import read_yaml

    try:
        text = (root / SETTINGS).read_text("utf-8-sig", errors="replace")
    except OSError:
        return language_here()
    table, _ = read_yaml(text, SETTINGS)
    return "fr" if table.value.get("language") == "fr" else "en"


def open_project(folder: Path) -> Project:
    """The project in a folder; ends with exit code 2 and a word of help where there is none."""
    from parcours.edge.project import Project

    project = Project(folder)
    if not project.exists():
        raise wrong_use(say("no_project", language_here(), path=project.root))
    return project


def wrong_use(message: str, language: str = "") -> click.ClickException:
    """An error of use: told plainly, exit code 2."""
    return WrongUse(message, language)
