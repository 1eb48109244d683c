"""The view of each page kind: what its template receives as ``page``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcours.analyse.table import Table
from parcours.model.empathy import Empathy
from parcours.pages.analysis_view import AnalysesPage, InsightView
from parcours.pages.around_view import AroundView
from parcours.pages.blueprint_view import BlueprintPage
from parcours.pages.channels_view import ChannelsPage
from parcours.pages.comparison_view import JourneysComparisonPage, PersonasComparisonPage
from parcours.pages.effects_view import EffectView
from parcours.pages.emotion_view import EmotionPage
from parcours.pages.figure_table import FigurePage
from parcours.pages.gaps_view import GapsPage
from parcours.pages.map_view import ActorView, MapView
from parcours.pages.past_view import ChangesPage, FeedPage, PastView, TimelineView
from parcours.pages.reviews_view import CalendarFile, ReviewsPage, SuspicionView
from parcours.pages.search_view import SearchPage, SearchWords
from parcours.pages.sequences_view import SequencesPage
from parcours.pages.sitemap import Sitemap
from parcours.pages.state_view import StatePage
from parcours.pages.thing_view import ThingPage
from parcours.pages.view import (
    DiagramView,
    Fact,
    Filter,
    Frame,
    Hyperlink,
    JourneyCard,
    MetricView,
    PersonaFace,
    PictureView,
    QuoteView,
    Story,
    TextsFact,
)


@dataclass(frozen=True, slots=True)
class JourneyPage:
    """A journey: the header, the map, the diagrams, the story.

    ``picture_href`` leads to the map as a picture, ``blueprint_href`` to the page of its service blueprint.
    """

    frame: Frame
    kind: str
    state: str
    status: str
    scenario: str
    trigger: str
    goal: str
    duration: str
    description: str
    personas: tuple[PersonaFace, ...]
    actors: tuple[ActorView, ...]
    facts: tuple[Fact, ...]
    counterparts: tuple[tuple[str, Hyperlink], ...]
    evidence: tuple[Hyperlink, ...]
    assumptions: tuple[str, ...]
    metrics: tuple[MetricView, ...]
    pictures: tuple[PictureView, ...]
    tags: tuple[Hyperlink, ...]
    map: MapView
    comparisons: tuple[tuple[str, Hyperlink], ...]
    diagrams: tuple[DiagramView, ...]
    story: Story
    picture_href: str = ""
    past: PastView | None = None
    timeline: TimelineView | None = None
    suspicions: tuple[SuspicionView, ...] = ()
    effects: tuple[EffectView, ...] = ()
    blueprint_href: str = ""


@dataclass(frozen=True, slots=True)
class PersonaPage:
    """A persona. ``lists`` are goals, needs and the like, in order; ``skills`` are (name, level 1 to 5 or None)."""

    frame: Frame
    kind: str
    name: str
    face: PersonaFace
    quote: QuoteView | None
    bio: str
    description: str
    facts: tuple[Fact, ...]
    lists: tuple[TextsFact, ...]
    channels: tuple[Hyperlink, ...]
    devices: tuple[str, ...]
    skills: tuple[tuple[str, float | None], ...]
    empathy: Empathy
    evidence: tuple[Hyperlink, ...]
    assumptions: tuple[str, ...]
    pictures: tuple[PictureView, ...]
    tags: tuple[Hyperlink, ...]
    journeys: tuple[JourneyCard, ...]
    story: Story
    past: PastView | None = None
    around: AroundView | None = None


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A line of an index: the thing, a word about it, and how many pages point to it."""

    link: Hyperlink
    icon: str
    note: str
    count: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class ThingsPage:
    """The index of one kind of thing."""

    frame: Frame
    kind: str
    rows: tuple[ThingRow, ...]


@dataclass(frozen=True, slots=True)
class JourneysPage:
    """The index of journeys, with filters."""

    frame: Frame
    cards: tuple[JourneyCard, ...]
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A persona in the index; ``journeys`` are how many tell of it, None where not all are known yet."""

    face: PersonaFace
    kind: str
    segment: Hyperlink | None
    quote: str
    journeys: int | None


@dataclass(frozen=True, slots=True)
class PersonasPage:
    """The index of personas."""

    frame: Frame
    cards: tuple[PersonaCard, ...]


@dataclass(frozen=True, slots=True)
class MapNode:
    """A journey in the tree of maps, the step that opens it (None: a root), what it opens itself.

    ``again``: it stands above itself, and what it opens is not told a second time.
    """

    journey: Hyperlink
    via: Hyperlink | None
    below: tuple[MapNode, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page: the site's words, its journeys and personas, and how much of each kind it holds.

    ``insights`` are the five things of the whole atlas that matter most; ``maps`` are the journeys that open others, as
    trees, ``map_of_maps`` is the drawing of them. ``all_journeys`` and ``all_personas`` lead to all, and tell how many,
    where the page shows only the first.
    """

    frame: Frame
    story: Story
    description: str
    tags: tuple[Hyperlink, ...]
    cards: tuple[JourneyCard, ...]
    personas: tuple[PersonaCard, ...]
    counts: tuple[tuple[str, Hyperlink, int], ...]
    insights: tuple[InsightView, ...] = ()
    maps: tuple[MapNode, ...] = ()
    map_of_maps: DiagramView | None = None
    all_journeys: tuple[Hyperlink, int] | None = None
    all_personas: tuple[Hyperlink, int] | None = None


@dataclass(frozen=True, slots=True)
class PrintPage:
    """All maps on one page, to be printed."""

    frame: Frame
    journeys: tuple[JourneyPage, ...]
    personas: tuple[PersonaCard, ...]


@dataclass(frozen=True, slots=True)
class MissingPage:
    """The page shown for an address that does not exist."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class DiagramFile:
    """A diagram as a file beside the page that shows it."""

    language: str
    diagram: DiagramView


if TYPE_CHECKING:
    # A site has no page of a difference, and what tells one takes a while to load.
    from parcours.pages.difference_view import DifferencePage

    View = (
        JourneyPage
        | DiagramFile
        | JourneysComparisonPage
        | PersonasComparisonPage
        | PersonaPage
        | ThingPage
        | ThingsPage
        | JourneysPage
        | PersonasPage
        | HomePage
        | MissingPage
        | StatePage
        | PrintPage
        | AnalysesPage
        | EmotionPage
        | DifferencePage
        | ChangesPage
        | FeedPage
        | ReviewsPage
        | CalendarFile
        | FigurePage
        | BlueprintPage
        | ChannelsPage
        | GapsPage
        | SequencesPage
        | SearchPage
        | SearchWords
        | Sitemap
    )


@dataclass(frozen=True, slots=True)
class Page:
    """One page or drawing of the site: where it goes, the template that makes it, and all the template may see.

    ``tables`` lie beside it as data.
    """

    address: str
    template: str
    view: View
    tables: tuple[Table, ...] = ()

    @property
    def language(self) -> str:
        """The language it speaks."""
        return self.view.language if isinstance(self.view, DiagramFile) else self.view.frame.language
