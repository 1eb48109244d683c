"""Comparison pages: which there are, where they stand, and the links that lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from parcours.link.atlas import Atlas, LinkedJourney, Ref
from parcours.model.kinds import Kind
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
class Pair:
    """One comparison page: its address, its journey, and the journey or the two personas (ranks) it compares.

    Journeys go by their ids; ``current`` is empty where personas are compared.
    """

    address: str
    journey: str
    current: str = ""
    personas: tuple[int, int] = (0, 0)


def comparison_page(here: Here, pair: Pair) -> Page:
    """The page of a journey against the current one it answers, or of two of its personas."""
    journey = here.atlas.journeys[pair.journey]
    if pair.current:
        return journeys_comparison(here, here.atlas.journeys[pair.current], journey)
    faces = here.faces(journey.personas)
    return personas_comparison(here, journey, *(faces[rank] for rank in pair.personas))


def comparison_count(atlas: Atlas) -> int:
    """How many comparison pages a site has."""
    return sum(1 for journey in atlas.journeys.values() for _ in comparisons_in(atlas, journey))


def comparisons_of(here: Here, journey: LinkedJourney) -> tuple[ComparisonLink, ...]:
    """The comparison pages a journey's page should lead to."""
    found: list[ComparisonLink] = []
    for pair in comparisons_in(here.atlas, journey):
        if pair.current:
            name = here.atlas.titles[Ref(Kind.JOURNEY, pair.current)]
            found.append(ComparisonLink("current", Hyperlink(name, here.href(pair.address))))
        else:
            faces = here.faces(journey.personas)
            names = " ↔ ".join(faces[rank].name for rank in pair.personas)
            found.append(ComparisonLink("personas", Hyperlink(names, here.href(pair.address))))
    for id_ in here.atlas.futures.get(journey.ref.id, ()):
        other = Ref(Kind.JOURNEY, id_)
        if other != journey.ref:
            found.append(ComparisonLink("future", Hyperlink(here.atlas.titles[other], here.href(_address(other)))))
    return tuple(found)


def _address(journey: Ref, pair: str = "") -> str:
    return f"{journey.kind.value}/{journey.id}/compare/{f'{pair}/' if pair else ''}index.html"


def comparisons_in(atlas: Atlas, journey: LinkedJourney) -> Iterator[Pair]:
    """The comparison pages of one journey: against the current one it answers, and each two of its personas."""
    current, id_ = journey.current, journey.ref.id
    if current is not None and current != journey.ref and current.id in atlas.journeys:
        yield Pair(_address(journey.ref), id_, current.id)
    taken: set[str] = set()
    ids = journey.personas[:MOST_PERSONAS]
    for one, other in combinations(range(len(ids)), 2):
        # `a` with `b-c` and `a-b` with `c` would share an address.
        base = name = f"{ids[one]}-{ids[other]}"
        while name in taken:
            name = f"{name}-{base}"
        taken.add(name)
        yield Pair(_address(journey.ref, name), id_, personas=(one, other))
