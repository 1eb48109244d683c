"""What the page of the channel matrix shows."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.analysis_view import AnalysisHead, ScoreView, StepLink, Told
from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Where a row crosses a channel; nothing happens there when ``steps`` is 0. ``links`` are its worst steps."""

    score: ScoreView
    touchpoints: int
    steps: int
    volume: str
    links: tuple[StepLink, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A phase (by its key) or a stage (by its link) across all channels; ``spoken`` is what its empty cells say."""

    phase: str
    stage: Hyperlink | None
    guessed: bool
    cells: tuple[MatrixCell, ...]
    total: MatrixCell
    spoken: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A channel, with its hours as written; no link for steps on no channel."""

    channel: Hyperlink | None
    hours: str


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A matrix: of everybody (no link), of a persona, of a journey."""

    about: Hyperlink | None
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class ChannelsPage:
    """The channel matrix: of everybody, then of each persona, then of each journey by its own stages."""

    frame: Frame
    head: AnalysisHead
    whole: MatrixView
    personas: tuple[MatrixView, ...]
    journeys: tuple[MatrixView, ...]
    left_out: int
