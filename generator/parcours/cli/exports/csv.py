"""``parcours export csv``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import put, target_of, tell
from parcours.cli.project import language_here


@click.command("csv")
@click.argument("journey", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (JOURNEY.csv here); - writes it out.")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
def command(journey: str | None, output: Path | None, folder: Path) -> None:
    """The steps of JOURNEY, or of all, as a table: one a row, columns named as in the format."""
    from parcours.analyse.table import as_csv
    from parcours.export.step_table import step_table

    spoken = language_here()
    _, told, name = tell(folder, journey, spoken)
    put(as_csv(step_table(told)), target_of(output, f"{name}.csv", spoken), spoken)
