"""From a page's view to its bytes."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError
from markupsafe import Markup

from parcours.draw.card import draw_card
from parcours.model.settings import Settings
from parcours.pages.figures import number
from parcours.pages.map_view import MapView, StageView
from parcours.pages.view import DiagramView
from parcours.pages.views import JourneyPage, Page
from parcours.theme.alone import alone
from parcours.theme.bounds import BoundedEnvironment, line_in_template
from parcours.theme.chart_drawings import matrix_chart, matrix_source, shares_chart, trend_chart
from parcours.theme.comparison_drawing import comparison_curves
from parcours.theme.drawings import Drawings, Picture, legend_line, moment_curve, portrait
from parcours.theme.files import LANGUAGES, ThemeFiles
from parcours.theme.map_drawings import channel_tracks, curve, stage_curve, tension
from parcours.theme.map_poster import map_poster
from parcours.theme.page_card import card_of
from parcours.theme.palette import palette_of
from parcours.theme.sprite import icon_shapes, with_used_icons
from parcours.theme.stock import Compiled, Fresh, Stock
from parcours.theme.swift import SwiftEnvironment
from parcours.theme.words import Words

STATIC = "theme"
"""The folder of the output that holds the theme's own files."""

PICTURES = "(pictures)"
"""Stands among the templates of a page for what its pictures and card are drawn with besides its view."""

ICONS = "icons.html"
"""The template whose macro ``sprite`` gives the icons."""


class Engine:
    """A theme ready to render. Templates see ``page`` and a few functions that speak the page's language."""

    def __init__(self, theme: ThemeFiles, settings: Settings, stock: Stock | None = None) -> None:
        """Templates are compiled when first used; what is in stock is taken from there, what is made goes there."""
        self.stock = stock or Stock()
        self.key = (theme.digest, settings.diagrams)
        self.name = theme.name
        self._theme = theme
        self._keys: dict[str, str] = {}
        self.drawings: Drawings = Drawings(settings.diagrams, self.stock.drawn, self.stock.refused, self.stock.curves)
        self.words = {language: words_of(theme, language) for language in LANGUAGES}
        self.environments = {
            language: _environment(theme, self.words[language], self.drawings, self.stock.compiled)
            for language in LANGUAGES
        }
        self.palette = palette_of(theme.tokens)
        self._shapes: dict[str, str] | None = None

    @property
    def fresh(self) -> Fresh:
        """What was not in stock and has been made so far."""
        return Fresh(self.drawings.fresh, self.drawings.fresh_curves, self.stock.compiled.fresh)

    def key_of(self, template: str) -> str:
        """What identifies all that a template is made of: with the same key an equal view gives equal bytes."""
        if template not in self._keys:
            used = self._theme.used_by(ICONS if template == PICTURES else template)
            looks = repr(sorted(self.palette.roles.items())) if template == PICTURES else ""
            self._keys[template] = f"{self._theme.digest_with(used)} {self.key[1]}{looks}"
        return self._keys[template]

    def render(self, page: Page) -> bytes:
        """The bytes of a page or drawing, none for a drawing that cannot be made.

        Raises TemplateFault when the theme's template has a mistake.
        """
        with _told(page.template):
            template = self.environments[page.language].get_template(page.template)
            html = template.render(page=page.view, asset=partial(_asset, page.view))
            return with_used_icons(html).encode("utf-8", "replace")

    def map_picture(self, page: JourneyPage) -> bytes:
        """A journey's map as a standalone SVG."""
        language = page.frame.language
        return map_poster(page, self.words[language], self._icons(language), self.palette).encode("utf-8", "replace")

    def card(self, page: Page) -> bytes:
        """The card of a page as a standalone SVG."""
        return draw_card(card_of(page.view, self.words[page.language]), self.palette).encode("utf-8", "replace")

    def _icons(self, language: str) -> dict[str, str]:
        """The shapes of the theme's icons; none where their template has a mistake, which every page tells."""
        if self._shapes is None:
            try:
                with _told(ICONS):
                    module: Any = self.environments[language].get_template(ICONS).module
                    self._shapes = icon_shapes(str(module.sprite()))
            except TemplateFault:
                self._shapes = {}
        return self._shapes


def _asset(view: object, name: str) -> str:
    """The address of a file of the theme, from a page."""
    frame: Any = getattr(view, "frame", None)
    return f"{frame.root if frame else ''}{STATIC}/{name}"


def words_of(theme: ThemeFiles, language: str) -> Words:
    """A theme's words in a language; what it lacks is English."""
    return Words(language, theme.locales.get(language, ()), theme.locales.get("en", ()))


def _environment(theme: ThemeFiles, words: Words, drawings: Drawings, compiled: Compiled) -> Environment:
    environment = (BoundedEnvironment if theme.own else SwiftEnvironment)(
        loader=DictLoader(dict(theme.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
    )
    standing: dict[str, Any] = {"alone": partial(alone, tokens=theme.tokens)}
    environment.globals.update({**_functions(words, drawings), **standing})
    return environment


def _functions(words: Words, drawings: Drawings) -> dict[str, Any]:
    def draw_curve(map_: MapView, key: str = "") -> Markup:
        return curve(map_, words, key)

    def draw_tension(map_: MapView, key: str = "") -> Markup:
        return tension(map_, words, key)

    def diagram(view: DiagramView) -> Picture:
        return drawings.diagram(view)

    def figure(value: float | str | None) -> str:
        return number(value, words.language)

    def draw_tracks(map_: MapView, key: str = "") -> Markup:
        return channel_tracks(map_, words, key)

    def draw_stage(stage: StageView) -> Markup:
        return stage_curve(stage, words)

    return {
        "t": words,
        "number": figure,
        "curve": draw_curve,
        "tension": draw_tension,
        "tracks": draw_tracks,
        "stage_curve": draw_stage,
        "matrix": partial(matrix_chart, t=words),
        "matrix_source": partial(matrix_source, t=words),
        "shares": partial(shares_chart, t=words),
        "trend": trend_chart,
        "overlay": partial(comparison_curves, t=words),
        "sparkline": drawings.small_curve,
        "moment_curve": moment_curve,
        "swatch": legend_line,
        "monogram": portrait,
        "diagram": diagram,
    }


class TemplateFault(Exception):
    """A mistake in a theme's template: which one, on which line, and what Jinja says of it."""

    def __init__(self, template: str, line: int, message: str) -> None:
        """Keeps the parts, to be told as a finding."""
        super().__init__(message)
        self.template, self.line, self.message = template, line, message


@contextmanager
def _told(name: str) -> Generator[None]:
    """What goes wrong in a template, as a TemplateFault."""
    try:
        yield
    except TemplateError as error:
        line = getattr(error, "lineno", None) or line_in_template(error)
        which = getattr(error, "name", None) or name
        raise TemplateFault(str(which), int(line), error.message or type(error).__name__) from error
    except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RuntimeError, MemoryError) as error:
        line = getattr(error, "line", 0) or line_in_template(error)
        raise TemplateFault(name, line, str(error) or type(error).__name__) from error
