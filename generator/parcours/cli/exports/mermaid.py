"""``parcours export mermaid``."""

from __future__ import annotations

from pathlib import Path

import click

from parcours.cli.exports.journeys import put, target_of, tell
from parcours.cli.exports.words import say
from parcours.cli.project import language_here, wrong_use


@click.command("mermaid")
@click.argument("journey")
@click.option("-d", "--diagram", type=click.Choice(["journey", "flow"]), default="journey", help="Which of the two.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (JOURNEY.mmd here); - writes it out.")
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="The project (this one).")
def command(journey: str, diagram: str, output: Path | None, folder: Path) -> None:
    """JOURNEY as a Mermaid script: how it feels (journey), or how it flows (flow)."""
    spoken = language_here()
    _, told, name = tell(folder, journey, spoken)
    scripts = [view.script for _, page in told.journeys for view in page.diagrams if view.kind == diagram]
    if not scripts:
        raise wrong_use(say("no_diagram", spoken, name=name, diagram=diagram))
    put(f"{scripts[0].rstrip()}\n".encode("utf-8", "replace"), target_of(output, f"{name}.mmd", spoken), spoken)
