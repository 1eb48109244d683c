"""A baseline: what was wrong on a day, so that an old project can be strict about everything new."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from parcours.findings.finding import Finding
from parcours.source.text import Source

VERSION = 1


class Known(NamedTuple):
    """What makes a finding the same as one of an earlier day: its file, its rule and the text it marks.

    The line is not part of it, so a text may move about.
    """

    path: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding was there when the baseline was written."""

    counts: Mapping[Known, int]

    def new_ones(self, findings: Iterable[Finding], sources: Mapping[str, Source]) -> tuple[tuple[Finding, ...], int]:
        """The findings that were not there before, and how many of the old ones are gone."""
        left = Counter(self.counts)
        fresh: list[Finding] = []
        for found in findings:
            key = known(found, sources)
            if left[key] > 0:
                left[key] -= 1
            else:
                fresh.append(found)
        return tuple(fresh), sum(left.values())


def known(found: Finding, sources: Mapping[str, Source]) -> Known:
    """What a finding is recognised by."""
    place = found.place
    source = sources.get(place.path)
    line = source.line(place.line) if source else ""
    return Known(place.path, found.rule, line[place.column - 1 : place.column - 1 + place.length])


def written(findings: Iterable[Finding], sources: Mapping[str, Source]) -> str:
    """The text of a baseline file: sorted, an entry a line's reach, so that merges are easy."""
    counts = Counter(known(found, sources) for found in findings)
    entries = [{**key._asdict(), "count": counts[key]} for key in sorted(counts)]
    return json.dumps({"version": VERSION, "findings": entries}, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Baseline | None:
    """The baseline a file holds; None when it holds none."""
    try:
        data: Any = json.loads(text)
        entries = ((Known(e["path"], e["rule"], e["text"]), int(e["count"])) for e in data["findings"])
        return Baseline(dict(entries)) if data["version"] == VERSION else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
