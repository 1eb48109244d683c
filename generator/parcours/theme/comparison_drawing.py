"""The drawing of a comparison, from its view: two curves over each other."""

from __future__ import annotations

from markupsafe import Markup

from parcours.draw.overlay import Mark, OverlayLine, overlay
from parcours.draw.placing import CurvePoint
from parcours.pages.comparison_view import OverlayLineView, OverlayView
from parcours.theme.words import Words


def comparison_curves(view: OverlayView, t: Words) -> Markup:
    """Both sides' curves in the columns they share, in the words of the page's language."""
    a, b = _line(view.a, t), _line(view.b, t)
    marks = tuple(Mark(mark.column, mark.kind, mark.figure) for mark in view.marks)
    title = t("compare.curve", a=a.name, b=b.name)
    if view.face is not None:
        title = t("compare.curve_of", who=view.face.name, a=a.name, b=b.name)
    told = t("compare.curve_description", a=a.name, b=b.name)
    words = (t("map.feeling.best"), t("map.feeling.neutral"), t("map.feeling.worst"))
    svg = overlay(a, b, view.columns, marks, title, told, view.id, words)
    return Markup(svg)  # noqa: S704 - drawn by us from numbers and escaped texts


def _line(view: OverlayLineView, t: Words) -> OverlayLine:
    points = (CurvePoint(p.column, p.score, p.start, p.end, written=p.shown) for p in view.points)
    return OverlayLine(t(view.name), view.index, view.colour, tuple(points))
