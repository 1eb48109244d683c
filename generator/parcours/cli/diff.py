"""``parcours diff``."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.diff_sides import JOURNEY, REVISION, Side, Sides
from parcours.cli.diff_words import say
from parcours.cli.project import FAILED, wrong_use

if TYPE_CHECKING:
    from parcours.build.reading import Reading
    from parcours.build.snapshot import Snapshot
    from parcours.diff.difference import Difference
    from parcours.edge.project import Project
    from parcours.link.atlas import Atlas
    from parcours.theme.files import ThemeFiles

FORMATS = ("text", "json", "markdown", "html")

HELP = """Tell what the maps say differently in A and in B (the working tree by default).

A and B are git revisions, branches or tags, folders that hold a project, or journeys of this project. A journey alone
is compared with the future state that answers it, or the current one it answers. A..B and A...B are as in git.

\b
parcours diff main                        what this working tree changes
parcours diff main...HEAD                 what this branch changes
parcours diff v1.2 v1.3 --journey buy     one journey between two releases
parcours diff buy                         its current and its future state

A word is taken for a journey first, then for a revision, then for a folder: rev:NAME, folder:NAME and journey:NAME say
which is meant. Exit code 0 when both sides say the same, 1 when they differ, 2 when it is not used right.
"""


@click.command("diff", help=HELP)
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to tell it.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file to write instead of printing.")
@click.option("--journey", "journeys", metavar="ID", multiple=True, help="Only this journey; repeatable.")
@click.option("--language", type=click.Choice(["en", "fr"]), help="The language of the telling (the site's).")
@click.option("--project", "folder", default=".", type=click.Path(path_type=Path), help="The project to look at.")
def command(
    a: str, b: str | None, form: str, output: Path | None, journeys: tuple[str, ...], language: str | None, folder: Path
) -> None:
    """Finds both sides, reads them, tells what differs."""
    from parcours.edge.project import Project

    projects = _Projects(Project(folder))
    sides = Sides(projects.here, projects.tree, language or "")
    found = sides.both(a, b)
    language = sides.language
    compared = _compare(projects, found, journeys, language, _command((a, *((b,) if b else ())), journeys))
    text = _told(compared, form, language)
    if text is None:
        _print(compared, language)
    elif output is None:
        click.echo(text, nl=False)
    if output is not None:
        _write(output, _plain(compared, language) if text is None else text, language)
    if compared.difference:
        sys.exit(FAILED)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Both sides, their projects, and what differs."""

    a: Side
    b: Side
    atlas_a: Atlas = field(repr=False)
    atlas_b: Atlas = field(repr=False)
    difference: Difference
    theme: ThemeFiles = field(repr=False)
    command: str


class _Projects:
    """Reads sides; the texts that two sides share are parsed once."""

    def __init__(self, here: Project) -> None:
        self.here = here
        self._snapshot: Snapshot | None = None
        self._reading: Reading | None = None

    def tree(self) -> Reading:
        """The project as it lies in the working tree."""
        if self._reading is None:
            self._reading = self._read(self.snapshot())
        return self._reading

    def snapshot(self) -> Snapshot:
        if self._snapshot is None:
            self._snapshot = self.here.read()
        return self._snapshot

    def of(self, side: Side) -> Reading:
        """What a side says. Raises GitFault."""
        from parcours.edge.project import Project
        from parcours.edge.revision import Revision

        if side.kind == REVISION:
            return self._read(Revision(self.here.root, side.commit).read(self.snapshot()))
        if side.folder.resolve() == self.here.root or side.kind == JOURNEY:
            return self.tree()
        return self._read(Project(side.folder).read())

    def _read(self, snapshot: Snapshot) -> Reading:
        from parcours.build.reading import reading

        return reading(snapshot, self._reading)


def _command(sides: tuple[str, ...], journeys: tuple[str, ...]) -> str:
    """The command that tells everything in a terminal."""
    return shlex.join(("parcours", "diff", *sides, *(word for id_ in journeys for word in ("--journey", id_))))


def _compare(
    projects: _Projects, sides: tuple[Side, Side], journeys: tuple[str, ...], language: str, command: str
) -> _Compared:
    from parcours.diff.projects import State, between, difference, only
    from parcours.edge.git import GitFault

    a, b = sides
    try:
        read_a, read_b = projects.of(a), projects.of(b)
    except GitFault as fault:
        raise wrong_use(say("failed", language, words=fault.words or fault.trouble.value), language) from None
    if a.kind == JOURNEY:
        found = between(read_a.atlas, a.journey, b.journey)
    else:
        _tell_unread(((a, read_a), (b, read_b)), language)
        found = difference(State.of(read_a.atlas), State.of(read_b.atlas))
        if journeys:
            found = only(found, _wanted(journeys, (read_a.atlas, read_b.atlas), language))
    return _Compared(a, b, read_a.atlas, read_b.atlas, found, projects.snapshot().theme, command)


def _wanted(written: tuple[str, ...], atlases: tuple[Atlas, Atlas], language: str) -> frozenset[str]:
    """The ids of journeys that are asked for; one that neither side has is wrong use."""
    from parcours.findings.suggest import nearest
    from parcours.model.kinds import Kind

    found: set[str] = set()
    for text in written:
        ids = {thing.ref.id for atlas in atlases if (thing := atlas.find(Kind.JOURNEY, text)) is not None}
        if not ids:
            close = nearest(text, [id_ for atlas in atlases for id_ in atlas.journeys])
            told = say("close", language, close=close) if close else ""
            raise wrong_use(say("not_there", language, text=text, close=told), language)
        found |= ids
    return frozenset(found)


def _tell_unread(sides: tuple[tuple[Side, Reading], ...], language: str) -> None:
    from parcours.findings.finding import Severity

    for side, read in sides:
        broken = sum(
            any(found.severity is Severity.ERROR for found in document.findings) for document in read.documents.values()
        )
        if broken:
            click.echo(say("unread" if broken > 1 else "unread_one", language, count=broken, side=side.name), err=True)


def _told(compared: _Compared, form: str, language: str) -> str | None:
    """The whole text in a format; None for the terminal's."""
    telling: dict[str, Callable[[_Compared, str], str]] = {"json": _json, "markdown": _markdown, "html": _html}
    return telling[form](compared, language) if form in telling else None


def _json(compared: _Compared, language: str) -> str:
    from parcours.diff.contract import as_data, as_json

    del language
    return as_json(as_data(compared.difference, compared.a.about(), compared.b.about()))


def _markdown(compared: _Compared, language: str) -> str:
    from parcours.diff.as_markdown import as_markdown
    from parcours.diff.names import Names
    from parcours.diff.telling import told

    names = Names.of(compared.atlas_a, compared.atlas_b, language)
    telling = told(compared.difference, names, compared.a.name, compared.b.name)
    return as_markdown(telling, names, compared.command)


def _html(compared: _Compared, language: str) -> str:
    from parcours.build.difference import difference_file
    from parcours.diff.names import Names
    from parcours.diff.telling import told

    names = Names.of(compared.atlas_a, compared.atlas_b, language)
    telling = told(compared.difference, names, compared.a.name, compared.b.name)
    return difference_file(telling, compared.difference, compared.atlas_a, compared.atlas_b, compared.theme, language)


def _print(compared: _Compared, language: str) -> None:
    from parcours.diff.as_text import lines_of
    from parcours.diff.names import Names
    from parcours.diff.telling import told
    from parcours.edge.console import show_telling

    names = Names.of(compared.atlas_a, compared.atlas_b, language)
    show_telling(lines_of(told(compared.difference, names, compared.a.name, compared.b.name), names))


def _plain(compared: _Compared, language: str) -> str:
    from parcours.diff.as_text import lines_of
    from parcours.diff.names import Names
    from parcours.diff.telling import told

    names = Names.of(compared.atlas_a, compared.atlas_b, language)
    lines = lines_of(told(compared.difference, names, compared.a.name, compared.b.name), names)
    return "".join("".join(run.text for run in line).rstrip() + "\n" for line in lines)


def _write(path: Path, text: str, language: str) -> None:
    from parcours.edge.texts import write_whole

    try:
        write_whole(path, text)
    except OSError as error:
        raise wrong_use(say("disk", language, path=path, reason=error.strerror or error), language) from None
    click.echo(say("made", language, path=path), err=True)
