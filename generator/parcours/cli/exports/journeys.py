"""What exports share: which journey is meant, and where a file goes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.exports.words import say
from parcours.cli.project import open_project, wrong_use

if TYPE_CHECKING:
    from parcours.build.build import Build
    from parcours.edge.project import Project
    from parcours.export.told import Told
    from parcours.link.atlas import Atlas, Ref

plain_option = click.option(
    "--plain", is_flag=True, help="Without what lets `parcours import` bring it back as it was."
)
STDOUT = Path("-")
MOST_TOLD = 12


def journey_named(atlas: Atlas, written: str, language: str) -> Ref:
    """The journey of an id or a title; ends with exit code 2 and the nearest one where there is none."""
    from parcours.findings.suggest import nearest
    from parcours.model.kinds import Kind

    ref = atlas.ref(Kind.JOURNEY, written)
    if ref is not None:
        return ref
    known = sorted(atlas.journeys)
    suggestion = nearest(written, known)
    key = "near" if suggestion else "no_journey"
    told = say(key, language, name=written, suggestion=suggestion)
    if not suggestion and 0 < len(known) <= MOST_TOLD:
        told += "\n" + say("journeys", language, known=", ".join(known))
    raise wrong_use(told)


def tell(folder: Path, journey: str | None, language: str) -> tuple[Build, Told, str]:
    """A project's journeys, or the one that is named, as exports want them; and how a file of them is called."""
    project = open_project(folder)
    from parcours.build.build import prepare
    from parcours.export.told import told

    made = prepare(project.read())
    ref = journey_named(made.atlas, journey, language) if journey else None
    return made, told(made, ref), ref.id if ref else "journeys"


def reader_of(project: Project, made: Build) -> Callable[[str], bytes | None]:
    """What stands at an address of the site: a page, a file of the theme, a picture of the project."""

    def read(address: str) -> bytes | None:
        copied = made.copies.get(address)
        file = project.asset(copied) if copied else None
        return file.read_bytes() if file and file.is_file() else made.file(address)

    return read


@contextmanager
def made_by_browser(language: str) -> Generator[None]:
    """Ends with exit code 2 and a word of help where there is no browser, or none that does it."""
    from parcours.edge.chromium import ENVIRONMENT, BrowserFailed, NoBrowser, NoPlaywright

    try:
        yield
    except NoPlaywright:
        raise wrong_use(say("no_playwright", language), language) from None
    except NoBrowser:
        raise wrong_use(say("no_browser", language, variable=ENVIRONMENT), language) from None
    except BrowserFailed as failed:
        raise wrong_use(say("browser_failed", language, browser=failed.browser, reason=failed), language) from None


@contextmanager
def need_office(package: str, language: str) -> Generator[None]:
    """Ends with exit code 2 and a word of help where a library of the extra ``office`` is not installed."""
    try:
        yield
    except ModuleNotFoundError:
        raise wrong_use(say("no_office", language, package=package), language) from None


def format_of(output: Path | None, chosen: str | None, known: tuple[str, ...], language: str) -> str:
    """The format that was named, else that of the file's ending, else the first."""
    if chosen is not None:
        return chosen
    if output is None or output == STDOUT:
        return known[0]
    ending = output.suffix.removeprefix(".").lower()
    if ending in known:
        return ending
    raise wrong_use(say("format", language, name=output, known=", ".join(known)), language)


def target_of(output: Path | None, name: str, language: str) -> Path:
    """Where a file goes: where it was said, else here under its own name, unless something is there already."""
    target = output or Path(name)
    if output is None and target.exists():
        raise wrong_use(say("there", language, path=target), language)
    return target


def put(data: bytes, target: Path, language: str) -> None:
    """Writes a file, whole or not at all, and says so; to the standard output where the target is ``-``."""
    from parcours.edge.texts import write_bytes_whole

    if target == STDOUT:
        sys.stdout.buffer.write(data)
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_bytes_whole(target, data)
    except OSError as error:
        raise wrong_use(say("disk", language, path=target, reason=error.strerror or error), language) from None
    click.echo(say("written", language, path=click.format_filename(target), size=_size(len(data))))


def _size(count: int) -> str:
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
