"""The words of a source that stand neither in a page to be written nor in a remark: told, so that nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from parcours.bring.draft import Draft, Plain, Read
from parcours.bring.remark import remark
from parcours.source.text import Place, Source

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"</?[a-zA-Z]+[1-6]?\s*/?>|^\s*\d{1,3}[.)](?=\s)|^\s*[`~]{3,}\s*(?:ya?ml|json)\b")
"""What marks up and says nothing: plain tags, the numbers of a list, the language of a fence of data."""


def left_over(source: Source, read: Read) -> Read:
    """What was read, with a remark for every line that has words which nothing else tells."""
    told = frozenset(_words(_told(read)))
    kept = {number for run in read.rest for number in range(run.first, run.last + 1)}
    missing = [
        remark("words-left", place_of(source, number), words=" ".join(words))
        for number, line in enumerate(source.text.split("\n"), 1)
        if number not in kept and (words := [one for one in _WORD.findall(_MARKS.sub(" ", line)) if one not in told])
    ]
    return replace(read, remarks=(*read.remarks, *missing))


def place_of(source: Source, number: int) -> Place:
    """A line from its first word to its last."""
    line = source.line(number)
    return Place(source.path, number, len(line) - len(line.lstrip()) + 1, max(1, len(line.strip())))


def _told(read: Read) -> Iterator[str]:
    for draft in read.drafts:
        yield from _of_draft(draft)
    for one in read.remarks:
        yield from (value for _, value in one.values)


def _of_draft(draft: Draft) -> Iterator[str]:
    yield draft.name
    yield from _texts(draft.matter)
    for left in draft.left:
        yield left.heading
        yield left.text


def _texts(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, Sequence):
        yield from (text for inner in value for text in _texts(inner))
    elif value is not None:
        yield f"{value:g}"


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in _WORD.findall(text))
