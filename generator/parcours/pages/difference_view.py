"""What the page of a difference is made of."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.diff.telling import Block
from parcours.pages.comparison_view import JourneysComparisonPage
from parcours.pages.view import Frame


@dataclass(frozen=True, slots=True)
class DifferenceBlock:
    """A block of a difference in words, and both sides of its journey; None where it is no journey's."""

    block: Block
    compared: JourneysComparisonPage | None


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """What differs between two states of a project."""

    frame: Frame
    title: str
    summary: str
    blocks: tuple[DifferenceBlock, ...]
