"""The parts that views are made of: links, pictures, facts, and what every page carries.

Everything here is frozen and compared by value: a page whose view equals the last build's keeps its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link: its words and its address, relative to the page (or a writer's own absolute one). No href: just words."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture or video: address relative to the page, what it shows, and its caption."""

    src: str
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A verbatim and, where it is known, the evidence it comes from."""

    text: str
    source: Hyperlink | None = None


@dataclass(frozen=True, slots=True)
class MetricView:
    """One figure, ready to print. ``verdict`` is ``met``, ``missed`` or empty when there is no target."""

    name: str
    value: str
    target: str = ""
    sample: str = ""
    date: str = ""
    source: Hyperlink | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of facts: ``label`` is a key of the locale (``fact.owner``), the values are links or plain words."""

    label: str
    values: tuple[Hyperlink, ...]


@dataclass(frozen=True, slots=True)
class TextsFact:
    """A list of texts under a label of the locale (``fact.goals``)."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonaFace:
    """A persona as others show it: ``index`` (from 0) picks its colour on this page."""

    id: str
    name: str
    href: str
    index: int
    portrait: PictureView | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PointsHere:
    """A page that points to this one, and from where in it (steps and other places, each with its anchor)."""

    kind: str
    page: Hyperlink
    places: tuple[Hyperlink, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's own table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page carries around its content.

    ``nav`` is the main navigation (``current`` marks the section this page is in, by its key); ``root`` leads from the
    page to the output folder (``../../``); ``stamp`` is empty unless the settings ask for date and version.
    """

    site_name: str
    title: str
    language: str
    lang: str
    root: str
    section: str
    nav: tuple[tuple[str, Hyperlink], ...]
    breadcrumb: tuple[Hyperlink, ...] = ()
    description: str = ""
    edit_href: str = ""
    stamp: str = ""
    points_here: tuple[PointsHere, ...] = ()
    contents: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The words below the front matter, as HTML already sanitised, with its mermaid fences still to be drawn.

    ``parts`` are HTML texts and, in between, diagrams.
    """

    parts: tuple[str | DiagramView, ...] = ()

    def __bool__(self) -> bool:
        return any(part for part in self.parts)


@dataclass(frozen=True, slots=True)
class DiagramView:
    """A Mermaid script to be drawn (or shown as source), and how it is named; ``actors`` are in persona order."""

    id: str
    script: str
    title: str
    kind: str = "diagram"
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeelingView:
    """One persona's feeling at a step. Scores are on 1 to 5; ``written`` is as the writer put it."""

    persona: str
    index: int
    score: float | None
    start: float | None
    end: float | None
    label: str
    emoji: str
    written: str


@dataclass(frozen=True, slots=True)
class OpportunityView:
    """An opportunity, with its weights (1 to 5) and where it stands."""

    title: str
    href: str
    impact: str = ""
    effort: str = ""
    status: str = ""
    owner: Hyperlink | None = None
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class SurveyView:
    """A survey at a step."""

    name: str
    href: str
    channel: Hyperlink | None = None
    subject: str = ""
    indicators: tuple[str, ...] = ()
    recurrence: str = ""
    questions: tuple[str, ...] = ()
    owner: Hyperlink | None = None


@dataclass(frozen=True, slots=True)
class WayView:
    """A way on from a step. ``kind``: ``next``, ``skip``, ``back``, ``out`` (to another journey) or ``end``."""

    to: Hyperlink
    kind: str
    when: str = ""
    share: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class LaneView:
    """A row of the map. ``key`` picks how its cells are drawn; ``label`` is the row's own name for open lanes.

    ``zone`` is ``customer``, ``frontstage``, ``backstage``, ``support`` or ``more`` (open lanes): a new zone draws
    the line of interaction, of visibility, of internal interaction.
    """

    key: str
    zone: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ActorView:
    """Who acts, and whether it is a persona, a team or a system."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class SubStepView:
    """A step within a step."""

    id: str
    action: str
    description: str = ""
    channel: Hyperlink | None = None
    device: str = ""
    duration: str = ""
    actors: tuple[ActorView, ...] = ()
    feelings: tuple[FeelingView, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel as a step shows it: ``icon`` names its icon; ``mode`` is ``online``, ``offline`` or empty."""

    name: str
    href: str
    icon: str
    mode: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """One column of the map. ``anchor`` is its fragment (``step.pay``); ``changes``: ``channel``, ``device``."""

    id: str
    anchor: str
    number: str
    action: str
    description: str = ""
    actors: tuple[ActorView, ...] = ()
    channel: ChannelView | None = None
    touchpoint: Hyperlink | None = None
    device: str = ""
    device_icon: str = ""
    changes: tuple[str, ...] = ()
    duration: str = ""
    motivation: str = ""
    expects: str = ""
    thinking: str = ""
    feelings: tuple[FeelingView, ...] = ()
    satisfaction: float | None = None
    engagement: float | None = None
    quotes: tuple[QuoteView, ...] = ()
    pain_points: tuple[str, ...] = ()
    opportunities: tuple[OpportunityView, ...] = ()
    moment_of_truth: bool = False
    moment_reason: str = ""
    metrics: tuple[MetricView, ...] = ()
    surveys: tuple[SurveyView, ...] = ()
    evidence: tuple[Hyperlink, ...] = ()
    assumptions: tuple[str, ...] = ()
    frontstage: tuple[str, ...] = ()
    backstage: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    physical_evidence: tuple[str, ...] = ()
    lanes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    pictures: tuple[PictureView, ...] = ()
    videos: tuple[PictureView, ...] = ()
    owner: Hyperlink | None = None
    sub_steps: tuple[SubStepView, ...] = ()
    ways: tuple[WayView, ...] = ()


@dataclass(frozen=True, slots=True)
class StageView:
    """A group of columns. ``lanes`` are rows only this stage has as a whole; ``mean`` is its mean feeling (1 to 5)."""

    id: str
    anchor: str
    name: str
    steps: tuple[StepView, ...]
    goal: str = ""
    description: str = ""
    lanes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    metrics: tuple[MetricView, ...] = ()
    evidence: tuple[Hyperlink, ...] = ()
    pictures: tuple[PictureView, ...] = ()
    story: Story = Story()
    mean: float | None = None

    @property
    def columns(self) -> int:
        """How many columns the stage takes: a stage without steps takes one."""
        return max(1, len(self.steps))


@dataclass(frozen=True, slots=True)
class MapView:
    """The map: stages across, lanes down."""

    stages: tuple[StageView, ...]
    lanes: tuple[LaneView, ...]
    personas: tuple[PersonaFace, ...]

    @property
    def columns(self) -> int:
        """How many columns the map has."""
        return sum(stage.columns for stage in self.stages)


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """A journey as lists show it, with one small curve a persona (scores on 1 to 5, None where nothing is recorded)."""

    id: str
    title: str
    href: str
    kind: str
    state: str
    status: str
    scenario: str
    personas: tuple[PersonaFace, ...]
    channels: tuple[Hyperlink, ...]
    tags: tuple[Hyperlink, ...]
    owner: str
    stages: int
    steps: int
    curves: tuple[tuple[int, str, tuple[float | None, ...]], ...] = field(default=())
    keys: tuple[str, ...] = ()
