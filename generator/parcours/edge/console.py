"""The terminal: findings in colour where there is a terminal, plain elsewhere."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from parcours.findings.finding import Finding
from parcours.findings.terminal import Part, lines_of, totals
from parcours.source.text import Source

if TYPE_CHECKING:
    from parcours.diff.as_text import Run

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "advice": "bold cyan",
    "place": "underline",
    "rule": "dim",
    "gutter": "blue",
    "help": "bold green",
}
DIFF = {"+": "green", "-": "red", "@": "cyan"}


class _Console(Console):
    """Where nobody reads any more, an error is raised; rich would end the process, a preview's too."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def _on(stream: TextIO) -> Console:
    return _Console(file=stream, highlight=False, soft_wrap=True, emoji=False, markup=False)


def report(findings: Sequence[Finding], sources: Mapping[str, Source], language: str, root: Path | None = None) -> None:
    """Prints findings to standard error, each with its place, then how many there are.

    Where the terminal has hyperlinks and the project's folder is given, a place leads to its file.
    """
    console = _on(sys.stderr)
    for found in findings:
        for parts in lines_of(found, sources, language):
            console.print(Text.assemble(*((part.text, _style(part, root)) for part in parts)))
        console.print()
    if findings:
        console.print(totals(findings, language))


def show_lines(lines: Iterable[Iterable[Part]]) -> None:
    """Prints lines of named parts to standard error."""
    console = _on(sys.stderr)
    for line in lines:
        console.print(Text.assemble(*((part.text, STYLES.get(part.role, "")) for part in line)))


def show_file(path: str, text: str) -> None:
    """Prints a file that could be written to standard output, under its path."""
    console = _on(sys.stdout)
    console.print(Text(path, "bold"))
    for line in text.rstrip("\n").split("\n"):
        console.print(Text.assemble(("  | ", "blue"), line))
    console.print()


def show_diff(diff: str) -> None:
    """Prints a unified diff to standard output, what goes in red and what comes in green."""
    console = _on(sys.stdout)
    for line in diff.split("\n"):
        style = DIFF.get(line[:1], "") if not line.startswith(("+++", "---")) else "bold"
        console.print(Text(line, style))


CHANGES = {
    "title": "bold",
    "name": "bold",
    "added": "green",
    "removed": "red",
    "moved": "yellow",
    "changed": "cyan",
    "better": "green",
    "worse": "red",
    "before": "dim",
}


def show_telling(lines: Iterable[Iterable[Run]]) -> None:
    """Prints what differs between two states of a project to standard output."""
    console = _on(sys.stdout)
    for line in lines:
        console.print(Text.assemble(*((run.text, CHANGES.get(run.role, "")) for run in line)))


def _style(part: Part, root: Path | None) -> Style:
    style = Style.parse(STYLES.get(part.role, ""))
    if part.role != "place" or root is None:
        return style
    path = part.text.rsplit(":", 2)[0]
    return style + Style(link=(root / path).as_uri())
