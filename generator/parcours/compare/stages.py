"""Which stages of two journeys belong together, and in which order both are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parcours.compare.likeness import Named, Pair, by_id, by_words
from parcours.compare.order import in_order, merged
from parcours.link.atlas import LinkedStage

LEAST = 70.0
"""How alike (0 to 100) the names of two stages must be to stand for one."""


@dataclass(frozen=True, slots=True)
class StagePair:
    """Two stages that stand for one (either may be missing); ``moved`` when their order among the others differs."""

    a: LinkedStage | None
    b: LinkedStage | None
    moved: bool = False


def pair_stages(a: Sequence[LinkedStage], b: Sequence[LinkedStage]) -> tuple[StagePair, ...]:
    """The stages of both sides as one list: matched by id, then by name, then by their order between matched ones."""
    pairs = _matched(_named(a), _named(b))
    kept = in_order(pairs.items(), lambda pair: tuple(sorted((a[pair[0]].id, b[pair[1]].id))))
    pairs |= dict(_by_order(len(a), len(b), kept, pairs))
    kept = in_order(pairs.items(), lambda pair: tuple(sorted((a[pair[0]].id, b[pair[1]].id))))
    return tuple(_placed(a, b, kept, pairs))


def _named(stages: Sequence[LinkedStage]) -> list[Named]:
    return [Named(stage.index, stage.id, stage.stage.name) for stage in stages]


def _matched(a: list[Named], b: list[Named]) -> dict[int, int]:
    pairs = by_id(a, b)
    left = [one for one in a if one.index not in pairs]
    taken = frozenset(pairs.values())
    return pairs | by_words(left, [one for one in b if one.index not in taken], LEAST)


def _by_order(count_a: int, count_b: int, kept: Sequence[Pair], pairs: dict[int, int]) -> Iterator[Pair]:
    """Between two neighbours that match, as many stages left on one side as on the other are the same, renamed."""
    taken = frozenset(pairs.values())
    ends = [(-1, -1), *kept, (count_a, count_b)]
    for (i, j), (end_a, end_b) in pairwise(ends):
        left_a = [n for n in range(i + 1, end_a) if n not in pairs]
        left_b = [n for n in range(j + 1, end_b) if n not in taken]
        if len(left_a) == len(left_b):
            yield from zip(left_a, left_b, strict=True)


def _placed(
    a: Sequence[LinkedStage], b: Sequence[LinkedStage], kept: Sequence[Pair], pairs: dict[int, int]
) -> Iterator[StagePair]:
    """Stages that moved stand where side b has them."""
    back = {j: i for i, j in pairs.items()}
    for i, j in merged(len(a), len(b), kept):
        if j is None and i is not None and i not in pairs:
            yield StagePair(a[i], None)
        elif j is not None:
            before = back.get(j)
            yield StagePair(None if before is None else a[before], b[j], moved=before is not None and i is None)
