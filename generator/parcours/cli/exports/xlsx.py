"""``parcours export xlsx``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import need_office, plain_option, put, target_of, tell
from parcours.cli.project import language_here


@click.command("xlsx")
@click.argument("journey", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (journeys.xlsx here).")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
@plain_option
def command(journey: str | None, output: Path | None, folder: Path, *, plain: bool) -> None:
    """All maps, or that of JOURNEY, as one workbook: a sheet a map, what they hold, totals as formulas.

    A hidden sheet lets `parcours import` bring it back, with what was changed on the maps.
    Needs openpyxl (pip install 'parcours[office]').
    """
    spoken = language_here()
    made, told, name = tell(folder, journey, spoken)
    target = target_of(output, f"{name}.xlsx", spoken)
    with need_office("openpyxl", spoken):
        from parcours.export.xlsx import workbook_of
    from parcours.analyse.carried import project_data

    data = None if plain else project_data(made.atlas, (id_ for id_, _ in told.journeys))
    put(workbook_of(told, made.engine.palette, data), target, spoken)
