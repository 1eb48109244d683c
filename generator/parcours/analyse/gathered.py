"""Figures of many journeys as one, in blocks: where one journey changes, one block is summed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from parcours.analyse.felt import EVERYONE
from parcours.analyse.figures import Figures
from parcours.analyse.insight import Insight, foremost
from parcours.analyse.matrix import Cells, merged_cells
from parcours.link.watched import same_objects

BLOCK = 32
"""Journeys of a block."""

MOST_TOLD = 40
"""Insights that are kept: no page shows more."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What some journeys come to together: their channel matrix, and the heaviest insights, in order."""

    cells: Cells
    insights: tuple[Insight, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Some journeys and what they come to."""

    members: tuple[Figures, ...] = field(repr=False)
    totals: Totals


@dataclass(frozen=True, slots=True)
class Gathered:
    """Journeys and what they come to."""

    members: tuple[Figures, ...] = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    totals: Totals


def gather(members: Sequence[Figures], before: Gathered | None = None) -> Gathered:
    """Some journeys as one. Blocks whose members are still the same objects are taken from ``before``."""
    everyone = tuple(members)
    if before is not None and same_objects(everyone, before.members):
        return before
    known = before.blocks if before is not None else ()
    blocks: list[Block] = []
    for number, start in enumerate(range(0, len(everyone), BLOCK)):
        part = everyone[start : start + BLOCK]
        blocks.append(_block(part, known[number] if number < len(known) else None))
    totals = [block.totals for block in blocks]
    same = before is not None and same_objects(totals, [block.totals for block in known])
    return Gathered(everyone, tuple(blocks), before.totals if same and before is not None else _of_blocks(blocks))


def together(many: Sequence[Cells]) -> Cells:
    """Several matrices as one, block by block as journeys are: sums of fractions rest on their order."""
    blocks = [merged_cells(many[start : start + BLOCK]) for start in range(0, len(many), BLOCK)]
    return blocks[0] if len(blocks) == 1 else merged_cells(blocks)


def _block(members: tuple[Figures, ...], before: Block | None) -> Block:
    if before is not None and same_objects(members, before.members):
        return before
    same = before is not None and same_objects(_summed(members), _summed(before.members))
    return Block(members, before.totals if same and before is not None else _totals(members))


def _summed(members: Sequence[Figures]) -> list[object]:
    """What of journeys their totals are made of."""
    return [part for one in members for part in (one.cells, one.insights)]


def _totals(members: tuple[Figures, ...]) -> Totals:
    none: Mapping[str, Cells] = {}
    cells = merged_cells((one.cells or none).get(EVERYONE, {}) for one in members)
    return Totals(cells, foremost((insight for one in members for insight in one.insights), MOST_TOLD))


def _of_blocks(blocks: list[Block]) -> Totals:
    if len(blocks) == 1:
        return blocks[0].totals
    insights = foremost((insight for block in blocks for insight in block.totals.insights), MOST_TOLD)
    return Totals(merged_cells(block.totals.cells for block in blocks), insights)
