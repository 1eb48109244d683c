"""What the page of the sequences shows."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.analysis_view import AnalysisHead, StepLink
from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class PathView:
    """One path: its steps, the share of customers who take it, how it ends, what it is known for.

    ``known`` are keys: ``most`` travelled, ``shortest``, ``stopped``. ``assumed``: a share on it was not written.
    """

    steps: tuple[StepLink, ...]
    share: str
    end: str
    known: tuple[str, ...]
    assumed: bool


@dataclass(frozen=True, slots=True)
class JourneySequences:
    """The paths of one journey, the most travelled first; ``more`` are left out, ``covered`` is what is shown."""

    journey: Hyperlink
    state: str
    paths: tuple[PathView, ...]
    more: int
    covered: str
    stopped: str


@dataclass(frozen=True, slots=True)
class SequencesPage:
    """The journeys that branch, those with most paths first; ``straight`` are those with one."""

    frame: Frame
    head: AnalysisHead
    journeys: tuple[JourneySequences, ...]
    straight: tuple[Hyperlink, ...]
    left_out: int
