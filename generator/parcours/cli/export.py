"""``parcours export``: what is taken away from the maps. Each kind is a command of its own."""

from __future__ import annotations

import click

from parcours.cli.lazy import Lazy

KINDS = {
    "map": "A map as a picture: SVG, PNG or PDF.",
    "pdf": "All maps on paper, as one PDF.",
    "pptx": "Maps and personas as slides that can be edited.",
    "xlsx": "Maps and what they hold as a workbook.",
    "html": "A journey's page as one file.",
    "markdown": "A journey as one page for a wiki.",
    "mermaid": "A journey as a Mermaid script.",
    "csv": "Steps as a table, one a row.",
    "json": "The whole project for machines.",
}


@click.group(cls=Lazy, package="parcours.cli.exports", summaries=KINDS)
def command() -> None:
    """Take maps away: as pictures, slides, tables, text."""
