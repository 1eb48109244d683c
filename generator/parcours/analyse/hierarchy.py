"""The hierarchy of journeys: a step may open another journey, an experience map contain customer journeys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from parcours.analyse.insight import StepAt
from parcours.link.atlas import LinkedJourney, LinkedStep


class Opening(NamedTuple):
    """A step that opens another journey (``opens``), or leads on into one (``out``), by its id."""

    at: StepAt
    journey: str
    kind: str


@dataclass(frozen=True, slots=True)
class Node:
    """A journey in the tree of maps: through which step it is reached (None: it is a root), and what it opens.

    ``again`` says that it stands above itself already: what is below it is not told a second time.
    """

    journey: str
    via: StepAt | None = None
    below: tuple[Node, ...] = ()
    again: bool = False


def openings_of(journey: LinkedJourney) -> tuple[Opening, ...]:
    """Where a journey leads to others, step by step."""
    return tuple(one for step in journey.steps if step.opens or step.step.next for one in _of_step(journey, step))


def _of_step(journey: LinkedJourney, step: LinkedStep) -> Iterator[Opening]:
    at = StepAt(journey.ref.id, step.id)
    if step.opens is not None:
        yield Opening(at, step.opens.id, "opens")
    for other in dict.fromkeys(way.journey for way in step.ways if way.journey):
        yield Opening(at, other, "out")


def tree(found: tuple[Opening, ...]) -> tuple[Node, ...]:
    """The journeys that open others, as trees from those that nothing opens; a circle begins at its first by id."""
    below: dict[str, list[Opening]] = {}
    inside = [one for one in found if one.kind == "opens"]
    for one in inside:
        below.setdefault(one.at.journey, []).append(one)
    opened = {one.journey for one in inside if one.journey != one.at.journey}
    told: set[str] = set()
    roots = [_node(id_, None, below, (), told) for id_ in sorted(below) if id_ not in opened]
    roots += [_node(id_, None, below, (), told) for id_ in sorted(below) if id_ not in told]
    return tuple(roots)


def _node(
    journey: str, via: StepAt | None, below: dict[str, list[Opening]], above: tuple[str, ...], told: set[str]
) -> Node:
    told.add(journey)
    if journey in above:
        return Node(journey, via, again=True)
    inner = (_node(one.journey, one.at, below, (*above, journey), told) for one in below.get(journey, ()))
    return Node(journey, via, tuple(inner))


def circles(found: tuple[Opening, ...]) -> Iterator[tuple[Opening, ...]]:
    """Journeys that open themselves, over others or at once: each circle once, from its first journey by id."""
    told: set[frozenset[str]] = set()
    for root in tree(found):
        for circle in _circles(root, ()):
            journeys = frozenset(one.journey for one in circle)
            if journeys not in told:
                told.add(journeys)
                yield circle


def _circles(node: Node, path: tuple[Opening, ...]) -> Iterator[tuple[Opening, ...]]:
    here = path if node.via is None else (*path, Opening(node.via, node.journey, "opens"))
    if node.again:
        start = next(n for n, one in enumerate(here) if one.at.journey == node.journey)
        yield here[start:]
    for inner in node.below:
        yield from _circles(inner, here)
