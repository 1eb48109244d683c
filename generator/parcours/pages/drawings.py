"""Drawings as files of their own, beside the page that shows them: the page stays light, the picture can be sent."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.pages.figure_table import FigurePage
from parcours.pages.thing_view import ThingPage
from parcours.pages.view import DiagramView, Story
from parcours.pages.views import DiagramFile, HomePage, JourneyPage, Page, PersonaPage


def drawings_of(page: Page) -> Iterator[Page]:
    """The files of a page's diagrams, each named by its id, in the page's folder."""
    folder = page.address.removesuffix("index.html")
    for diagram in (one for one in _diagrams(page) if not one.straight):
        yield Page(f"{folder}{diagram.id}.svg", "diagram.svg", DiagramFile(page.language, diagram))


def _diagrams(page: Page) -> Iterator[DiagramView]:
    view = page.view
    if isinstance(view, JourneyPage):
        yield from view.diagrams
        for stage in view.map.stages:
            yield from _told(stage.story)
    if isinstance(view, FigurePage) and view.diagram is not None:
        yield view.diagram
    if isinstance(view, HomePage) and view.map_of_maps is not None:
        yield view.map_of_maps
    if isinstance(view, JourneyPage | PersonaPage | ThingPage | HomePage):
        yield from _told(view.story)


def _told(story: Story) -> Iterator[DiagramView]:
    return (part for part in story.parts if isinstance(part, DiagramView))
