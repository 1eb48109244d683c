"""The terminal: findings in colour where there is a terminal, plain elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from parcours.findings.finding import Finding
from parcours.findings.terminal import lines_of, totals
from parcours.source.text import Source

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "advice": "bold cyan",
    "place": "underline",
    "rule": "dim",
    "gutter": "blue",
    "help": "bold green",
}


def report(findings: Sequence[Finding], sources: Mapping[str, Source], language: str) -> None:
    """Prints findings to standard error, each with its place, then how many there are."""
    console = Console(file=sys.stderr, highlight=False, soft_wrap=True, emoji=False, markup=False)
    for found in findings:
        for parts in lines_of(found, sources, language):
            console.print(Text.assemble(*((part.text, STYLES.get(part.role, "")) for part in parts)))
        console.print()
    if findings:
        console.print(totals(findings, language))
