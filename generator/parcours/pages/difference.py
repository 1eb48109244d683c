"""The one page of a difference: every block of its telling, and both sides of each journey over each other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parcours.diff.difference import Difference
from parcours.diff.telling import Block, Telling
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from parcours.model.media import Picture
from parcours.pages.comparison_journeys import journeys_view
from parcours.pages.comparison_view import JourneysComparisonPage
from parcours.pages.difference_view import DifferenceBlock, DifferencePage
from parcours.pages.glances import glances
from parcours.pages.here import Here
from parcours.pages.view import Frame, PictureView
from parcours.pages.views import Page

MOST_MAPS = 24
"""So many journeys are drawn; of the others the page tells in words what differs."""


@dataclass(frozen=True, slots=True)
class _Alone(Here):
    """A page without any other beside it: names stay, links and pictures have nowhere to lead."""

    def href(self, target: str) -> str:
        del target
        return ""

    def picture(self, picture: Picture | None, source: str) -> PictureView | None:
        del picture, source
        return None


def difference_page(telling: Telling, found: Difference, a: Atlas, b: Atlas, language: str) -> Page:
    """The page of a difference between two states, whose telling has a block for each journey on both sides."""
    both = _both(a, b)
    here = _Alone(both, glances(both, {}), "difference.html", "", language)
    frame = Frame(
        site_name=b.settings.site_name or "Parcours",
        title=telling.title,
        language=language,
        root="",
        section="",
        nav=(),
    )
    maps = {id(block): drawn for block, drawn in zip(_of_journeys(telling), _maps(here, frame, found), strict=False)}
    blocks = tuple(DifferenceBlock(block, maps.get(id(block))) for block in telling.blocks)
    return Page(here.address, "difference.html", DifferencePage(frame, telling.title, telling.summary, blocks))


def _both(a: Atlas, b: Atlas) -> Atlas:
    """Both states for whoever asks for names: what only a has, and all that b has."""
    return replace(b, things={**a.things, **b.things}, titles={**a.titles, **b.titles})


def _of_journeys(telling: Telling) -> list[Block]:
    return [block for block in telling.blocks if block.journey]


def _maps(here: Here, frame: Frame, found: Difference) -> list[JourneysComparisonPage]:
    compared = [change.compared for change in found.of(Kind.JOURNEY.value) if change.compared is not None]
    return [
        journeys_view(here, frame, one, _keys(one.a.ref, one.b.ref, one.b.journey.state), f"j{n}-")
        for n, one in enumerate(compared[:MOST_MAPS])
    ]


def _keys(a: Ref, b: Ref, state: str) -> tuple[str, str]:
    return ("current", "future") if a != b and state == "future" else ("before", "after")
