"""``parcours export pptx``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import need_office, put, target_of, tell
from parcours.cli.project import language_here


@click.command("pptx")
@click.argument("journey", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (journeys.pptx here).")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
def command(journey: str | None, output: Path | None, folder: Path) -> None:
    """All maps and personas, or JOURNEY and its own, as slides that can be edited: native tables and charts.

    Lanes that a slide has no room for are in its notes. Needs python-pptx (pip install 'parcours[office]').
    """
    spoken = language_here()
    made, told, name = tell(folder, journey, spoken)
    target = target_of(output, f"{name}.pptx", spoken)
    with need_office("python-pptx", spoken):
        from parcours.export.pptx import deck_of
    put(deck_of(told, made.engine.palette), target, spoken)
