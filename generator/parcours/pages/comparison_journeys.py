"""The page that holds a current journey against the future one that answers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from parcours.analyse.felt import EVERYONE
from parcours.compare.changes import Change
from parcours.compare.feelings import FeelingChange
from parcours.compare.stages import StagePair
from parcours.compare.steps import AlignedStage, AlignedStep, Difference, JourneyComparison, compare_journeys
from parcours.link.atlas import LinkedJourney, LinkedStep
from parcours.model.kinds import Kind
from parcours.pages.comparison_parts import (
    NOBODY,
    cell_view,
    faces_of,
    gain_view,
    plain,
    point_view,
    stage_name,
    step_number,
)
from parcours.pages.comparison_view import (
    CellView,
    ChangeView,
    GainView,
    JourneysComparisonPage,
    OverlayLineView,
    OverlayMarkView,
    OverlayView,
    RowView,
    SideView,
    StageRowsView,
)
from parcours.pages.here import Here
from parcours.pages.view import Frame, Hyperlink, PersonaFace
from parcours.pages.views import Page

TELLING = frozenset({"action", "channel", "device", "moment_of_truth", "pain_points", "opportunities"})
"""The fields a customer would notice; of the others the page tells only that they differ."""

TELLING_BOTH = frozenset({"touchpoint", "duration", "satisfaction", "owner"})
"""The same where both sides tell them: a future map that does not yet say how long a step takes has changed nothing."""

LINKED = {
    "channel": Kind.CHANNEL,
    "touchpoint": Kind.TOUCHPOINT,
    "opportunities": Kind.OPPORTUNITY,
    "owner": Kind.OWNER,
}
"""The fields whose texts name things with pages."""

MOST_CURVES = 4
ROUND, DIAMOND = 0, 2  # shapes of faces that tell the sides apart without colour
KINDS = ("added", "removed", "moved", "changed")


def journeys_comparison(here: Here, current: LinkedJourney, future: LinkedJourney) -> Page:
    """The page of one pair."""
    frame = here.frame(
        f"{current.name} → {future.name}",
        Kind.JOURNEY.value,
        breadcrumb=(Hyperlink("journeys", here.href("journeys/index.html")),),
        description=future.journey.description or future.journey.scenario,
    )
    compared = compare_journeys(current, future)
    return Page(here.address, "comparison.html", journeys_view(here, frame, compared, ("current", "future")))


def journeys_view(
    here: Here, frame: Frame, compared: JourneyComparison, keys: tuple[str, str], prefix: str = ""
) -> JourneysComparisonPage:
    """A comparison as a page shows it.

    ``keys`` are what its sides are (``current`` and ``future``, ``before`` and ``after``); ``prefix`` begins the ids of
    its drawings where a page has several.
    """
    sides = _Sides(here, compared, keys, prefix)
    stages = tuple(sides.stage(stage) for stage in compared.stages)
    counts = Counter(row.kind for stage in stages for row in stage.rows if row.told)
    return JourneysComparisonPage(
        frame=frame,
        a=_side(here, compared.a, keys[0]),
        b=_side(here, compared.b, keys[1]),
        counts=tuple((kind, counts[kind]) for kind in KINDS if counts[kind]),
        overall=sides.gain(compared.overall),
        gains=sides.gains(compared.feelings),
        overlays=tuple(sides.overlays()),
        stages=stages,
    )


def _side(here: Here, journey: LinkedJourney, key: str) -> SideView:
    return SideView(key, here.to(journey.ref), journey.journey.scenario, len(journey.steps))


class _Sides:
    """A comparison as its page sees it."""

    def __init__(self, here: Here, compared: JourneyComparison, keys: tuple[str, str], prefix: str) -> None:
        self.here, self.compared, self.keys, self.prefix = here, compared, keys, prefix
        self.faces = faces_of(here, compared.personas)
        self.by_id = {face.id: face for face in self.faces} | {EVERYONE: NOBODY}

    def gain(self, change: FeelingChange) -> GainView:
        return gain_view(self.here, self.by_id[change.persona], change.a, change.b, change.verdict)

    def gains(self, changes: tuple[FeelingChange, ...]) -> tuple[GainView, ...]:
        """Each persona's, where either side tells something; none where there is but everyone."""
        return tuple(self.gain(one) for one in changes if one.persona and (one.a, one.b) != (None, None))

    def stage(self, aligned: AlignedStage) -> StageRowsView:
        pair = aligned.pair
        shown = pair.b or pair.a
        if shown is None:
            raise ValueError("a pair of stages has at least one")
        name, before = stage_name(shown), stage_name(pair.a) if pair.a else ""
        return StageRowsView(
            id=shown.id,
            kind=_kind_of(pair, name != before),
            name=name,
            before=before if pair.b and before != name else "",
            rows=tuple(self._row(step, name) for step in aligned.steps),
            overall=self.gain(aligned.overall),
            gains=self.gains(aligned.feelings),
        )

    def _row(self, step: AlignedStep, stage: str) -> RowView:
        difference = step.difference or Difference((), ())
        told = tuple(change for change in difference.changes if _telling(change))
        felt = tuple(one for one in difference.feelings if one.a != one.b)
        kind = "same" if step.kind.value == "changed" and not told and not felt else step.kind.value
        return RowView(
            kind=kind,
            stage=stage,
            a=self._cell(self.compared.a, step.a),
            b=self._cell(self.compared.b, step.b),
            elsewhere=self._elsewhere(step),
            gains=tuple(self.gain(one) for one in felt),
            changes=tuple(self._change(change) for change in told),
            also=tuple(change.key for change in difference.changes if not _telling(change)),
            told=kind != "same" and not (kind == "moved" and step.b is None),
        )

    def _cell(self, journey: LinkedJourney, step: LinkedStep | None) -> CellView | None:
        return cell_view(self.here, journey, step, self.faces) if step else None

    def _elsewhere(self, step: AlignedStep) -> Hyperlink | None:
        if step.twin is None:
            return None
        journey = self.compared.b if step.a else self.compared.a
        name = stage_name(journey.stages[step.twin.stage])
        return self.here.to(journey.ref, step.twin.anchor, f"{step_number(journey, step.twin)} {name}")

    def _change(self, change: Change) -> ChangeView:
        if change.key == "moment_of_truth":
            return ChangeView(change.key, *((Hyperlink(""),) if side else () for side in (change.gone, change.new)))
        kind = LINKED.get(change.key)
        if kind is None:
            return ChangeView(change.key, plain(change.gone), plain(change.new))
        return ChangeView(change.key, self.here.all_named(kind, change.gone), self.here.all_named(kind, change.new))

    def overlays(self) -> Iterator[OverlayView]:
        """One drawing for each persona who tells something, at most four."""
        told = [
            (face, change)
            for face, change in zip(self.faces, self.compared.feelings, strict=True)
            if (change.a, change.b) != (None, None)
        ]
        for face, change in told[:MOST_CURVES]:
            yield self._overlay(face, self.gain(change))

    def _overlay(self, face: PersonaFace, gain: GainView) -> OverlayView:
        steps = self._columns()
        a, b = self.compared.a, self.compared.b
        before = [point_view(self.here, a, step.a, face.id, n) for n, step in steps if step.a]
        after = [point_view(self.here, b, step.b, face.id, n) for n, step in steps if step.b]
        return OverlayView(
            id=f"{self.prefix}overlay-{face.id or 'all'}",
            face=face if face.id else None,
            a=OverlayLineView(f"compare.side.{self.keys[0]}", ROUND, "side-a", tuple(before)),
            b=OverlayLineView(f"compare.side.{self.keys[1]}", DIAMOND, "side-b", tuple(after)),
            marks=tuple(self._marks(steps, face)),
            columns=sum(max(1, len(stage.steps)) for stage in self.compared.stages),
            gain=gain,
        )

    def _columns(self) -> list[tuple[int, AlignedStep]]:
        """The aligned steps with their columns; a stage without steps takes an empty one."""
        slots = [step for stage in self.compared.stages for step in (stage.steps or (None,))]
        return [(n, step) for n, step in enumerate(slots) if step is not None]

    def _marks(self, steps: list[tuple[int, AlignedStep]], face: PersonaFace) -> Iterator[OverlayMarkView]:
        for column, step in steps:
            if step.a is None or step.b is None:
                yield OverlayMarkView(column, step.kind.value)
            elif step.difference:
                gains = (self.gain(one) for one in step.difference.feelings if one.persona == face.id)
                signs = {"better": "+", "worse": "−"}
                yield from (
                    OverlayMarkView(column, g.verdict, signs[g.verdict] + g.by) for g in gains if g.verdict in signs
                )


def _telling(change: Change) -> bool:
    return change.key in TELLING or (change.key in TELLING_BOTH and bool(change.gone) and bool(change.new))


def _kind_of(pair: StagePair, renamed: bool) -> str:
    if pair.a is None or pair.b is None:
        return "added" if pair.a is None else "removed"
    return "moved" if pair.moved else "renamed" if renamed else "same"
