"""What templates may have drawn: diagrams, each distinct one once, small curves and monograms."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from parcours.draw.curve import spark, sparkline, swatch
from parcours.draw.diagram import Area, Drawn, NotDrawn, draw
from parcours.draw.monogram import monogram
from parcours.draw.small_multiple import small_multiple
from parcours.pages.past_view import MomentView
from parcours.pages.view import DiagramView
from parcours.theme.stock import CurveBy, DrawnBy

MOST = 4000
"""Drawings that are remembered, of about 10 kB each."""
MOST_CURVES = 16_000
"""Small curves that are remembered, of about 1 kB each: the card of a journey stands on the page of all it touches."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A diagram as a template shows it: the drawing (empty when it could not be made), its source, and why not.

    ``mark`` changes with the drawing; ``alt`` says what it shows; ``areas`` are where its links lie.
    """

    svg: Markup
    source: str
    reason: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""
    areas: tuple[Area, ...] = ()
    mark: str = ""


class Drawings:
    """Draws on demand and remembers; a diagram's bytes depend on its script and id alone.

    ``fresh`` and ``fresh_curves`` are those drawn here; ``refused`` tells why some scripts that were asked for cannot
    be drawn, and ``vain`` counts how often they were.
    """

    def __init__(
        self,
        mode: str,
        remembered: dict[DrawnBy, Drawn | NotDrawn] | None = None,
        refused: dict[str, str] | None = None,
        curves: dict[CurveBy, str] | None = None,
    ) -> None:
        """``mode`` is ``drawn`` or ``source``; the rest is what earlier builds have drawn, or why not."""
        self.mode = mode
        self.remembered = {} if remembered is None else remembered
        self.fresh: dict[DrawnBy, Drawn | NotDrawn] = {}
        self.refused = {} if refused is None else refused
        self.vain = 0
        self.curves = {} if curves is None else curves
        self.fresh_curves: dict[CurveBy, str] = {}

    def diagram(self, view: DiagramView) -> Picture:
        """A diagram drawn, or its source alone where drawing is off or fails."""
        if self.mode == "source" or view.straight:
            return Picture(Markup(""), view.script)
        key = (view.script, view.id, view.title)
        made = self.remembered.get(key)
        if made is None:
            made = self.remembered[key] = self.fresh[key] = draw(view.script, view.id, view.title, view.actors)
            self._forget()
        if isinstance(made, Drawn):
            alt = ": ".join(text for text in (made.title, made.description) if text)
            svg = Markup(made.svg)  # noqa: S704 - our own SVG, whitelisted
            return Picture(svg, view.script, "", made.width, made.height, alt, made.areas, made.mark)
        self.refused[view.script] = made.reason
        self.vain += 1
        return Picture(Markup(""), view.script, made.reason)

    def small_curve(self, scores: tuple[float | None, ...], index: int, title: str) -> Markup:
        """The small curve of a card."""
        key = (scores, index)
        drawn = self.curves.get(key)
        if drawn is None:
            drawn = self.curves[key] = self.fresh_curves[key] = spark(scores, index)
            if len(self.curves) > MOST_CURVES:
                self.fresh_curves.pop(oldest := next(iter(self.curves)), None)
                del self.curves[oldest]
        return Markup(sparkline(drawn, title))  # noqa: S704

    def _forget(self) -> None:
        """The oldest drawing, where there are many: a preview that runs for days does not grow; why not stays."""
        if len(self.remembered) > MOST:
            for oldest in [key for key, made in self.remembered.items() if isinstance(made, Drawn)][:1]:
                del self.remembered[oldest]
                self.fresh.pop(oldest, None)


def moment_curve(moment: MomentView, title: str) -> Markup:
    """The curves of a map on one day, faintly over those of the day before."""
    drawn = small_multiple(moment.curves, moment.id, moment.ghosts, moment.before, title)
    return Markup(drawn)  # noqa: S704


def legend_line(index: int) -> Markup:
    """A persona's line in a legend."""
    return Markup(swatch(index))  # noqa: S704


def portrait(name: str, index: int) -> Markup:
    """A drawn stand-in for a portrait."""
    return Markup(monogram(name, index))  # noqa: S704
