"""The page that holds two personas of one journey against each other."""

from __future__ import annotations

from parcours.compare.personas import Gap, ParallelStage, ParallelStep, PersonaComparison, compare_personas
from parcours.draw.face import SHAPES
from parcours.link.atlas import LinkedJourney
from parcours.model.kinds import Kind
from parcours.pages.comparison_parts import NOBODY, cell_view, gain_view, point_view, stage_name
from parcours.pages.comparison_view import (
    GainView,
    OverlayLineView,
    OverlayMarkView,
    OverlayView,
    ParallelRowView,
    ParallelStageView,
    PersonasComparisonPage,
)
from parcours.pages.here import Here
from parcours.pages.view import Hyperlink, PersonaFace
from parcours.pages.views import Page


def personas_comparison(here: Here, journey: LinkedJourney, a: PersonaFace, b: PersonaFace) -> Page:
    """The page of one pair; the faces bear the numbers of their colours on the journey's page."""
    compared = compare_personas(journey, a.id, b.id)

    def row(step: ParallelStep) -> ParallelRowView:
        stage = journey.stages[step.step.stage]
        return ParallelRowView(cell_view(here, journey, step.step, (a, b)), stage_name(stage), _gain(here, step.gap))

    def rows(stage: ParallelStage) -> ParallelStageView:
        steps = tuple(row(step) for step in stage.steps)
        return ParallelStageView(stage.stage.id, stage_name(stage.stage), steps, _gain(here, stage.gap))

    view = PersonasComparisonPage(
        frame=here.frame(
            f"{a.name} ↔ {b.name} · {journey.name}",
            Kind.JOURNEY.value,
            breadcrumb=(Hyperlink("journeys", here.href("journeys/index.html")),),
            description=journey.journey.description or journey.journey.scenario,
        ),
        journey=here.to(journey.ref),
        a=a,
        b=b,
        gain=_gain(here, compared.gap),
        apart=sum(1 for step in compared.steps if step.gap.width),
        widest=tuple(row(step) for step in compared.widest()),
        overlay=_overlay(here, compared, a, b),
        stages=tuple(rows(stage) for stage in compared.stages),
    )
    return Page(here.address, "comparison-personas.html", view)


def _gain(here: Here, gap: Gap) -> GainView:
    return gain_view(here, NOBODY, gap.a, gap.b, gap.better_off)


def _overlay(here: Here, compared: PersonaComparison, a: PersonaFace, b: PersonaFace) -> OverlayView:
    slots = [step for stage in compared.stages for step in (stage.steps or (None,))]
    columns = [(n, step) for n, step in enumerate(slots) if step is not None]
    marks = [OverlayMarkView(n, "apart", _gain(here, step.gap).by) for n, step in columns if step.gap.width]

    def line(face: PersonaFace) -> OverlayLineView:
        points = tuple(point_view(here, compared.journey, step.step, face.id, n) for n, step in columns)
        return OverlayLineView(face.name, face.index % len(SHAPES), f"persona-{face.index % 8 + 1}", points)

    return OverlayView("overlay", None, line(a), line(b), tuple(marks), len(slots), _gain(here, compared.gap))
