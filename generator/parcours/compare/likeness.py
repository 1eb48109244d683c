"""How alike two texts are, and which of two lists belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from parcours.source.address import slug

Pair = tuple[int, int]
"""An index on side a and one on side b."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something to be matched: its place on its side, its id, and what it is called."""

    index: int
    id: str
    words: str


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 100, whatever the order of their words; accents and capitals do not count."""
    return fuzz.token_sort_ratio(slug(one).replace("-", " "), slug(other).replace("-", " "))


def by_id(a: Sequence[Named], b: Sequence[Named]) -> dict[int, int]:
    """Those that bear the same id."""
    ids = {one.id: one.index for one in b}
    return {one.index: ids[one.id] for one in a if one.id in ids}


def by_words(a: Sequence[Named], b: Sequence[Named], least: float) -> dict[int, int]:
    """Those whose words are at least ``least`` alike, the most alike first, each used once.

    Equally alike ones are taken by how far apart they stand, then by their ids, so that the answer is the same
    whichever side is called a.
    """
    found = sorted(
        (-score, abs(one.index - other.index), tuple(sorted((one.id, other.id))), (one.index, other.index))
        for one in a
        for other in b
        if one.words and other.words and (score := likeness(one.words, other.words)) >= least
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, (i, j) in found:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
