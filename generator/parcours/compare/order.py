"""Two lists in one: which pairs keep their order, and the list that holds both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from parcours.compare.likeness import Pair

Slot = tuple[int | None, int | None]
"""A place in the list that holds both: what side a has there, and what side b has."""


def in_order(pairs: Iterable[Pair], name: Callable[[Pair], tuple[str, ...]]) -> tuple[Pair, ...]:
    """The most pairs that stand in the same order on both sides; the others have moved.

    Among equally many those whose names come first are kept; ``name`` must be the same whichever side is a.
    """
    chains: list[tuple[int, tuple[tuple[str, ...], ...], tuple[Pair, ...]]] = []
    for i, j in sorted(pairs, reverse=True):
        longer = [chain for chain in chains if chain[2][0][0] > i and chain[2][0][1] > j]
        length, names, rest = min(longer, key=lambda chain: chain[:2], default=(0, (), ()))
        chains.append((length - 1, (name((i, j)), *names), ((i, j), *rest)))
    return min(chains, key=lambda chain: chain[:2])[2] if chains else ()


def merged(count_a: int, count_b: int, kept: Iterable[Pair]) -> Iterator[Slot]:
    """Both lists as one: pairs together, between them what only a has, then what only b has."""
    for (i, j), (end_a, end_b) in pairwise([(-1, -1), *sorted(kept), (count_a, count_b)]):
        if i >= 0:
            yield i, j
        yield from ((n, None) for n in range(i + 1, end_a))
        yield from ((None, n) for n in range(j + 1, end_b))
