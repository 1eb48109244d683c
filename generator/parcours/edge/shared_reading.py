"""Texts parsed by all cores: a forked process parses some, and sends back what it read."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.build.reading import Texts, read_texts
from parcours.edge.forks import ChildFailed, cores, shared
from parcours.parse.document import Document

FEWEST_SHARED = 200
"""Texts from which on a second process pays for itself: what it read costs a third of the reading to send."""


def read_shared(texts: Texts) -> list[Document]:
    """The documents of some texts, in order. Where a process dies, this one reads everything itself."""

    def read(numbers: Iterator[int]) -> list[tuple[int, Document]]:
        return [(number, read_texts((texts[number],))[0]) for number in numbers]

    try:
        parts = shared(range(len(texts)), read, cores() if len(texts) >= FEWEST_SHARED else 1)
    except ChildFailed:
        return read_texts(texts)
    by_number = dict(one for part in parts for one in part)
    return [by_number[number] for number in range(len(texts))]
