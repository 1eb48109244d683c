"""What templates may have drawn: curves and diagrams, each distinct one once."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from parcours.draw.curve import CurveLine, CurvePoint, emotion_curve, sparkline, tension_curve
from parcours.draw.diagram import Drawn, NotDrawn, draw
from parcours.draw.monogram import monogram
from parcours.pages.map_view import FeelingView, MapView, StepView
from parcours.pages.view import DiagramView
from parcours.theme.words import Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A diagram as a template shows it: the drawing (empty when it could not be made), its source, and why not."""

    svg: Markup
    source: str
    reason: str = ""
    width: int = 0


class Drawings:
    """Draws on demand and remembers; a diagram's bytes depend on its script and id alone."""

    def __init__(self, mode: str, remembered: dict[tuple[str, str, str], Drawn | NotDrawn] | None = None) -> None:
        """``mode`` is ``drawn`` or ``source``; ``remembered`` are the drawings of an earlier build."""
        self.mode = mode
        self.remembered = {} if remembered is None else remembered

    def diagram(self, view: DiagramView) -> Picture:
        """A diagram drawn, or its source alone where drawing is off or fails."""
        if self.mode == "source":
            return Picture(Markup(""), view.script)
        key = (view.script, view.id, view.title)
        made = self.remembered.get(key)
        if made is None:
            made = self.remembered[key] = draw(view.script, view.id, view.title, view.actors)
        if isinstance(made, Drawn):
            return Picture(Markup(made.svg), view.script, "", made.width)  # noqa: S704 - our own SVG, whitelisted
        return Picture(Markup(""), view.script, made.reason)


def curve(map_: MapView, t: Words) -> Markup:
    """The emotion curve of a map: a line for each persona, in the map's own columns."""
    columns = list(_columns(map_))
    lines = [
        CurveLine(face.name, face.index, tuple(_point(n, _of(step, face.index)) for n, step in columns))
        for face in map_.personas
    ] or [CurveLine(t("map.everyone"), 0, tuple(_point(n, _of(step, -1)) for n, step in columns))]
    words = (t("map.feeling.best"), t("map.feeling.neutral"), t("map.feeling.worst"))
    svg = emotion_curve(tuple(lines), map_.columns, t("lane.emotion"), t("map.curve_description"), "curve", words)
    return Markup(svg)  # noqa: S704 - drawn by us from numbers and escaped texts


def tension(map_: MapView, t: Words) -> Markup:
    """The dramatic arc of a map."""
    points = tuple(CurvePoint(n, step.engagement if step else None) for n, step in _columns(map_))
    words = (t("map.tension.tense"), "", t("map.tension.calm"))
    svg = tension_curve(points, map_.columns, t("lane.tension"), t("map.tension_description"), "tension", words)
    return Markup(svg)  # noqa: S704


def small_curve(scores: tuple[float | None, ...], index: int, title: str, id_: str) -> Markup:
    """The small curve of a card."""
    return Markup(sparkline(scores, index, title, id_))  # noqa: S704


def portrait(name: str, index: int) -> Markup:
    """A drawn stand-in for a portrait."""
    return Markup(monogram(name, index))  # noqa: S704


def _columns(map_: MapView) -> list[tuple[int, StepView | None]]:
    steps: list[StepView | None] = [step for stage in map_.stages for step in (stage.steps or (None,))]
    return list(enumerate(steps))


def _of(step: StepView | None, index: int) -> FeelingView | None:
    """What a persona feels at a step: their own feeling, else everybody's."""
    if step is None:
        return None
    own = next((feeling for feeling in step.feelings if feeling.index == index), None)
    return own or next((feeling for feeling in step.feelings if feeling.index < 0), None)


def _point(column: int, felt: FeelingView | None) -> CurvePoint:
    if felt is None:
        return CurvePoint(column, None)
    moves = felt.start is not None and felt.end is not None
    score = next((one for one in (felt.score, felt.end, felt.start) if one is not None), None)
    return CurvePoint(
        column,
        score,
        felt.start if moves else None,
        felt.end if moves else None,
        felt.label,
        felt.emoji,
        "" if score is not None and felt.written == f"{score:g}" else felt.written,
    )
