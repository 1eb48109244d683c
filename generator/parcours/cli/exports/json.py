"""``parcours export json``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import put, target_of
from parcours.cli.project import language_here, open_project


@click.command("json")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (atlas.json here); - writes it out.")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
def command(output: Path | None, folder: Path) -> None:
    """The whole linked project for machines: the same atlas.json the site has, with its schema documented."""
    project, spoken = open_project(folder), language_here()
    from parcours.analyse.contract import ADDRESS
    from parcours.build.build import prepare

    target = target_of(output, ADDRESS, spoken)
    put(prepare(project.read()).shelf.contract_files()[ADDRESS], target, spoken)
