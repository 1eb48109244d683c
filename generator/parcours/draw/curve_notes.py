"""What a curve says of the whole: the mean of each stage, the highest and the lowest feeling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parcours.draw.placing import Placed


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of a stage: its first column (from 0), how many it has, the score (1 to 5) and its figure (or none)."""

    column: int
    columns: int
    score: float
    shown: str


@dataclass(frozen=True, slots=True)
class Notes:
    """The stages' means, and the words for the highest and the lowest feeling (empty: not named)."""

    means: tuple[Mean, ...] = ()
    peak: str = ""
    pit: str = ""

    def names(self, lines: Sequence[Sequence[Placed]]) -> Mapping[tuple[int, int], str]:
        """Words by rank of the line and column: the first highest and the first lowest, where they differ."""
        found = sorted((placed for line in lines for placed in line), key=lambda p: (p.point.column, p.line))
        if not found:
            return {}
        high = max(found, key=lambda p: max(p.scores))
        low = min(found, key=lambda p: min(p.scores))
        if max(high.scores) == min(low.scores):
            return {}
        named = (((high.line, high.point.column), self.peak), ((low.line, low.point.column), self.pit))
        return {key: word for key, word in named if word}


NO_NOTES = Notes()
