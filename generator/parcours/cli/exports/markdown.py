"""``parcours export markdown``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import plain_option, put, target_of, tell
from parcours.cli.project import language_here


@click.command("markdown")
@click.argument("journey", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (JOURNEY.md here); - writes it out.")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
@plain_option
def command(journey: str | None, output: Path | None, folder: Path, *, plain: bool) -> None:
    """JOURNEY, or all of them, as one readable page of Markdown with its diagrams, for a wiki.

    A comment at its end lets `parcours import` bring it back, with what was changed in its words.
    """
    from parcours.export.markdown import all_markdown

    spoken = language_here()
    made, told, name = tell(folder, journey, spoken)
    put(
        all_markdown(told, None if plain else made.atlas).encode("utf-8", "replace"),
        target_of(output, f"{name}.md", spoken),
        spoken,
    )
