"""What the map is made of: stages, steps, and everything a column shows."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.view import NO_STORY, Hyperlink, MeanView, MetricView, PersonaFace, PictureView, QuoteView, Story


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
    """A way on from a step.

    ``kind``: ``next``, ``skip``, ``back``, ``out`` (to another journey), ``opens`` (one within the step) or ``end``.
    """

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


_BLANK = StepView("", "", "", "")


@dataclass(frozen=True, slots=True)
class StageView:
    """A group of columns. ``phase`` is empty unless the writer says it.

    ``lanes`` are rows only this stage has as a whole; ``mean`` is its mean feeling.
    """

    id: str
    anchor: str
    name: str
    steps: tuple[StepView, ...]
    phase: str = ""
    goal: str = ""
    description: str = ""
    lanes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    metrics: tuple[MetricView, ...] = ()
    evidence: tuple[Hyperlink, ...] = ()
    pictures: tuple[PictureView, ...] = ()
    story: Story = NO_STORY
    mean: MeanView | None = None

    @property
    def columns(self) -> int:
        """How many columns the stage takes: a stage without steps takes one."""
        return max(1, len(self.steps))

    @property
    def channels(self) -> tuple[ChannelView, ...]:
        """The channels of its steps, each once, by name."""
        found: dict[str, ChannelView] = {}
        for step in self.steps:
            if step.channel:
                found.setdefault(step.channel.name.lower(), step.channel)
        return tuple(channel for _, channel in sorted(found.items()))

    @property
    def moments(self) -> int:
        """How many moments of truth it has."""
        return sum(step.moment_of_truth for step in self.steps)

    @property
    def pains(self) -> int:
        """How many pain points it has."""
        return sum(len(step.pain_points) for step in self.steps)

    @property
    def hopes(self) -> int:
        """How many opportunities it has."""
        return sum(len(step.opportunities) for step in self.steps)

    @property
    def cells(self) -> tuple[tuple[str, StepView], ...]:
        """What each column shows, a blank step in a stage without steps; ``first`` and ``of-moment`` mark its cells."""
        steps = self.steps or (_BLANK,)
        return tuple(
            (" ".join((*(() if n else ("first",)), *(("of-moment",) if step.moment_of_truth else ()))), step)
            for n, step in enumerate(steps)
        )


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

    @property
    def cells(self) -> tuple[tuple[str, StepView], ...]:
        """What each column shows, stage after stage."""
        return tuple(cell for stage in self.stages for cell in stage.cells)
