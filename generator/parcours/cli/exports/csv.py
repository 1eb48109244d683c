"""``parcours export csv``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import plain_option, put, target_of, tell
from parcours.cli.project import language_here


@click.command("csv")
@click.argument("journey", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (JOURNEY.csv here); - writes it out.")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
@plain_option
def command(journey: str | None, output: Path | None, folder: Path, *, plain: bool) -> None:
    """The steps of JOURNEY, or of all, as a table: one a row, columns named as in the format.

    The last column lets `parcours import` bring the table back, with what was changed in it.
    """
    from parcours.analyse.table import as_csv
    from parcours.export.csv import carrying_table
    from parcours.export.step_table import step_table

    spoken = language_here()
    made, told, name = tell(folder, journey, spoken)
    table = step_table(told) if plain else carrying_table(told, made.atlas)
    put(as_csv(table), target_of(output, f"{name}.csv", spoken), spoken)
