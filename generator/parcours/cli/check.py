"""``parcours check``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from parcours.cli.project import FAILED, open_project
from parcours.cli.words import say


@click.command("check")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to tell findings.")
def command(folder: Path, form: str, *, strict: bool) -> None:
    """Tell everything that is wrong or missing in the project in FOLDER (this one by default).

    Exit code 0 when clean, 1 when there are errors (or warnings with --strict).
    """
    project = open_project(folder)
    from parcours.build.build import build
    from parcours.findings.severity import fails

    snapshot = project.read()
    made = build(snapshot)
    language = made.atlas.settings.language
    if form == "json":
        import json

        from parcours.findings.as_json import as_data

        click.echo(json.dumps(as_data(made.findings, language), ensure_ascii=False, indent=2))
    else:
        from parcours.edge.console import report

        report(made.findings, snapshot.sources, language)
        if not made.findings:
            click.echo(say("clean", language, pages=len(made.made)))
    if fails(made.findings, strict=strict):
        sys.exit(FAILED)
