"""What maps rest on: each claim's evidence, verbatim or metric, and the assumptions that carry the rest.

A claim is a feeling, a pain point, a thought, a quote or a written assumption of a step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parcours.analyse.insight import StepAt
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep, Ref
from parcours.model.kinds import Kind
from parcours.model.persona import Persona
from parcours.source.address import slug

MOMENT = 2
"""What an assumption at a moment of truth counts for."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How many claims rest on what.

    A quote that says whom it is from is a ``verbatim``; else a claim has ``evidence`` where its step, its stage or the
    whole journey cites some that does not only say where it was brought in from, or a ``metric`` where a figure of its
    step has a source; what is left is ``assumed``, and so is whatever is written as an assumption.
    """

    evidence: int = 0
    verbatim: int = 0
    metric: int = 0
    assumed: int = 0

    @property
    def claims(self) -> int:
        """All of them."""
        return self.evidence + self.verbatim + self.metric + self.assumed

    def __add__(self, other: Shares) -> Shares:
        return Shares(
            self.evidence + other.evidence,
            self.verbatim + other.verbatim,
            self.metric + other.metric,
            self.assumed + other.assumed,
        )


@dataclass(frozen=True, slots=True)
class Assumed:
    """An assumption as it is written at one place, and the weight it carries there."""

    text: str
    at: StepAt
    weight: int


@dataclass(frozen=True, slots=True)
class JourneyClaims:
    """What one journey rests on.

    ``cited`` counts claims and figures by the evidence they cite, as it is written; ``unproven`` are the claims with
    nothing to rest on that are not written as assumptions.
    """

    shares: Shares
    assumptions: tuple[Assumed, ...]
    cited: tuple[tuple[str, int], ...]
    unproven: int
    personas: tuple[str, ...]


def claims_of(journey: LinkedJourney) -> JourneyClaims:
    """The claims of one journey.

    The weight of an assumption at a step: the claims of the step that have nothing else to rest on (1 at least), twice
    at a moment of truth, for each persona of the journey. One of the whole journey carries all its claims that have
    nothing to rest on (1 at least), for each persona.
    """
    shares, unproven = Shares(), 0
    cited: Counter[str] = Counter()
    assumptions: list[Assumed] = []
    people = max(1, len(journey.personas))
    figures = (*journey.measured, *(one for stage in journey.stages for one in stage.measured))
    cited.update(one.latest.source for one in figures if one.latest.source)
    for stage in journey.stages:
        around = (*journey.journey.evidence, *stage.stage.evidence)
        proven = not journey.imports.issuperset(around)
        for linked in stage.steps:
            own = _shares(linked, proven)
            shares += own
            bare = own.assumed - len(linked.step.assumptions)
            unproven += bare
            weight = max(1, bare) * (MOMENT if linked.step.moment_of_truth else 1) * people
            at = StepAt(journey.ref.id, linked.id)
            assumptions += [Assumed(text, at, weight) for text in linked.step.assumptions]
            for name, count in _cited(linked, around):
                cited[name] += 0 if name in journey.imports else count
    whole = StepAt(journey.ref.id, "")
    own_weight = max(1, unproven) * people
    mine = [Assumed(text, whole, own_weight) for text in journey.journey.assumptions]
    return JourneyClaims(shares, (*mine, *assumptions), tuple(cited.items()), unproven, journey.personas)


def _shares(linked: LinkedStep, around: bool) -> Shares:
    step = linked.step
    plain = len(linked.felt) + len(step.pain_points) + bool(step.thinking)
    quoted = sum(1 for quote in step.quote if quote.source)
    bare = plain + len(step.quote) - quoted
    written = len(step.assumptions)
    if around or step.evidence:
        return Shares(bare, quoted, 0, written)
    if any(m.latest.source for m in linked.measured):
        return Shares(0, quoted, bare, written)
    return Shares(0, quoted, 0, bare + written)


def _cited(linked: LinkedStep, around: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """What the step rests on, with its claims that do: those of the whole step for what is cited, else one a quote."""
    step = linked.step
    for quote in step.quote:
        if quote.source:
            yield quote.source, 1
    for measured in linked.measured:
        if measured.latest.source:
            yield measured.latest.source, 1
    claims = max(1, len(linked.felt) + len(step.pain_points) + bool(step.thinking))
    for name in dict.fromkeys((*around, *step.evidence)):
        yield name, claims


@dataclass(frozen=True, slots=True)
class Resting:
    """A piece of evidence and what rests on it: claims, and the journeys that make them (ids, in order)."""

    evidence: Ref
    claims: int = 0
    journeys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assumption:
    """An assumption, however often it is written: its weight in all, and where; a persona's own has no step."""

    text: str
    weight: int
    at: tuple[StepAt, ...]
    personas: tuple[str, ...] = ()


@dataclass(slots=True)
class _Heap:
    text: str
    weight: int = 0
    at: list[StepAt] = field(default_factory=list[StepAt])
    personas: list[str] = field(default_factory=list[str])


def resting(atlas: Atlas, parts: Iterable[tuple[str, JourneyClaims]]) -> tuple[Resting, ...]:
    """The library of evidence, by id: what rests on each piece, from the parts of the journeys by their ids."""
    known: dict[str, Ref | None] = {}
    claims: Counter[Ref] = Counter()
    journeys: dict[Ref, list[str]] = {}
    for id_, part in parts:
        for written, count in part.cited:
            if written not in known:
                thing = atlas.find(Kind.EVIDENCE, written)
                known[written] = thing.ref if thing is not None else None
            ref = known[written]
            if ref is not None:
                claims[ref] += count
                journeys.setdefault(ref, []).append(id_)
    return tuple(
        Resting(thing.ref, claims[thing.ref], tuple(dict.fromkeys(journeys.get(thing.ref, ()))))
        for thing in atlas.of(Kind.EVIDENCE)
    )


def heaviest(atlas: Atlas, parts: Iterable[JourneyClaims]) -> tuple[Assumption, ...]:
    """All assumptions, those that carry most first; one that is written in several places carries all of it.

    One about a persona carries the claims with nothing to rest on of every journey that persona takes.
    """
    heaps: dict[str, _Heap] = {}
    unproven: Counter[str] = Counter()
    for part in parts:
        for persona in part.personas:
            unproven[persona] += part.unproven
        for one in part.assumptions:
            heap = heaps.setdefault(slug(one.text), _Heap(one.text))
            heap.weight += one.weight
            heap.at.append(one.at)
    for thing in atlas.of(Kind.PERSONA):
        if isinstance(thing.record, Persona):
            for text in thing.record.assumptions:
                heap = heaps.setdefault(slug(text), _Heap(text))
                heap.weight += max(1, unproven[thing.ref.id])
                heap.personas.append(thing.ref.id)
    found = (Assumption(h.text, h.weight, tuple(dict.fromkeys(h.at)), tuple(h.personas)) for h in heaps.values())
    return tuple(sorted(found, key=lambda one: (-one.weight, one.text.casefold())))
