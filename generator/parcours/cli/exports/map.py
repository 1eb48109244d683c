"""``parcours export map``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import format_of, journey_named, made_by_browser, put, target_of
from parcours.cli.exports.words import say
from parcours.cli.project import language_here, open_project, wrong_use

FORMATS = ("svg", "png", "pdf")


@click.command("map")
@click.argument("journey")
@click.option("-f", "--format", "chosen", type=click.Choice(FORMATS), help="The format (by the file's ending, or svg).")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (JOURNEY.svg here); - writes it out.")
@click.option("--scale", type=click.FloatRange(0.25, 8), default=2.0, help="Pixels of a PNG for one of the page (2).")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
def command(journey: str, chosen: str | None, output: Path | None, scale: float, folder: Path) -> None:
    """Take the map of JOURNEY (its id or its title) away as one picture.

    An SVG stands alone: real texts, nothing from outside; a PNG is painted from it. A PDF, one sheet with real texts,
    is made by Chromium (pip install 'parcours[chromium]').
    """
    project, spoken = open_project(folder), language_here()
    format_ = format_of(output, chosen, FORMATS, spoken)
    from parcours.build.build import prepare

    made = prepare(project.read())
    ref = journey_named(made.atlas, journey, spoken)
    target = target_of(output, f"{ref.id}.{format_}", spoken)
    picture = made.map_of(ref)
    if picture is None:
        raise wrong_use(say("no_map", spoken, name=ref.id), spoken)
    put(_as(format_, picture, scale, spoken), target, spoken)


def _as(format_: str, picture: bytes, scale: float, spoken: str) -> bytes:
    if format_ == "png":
        from parcours.edge.raster import png_of

        return png_of(picture, scale)
    return _pdf(picture, spoken) if format_ == "pdf" else picture


def _pdf(picture: bytes, spoken: str) -> bytes:
    from parcours.edge.chromium import pdf_of

    with made_by_browser(spoken):
        return pdf_of(picture)
