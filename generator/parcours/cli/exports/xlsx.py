"""``parcours export xlsx``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import need_office, put, target_of, tell
from parcours.cli.project import language_here


@click.command("xlsx")
@click.argument("journey", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (journeys.xlsx here).")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
def command(journey: str | None, output: Path | None, folder: Path) -> None:
    """All maps, or that of JOURNEY, as one workbook: a sheet a map, what they hold, totals as formulas.

    Needs openpyxl (pip install 'parcours[office]').
    """
    spoken = language_here()
    made, told, name = tell(folder, journey, spoken)
    target = target_of(output, f"{name}.xlsx", spoken)
    with need_office("openpyxl", spoken):
        from parcours.export.xlsx import workbook_of
    put(workbook_of(told, made.engine.palette), target, spoken)
