"""``parcours import``: what others wrote, as drafts. Tells first; writes when asked; never overwrites."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.import_pictures import found
from parcours.cli.import_words import say
from parcours.cli.project import FAILED, language_here, wrong_use

if TYPE_CHECKING:
    from parcours.bring.draft import Given
    from parcours.bring.proposal import Proposal
    from parcours.bring.verified import Verified
    from parcours.model.settings import Scale

FORMATS = ("json", "mermaid", "table", "csv", "persona", "xlsx")
STDIN = Path("-")

HELP = """Bring FILEs in as drafts: Mermaid journeys, tables, persona pages. Tells what it would write; --write does.

\b
parcours import README.md                  what its Mermaid fences would become
parcours import README.md --write          the same, written below content/
pbpaste | parcours import - --as mermaid   from the standard input

Nothing that exists is overwritten, and nothing is lost: what fits no field stands in the page's body. Exit code 1 when
a file holds nothing that can be read, 2 when the command is not used right.
"""


@click.command("import", help=HELP)
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--as", "named", type=click.Choice(FORMATS), help="What the files are (seen from what is in them).")
@click.option("--to", default="content", type=click.Path(path_type=Path), help="The content folder (content/).")
@click.option("--scale", "scale", metavar="WORST..BEST", help="The scale of the scores in them (guessed).")
@click.option("--all", "whole", is_flag=True, help="Show long stretches that were left out whole.")
@click.option("--write", is_flag=True, help="Write the files.")
def command(
    files: tuple[Path, ...], named: str | None, to: Path, scale: str | None, *, whole: bool, write: bool
) -> None:
    """Reads, tells, and writes where asked."""
    spoken = language_here()
    asked = _scale(scale, spoken) if scale else None
    given = tuple(_given(path, spoken) for path in files)
    from parcours.bring.choose import reader
    from parcours.bring.proposal import propose
    from parcours.bring.verified import around, verified
    from parcours.edge.project import Project

    content = _content(to)
    snapshot = Project(content.parent).read()
    known = around(snapshot, asked)
    first = propose(given, known, reader(named))
    pictures = found(first, [(one.path, path) for one, path in zip(given, files, strict=True)])
    places = {key: target for key, (_, target) in pictures.items()}
    proposed = propose(given, replace(known, pictures=places), reader(named)) if places else first
    made = verified(proposed, snapshot, places)
    _tell(made, content, spoken, whole=whole, write=write)
    failed = write and not (_write(made.proposal, content, spoken) and _copied(pictures.values(), content, spoken))
    if failed or any(one.key in _refusals() for one in made.proposal.remarks):
        sys.exit(FAILED)


def _refusals() -> frozenset[str]:
    from parcours.bring.remark import Weight
    from parcours.bring.words import REMARKS

    return frozenset(key for key, words in REMARKS.items() if words.weight is Weight.REFUSED)


def _scale(written: str, language: str) -> Scale:
    from pydantic import ValidationError

    from parcours.model.settings import Settings

    try:
        return Settings.model_validate({"feeling_scale": written}).feeling_scale
    except ValidationError:
        raise wrong_use(say("scale", language, written=written), language) from None


def _given(path: Path, language: str) -> Given:
    from parcours.bring.draft import Given
    from parcours.edge.texts import LARGEST_TEXT

    if path == STDIN:
        return Given("stdin", sys.stdin.buffer.read())
    try:
        data = path.read_bytes()
    except OSError as error:
        raise wrong_use(say("unreadable", language, path=path, reason=error.strerror or error), language) from None
    if len(data) > 5 * LARGEST_TEXT:
        sizes = {"size": f"{len(data) / 1e6:.1f} MB", "limit": f"{5 * LARGEST_TEXT / 1e6:g} MB"}
        raise wrong_use(say("too_large", language, path=path, **sizes), language)
    return Given(_shown(path), data)


def _shown(path: Path) -> str:
    """The path as pages may name it: from here, else its name alone, for no page tells how a disk is arranged."""
    here = Path.cwd()
    full = path.resolve()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else path.name


def _content(to: Path) -> Path:
    """The content folder meant: a project's, where a project was named."""
    full = to.resolve()
    return full / "content" if full.name != "content" and (full / "content").is_dir() else full


def _tell(made: Verified, content: Path, language: str, *, whole: bool, write: bool) -> None:
    from parcours.bring.report import report
    from parcours.edge.console import show_file, show_lines
    from parcours.findings.terminal import totals

    folder = _from_here(content)
    if not write:
        for file in made.proposal.files:
            show_file(f"{folder}/{file.path}", file.text)
    show_lines(report(made.proposal, language, whole=whole))
    if made.errors:
        click.echo(say("errors", language, count=totals(made.errors, language)), err=True)
    if write:
        return
    count = len(made.proposal.files)
    told = say("one" if count == 1 else "many", language, count=count)
    click.echo(say("would" if count else "nothing", language, count=told, folder=f"{folder}/"), err=True)


def _write(made: Proposal, content: Path, language: str) -> bool:
    """Writes what is not there yet; whether all of it could be written."""
    done = [_put(content / file.path, file.text, language) for file in made.files]
    if any(done):
        root = _from_here(content.parent)
        click.echo("\n" + say("next", language, where="" if root == "." else f" {root}"))
    return all(done)


def _put(path: Path, text: str, language: str) -> bool:
    shown = _from_here(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        click.echo(say("there", language, path=shown), err=True)
        return False
    except OSError as error:
        click.echo(say("failed", language, path=shown, reason=error.strerror or error), err=True)
        return False
    click.echo(say("written", language, path=shown))
    return True


def _copied(pictures: Iterable[tuple[Path, str]], content: Path, language: str) -> bool:
    """Copies pictures to where the pages look for them; what is there stays. Whether all are there now."""
    done = [_copy(path, content / target, language) for path, target in pictures]
    return all(done)


def _copy(path: Path, target: Path, language: str) -> bool:
    shown = _from_here(target)
    try:
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            click.echo(say("written", language, path=shown))
    except OSError as error:
        click.echo(say("failed", language, path=shown, reason=error.strerror or error), err=True)
        return False
    return True


def _from_here(path: Path) -> str:
    here = Path.cwd()
    return click.format_filename(path.relative_to(here) if path.is_relative_to(here) else path)
