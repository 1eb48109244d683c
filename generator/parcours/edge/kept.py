"""The last build, kept in ``.parcours/cache`` for the next process; losing it costs time and nothing else.

Two files: the project as it was linked, and what the pages of its site were made from, with sizes and times of the
files they wrote. A file of the site that is still as it was is not made again but linked into the next site. What is
kept may be older than the site: files written since then have other times, so their pages are made again.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from platformdirs import user_cache_path

from parcours.build.build import Build, keep, restored
from parcours.build.kept import Kept, Stood
from parcours.build.reading import Reading
from parcours.build.snapshot import Snapshot
from parcours.draw.diagram import Drawn, NotDrawn
from parcours.edge.marked import Mark, mark_of, put_below
from parcours.edge.memory import FOLDER, own_folder
from parcours.edge.signed import NotOurs, read_signed, write_signed
from parcours.edge.sleeping import SLEEPS
from parcours.findings.finding import Finding
from parcours.parse.document import Document
from parcours.source.text import Source
from parcours.theme.drawings import MOST, MOST_CURVES
from parcours.theme.stock import MOST_COMPILED, Compiled, CurveBy, DrawnBy, Fresh, Stock

PAGES = "pages.kept"
READING = "reading-{}.kept"
TOLD = "told.kept"
DRAWINGS, LATE = "drawings.kept", "drawings-late.kept"
"""All pictures, and a few that were drawn since: all are not written again for each."""
MOST_LATE = 200
SEEN = "seen.kept"
FOLDERS = "folders"
TEMPLATES = "templates-{}.kept"
"""In the user's own cache: what Python does with its modules, too."""
MOST_CHANGED, FEWEST_STANDING = 0.05, 0.5
"""The share of texts that may have changed since a build was kept, and of its pages that must stand, before one is kept
anew: that takes as long as making a tenth of the pages."""
FEWEST = 200
"""Texts from which on a preview keeps anything."""
LEFT = 3600
"""Seconds after which nobody is writing any more what a process that was killed has left."""
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class SiteKept:
    """The pages of a site, where it lies, its files with their marks, and the file with the project behind them."""

    reading: str
    output: str
    stood: Mapping[str, Stood] = field(repr=False)
    marks: Mapping[str, Mark] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Told:
    """The errors and warnings of a build of some ``inputs``, and the texts they stand in."""

    inputs: str
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Diagrams and small curves, by what they are drawn from."""

    drawn: Mapping[DrawnBy, Drawn | NotDrawn] = field(repr=False)
    curves: Mapping[CurveBy, str] = field(repr=False)


NO_PICTURES = Pictures({}, {})


class Keeper:
    """What is kept of the builds of one project into one folder. ``damaged`` says that there was something unusable."""

    def __init__(self, root: Path, output: Path, tools: str, meanwhile: Callable[[], None] | None = None) -> None:
        """``tools`` identifies Parcours and its libraries: what others kept is not looked at.

        ``meanwhile`` is called again and again while a large project is read back; without it, that is done piece by
        piece, when something of it is looked at.
        """
        self._root, self._output, self._tools, self._meanwhile = root, output, tools, meanwhile
        self._marks: Mapping[str, Mark] = {}
        self._documents: Mapping[str, Document] = {}
        self._known = False
        self.damaged = False
        self._stock: Stock | None = None
        self._late = NO_PICTURES

    @property
    def stock(self) -> Stock:
        """What was drawn for this project and compiled for this user."""
        if self._stock is None:
            many, few = (
                found if isinstance(found := self._opened(self._here(name)), Pictures) else NO_PICTURES
                for name in (DRAWINGS, LATE)
            )
            compiled = self._opened(self._templates())
            self._late = few
            self._stock = Stock(
                {**many.drawn, **few.drawn},
                {**many.curves, **few.curves},
                compiled=Compiled(cast("dict[str, bytes]", compiled) if isinstance(compiled, dict) else {}),
            )
        return self._stock

    def recall(self, now: Snapshot) -> Build | None:
        """The last build that was kept, to build on; of another output folder, without its pages."""
        found = self._kept()
        if found is None:
            return None
        site, kept = found
        self._known, self._documents = site.output == str(self._output), kept.read.documents
        self._marks = site.marks if self._known else {}
        there = {name for name, mark in self._marks.items() if mark_of(f"{self._output}/{name}") == mark}
        stood = {address: one for address, one in site.stood.items() if there.issuperset(one.files)}
        return restored(kept, stood, self.stock, now)

    def last_read(self) -> Reading | None:
        """The project as it was when a build was kept."""
        found = self._kept()
        return found[1].read if found else None

    def _kept(self) -> tuple[SiteKept, Kept] | None:
        site = self._opened(self._here(PAGES))
        kept = self._opened(self._here(site.reading)) if isinstance(site, SiteKept) else None
        return (site, kept) if isinstance(site, SiteKept) and isinstance(kept, Kept) else None

    def wanted(self, made: Build) -> bool:
        """Whether a build should be kept: none is, or it shares too little with the one that is."""
        texts = made.read.documents
        changed = sum(self._documents.get(path) is not document for path, document in texts.items())
        standing = len(made.shelf.standing)
        return not self._known or changed > MOST_CHANGED * len(texts) or standing < FEWEST_STANDING * made.pages

    def link(self, files: tuple[str, ...], folder: Path) -> bool:
        """Puts files of the last site into a new one; False, and none is there, where one is not as it was."""
        here, there = f"{self._output}/", f"{folder}/"
        done: list[str] = []
        for name in files:
            to = there + name
            done.append(to)
            # Looked at under its new name, which nobody else has: another build may put its site there at any time.
            if name not in self._marks or not put_below(here + name, to) or mark_of(to) != self._marks[name]:
                # A linked file is the old site's too: nothing may ever be written into it.
                for one in done:
                    Path(one).unlink(missing_ok=True)
                return False
        return True

    def waiting(self) -> Path | None:
        """Where the folders of the last site wait for the next one; None where there is no place for them."""
        try:
            return self._here(FOLDERS) if own_folder(self._root) else None
        except OSError:
            return None

    def keep(self, made: Build) -> str:
        """Keeps a build without its pages; the name of the file, empty where the disk refuses."""
        name = READING.format(secrets.token_hex(8))
        return name if self._write(self._here(name), keep(made)) else ""

    def is_strange(self, made: Build) -> bool:
        """Whether too little of a build is known from what was kept, so that reading it took its time."""
        texts = made.read.documents
        strange = sum(self._documents.get(path) is not document for path, document in texts.items())
        return self.is_large(made) and strange > MOST_CHANGED * len(texts)

    def is_large(self, made: Build) -> bool:
        """Whether reading the texts of a build takes longer than the blink of an eye."""
        return len(made.read.documents) >= FEWEST

    def keep_preview(self, made: Build) -> None:
        """Keeps a build that was written nowhere, with what still stands of the site that was."""
        stood = {address: made.shelf.stood[address] for address in sorted(made.shelf.standing)}
        self.keep_site(self.keep(made), stood, self._marks)

    def marks_of(self, folder: Path, stood: Mapping[str, Stood]) -> Mapping[str, Mark]:
        """The files of some pages as they stand in a folder that nobody else knows yet."""
        files = (name for one in stood.values() for name in one.files)
        return {name: mark for name in files if (mark := mark_of(f"{folder}/{name}"))}

    def keep_site(self, reading: str, stood: Mapping[str, Stood], marks: Mapping[str, Mark]) -> None:
        """Keeps what the pages of the site were made from, and their files as they stood there."""
        if not reading:
            return
        files = {name for one in stood.values() for name in one.files}
        marks = {name: mark for name, mark in marks.items() if name in files}
        kept = self._write(self._here(PAGES), SiteKept(reading, str(self._output), stood, marks))
        _tidy(self._here(reading), READING.format("*"), keep=kept)

    def keep_stock(self, fresh: Fresh) -> None:
        """Keeps what was drawn and compiled besides what was in stock; of too many the oldest are let go."""
        stock = self.stock
        late = Pictures({**self._late.drawn, **fresh.drawn}, {**self._late.curves, **fresh.curves})
        if not (fresh.drawn or fresh.curves):
            pass
        elif len(late.drawn) + len(late.curves) <= MOST_LATE:
            self._write(self._here(LATE), late)
        else:
            drawn, curves = {**stock.drawn, **fresh.drawn}, {**stock.curves, **fresh.curves}
            if self._write(self._here(DRAWINGS), Pictures(_last(MOST, drawn), _last(MOST_CURVES, curves))):
                self._here(LATE).unlink(missing_ok=True)
        if fresh.compiled:
            codes = _last(MOST_COMPILED, {**stock.compiled.known, **fresh.compiled})
            with suppress(OSError):
                self._templates().parent.mkdir(parents=True, exist_ok=True)
                kept = self._write(self._templates(), codes)
                _tidy(self._templates(), TEMPLATES.format("*"), keep=kept)

    def seen(self) -> Mapping[str, bytes]:
        """The pages that were last seen in a preview, by address."""
        found = self._opened(self._here(SEEN))
        return cast("dict[str, bytes]", found) if isinstance(found, dict) else {}

    def keep_seen(self, pages: Mapping[str, bytes]) -> bool:
        """Keeps pages as they were last seen; False where the disk refuses."""
        return self._write(self._here(SEEN), dict(pages))

    def told(self, inputs: str) -> Told | None:
        """What a build of these inputs had to say."""
        found = self._opened(self._here(TOLD))
        return found if isinstance(found, Told) and found.inputs == inputs else None

    def keep_told(self, inputs: str, findings: Sequence[Finding], sources: Mapping[str, Source]) -> bool:
        """Keeps what a build had to say; False where the disk refuses."""
        paths = {place.path for found in findings for place in (found.place, *found.related)}
        texts = {path: sources[path] for path in sorted(paths) if path in sources}
        return self._write(self._here(TOLD), Told(inputs, tuple(findings), texts))

    def _here(self, name: str) -> Path:
        return self._root / FOLDER / name

    def _templates(self) -> Path:
        return user_cache_path("parcours", appauthor=False) / TEMPLATES.format(self._tools[:16])

    def _opened(self, path: Path) -> object:
        try:
            return read_signed(path, self._tools, SLEEPS, self._meanwhile)
        except (OSError, RuntimeError):
            return None
        except NotOurs:
            self.damaged = True
            return None

    def _write(self, path: Path, value: object) -> bool:
        try:
            return own_folder(self._root) and write_signed(path, value, self._tools, SLEEPS)
        except OSError:
            return False


def _last(most: int, entries: dict[K, V]) -> dict[K, V]:
    return dict(list(entries.items())[-most:])


def _tidy(path: Path, pattern: str, *, keep: bool) -> None:
    """Removes the files that are like one, or that one alone if it is not to be kept; and what killed writers left."""
    old = [one for one in path.parent.glob(pattern) if one != path] if keep else [path]
    for one in (*old, *path.parent.glob(".*.kept.*")):
        with suppress(OSError):
            if one in old or time.time() - one.stat().st_mtime > LEFT:
                one.unlink()
