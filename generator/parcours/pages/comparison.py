"""Comparison pages: which there are, where they stand, and the links that lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from parcours.link.atlas import Atlas, LinkedJourney
from parcours.pages.comparison_journeys import journeys_comparison
from parcours.pages.comparison_personas import personas_comparison
from parcours.pages.here import Here
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page

MOST_PERSONAS = 4
"""So many of a journey's personas, the first ones, are compared in pairs."""


@dataclass(frozen=True, slots=True)
class ComparisonLink:
    """A link to a comparison page: its words are what the journey is compared with, or both personas' names.

    ``kind``: ``current`` (it answers that current journey), ``future`` (that future one answers it) or ``personas``.
    """

    kind: str
    link: Hyperlink


@dataclass(frozen=True, slots=True)
class _Pair:
    """One comparison page: its address, its journey, and the journey or the two personas (ranks) it compares."""

    address: str
    journey: LinkedJourney
    current: LinkedJourney | None = None
    personas: tuple[int, int] = (0, 0)


def comparison_pages(atlas: Atlas, stamp: str, journey: LinkedJourney) -> Iterator[Page]:
    """The comparison pages of one journey: against the current one it answers, and each two of its personas."""
    for pair in _pairs(atlas, journey):
        here = Here(atlas, pair.address, stamp, journey.journey.lang or "")
        if pair.current is not None:
            yield journeys_comparison(here, pair.current, journey)
        else:
            faces = here.faces(journey)
            yield personas_comparison(here, journey, *(faces[rank] for rank in pair.personas))


def comparison_count(atlas: Atlas) -> int:
    """How many comparison pages a site has."""
    return sum(1 for journey in atlas.journeys.values() for _ in _pairs(atlas, journey))


def comparisons_of(here: Here, journey: LinkedJourney) -> tuple[ComparisonLink, ...]:
    """The comparison pages a journey's page should lead to."""
    found: list[ComparisonLink] = []
    for pair in _pairs(here.atlas, journey):
        if pair.current is not None:
            found.append(ComparisonLink("current", Hyperlink(pair.current.name, here.href(pair.address))))
        else:
            faces = here.faces(journey)
            names = " ↔ ".join(faces[rank].name for rank in pair.personas)
            found.append(ComparisonLink("personas", Hyperlink(names, here.href(pair.address))))
    for _, other in sorted(here.atlas.journeys.items()):
        if _current_of(here.atlas, other) is journey:
            found.append(ComparisonLink("future", Hyperlink(other.name, here.href(_address(other)))))
    return tuple(found)


def _current_of(atlas: Atlas, journey: LinkedJourney) -> LinkedJourney | None:
    """The journey this one answers, when it is another."""
    if journey.current is None or journey.current == journey.ref:
        return None
    return atlas.journeys.get(journey.current.id)


def _address(journey: LinkedJourney, pair: str = "") -> str:
    return f"{journey.ref.kind.value}/{journey.ref.id}/compare/{f'{pair}/' if pair else ''}index.html"


def _pairs(atlas: Atlas, journey: LinkedJourney) -> Iterator[_Pair]:
    current = _current_of(atlas, journey)
    if current is not None:
        yield _Pair(_address(journey), journey, current)
    taken: set[str] = set()
    ids = journey.personas[:MOST_PERSONAS]
    for one, other in combinations(range(len(ids)), 2):
        # `a` with `b-c` and `a-b` with `c` would share an address.
        base = name = f"{ids[one]}-{ids[other]}"
        while name in taken:
            name = f"{name}-{base}"
        taken.add(name)
        yield _Pair(_address(journey, name), journey, personas=(one, other))
