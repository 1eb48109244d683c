"""``parcours export html``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import journey_named, put, reader_of, target_of
from parcours.cli.project import language_here, open_project


@click.command("html")
@click.argument("journey")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (JOURNEY.html here); - writes it out.")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
def command(journey: str, output: Path | None, folder: Path) -> None:
    """The page of JOURNEY as one file with everything in it, to be sent by mail.

    It works as on the site, the map's tools too. Links to other pages lead to base_url; without one they are words.
    """
    project, spoken = open_project(folder), language_here()
    from parcours.build.build import prepare
    from parcours.export.one_html import one_html

    made = prepare(project.read())
    ref = journey_named(made.atlas, journey, spoken)
    target = target_of(output, f"{ref.id}.html", spoken)

    page = (made.file(ref.address) or b"").decode("utf-8")
    whole = one_html(page, ref.address, reader_of(project, made), made.atlas.settings.base_url)
    put(whole.encode("utf-8"), target, spoken)
