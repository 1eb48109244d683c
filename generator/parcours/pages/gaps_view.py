"""What the page of the gaps shows."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.analysis_view import AnalysisHead, ScoreView, StepLink, Told
from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class GapFall:
    """What a persona (None: everyone) feels before and after."""

    persona: Hyperlink | None
    before: ScoreView
    after: ScoreView


@dataclass(frozen=True, slots=True)
class GapRow:
    """One gap: what it says, the kinds it is of, its steps, and the parts of its weight."""

    told: Told
    kinds: tuple[str, ...]
    steps: tuple[StepLink, ...]
    state: str
    falls: tuple[GapFall, ...]
    points: str
    share: str
    moment: bool
    assumed: bool
    weight: str


@dataclass(frozen=True, slots=True)
class GapsPage:
    """All gaps, the heaviest first; ``counts`` are how many there are of each kind, ``factors`` the weights in use."""

    frame: Frame
    head: AnalysisHead
    counts: tuple[tuple[str, int], ...]
    rows: tuple[GapRow, ...]
    left_out: int
    factors: tuple[tuple[str, str], ...]
