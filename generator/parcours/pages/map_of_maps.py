"""The map of maps: which journeys open which, as trees of links and as a flow chart."""

from __future__ import annotations

from parcours.analyse.hierarchy import Node, Opening, tree
from parcours.analyse.insight import StepAt
from parcours.draw.mermaid_script import FlowLink, FlowStep, graph_script
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import step_link
from parcours.pages.here import Here
from parcours.pages.view import DiagramView, Hyperlink
from parcours.pages.views import MapNode

MOST_DRAWN = 60
"""Journeys on the drawing; with more nobody reads it."""


def map_nodes(here: Here, openings: tuple[Opening, ...]) -> tuple[MapNode, ...]:
    """The trees of maps."""
    return tuple(_node(here, one) for one in tree(openings))


def _node(here: Here, one: Node) -> MapNode:
    via = _step(here, one.via) if one.via is not None else None
    below = tuple(_node(here, inner) for inner in one.below)
    return MapNode(here.to(Ref(Kind.JOURNEY, one.journey)), via, below, one.again)


def _step(here: Here, at: StepAt) -> Hyperlink:
    return step_link(here, at).step


def map_of_maps(here: Here, openings: tuple[Opening, ...], title: str) -> DiagramView | None:
    """The drawing: every journey that opens another, leads into one, or is led into; None where there is none."""
    joined = sorted({id_ for one in openings for id_ in (one.at.journey, one.journey)})
    if not joined or len(joined) > MOST_DRAWN:
        return None
    places = {id_: (1, n) for n, id_ in enumerate(joined, 1)}
    nodes = tuple(_drawn(here, id_, place) for id_, place in places.items())
    pairs = dict.fromkeys((one.at.journey, one.journey, one.kind) for one in openings)
    links = tuple(
        FlowLink(places[start], places[end], "", "next" if kind == "opens" else "skip")
        for start, end, kind in pairs
        if start != end
    )
    return DiagramView("map-of-maps", graph_script(title, "", nodes, links), title, "flow")


def _drawn(here: Here, id_: str, place: tuple[int, int]) -> FlowStep:
    head = here.glances.heads[id_]
    return FlowStep(place, head.name, here.href(Ref(Kind.JOURNEY, id_).address), head.kind == "experience")
