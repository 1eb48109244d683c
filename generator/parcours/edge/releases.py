"""The releases of a project: which there are in git, and the site of each beside the present one."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from parcours.build.build import Build, prepare
from parcours.build.reading import Read, read_texts
from parcours.build.snapshot import Snapshot
from parcours.edge.git import GitFault, Trouble, ask, commit_of
from parcours.edge.project import Project
from parcours.edge.revision import Revision
from parcours.edge.site_folder import Part
from parcours.model.releases import PRESENT, Release, Releases
from parcours.model.settings import Versions
from parcours.source.address import slug

MOST = 20
"""Versions that are made at most: each is a build of its own."""
FOLDER = "versions"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A release to be made: its name and its commit."""

    name: str
    commit: str


def wanted(root: Path, versions: Versions) -> tuple[tuple[Wanted, ...], tuple[str, ...]]:
    """The releases that the settings ask for, each once, and the names that git does not know. Raises GitFault."""
    found: dict[str, Wanted] = {}
    unknown: list[str] = []
    tags = fitting(root, versions.tags, versions.last) if versions.tags else ()
    for name in dict.fromkeys((*versions.names, *tags)):
        try:
            found.setdefault(slug(name) or name, Wanted(name, commit_of(root, name)))
        except GitFault as fault:
            if fault.trouble is not Trouble.UNKNOWN:
                raise
            unknown.append(name)
    if versions.tags and not tags:
        unknown.append(versions.tags)
    return tuple(found.values())[:MOST], tuple(unknown)


def fitting(root: Path, pattern: str, last: int) -> tuple[str, ...]:
    """The newest tags that fit a pattern, at most so many; of one day the higher number first. Raises GitFault."""
    sorting = ("--sort=-version:refname", "--sort=-creatordate")
    listed = os.fsdecode(ask(root, "for-each-ref", *sorting, "--format=%(refname:short)", "refs/tags"))
    return tuple(name for name in listed.splitlines() if fnmatchcase(name, pattern))[:last]


@contextmanager
def side_by_side(
    project: Project, snapshot: Snapshot, asked: tuple[Wanted, ...], read: Read = read_texts
) -> Generator[Iterator[Part]]:
    """The sites of the present and of each release, every page linked to itself in the others; each made when reached.

    All sites are read first, for their addresses; the texts they share are read once, by ``read``. Raises GitFault.
    """
    with ExitStack() as stack:
        present = prepare(snapshot, read=read)
        pasts: list[_Past] = []
        for one in asked:
            revision = stack.enter_context(Revision(project.root, one.commit))
            past = revision.read(snapshot)
            pasts.append(_Past(one.name, revision, past, prepare(past, present, read).addresses))
        releases = Releases(PRESENT, (Release(PRESENT, "", present.addresses), *(past.release for past in pasts)))
        yield _parts(project, snapshot, present, pasts, releases)


@dataclass(frozen=True, slots=True)
class _Past:
    name: str
    revision: Revision
    snapshot: Snapshot
    addresses: frozenset[str]

    @property
    def release(self) -> Release:
        return Release(self.name, f"{FOLDER}/{slug(self.name) or self.name}/", self.addresses)


def _parts(
    project: Project, snapshot: Snapshot, present: Build, pasts: list[_Past], releases: Releases
) -> Iterator[Part]:
    yield Part(prepare(replace(snapshot, releases=releases), present), project.asset)
    for past in pasts:
        made = prepare(replace(past.snapshot, releases=releases.within(past.name)), present)
        yield Part(made, past.revision.asset, past.release.folder)
