"""What both kinds of comparison show: feelings as figures, steps as cells, the points of a curve."""

from __future__ import annotations

from parcours.analyse.felt import score_of
from parcours.compare.feelings import felt_by
from parcours.link.atlas import LinkedJourney, LinkedStage, LinkedStep, Ref
from parcours.model.kinds import Kind
from parcours.pages.comparison_view import CellView, FeltView, FigureView, GainView, OverlayPointView
from parcours.pages.here import Here
from parcours.pages.icons import device_icon
from parcours.pages.step import channel_view
from parcours.pages.view import Hyperlink, PersonaFace

NOBODY = PersonaFace("", "", "", -1)
"""Stands for everyone, where a journey follows no persona."""


def figure_view(here: Here, score: float | None, word: str = "") -> FigureView | None:
    """A score on 1 to 5 as this site's scale shows it; None where none is recorded."""
    if score is None:
        return None
    return FigureView(score, here.figure(here.atlas.settings.feeling_scale.from_five(score)), word)


def gain_view(here: Here, face: PersonaFace, a: float | None, b: float | None, verdict: str) -> GainView:
    """What lies between two scores on 1 to 5."""
    by = ""
    if a is not None and b is not None:
        scale = here.atlas.settings.feeling_scale
        by = here.figure(round(abs(b - a) * (scale.best - scale.worst) / 4, 2))
    return GainView(face.name, face.index, figure_view(here, a), figure_view(here, b), verdict, by)


def faces_of(here: Here, personas: tuple[str, ...]) -> tuple[PersonaFace, ...]:
    """The personas of a comparison, each with the number of its colour; everyone where there is none."""
    return tuple(here.face(Ref(Kind.PERSONA, id_), n) if id_ else NOBODY for n, id_ in enumerate(personas))


def stage_name(stage: LinkedStage) -> str:
    """A stage's name, or its id in words."""
    return stage.stage.name or stage.id.replace("-", " ").capitalize()


def step_number(journey: LinkedJourney, linked: LinkedStep) -> str:
    """A step's number as its map counts it: the stage's, a full stop, its own."""
    return f"{linked.stage + 1}.{linked.index - journey.stages[linked.stage].steps[0].index + 1}"


def cell_view(here: Here, journey: LinkedJourney, linked: LinkedStep, faces: tuple[PersonaFace, ...]) -> CellView:
    """A step as one side shows it, with what each of ``faces`` feels there."""
    step = linked.step
    felt = (_felt(here, journey, linked, face) for face in faces)
    return CellView(
        number=step_number(journey, linked),
        step=here.to(journey.ref, linked.anchor, step.action or linked.id.replace("-", " ")),
        channel=channel_view(here, linked.channel),
        device=step.device,
        device_icon=device_icon(step.device),
        moment=bool(step.moment_of_truth),
        felt=tuple(one for one in felt if one is not None),
    )


def _felt(here: Here, journey: LinkedJourney, linked: LinkedStep, face: PersonaFace) -> FeltView | None:
    felt = felt_by(journey, linked, face.id)
    if felt is None:
        return None
    word = " ".join(part for part in (felt.feeling.emoji, felt.feeling.label) if part)
    figure = figure_view(here, score_of(felt), word)
    return FeltView(face.name, face.index, figure) if figure else None


def point_view(here: Here, journey: LinkedJourney, linked: LinkedStep, persona: str, column: int) -> OverlayPointView:
    """A step's point on the curve of one persona; without a score where nothing is recorded."""
    felt = felt_by(journey, linked, persona)
    if felt is None:
        return OverlayPointView(column, None, None, None, "")
    moves = felt.start is not None and felt.end is not None
    told = (felt.start, felt.end) if moves else (score_of(felt),)
    figures = (figure_view(here, score) for score in told)
    return OverlayPointView(
        column,
        score_of(felt),
        felt.start if moves else None,
        felt.end if moves else None,
        " → ".join(figure.shown for figure in figures if figure),
    )


def plain(texts: tuple[str, ...]) -> tuple[Hyperlink, ...]:
    """Texts as words that lead nowhere."""
    return tuple(Hyperlink(text) for text in texts)
