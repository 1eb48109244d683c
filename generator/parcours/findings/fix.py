"""Mechanical mends: the spelling of ids and keys, the form of dates, quotes around a text. Comments and order stay."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.findings.finding import Finding
from parcours.source.text import BOM, Place

WHOLE = frozenset({"syntax/unquoted-colon", "syntax/special-character", "syntax/comma-in-braces", "syntax/no-colon"})
"""Rules whose suggestion stands for all that is marked; of the others it stands for the misspelt word in it."""
WORD_IN = ("id", "key", "value", "anchor", "name", "target")
"""Values that hold the misspelt word, the likeliest first."""


class Edit(NamedTuple):
    """Puts ``text`` in place of what is marked. ``place`` is on one line."""

    place: Place
    text: str


def is_whole(found: Finding) -> bool:
    """Whether the suggestion stands for all that is marked, whatever the text: what can be mended unseen."""
    if not found.suggestion:
        return False
    words = [value for name in WORD_IN if (value := found.value(name))]
    return found.rule in WHOLE or (bool(words) and len(words[0]) == found.place.length)


def edit_of(found: Finding, line: str) -> Edit | None:
    """The edit that mends a finding, given the line it stands on; None where a person must decide."""
    place = found.place
    start, end = place.column - 1, place.column - 1 + place.length
    marked = line[start:end]
    if not found.suggestion or len(marked) != place.length:
        return None
    if found.rule in WHOLE:
        return Edit(place, found.suggestion)
    values = dict(found.values)
    for word in (values[name] for name in WORD_IN if values.get(name)):
        spots = [spot.start() for spot in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", marked)]
        if len(spots) == 1:
            return Edit(Place(place.path, place.line, place.column + spots[0], len(word)), found.suggestion)
    return None


def edits(findings: Iterable[Finding], lines: list[str]) -> Iterator[Edit]:
    """The edits for the findings of one file, none touching another, from the last to the first."""
    found = [edit for one in findings if (edit := edit_of(one, _line(lines, one.place.line))) is not None]
    before: Place | None = None
    for edit in sorted(dict.fromkeys(found), key=lambda edit: edit.place, reverse=True):
        apart = (
            before is None or before.line != edit.place.line or edit.place.column + edit.place.length <= before.column
        )
        if apart:
            yield edit
            before = edit.place


def mended(raw: str, findings: Iterable[Finding]) -> str:
    """A file's text with its mechanical mistakes mended; its line ends and byte order mark are as they were."""
    mark, text = (BOM, raw[1:]) if raw.startswith(BOM) else ("", raw)
    parts = re.split(r"(\r\n|\n|\r)", text)
    for edit in edits(findings, parts[::2]):
        at, column = (edit.place.line - 1) * 2, edit.place.column - 1
        parts[at] = parts[at][:column] + edit.text + parts[at][column + edit.place.length :]
    return mark + "".join(parts)


def shown(path: str, before: str, after: str) -> str:
    """The difference as a unified diff, empty where there is none."""
    old, new = (text.removeprefix(BOM).splitlines() for text in (before, after))
    return "\n".join(difflib.unified_diff(old, new, path, path, lineterm="", n=1))


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 1 <= number <= len(lines) else ""
