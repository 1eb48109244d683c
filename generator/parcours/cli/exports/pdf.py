"""``parcours export pdf``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import made_by_browser, put, reader_of, target_of
from parcours.cli.exports.words import say
from parcours.cli.project import language_here, open_project, wrong_use

NAME = "atlas.pdf"
PAPERS = ("A4", "A3")


@click.command("pdf")
@click.option("-o", "--output", type=click.Path(path_type=Path), help=f"The file ({NAME} here); - writes it out.")
@click.option("--paper", type=click.Choice(PAPERS, case_sensitive=False), default="A4", help="The sheets (A4).")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
def command(output: Path | None, paper: str, folder: Path) -> None:
    """All maps on paper: contents, personas, then each map on its sheets.

    It is the site's page "All maps, to print" as Chromium prints it (pip install 'parcours[chromium]'). One map on one
    sheet: parcours export map.
    """
    project, spoken = open_project(folder), language_here()
    from parcours.build.build import prepare
    from parcours.edge.printing import page_pdf
    from parcours.pages.print import ADDRESS

    made = prepare(project.read())
    if ADDRESS not in made.addresses:
        raise wrong_use(say("no_print_page", spoken), spoken)
    target = target_of(output, NAME, spoken)
    with made_by_browser(spoken):
        body = page_pdf(ADDRESS, reader_of(project, made), made.atlas.settings.base_url, paper.upper())
    put(body, target, spoken)
