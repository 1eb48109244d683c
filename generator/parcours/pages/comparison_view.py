"""What a comparison page is made of: two sides, what lies between them, and the curves over each other."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.map_view import ChannelView
from parcours.pages.view import Frame, Hyperlink, PersonaFace


@dataclass(frozen=True, slots=True)
class FigureView:
    """A feeling or a mean of feelings: on 1 to 5, as the site's own scale shows it, and the writer's word for it."""

    score: float
    shown: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class GainView:
    """What lies between the two sides for one persona (``index`` picks their colour), or over all (``index`` -1).

    ``verdict``: ``better`` or ``worse`` (journeys), ``a`` or ``b`` (personas: who is better off), ``same``, or empty
    where a side tells nothing. ``by`` is how much on the site's scale, never with a sign.
    """

    persona: str
    index: int
    a: FigureView | None
    b: FigureView | None
    verdict: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A field that differs (``channel``, ``pain_points`` …): what is gone and what is new."""

    key: str
    gone: tuple[Hyperlink, ...]
    new: tuple[Hyperlink, ...]


@dataclass(frozen=True, slots=True)
class FeltView:
    """What one persona feels at a step of one side."""

    persona: str
    index: int
    figure: FigureView


@dataclass(frozen=True, slots=True)
class CellView:
    """A step on one side; ``step`` leads to it on its journey's page."""

    number: str
    step: Hyperlink
    channel: ChannelView | None
    device: str
    device_icon: str
    moment: bool
    felt: tuple[FeltView, ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """A place both sides share. ``kind``: ``same``, ``changed``, ``added``, ``removed``, ``moved``.

    ``elsewhere`` is the step's place on the other side, where it moved. ``changes`` are what a customer would notice;
    ``also`` are the names of other fields told differently. ``told`` says that the list of differences speaks of it
    here (a moved step stands in two rows and is told once).
    """

    kind: str
    stage: str
    a: CellView | None
    b: CellView | None
    elsewhere: Hyperlink | None
    gains: tuple[GainView, ...]
    changes: tuple[ChangeView, ...]
    also: tuple[str, ...]
    told: bool

    @property
    def cell(self) -> CellView:
        """The step, on the side that has it: as it is now where both do."""
        cell = self.b or self.a
        if cell is None:
            raise ValueError("a row has at least one side")
        return cell


@dataclass(frozen=True, slots=True)
class StageRowsView:
    """A stage of both sides. ``kind``: ``same``, ``renamed``, ``added``, ``removed``, ``moved``."""

    id: str
    kind: str
    name: str
    before: str
    rows: tuple[RowView, ...]
    overall: GainView
    gains: tuple[GainView, ...]

    @property
    def columns(self) -> int:
        """How many columns of the curves it takes: a stage without steps takes one."""
        return max(1, len(self.rows))


@dataclass(frozen=True, slots=True)
class OverlayPointView:
    """A point of a curve: ``score`` is None where the side has the step but tells no feeling. Scores on 1 to 5."""

    column: int
    score: float | None
    start: float | None
    end: float | None
    shown: str


@dataclass(frozen=True, slots=True)
class OverlayMarkView:
    """A mark of a column: ``added``, ``removed``, ``moved``, or ``better`` and ``worse`` with a figure."""

    column: int
    kind: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class OverlayLineView:
    """A side's line: its name (or a key of the locale), what picks its faces' shape, the class of its colour."""

    name: str
    index: int
    colour: str
    points: tuple[OverlayPointView, ...]


@dataclass(frozen=True, slots=True)
class OverlayView:
    """Two curves over each other. ``face`` is the persona they are about; None when they are two personas, or all."""

    id: str
    face: PersonaFace | None
    a: OverlayLineView
    b: OverlayLineView
    marks: tuple[OverlayMarkView, ...]
    columns: int
    gain: GainView


@dataclass(frozen=True, slots=True)
class SideView:
    """A side of the comparison of journeys: ``key`` is ``current`` or ``future``, or ``before`` or ``after``."""

    key: str
    journey: Hyperlink
    scenario: str
    steps: int


@dataclass(frozen=True, slots=True)
class JourneysComparisonPage:
    """A current journey against the future one that answers it. ``counts`` are (kind of step, how many), none zero."""

    frame: Frame
    a: SideView
    b: SideView
    counts: tuple[tuple[str, int], ...]
    overall: GainView
    gains: tuple[GainView, ...]
    overlays: tuple[OverlayView, ...]
    stages: tuple[StageRowsView, ...]

    @property
    def columns(self) -> int:
        """How many columns the curves have."""
        return sum(stage.columns for stage in self.stages)


@dataclass(frozen=True, slots=True)
class ParallelRowView:
    """A step and what the two personas feel there."""

    cell: CellView
    stage: str
    gain: GainView


@dataclass(frozen=True, slots=True)
class ParallelStageView:
    """A stage, its steps, and the two personas' means."""

    id: str
    name: str
    rows: tuple[ParallelRowView, ...]
    gain: GainView

    @property
    def columns(self) -> int:
        """How many columns of the curves it takes."""
        return max(1, len(self.rows))


@dataclass(frozen=True, slots=True)
class PersonasComparisonPage:
    """Two personas on one journey. ``widest`` are the steps where they part most; ``apart`` counts all that differ."""

    frame: Frame
    journey: Hyperlink
    a: PersonaFace
    b: PersonaFace
    gain: GainView
    apart: int
    widest: tuple[ParallelRowView, ...]
    overlay: OverlayView
    stages: tuple[ParallelStageView, ...]

    @property
    def columns(self) -> int:
        """How many columns the curves have."""
        return sum(stage.columns for stage in self.stages)
