"""What the page of the emotion analysis shows."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.analysis_view import AnalysisHead, ScoreView, StepLink
from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class MomentView:
    """A score at a step."""

    score: ScoreView
    step: StepLink


@dataclass(frozen=True, slots=True)
class FallView:
    """Feeling lost between two moments, in points of the site's scale."""

    size: str
    before: MomentView
    after: MomentView


@dataclass(frozen=True, slots=True)
class EmotionRow:
    """What one persona (None: everyone) feels along one journey."""

    persona: Hyperlink | None
    peak: MomentView
    pit: MomentView
    end: MomentView
    mean: ScoreView
    remembered: ScoreView
    fall: FallView | None


@dataclass(frozen=True, slots=True)
class StageMeans:
    """The means of one stage, one for each persona of the journey's rows."""

    stage: Hyperlink
    means: tuple[ScoreView, ...]


@dataclass(frozen=True, slots=True)
class PartingView:
    """The step at which two personas part most."""

    step: StepLink
    gap: str
    worse: Hyperlink
    low: ScoreView
    better: Hyperlink
    high: ScoreView


@dataclass(frozen=True, slots=True)
class TrendView:
    """A figure of feeling (NPS, CSAT, CES) that was measured more than once: the first, the last, what changed."""

    name: str
    where: Hyperlink
    first: str
    first_day: str
    last: str
    last_day: str
    change: str


@dataclass(frozen=True, slots=True)
class JourneyEmotionView:
    """One journey: its rows by persona, its stages, where personas part, what was measured over time."""

    journey: Hyperlink
    state: str
    rows: tuple[EmotionRow, ...]
    stages: tuple[StageMeans, ...]
    parting: PartingView | None
    trends: tuple[TrendView, ...]


@dataclass(frozen=True, slots=True)
class EmotionPage:
    """Emotions across all maps; at most so many journeys are shown, those with the deepest falls first."""

    frame: Frame
    head: AnalysisHead
    journeys: tuple[JourneyEmotionView, ...]
    left_out: int
