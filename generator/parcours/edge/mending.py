"""The files ``check --fix`` changes: read as they are stored, mended, written back whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from parcours.edge.texts import read_raw, write_whole
from parcours.findings.finding import Finding
from parcours.findings.fix import edits, mended, shown


@dataclass(frozen=True, slots=True)
class Mend:
    """One file as it would be after mending, how many places change, and the difference to show."""

    path: str
    before: str
    after: str
    edits: int
    diff: str


def mends(root: Path, findings: Sequence[Finding]) -> tuple[Mend, ...]:
    """What can be mended without asking anybody what is meant, file by file. Files that cannot be read are left."""
    made: list[Mend] = []
    for path, found in groupby(findings, key=lambda one: one.place.path):
        of_file = tuple(found)
        try:
            before = read_raw(root / path)
        except (OSError, UnicodeDecodeError):
            continue
        after = mended(before, of_file)
        if after != before:
            count = sum(1 for _ in edits(of_file, before.removeprefix("\ufeff").splitlines()))
            made.append(Mend(path, before, after, count, shown(path, before, after)))
    return tuple(made)


def write_mends(root: Path, wanted: Sequence[Mend]) -> None:
    """Writes the mended files; one that changed since it was shown is left as it is. Raises OSError."""
    for mend in wanted:
        if read_raw(root / mend.path) == mend.before:
            write_whole(root / mend.path, mend.after)
