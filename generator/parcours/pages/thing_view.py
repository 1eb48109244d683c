"""What the page of a thing shows: what it is, who it is for, and each step where it appears."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.around_view import AroundView
from parcours.pages.figure_table import TableView
from parcours.pages.view import (
    Fact,
    Frame,
    Hyperlink,
    JourneyCard,
    MeanView,
    MetricView,
    PersonaFace,
    PictureView,
    Story,
    TextsFact,
)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A step where a thing appears: the step, its stage, and its mean feeling where one is recorded."""

    step: Hyperlink
    stage: str
    feeling: MeanView | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AppearancesIn:
    """The steps of one journey where a thing appears."""

    journey: Hyperlink
    state: str
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class ThingPage:
    """A channel, touchpoint, segment, piece of evidence, survey, opportunity, tag or owner.

    ``kind`` is the folder's name (``channels``); ``others`` are the journeys beyond those that are shown, where there
    are many; ``solutions`` are an opportunity's; ``declared`` says whether a file of its own describes it, or it is
    only named inside other pages.
    """

    frame: Frame
    kind: str
    name: str
    icon: str
    description: str
    facts: tuple[Fact, ...]
    lists: tuple[TextsFact, ...]
    metrics: tuple[MetricView, ...]
    pictures: tuple[PictureView, ...]
    tags: tuple[Hyperlink, ...]
    personas: tuple[PersonaFace, ...]
    journeys: tuple[JourneyCard, ...]
    appearances: tuple[AppearancesIn, ...]
    others: tuple[Hyperlink, ...]
    solutions: tuple[tuple[str, str, Hyperlink | None, str], ...]
    declared: bool
    story: Story
    team: TableView | None = None
    around: AroundView | None = None
