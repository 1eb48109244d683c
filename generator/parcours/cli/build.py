"""``parcours build``."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

import click

from parcours.cli.project import FAILED, open_project, wrong_use
from parcours.cli.words import say


@click.command("build")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The folder to make (site).")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def command(folder: Path, output: Path | None, *, strict: bool) -> None:
    """Make the site of the project in FOLDER (this one by default).

    A site is always made; findings decide about the exit code: 0 clean, 1 errors (or warnings with --strict).
    """
    start = time.perf_counter()
    # A short life leaves little to collect, and looking for it takes a sixth of it.
    gc.disable()
    project = open_project(folder)
    from rich.progress import BarColumn, Progress, TextColumn

    from parcours.build.build import prepare
    from parcours.edge.baseline_file import BASELINE, without_known
    from parcours.edge.console import report
    from parcours.edge.forks import ChildFailed, cores
    from parcours.edge.raster import Cards
    from parcours.edge.site_folder import NotOurs, is_ours, write_site
    from parcours.findings.finding import Severity
    from parcours.findings.severity import fails
    from parcours.findings.terminal import totals
    from parcours.model.kinds import Kind

    target = (output or project.root / "site").resolve()
    snapshot = project.read()
    made = prepare(snapshot)
    language = made.atlas.settings.language
    if target.exists() and not is_ours(target):
        raise wrong_use(say("not_ours", language, path=_shown(target)))
    cards = Cards(project.root)
    columns = (TextColumn("{task.description}"), BarColumn())
    try:
        with Progress(*columns, transient=True, disable=not sys.stderr.isatty()) as progress:
            task = progress.add_task(say("building", language), total=made.pages)
            written = write_site(made, target, project.asset, lambda: progress.advance(task), cores(), cards.png)
            cards.tidy()
    except NotOurs:
        raise wrong_use(say("not_ours", language, path=_shown(target))) from None
    except ChildFailed:
        raise click.ClickException(say("child_failed", language)) from None
    except OSError as error:
        raise click.ClickException(say("disk", language, reason=error.strerror or error)) from None
    findings, _, _ = without_known(project.root, made.findings_with(written.shown), snapshot.sources)
    if findings is None:
        raise wrong_use(say("baseline_broken", language, path=BASELINE))
    serious = [found for found in findings if found.severity is not Severity.ADVICE]
    report(serious, snapshot.sources, language, project.root)
    advice = totals((found for found in findings if found.severity is Severity.ADVICE), language)
    if advice:
        click.echo(say("advice", language, count=advice))
    things = made.atlas.things
    click.echo(
        say(
            "built",
            language,
            pages=made.pages,
            journeys=sum(ref.kind is Kind.JOURNEY for ref in things),
            personas=sum(ref.kind is Kind.PERSONA for ref in things),
            files=written.files,
            time=_time(time.perf_counter() - start),
            path=_shown(target),
        )
    )
    if fails(findings, strict=strict):
        sys.exit(FAILED)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
