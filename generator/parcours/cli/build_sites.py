"""Which sites ``parcours build`` makes: of the present, of a revision, or of the present with releases beside it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from parcours.cli.project import wrong_use
from parcours.cli.words import say

if TYPE_CHECKING:
    from parcours.build.reading import Read
    from parcours.build.snapshot import Snapshot
    from parcours.edge.kept import Keeper
    from parcours.edge.project import Project
    from parcours.edge.site_folder import Part


@dataclass(frozen=True, slots=True)
class Sites:
    """What is made: a project at one moment with its site, and the sites beside it.

    ``names`` are the releases beside it; ``present`` says that it is the project as it lies on disk.
    """

    snapshot: Snapshot
    site: Part
    beside: Iterable[Part] = ()
    names: tuple[str, ...] = ()
    present: bool = True


def sites_of(
    project: Project,
    revision: str | None,
    stack: ExitStack,
    read: Read,
    keeper: Keeper,
    *,
    alone: bool,
) -> Sites:
    """The sites to make, their texts parsed by ``read``; what they need of the disk is given back when the stack ends.

    ``keeper`` has the last build, on which the present one is built where it stands alone.

    Raises a click exception (exit code 2) where there is no such revision.
    """
    from parcours.build.build import prepare
    from parcours.build.settings import read_settings
    from parcours.edge.history import with_history
    from parcours.edge.site_folder import Part

    snapshot = project.read()
    settings, _ = read_settings(snapshot)
    if revision is not None:
        return _at(project, snapshot, revision, settings.language, stack, read)
    snapshot = with_history(project.root, snapshot)
    versions = settings.versions
    found = _with_releases(project, snapshot, stack, read) if not alone and (versions.names or versions.tags) else None
    if found is not None:
        return found
    return Sites(snapshot, Part(prepare(snapshot, keeper.recall(snapshot), read, keeper.stock), project.asset))


def _with_releases(project: Project, snapshot: Snapshot, stack: ExitStack, read: Read) -> Sites | None:
    """The present with its releases; None, and told, where git has none of them."""
    from parcours.build.settings import read_settings
    from parcours.edge.git import GitFault
    from parcours.edge.releases import side_by_side, wanted

    settings, _ = read_settings(snapshot)
    try:
        asked, unknown = wanted(project.root, settings.versions)
        _tell_unknown(project, unknown, settings.language)
        if not asked:
            return None
        parts = stack.enter_context(side_by_side(project, snapshot, asked, read))
    except GitFault as fault:
        reason = fault.words or fault.trouble.value
        click.echo(say("no_versions", settings.language, reason=reason), err=True)
        return None
    return Sites(snapshot, next(parts), parts, tuple(one.name for one in asked))


def _at(project: Project, now: Snapshot, revision: str, language: str, stack: ExitStack, read: Read) -> Sites:
    from parcours.build.build import prepare
    from parcours.build.reading import reading
    from parcours.cli.diff_sides import Sides
    from parcours.cli.diff_words import say as say_diff
    from parcours.edge.revision import Revision
    from parcours.edge.site_folder import Part
    from parcours.parse.document import CONTENT

    commit = Sides(project, lambda: reading(now), language).revision(revision).commit
    past = stack.enter_context(Revision(project.root, commit))
    snapshot = past.read(now)
    if not any(path.startswith(f"{CONTENT}/") for path in snapshot.sources):
        raise wrong_use(say_diff("no_content_at", language, text=revision), language)
    return Sites(snapshot, Part(prepare(snapshot, read=read), past.asset), present=False)


def _tell_unknown(project: Project, unknown: tuple[str, ...], language: str) -> None:
    from parcours.cli.diff_words import say as say_close
    from parcours.edge.revision import names_of
    from parcours.findings.suggest import nearest

    for name in unknown:
        close = nearest(name, names_of(project.root))
        told = say_close("close", language, close=close) if close else ""
        click.echo(say("no_version", language, name=name, close=told), err=True)
