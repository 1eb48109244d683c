"""The last build, kept in ``.parcours/cache`` for the next process; losing it costs time and nothing else.

Two files: the project as it was linked, and what the pages of its site were made from, with sizes and times of the
files they wrote. A file of the site that is still as it was is not made again but linked into the next site. What is
kept may be older than the site: files written since then have other times, so their pages are made again.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from parcours.build.build import Build, keep, restored
from parcours.build.kept import Kept, Stood
from parcours.build.snapshot import Snapshot
from parcours.edge.memory import FOLDER, own_folder
from parcours.edge.signed import NotOurs, opened, signed
from parcours.edge.texts import write_bytes_whole
from parcours.parse.document import Document

PAGES = "pages.kept"
READING = "reading-{}.kept"
MOST_CHANGED, FEWEST_STANDING = 0.05, 0.5
"""The share of texts that may have changed since a build was kept, and of its pages that must stand, before one is kept
anew: that takes as long as making a tenth of the pages."""
_NO_LINKS = frozenset((errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS))

Mark = tuple[int, int]
"""Size of a file and when it was written, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class SiteKept:
    """The pages of a site, where it lies, its files with their marks, and the file with the project behind them."""

    reading: str
    output: str
    stood: Mapping[str, Stood] = field(repr=False)
    marks: Mapping[str, Mark] = field(repr=False)


class Keeper:
    """What is kept of the builds of one project into one folder. ``damaged`` says that there was something unusable."""

    def __init__(self, root: Path, output: Path, tools: str) -> None:
        """``tools`` identifies Parcours and its libraries: what others kept is not looked at."""
        self._root, self._output, self._tools = root, output, tools
        self._marks: Mapping[str, Mark] = {}
        self._documents: Mapping[str, Document] = {}
        self._known = False
        self.damaged = False

    def recall(self, now: Snapshot) -> Build | None:
        """The last build that was kept, to build on; of another output folder, without its pages."""
        try:
            site = self._opened(PAGES)
            kept = self._opened(site.reading) if isinstance(site, SiteKept) else None
        except NotOurs:
            self.damaged = True
            return None
        if not isinstance(site, SiteKept) or not isinstance(kept, Kept):
            return None
        self._known, self._documents = site.output == str(self._output), kept.read.documents
        self._marks = site.marks if self._known else {}
        return restored(kept, site.stood if self._known else {}, now)

    def wanted(self, made: Build) -> bool:
        """Whether a build should be kept: none is, or it shares too little with the one that is."""
        texts = made.read.documents
        changed = sum(self._documents.get(path) is not document for path, document in texts.items())
        standing = len(made.shelf.standing)
        return not self._known or changed > MOST_CHANGED * len(texts) or standing < FEWEST_STANDING * made.pages

    def link(self, files: tuple[str, ...], folder: Path) -> bool:
        """Puts files of the last site into a new one; False, and none is there, where one is not as it was."""
        if any(mark_of(self._output / name) != self._marks.get(name, ()) for name in files):
            return False
        done: list[Path] = []
        try:
            for name in files:
                to = folder / PurePosixPath(name)
                to.parent.mkdir(parents=True, exist_ok=True)
                done.append(to)
                put(self._output / name, to)
        except OSError:
            # A linked file is the old site's too: nothing may ever be written into it.
            for to in done:
                to.unlink(missing_ok=True)
            return False
        return True

    def keep(self, made: Build) -> str:
        """Keeps a build without its pages; the name of the file, empty where the disk refuses."""
        name = READING.format(secrets.token_hex(8))
        return name if self._write(name, keep(made)) else ""

    def keep_site(self, reading: str, stood: Mapping[str, Stood]) -> None:
        """Keeps what the pages of the site, as it lies in the output folder now, were made from."""
        files = (name for one in stood.values() for name in one.files)
        marks = {name: mark for name in files if (mark := mark_of(self._output / name))}
        if reading and self._write(PAGES, SiteKept(reading, str(self._output), stood, marks)):
            for old in (self._root / FOLDER).glob(READING.format("*")):
                if old.name != reading:
                    with suppress(OSError):
                        old.unlink()

    def _opened(self, name: str) -> object:
        try:
            data = (self._root / FOLDER / name).read_bytes()
        except OSError:
            return None
        return opened(data, self._tools)

    def _write(self, name: str, value: object) -> bool:
        data = signed(value, self._tools)
        try:
            if data is None or not own_folder(self._root):
                return False
            write_bytes_whole(self._root / FOLDER / name, data)
        except OSError:
            return False
        return True


def mark_of(path: Path) -> Mark | None:
    """By what a file is known again; None where there is none, links too."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


def put(old: Path, new: Path) -> None:
    """The same file under a second name; a copy of it where there can be no two names. Raises OSError."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(old, new, follow_symlinks=False)
