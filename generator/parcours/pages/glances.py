"""What pages show of journeys and things that are not their own: short forms, so that a page depends on what it shows.

A word in the story of a journey makes another journey of it, and yet none of these forms is another one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from parcours.analyse.around import InPhase, Portion, Whose, portions
from parcours.analyse.emotion import JourneyEmotion, Trend
from parcours.analyse.figures import Figures
from parcours.analyse.gaps import Gap
from parcours.analyse.matrix import Cells, Grid
from parcours.analyse.sequences import Branches
from parcours.link.atlas import Atlas, Ref
from parcours.link.forms import Column, Forms, Pieces
from parcours.pages.forms import (
    Card,
    Face,
    Head,
    Line,
    Portrait,
    Start,
    Stop,
    actions_in,
    aligned_in,
    branches_in,
    card_of,
    cells_in,
    depth_in,
    emotion_in,
    face_of,
    files_of,
    gaps_in,
    grid_in,
    head_of,
    line_of,
    marks_in,
    opened_in,
    owner_in,
    pages_in,
    portrait_of,
    routes_in,
    source_of,
    stages_in,
    stops_in,
    trends_in,
)

K = TypeVar("K")
P = TypeVar("P")
S = TypeVar("S")
V = TypeVar("V")


KEPT = (
    "owners",
    "heads",
    "cards",
    "actions",
    "stops",
    "stages",
    "opened",
    "files",
    "marks",
    "aligned",
    "portions",
    "depths",
    "trends",
    "routes",
    "grids",
    "sources",
    "faces",
    "portraits",
    "lines",
)
"""The forms that take longer to make than to be read back; the others are parts of figures as they stand there."""


@dataclass(frozen=True, slots=True)
class Glances:
    """Each form by the id of its journey, or the identity of its thing.

    ``actions`` and ``stops`` are of steps, by the ids of journey and step; a step without an action has its id for a
    name, as has a stage without one in ``stages``. ``opened`` are the journeys inside steps. ``files`` are the paths a
    journey is made from, ``marks`` the steps where they begin to be written. ``aligned`` and ``portions`` are of
    parts of journeys, ``depths`` the deepest falls (None where nothing is felt), ``routes`` how many paths there are.
    ``sources`` are the paths of things, empty for those without a file; ``pages`` is the number of pages that name one.
    """

    owners: Mapping[str, str] = field(default_factory=dict[str, str])
    heads: Mapping[str, Head] = field(default_factory=dict[str, Head])
    cards: Mapping[str, Card] = field(default_factory=dict[str, Card])
    actions: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    stops: Mapping[tuple[str, str], Stop] = field(default_factory=dict[tuple[str, str], Stop])
    stages: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    opened: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    marks: Mapping[str, Mapping[Start, str]] = field(default_factory=dict[str, Mapping[Start, str]])
    aligned: Mapping[tuple[str, Whose], tuple[InPhase, ...]] = field(default_factory=dict[Any, Any])
    portions: Mapping[tuple[str, Whose], Portion] = field(default_factory=dict[Any, Any])
    emotions: Mapping[str, JourneyEmotion] = field(default_factory=dict[str, JourneyEmotion])
    depths: Mapping[str, float | None] = field(default_factory=dict[str, "float | None"])
    trends: Mapping[str, tuple[Trend, ...]] = field(default_factory=dict[str, tuple[Trend, ...]])
    gaps: Mapping[str, tuple[Gap, ...]] = field(default_factory=dict[str, tuple[Gap, ...]])
    routes: Mapping[str, int] = field(default_factory=dict[str, int])
    branches: Mapping[str, Branches] = field(default_factory=dict[str, Branches])
    cells: Mapping[str, Mapping[str, Cells]] = field(default_factory=dict[str, Mapping[str, Cells]])
    grids: Mapping[str, Grid] = field(default_factory=dict[str, Grid])
    sources: Mapping[Ref, str] = field(default_factory=dict[Ref, str])
    faces: Mapping[Ref, Face] = field(default_factory=dict[Ref, Face])
    portraits: Mapping[Ref, Portrait] = field(default_factory=dict[Ref, Portrait])
    lines: Mapping[Ref, Line] = field(default_factory=dict[Ref, Line])
    pages: Mapping[Ref, int] = field(default_factory=dict[Ref, int])


def glances(atlas: Atlas, figures: Mapping[str, Figures], before: Glances | None = None) -> Glances:
    """All forms of the journeys of an Atlas, whose figures stand by their ids, and of its things.

    Those ``before`` are taken over where what they are forms of is the same.
    """
    last = before or Glances()
    return Glances(
        owners=_forms("figures", figures, owner_in, last.owners),
        heads=_forms("figures", figures, head_of, last.heads),
        cards=_forms("figures", figures, card_of, last.cards),
        actions=_pieces("figures", figures, actions_in, last.actions),
        stops=_pieces("figures", figures, stops_in, last.stops),
        stages=_pieces("figures", figures, stages_in, last.stages),
        opened=_pieces("figures", figures, opened_in, last.opened),
        files=_forms("figures", figures, files_of, last.files),
        marks=_forms("figures", figures, marks_in, last.marks),
        aligned=_pieces("figures", figures, aligned_in, last.aligned),
        portions=_pieces("figures", figures, portions, last.portions),
        emotions=_forms("figures", figures, emotion_in, last.emotions),
        depths=_forms("figures", figures, depth_in, last.depths),
        trends=_forms("figures", figures, trends_in, last.trends),
        gaps=_forms("figures", figures, gaps_in, last.gaps),
        routes=_forms("figures", figures, routes_in, last.routes),
        branches=_forms("figures", figures, branches_in, last.branches),
        cells=_forms("figures", figures, cells_in, last.cells),
        grids=_forms("figures", figures, grid_in, last.grids),
        sources=_forms("things", atlas.things, source_of, last.sources),
        faces=_forms("things", atlas.things, face_of, last.faces),
        portraits=_forms("things", atlas.things, portrait_of, last.portraits),
        lines=_forms("things", atlas.things, line_of, last.lines),
        pages=_forms("mentions", atlas.mentions, pages_in, last.pages),
    )


def made_forms(seen: Glances) -> dict[str, Column]:
    """All forms that are worth being kept, made now if need be, by their names."""
    return {name: Column(dict(_each(getattr(seen, name)))) for name in KEPT}


def take_over(seen: Glances, made: Mapping[str, Column]) -> None:
    """Gives forms that an earlier process made of the same journeys and things, so that they need not be made."""
    for name, forms in made.items():
        _each(getattr(seen, name)).take_over(forms)


def _each(seen: Forms[Any, Any] | Pieces[Any, Any, Any]) -> Forms[Any, Any]:
    return seen.each if isinstance(seen, Pieces) else seen


def _forms(of: str, whole: Mapping[K, S], form: Callable[[S], V], before: Mapping[K, V]) -> Forms[K, V]:
    return Forms(of, whole, form, before if isinstance(before, Forms) else None)


def _pieces(
    of: str, whole: Mapping[K, S], forms: Callable[[S], Mapping[P, V]], before: Mapping[tuple[K, P], V]
) -> Pieces[K, P, V]:
    return Pieces(of, whole, forms, cast("Pieces[K, P, V]", before) if isinstance(before, Pieces) else None)
