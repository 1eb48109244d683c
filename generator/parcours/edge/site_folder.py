"""The output folder: written beside and swapped in, so that it is always a whole site, the old or the new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from parcours.analyse.contract import ADDRESS
from parcours.build.build import Build
from parcours.build.kept import Stood
from parcours.edge.folders import remove_empty
from parcours.edge.forks import shared
from parcours.edge.kept import Keeper
from parcours.edge.marked import Mark
from parcours.edge.packed import Packers, pack
from parcours.edge.raster import png_of
from parcours.edge.scripts import load_scripts
from parcours.edge.swap import fresh_beside, swap
from parcours.edge.unchanged import site_of
from parcours.findings.finding import Finding
from parcours.theme.stock import Fresh

if TYPE_CHECKING:
    from parcours.edge.elsewhere import Elsewhere

MARK = ".parcours-site"
"""A file that says a folder was made by us; a folder without it, and not empty, is never touched."""

FEWEST_SHARED = 40
"""Pages from which on a second process pays for itself (measured: forking costs what three pages do)."""


class NotOurs(Exception):
    """The output folder holds something we did not make."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files a site has, and what making its pages has shown.

    ``stood`` are its pages for the next process, by address, as far as they are kept; ``kept`` is where the project is.
    ``fresh`` is what was not in stock; ``site`` identifies all files of the site.
    """

    files: int
    shown: tuple[Finding, ...]
    stood: Mapping[str, Stood] = field(default_factory=dict[str, Stood], repr=False)
    kept: str = ""
    fresh: Fresh = field(default_factory=Fresh, repr=False)
    site: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A site, what gives its assets, and its folder from the top of the output (``versions/v1.2/``; the top itself)."""

    build: Build
    asset: Callable[[str], Path]
    folder: str = ""


def _unseen() -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Means:
    """How a site is made.

    ``tick`` is called now and then. ``processes`` share the work where that pays, unless pages are made ``elsewhere``;
    ``png`` paints their cards, ``packers`` put texts beside themselves once more, compressed. ``keeper`` has files of
    the last site, and keeps what the next needs.
    """

    tick: Callable[[], None] = _unseen
    processes: int = 1
    png: Callable[[bytes], bytes] = png_of
    packers: Packers = ()
    elsewhere: Elsewhere | None = None
    keeper: Keeper | None = None


ALONE = Means()
"""One process, unseen; nothing is kept."""


def write_site(site: Part, output: Path, means: Means = ALONE, beside: Iterable[Part] = ()) -> Written:
    """Makes the pages of a prepared site, writes them and swaps the site in; pages are let go once written.

    ``beside`` are sites within it, each asked for when the last is written. Raises NotOurs when the folder is not empty
    and not ours, OSError when the disk refuses, ChildFailed when a process died, ExecutorFailed when something fails
    elsewhere.
    """
    if output.exists() and not is_ours(output):
        raise NotOurs
    keeper = means.keeper
    with fresh_beside(output, keeper.waiting() if keeper is not None else None) as (fresh, folders):
        written = _fill(site, fresh, means)
        for part in beside:
            written = replace(written, files=written.files + _fill(part, fresh, means).files)
        pack(fresh, means.packers, means.processes)
        remove_empty(folders)
        # Once it is swapped in, another build may put its own site there.
        marks = keeper.marks_of(fresh, written.stood) if keeper is not None else dict[str, Mark]()
        written = replace(written, site=site_of(fresh))
        swap(fresh, output)
    if keeper is not None:
        keeper.keep_stock(written.fresh)
        keeper.keep_site(written.kept, written.stood, marks)
    return written


def is_ours(output: Path) -> bool:
    """Whether a folder may be replaced: it is empty, or one of our sites."""
    return output.is_dir() and ((output / MARK).is_file() or not any(output.iterdir()))


def _fill(site: Part, output: Path, means: Means) -> Written:
    build, folder = site.build, output / PurePosixPath(site.folder)
    make = _made_here if means.elsewhere is None else partial(_from, means.elsewhere)
    parts = make(build, folder, means)
    for address, body in build.static.items():
        _at(folder, address).write_bytes(body)
    for address, source in build.copies.items():
        # A file that a page or the theme has there is the one that is shown; and it may be the old site's, too.
        if not (at := _at(folder, address)).exists():
            shutil.copyfile(site.asset(source), at)
    _at(folder, MARK).write_text(
        "This folder is made by parcours build; it is replaced as a whole.\n", encoding="utf-8"
    )
    files = sum(part.files for part in parts) + len(build.static) + len(build.copies)
    shown = dict.fromkeys(found for part in parts for found in part.shown)
    return Written(
        files,
        tuple(shown),
        {address: one for part in parts for address, one in part.stood.items()},
        "".join(part.kept for part in parts),
        reduce(Fresh.__or__, (part.fresh for part in parts), Fresh()),
    )


def _made_here(build: Build, folder: Path, means: Means) -> list[Written]:
    """Pages made by this process, and by others that it forks."""
    here, keeper = os.getpid(), means.keeper
    keeping = keeper is not None and keeper.wanted(build)

    def made(pages: Iterator[str]) -> Written:
        count, kept, stood = 0, "", dict[str, Stood]()
        for address in pages:
            files, stands = _put(build, address, folder, means)
            count += len(files)
            if keeping and stands is None:
                stands = build.shelf.as_stood(address, files)
            if stands is not None:
                stood[address] = stands
            if keeping and keeper is not None and address == ADDRESS:
                kept = keeper.keep(build)
            build.shelf.forget(address)
            if os.getpid() == here:
                means.tick()
        return Written(count, build.shown, stood if keeping else {}, kept, build.engine.fresh)

    pages = (ADDRESS, *build.shelf.plans)
    load_scripts()
    return shared(pages, made, means.processes if len(pages) >= FEWEST_SHARED else 1)


def _put(build: Build, address: str, folder: Path, means: Means) -> tuple[tuple[str, ...], Stood | None]:
    """The names of a page's files, written or linked from the last site; what it is there, where it is the same."""
    keeper = means.keeper
    stands = build.shelf.take(address) if keeper is not None else None
    if keeper is not None and isinstance(stands, Stood) and keeper.link(stands.files, folder):
        return stands.files, stands
    names: list[str] = []
    for at, body in _files(build, address, means.png):
        _at(folder, at).write_bytes(body)
        names.append(at)
    return tuple(names), None


def _from(elsewhere: Elsewhere, build: Build, folder: Path, means: Means) -> list[Written]:
    """Pages that others make, written here."""
    written: list[Written] = []
    for pages in elsewhere.pages(build, tuple(build.shelf.plans)):
        for at, body in pages.files:
            _at(folder, at).write_bytes(body)
        for _ in range(pages.count):
            means.tick()
        written.append(Written(len(pages.files), pages.shown))
    own = dict(_files(build, ADDRESS, png_of))
    for at, body in own.items():
        _at(folder, at).write_bytes(body)
    return [*written, Written(len(own), ())]


def _files(build: Build, address: str, png: Callable[[bytes], bytes]) -> Iterator[tuple[str, bytes]]:
    """The files of a page; those that are made from all of the project stand for its contract."""
    if address == ADDRESS:
        yield from build.shelf.contract_files().items()
        yield from build.shelf.index_files().items()
        return
    yield from build.files(address)
    for at, page in build.cards_beside(address).items():
        yield at, png(build.engine.card(page))


def _at(folder: Path, address: str) -> Path:
    path = folder / PurePosixPath(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
