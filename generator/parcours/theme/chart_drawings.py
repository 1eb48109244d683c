"""The charts of analysis pages, from their views, in the words of a page's language."""

from __future__ import annotations

from markupsafe import Markup

from parcours.draw.charts import Bubble, matrix, shares, trend
from parcours.draw.mermaid_chart import Point, quadrant_script
from parcours.pages.figure_table import MatrixView, SharesView
from parcours.theme.words import Words

MOST_NUMBERS = 2
"""Numbers that fit into a bubble."""

CORNERS = ("quick", "big", "small", "costly")
"""The quadrants, from the top left in reading order."""


def trend_chart(points: tuple[tuple[int, float], ...], target: float | None, title: str) -> Markup:
    """How a figure moved."""
    return Markup(trend(points, target, title))  # noqa: S704 - drawn by us from numbers and escaped texts


def matrix_chart(view: MatrixView, t: Words) -> Markup:
    """Opportunities by effort and impact."""
    bubbles = tuple(
        Bubble(dot.effort, dot.impact, _label(dot.numbers), len(dot.numbers), dot.title, dot.href) for dot in view.dots
    )
    corners = tuple(t(f"analysis.opportunities.corner.{key}") for key in CORNERS)
    title = t("analysis.opportunities.matrix")
    return Markup(matrix(bubbles, title, t("fact.effort"), t("fact.impact"), corners))  # noqa: S704


def _label(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers)) if len(numbers) <= MOST_NUMBERS else f"{numbers[0]}…"


def matrix_source(view: MatrixView, t: Words) -> str:
    """The same as Mermaid's source."""
    quick, big, small, costly = (t(f"analysis.opportunities.corner.{key}") for key in CORNERS)
    little, much = t("analysis.opportunities.little"), t("analysis.opportunities.much")
    effort, impact = t("fact.effort"), t("fact.impact")
    return quadrant_script(
        t("analysis.opportunities.matrix"),
        (f"{effort}: {little}", f"{effort}: {much}"),
        (f"{impact}: {little}", f"{impact}: {much}"),
        (big, quick, small, costly),
        tuple(Point(one.title, one.effort, one.impact) for one in view.points),
    )


def shares_chart(view: SharesView, t: Words) -> Markup:
    """What one map rests on."""
    told = "; ".join(f"{t(f'analysis.evidence.part.{key}')} {figure}" for key, share, figure in view.parts if share)
    return Markup(shares(tuple((key, share) for key, share, _ in view.parts), told))  # noqa: S704
