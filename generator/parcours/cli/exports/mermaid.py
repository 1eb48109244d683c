"""``parcours export mermaid``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import plain_option, put, target_of, tell
from parcours.cli.exports.words import say
from parcours.cli.project import language_here, wrong_use


@click.command("mermaid")
@click.argument("journey")
@click.option("-d", "--diagram", type=click.Choice(["journey", "flow"]), default="journey", help="Which of the two.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (JOURNEY.mmd here); - writes it out.")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
@plain_option
def command(journey: str, diagram: str, output: Path | None, folder: Path, *, plain: bool) -> None:
    """JOURNEY as a Mermaid script: how it feels (journey), or how it flows (flow).

    Comments in the first let `parcours import` bring its steps back under their ids.
    """
    spoken = language_here()
    _, told, name = tell(folder, journey, spoken)
    from parcours.export.mermaid import carrying_script

    ((id_, page),) = told.journeys
    scripts = [view.script for view in page.diagrams if view.kind == diagram]
    if not scripts:
        raise wrong_use(say("no_diagram", spoken, name=name, diagram=diagram), spoken)
    script = scripts[0].rstrip() + "\n"
    script = script if plain or diagram == "flow" else carrying_script(script, id_, page)
    put(script.encode("utf-8", "replace"), target_of(output, f"{name}.mmd", spoken), spoken)
