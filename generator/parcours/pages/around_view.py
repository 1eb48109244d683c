"""What the pages of personas, segments, channels, owners and tags show of all their journeys: 360°."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.analysis_view import NO_SCORE, ScoreView
from parcours.pages.view import Hyperlink


@dataclass(frozen=True, slots=True)
class AroundCell:
    """A journey in one phase: a small curve (scores on 1 to 5), the mean; nothing where it has no step there."""

    score: ScoreView = NO_SCORE
    curve: tuple[float | None, ...] = ()
    steps: int = 0
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class AroundRow:
    """A journey across the phases."""

    journey: Hyperlink
    state: str
    cells: tuple[AroundCell, ...]


@dataclass(frozen=True, slots=True)
class AroundView:
    """All journeys of a thing by phase. ``figures`` are keys of the locales and figures; ``index`` picks the colour."""

    phases: tuple[str, ...]
    rows: tuple[AroundRow, ...]
    totals: tuple[AroundCell, ...]
    figures: tuple[tuple[str, str], ...]
    mean: ScoreView
    left_out: int
    index: int = 0
