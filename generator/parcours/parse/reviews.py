"""``parcours-reviews.txt``: read and written. One line a thing, sorted: two people's reviews merge by themselves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.model.review import Seen
from parcours.source.text import Place, Source

REVIEWS = "parcours-reviews.txt"
"""Where a project keeps them: beside ``parcours.yml``, committed by the team."""

HEAD = (
    "# Written by `parcours review`: what each journey, and all that it cites, looked like when it was last reviewed.\n"
    "# journey, day, thing, then a digest of each field. Commit this file; where a merge left marks, review again.\n"
)
_LINE = re.compile(r"(\S+) +(\d{4}-\d\d-\d\d) +([a-z]+)/(\S+)((?: +[a-z_]+:[0-9a-f]{8})*)\s*")


def read_reviews(source: Source | None) -> tuple[tuple[Seen, ...], tuple[Finding, ...]]:
    """The lines of the file; of two about the same thing the later day counts. A line that is none is a finding."""
    known: dict[tuple[str, str, str], Seen] = {}
    problems: list[Finding] = []
    for number, line in enumerate(source.text.split("\n") if source else (), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        seen = _seen(line)
        if seen is None and source is not None:
            problems.append(finding("files/bad-review", Place(source.path, number, 1, len(line))))
        elif seen is not None:
            key = (seen.journey, seen.kind, seen.id)
            if key not in known or known[key].day <= seen.day:
                known[key] = seen
    return tuple(known.values()), tuple(problems)


def _seen(line: str) -> Seen | None:
    found = _LINE.fullmatch(line)
    try:
        day = dt.date.fromisoformat(found[2]) if found else None
    except ValueError:
        return None
    if found is None or day is None:
        return None
    pairs = (pair.partition(":") for pair in found[5].split())
    return Seen(found[1], day, found[3], found[4], {field: digest for field, _, digest in pairs})


def written_reviews(seen: Iterable[Seen]) -> str:
    """The text of the file for these lines."""
    lines = sorted((one.journey, f"{one.kind}/{one.id}", one.day.isoformat(), _looks(one)) for one in seen)
    return HEAD + "".join(f"{journey} {day} {thing}{looks}\n" for journey, thing, day, looks in lines)


def _looks(one: Seen) -> str:
    return "".join(f" {field}:{digest}" for field, digest in sorted(one.looks.items()))
