"""``parcours check``."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.project import FAILED, Failed, open_project, wrong_use
from parcours.cli.words import say

if TYPE_CHECKING:
    from parcours.build.build import Inspection
    from parcours.edge.project import Project
    from parcours.findings.finding import Finding

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")


@click.command("check")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to tell findings.")
@click.option("--fix", is_flag=True, help="Show how the mechanical ones would be mended, then ask.")
@click.option("--yes", is_flag=True, help="With --fix: mend without asking.")
@click.option("--write-baseline", is_flag=True, help="Remember today's findings, so that only new ones are told.")
@click.option("--no-baseline", is_flag=True, help="Tell the remembered findings too.")
def command(
    folder: Path, form: str, *, strict: bool, fix: bool, yes: bool, write_baseline: bool, no_baseline: bool
) -> None:
    """Tell everything that is wrong or missing in the project in FOLDER (this one by default).

    Exit code 0 when clean, 1 when there are errors (or warnings with --strict), 2 when it is not used right.
    """
    project = open_project(folder)
    from parcours.build.build import inspect
    from parcours.edge.baseline_file import BASELINE, without_known, write_baseline_file
    from parcours.edge.history import with_history
    from parcours.edge.kept import Keeper
    from parcours.edge.unchanged import tools_here
    from parcours.findings.severity import fails

    gc.disable()  # as in a build: a short life leaves little to collect
    last = Keeper(project.root, project.root / "site", tools_here()).last_read()
    checked = inspect(with_history(project.root, project.read(), maps=False), last)
    if fix and _mend(project, checked.findings, checked.language, yes=yes):
        checked = inspect(with_history(project.root, project.read(), maps=False))
    if write_baseline:
        write_baseline_file(project.root, checked.findings, checked.sources)
        click.echo(say("baseline_written", checked.language, count=len(checked.findings), path=BASELINE), err=True)
        return
    findings, known, gone = (
        (checked.findings, 0, 0) if no_baseline else without_known(project.root, checked.findings, checked.sources)
    )
    if findings is None:
        raise wrong_use(say("baseline_broken", checked.language, path=BASELINE), checked.language)
    if form == "text":
        _tell(project, checked, findings, known, gone)
    else:
        from parcours.findings.formats import FORMATS as FORMS

        click.echo(FORMS[form](findings, checked.language), nl=False)
    if fails(findings, strict=strict):
        sys.exit(FAILED)


def _tell(project: Project, checked: Inspection, findings: tuple[Finding, ...], known: int, gone: int) -> None:
    """The findings in words, then what the baseline kept back."""
    from parcours.edge.baseline_file import BASELINE
    from parcours.edge.console import report

    report(findings, checked.sources, checked.language, project.root)
    if not findings and not known:
        click.echo(say("clean", checked.language, pages=checked.pages))
    for word, count in (("known", known), ("gone", gone)):
        if count:
            click.echo(say(word, checked.language, count=count, path=BASELINE), err=True)


def _mend(project: Project, findings: tuple[Finding, ...], language: str, *, yes: bool) -> bool:
    """Shows what would be mended and mends it when that is wanted; whether anything was."""
    from parcours.edge.mending import mends, write_mends

    wanted = mends(project.root, findings)
    if not wanted:
        click.echo(say("nothing_to_mend", language), err=True)
        return False
    from parcours.edge.console import show_diff

    for mend in wanted:
        show_diff(mend.diff)
    if not yes and not (sys.stdin.isatty() and click.confirm(say("mend", language, count=len(wanted)), err=True)):
        click.echo(say("not_mended", language), err=True)
        return False
    try:
        write_mends(project.root, wanted)
    except OSError as error:
        raise Failed(say("disk_text", language, reason=error.strerror or error), language) from None
    click.echo(say("mended", language, count=sum(mend.edits for mend in wanted)), err=True)
    return True
