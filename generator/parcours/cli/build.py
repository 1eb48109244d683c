"""``parcours build``."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.build_elsewhere import elsewhere_at, reader
from parcours.cli.build_sites import Sites, sites_of
from parcours.cli.ending import AtOnce
from parcours.cli.project import FAILED, Failed, open_project, wrong_use
from parcours.cli.words import say
from parcours.edge.unchanged import forget, inputs_of, keep, same_as_last, tools_here

if TYPE_CHECKING:
    from parcours.build.build import Build
    from parcours.edge.elsewhere import Elsewhere
    from parcours.edge.kept import Keeper
    from parcours.edge.packed import Packers
    from parcours.edge.project import Project
    from parcours.edge.site_folder import Written
    from parcours.findings.finding import Finding

FOUND = "found"
"""How many errors and warnings the last build had, among what was said of it; they are kept elsewhere."""


@click.command("build")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The folder to make (site).")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--at", "revision", metavar="REV", help="Make the site of a revision, branch or tag of git.")
@click.option(
    "--compress",
    "packed",
    multiple=True,
    type=click.Choice(("gz", "br")),
    help="Texts once more, compressed (both: twice).",
)
@click.option("--executor", metavar="dask://HOST:PORT", help="Parse and render on a running Dask cluster.")
@click.option("--no-versions", "alone", is_flag=True, help="Leave out the releases that the settings ask for.")
def command(
    folder: Path,
    output: Path | None,
    revision: str | None,
    packed: tuple[str, ...],
    executor: str | None,
    *,
    strict: bool,
    alone: bool,
) -> None:
    """Make the site of the project in FOLDER (this one by default).

    A site is always made; findings decide about the exit code: 0 clean, 1 errors (or warnings with --strict).
    """
    start = time.perf_counter()
    # A short life leaves little to collect, and looking for it takes a sixth of it.
    gc.disable()
    root, target = folder.resolve(), (output or folder.resolve() / "site").resolve()
    tools = tools_here()
    inputs = inputs_of(root, tools) + ("-" if alone else "") + "".join(sorted(set(packed)))
    last = same_as_last(root, target, inputs) if revision is None else None
    if last is not None and _told_again(last, root, target, tools, inputs, strict=strict):
        return
    project = open_project(folder)
    from parcours.edge.kept import Keeper

    keeper = Keeper(root, target, tools)
    with ExitStack() as stack:
        elsewhere = stack.enter_context(elsewhere_at(executor))
        sites = sites_of(project, revision, stack, reader(elsewhere), keeper, alone=alone)
        language = sites.site.build.atlas.settings.language
        if keeper.damaged:
            click.echo(say("kept_damaged", language), err=True)
        packers = _packers(packed, language)
        _build(project, sites, target, packers, elsewhere, keeper, inputs, start, strict=strict)


def _told_again(last: dict[str, str], root: Path, target: Path, tools: str, inputs: str, *, strict: bool) -> bool:
    """Tells what was told of the last build, which would be the same; False where that is not known any more.

    Exits as that build did.
    """
    findings: tuple[Finding, ...] = ()
    if last.get(FOUND):
        from parcours.edge.console import report
        from parcours.edge.kept import Keeper

        told = Keeper(root, target, tools).told(inputs)
        if told is None:
            return False
        findings = told.findings
        report(findings, told.sources, last.get("language", "en"), root)
    _tell_unchanged(last, target)
    if findings:
        from parcours.findings.severity import fails

        if fails(findings, strict=strict):
            sys.exit(FAILED)
    return True


def _packers(names: tuple[str, ...], language: str) -> Packers:
    from parcours.edge.packed import NoBrotli, packers_of

    try:
        return packers_of(names)
    except NoBrotli:
        raise wrong_use(say("no_brotli", language), language) from None


def _build(
    project: Project,
    sites: Sites,
    target: Path,
    packers: Packers,
    elsewhere: Elsewhere | None,
    keeper: Keeper,
    inputs: str,
    start: float,
    *,
    strict: bool,
) -> None:
    from parcours.edge.baseline_file import BASELINE, without_known
    from parcours.edge.site_folder import is_ours
    from parcours.edge.states import keep_state, state_of
    from parcours.findings.finding import Severity
    from parcours.findings.severity import fails
    from parcours.findings.terminal import totals

    snapshot, made = sites.snapshot, sites.site.build
    language = made.atlas.settings.language
    if target.exists() and not is_ours(target):
        raise wrong_use(say("not_ours", language, path=_shown(target)), language)
    written = _written(sites, project, target, packers, elsewhere, keeper, language)
    findings, _, _ = without_known(project.root, made.findings_with(written.shown), snapshot.sources)
    if findings is None:
        raise wrong_use(say("baseline_broken", language, path=BASELINE), language)
    serious = [found for found in findings if found.severity is not Severity.ADVICE]
    if serious:
        from parcours.edge.console import report

        report(serious, snapshot.texts, language, project.root)
    advice = totals((found for found in findings if found.severity is Severity.ADVICE), language)
    said = {"language": language, "advice": advice, **_counted(made)}
    _tell_advice(said)
    time_ = _time(time.perf_counter() - start)
    click.echo(say("built", language, files=written.files, time=time_, path=_shown(target), **_counted(made)))
    if sites.names:
        click.echo(say("with_versions", language, names=", ".join(sites.names)))
    if sites.present:
        keep_state(project.root, state_of(snapshot, made.atlas.settings.diagrams))
    if not sites.present or (serious and not keeper.keep_told(inputs, serious, snapshot.texts)):
        forget(project.root)
    else:
        keep(project.root, target, inputs, written.site, {**said, FOUND: str(len(serious) or "")})
    raise AtOnce(FAILED if fails(findings, strict=strict) else 0)


def _written(
    sites: Sites,
    project: Project,
    target: Path,
    packers: Packers,
    elsewhere: Elsewhere | None,
    keeper: Keeper,
    language: str,
) -> Written:
    from parcours.edge.forks import ChildFailed, cores
    from parcours.edge.raster import Cards
    from parcours.edge.site_folder import Means, NotOurs, write_site

    made = sites.site.build
    cards = Cards(project.root)
    try:
        with _progress(say("building", language), made.pages * (1 + len(sites.names))) as tick:
            keeping = keeper if sites.present and not sites.names else None
            means = Means(tick, cores(), cards.png, packers, elsewhere, keeping)
            written = write_site(sites.site, target, means, sites.beside)
    except NotOurs:
        raise wrong_use(say("not_ours", language, path=_shown(target)), language) from None
    except ChildFailed:
        raise Failed(say("child_failed", language), language) from None
    except OSError as error:
        raise Failed(say("disk", language, reason=error.strerror or error), language) from None
    if not made.shelf.stood:
        cards.tidy()
    return written


@contextmanager
def _progress(words: str, total: int) -> Generator[Callable[[], None]]:
    """A bar that each call lets grow, where there is a terminal; rich is not loaded for any other."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(TextColumn("{task.description}"), BarColumn(), transient=True) as progress:
        task = progress.add_task(words, total=total)
        yield lambda: progress.advance(task)


def _counted(made: Build) -> dict[str, str]:
    from parcours.model.kinds import Kind

    by_kind = made.atlas.by_kind
    return {
        "pages": str(made.pages),
        "journeys": str(len(by_kind.get(Kind.JOURNEY, ()))),
        "personas": str(len(by_kind.get(Kind.PERSONA, ()))),
    }


def _tell_advice(said: dict[str, str]) -> None:
    if said.get("advice"):
        click.echo(say("advice", said.get("language", "en"), count=said["advice"]))


def _tell_unchanged(said: dict[str, str], target: Path) -> None:
    _tell_advice(said)
    counts = {key: said.get(key, "") for key in ("pages", "journeys", "personas")}
    click.echo(say("unchanged", said.get("language", "en"), path=_shown(target), **counts))


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
