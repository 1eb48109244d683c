"""Opportunities: one backlog from all maps, with the pain each answers and how many share it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from parcours.analyse.felt import mean, score_of
from parcours.analyse.insight import StepAt
from parcours.analyse.likeness import alike
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep, Ref, Thing
from parcours.link.mentions import opportunity_key
from parcours.link.watched import same_objects
from parcours.model.kinds import Kind
from parcours.model.opportunity import Opportunity, OpportunityMention


@dataclass(frozen=True, slots=True)
class Need:
    """What an opportunity answers at a step: the pain points there, and the mean of what is felt (1 to 5, or None)."""

    at: StepAt
    pains: tuple[str, ...]
    feeling: float | None


class Told(NamedTuple):
    """What is said of an opportunity in one place."""

    title: str
    impact: float | None
    effort: float | None
    status: str | None
    owner: str
    ticket: str


@dataclass(frozen=True, slots=True)
class Idea:
    """An opportunity named in one journey: every way it is told there, and what it answers at the steps that name it.

    ``pains`` are the pain points of all these steps, ``felt`` are the sum and the number of their means, ``personas``
    take the journey.
    """

    key: str
    told: tuple[Told, ...]
    needs: tuple[Need, ...]
    pains: tuple[str, ...]
    felt: tuple[float, int]
    personas: tuple[str, ...]


def ideas_of(journey: LinkedJourney) -> tuple[Idea, ...]:
    """The opportunities one journey names, in the order they first appear."""
    told: dict[str, list[OpportunityMention]] = {}
    needs: dict[str, dict[StepAt, Need]] = {}
    for step in journey.steps:
        if step.step.opportunities:
            need = need_of(journey, step)
            for one in step.step.opportunities:
                key = opportunity_key(one)
                told.setdefault(key, []).append(one)
                needs.setdefault(key, {})[need.at] = need
    return tuple(_idea(key, ones, tuple(needs[key].values()), journey.personas) for key, ones in told.items())


def _idea(key: str, told: list[OpportunityMention], needs: tuple[Need, ...], personas: Iterable[str]) -> Idea:
    distinct = tuple(dict.fromkeys(map(_told, told)))
    pains = tuple(dict.fromkeys(pain for need in needs for pain in need.pains))
    felt = [need.feeling for need in needs if need.feeling is not None]
    return Idea(key, distinct, needs, pains, (sum(felt), len(felt)), tuple(personas))


def _told(one: Opportunity | OpportunityMention) -> Told:
    return Told(one.title, one.impact, one.effort, one.status, one.owner, one.ticket)


def need_of(journey: LinkedJourney, step: LinkedStep) -> Need:
    """What hurts at a step."""
    feeling = mean(score_of(felt) for felt in step.felt)
    return Need(StepAt(journey.ref.id, step.id), step.step.pain_points, feeling)


HEAP = 32
"""Ideas of a heap."""


@dataclass(frozen=True, slots=True)
class Heap:
    """Some ideas of one opportunity, as one: where an idea changes, one heap is gathered again."""

    ideas: tuple[Idea, ...] = field(repr=False)
    told: tuple[Told, ...]
    needs: tuple[Need, ...]
    pains: tuple[str, ...]
    felt: tuple[float, int]
    personas: tuple[str, ...]
    journeys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the backlog.

    Impact and effort run from 1 to 5. ``needs`` are the steps it answers, by journey; ``personas`` take one of these
    journeys. ``feeling`` is the mean of the steps' means. ``heaps`` are what it was gathered from.
    """

    ref: Ref
    title: str
    impact: float | None
    effort: float | None
    status: str
    owner: str
    ticket: str
    needs: tuple[Need, ...]
    pains: tuple[str, ...]
    feeling: float | None
    personas: tuple[str, ...]
    journeys: tuple[str, ...]
    heaps: tuple[Heap, ...] = field(repr=False, compare=False, default=())

    @property
    def leverage(self) -> float | None:
        """Impact by effort, from 0.2 to 5; None where either is not told."""
        return round(self.impact / self.effort, 2) if self.impact and self.effort else None

    @property
    def open(self) -> bool:
        """Whether it still waits: neither done nor dropped."""
        return self.status not in ("done", "dropped")


@dataclass(slots=True)
class _Gathered:
    thing: Thing
    ideas: list[Idea] = field(default_factory=list[Idea])


def backlog(atlas: Atlas, parts: Iterable[tuple[Idea, ...]], before: Iterable[Item] = ()) -> tuple[Item, ...]:
    """All opportunities: the open ones first, those with the most impact for their effort before the others.

    Of equal leverage the one that more journeys share comes first, then the greater impact. What the opportunity's own
    file says wins over the steps; of steps the first that tells. Of ``before``, made with the same files, what was
    gathered from the same ideas is taken as it is.
    """
    gathered = {
        thing.ref: _Gathered(thing) for thing in atlas.of(Kind.OPPORTUNITY) if isinstance(thing.record, Opportunity)
    }
    known: dict[str, Thing | None] = {}
    for part in parts:
        for idea in part:
            if idea.key not in known:
                known[idea.key] = atlas.find(Kind.OPPORTUNITY, idea.key)
            thing = known[idea.key]
            if thing is not None:
                gathered.setdefault(thing.ref, _Gathered(thing)).ideas.append(idea)
    for ref, steps in atlas.answers.items():
        if ref in gathered and steps:
            named = {need.at for idea in gathered[ref].ideas for need in idea.needs}
            needs = tuple(need for need in _answered(atlas, steps) if need.at not in named)
            takers = dict.fromkeys(who for need in needs for who in atlas.journeys[need.at.journey].personas)
            gathered[ref].ideas.append(_idea("", [], needs, takers))
    last = {item.ref: item for item in before}
    return tuple(sorted((_item(one, last.get(ref)) for ref, one in gathered.items()), key=_order))


def _answered(atlas: Atlas, steps: Iterable[tuple[str, str]]) -> Iterator[Need]:
    """What hurts at the steps an opportunity's file names; a whole journey hurts at none in particular."""
    for id_, step in steps:
        journey = atlas.journeys[id_]
        found = next((one for one in journey.steps if one.id == step), None)
        yield Need(StepAt(id_, ""), (), None) if found is None else need_of(journey, found)


def _item(one: _Gathered, last: Item | None) -> Item:
    heaps = tuple(_heaps(one.ideas, last.heaps if last is not None else ()))
    if last is not None and same_objects(heaps, last.heaps):
        return last
    filed = one.thing.record if isinstance(one.thing.record, Opportunity) else Opportunity()
    sources = tuple(dict.fromkeys((_told(filed), *(told for heap in heaps for told in heap.told))))
    titles = (source.title for source in sources if source.title)
    count = sum(heap.felt[1] for heap in heaps)
    return Item(
        ref=one.thing.ref,
        title=next(titles, one.thing.name),
        impact=next((s.impact for s in sources if s.impact is not None), None),
        effort=next((s.effort for s in sources if s.effort is not None), None),
        status=next((s.status for s in sources if s.status), ""),
        owner=next((s.owner for s in sources if s.owner), ""),
        ticket=next((s.ticket for s in sources if s.ticket), ""),
        needs=tuple(chain.from_iterable(heap.needs for heap in heaps)),
        pains=tuple(dict.fromkeys(chain.from_iterable(heap.pains for heap in heaps))),
        feeling=round(sum(heap.felt[0] for heap in heaps) / count, 2) if count else None,
        personas=tuple(sorted({who for heap in heaps for who in heap.personas})),
        journeys=tuple(dict.fromkeys(chain.from_iterable(heap.journeys for heap in heaps))),
        heaps=heaps,
    )


def _heaps(ideas: Sequence[Idea], known: tuple[Heap, ...]) -> Iterator[Heap]:
    for number, start in enumerate(range(0, len(ideas), HEAP)):
        part = tuple(ideas[start : start + HEAP])
        last = known[number] if number < len(known) else None
        same = last is not None and same_objects(part, last.ideas)
        yield last if same and last is not None else _heap(part)


def _heap(ideas: tuple[Idea, ...]) -> Heap:
    return Heap(
        ideas,
        told=tuple(dict.fromkeys(told for idea in ideas for told in idea.told)),
        needs=tuple(need for idea in ideas for need in idea.needs),
        pains=tuple(dict.fromkeys(pain for idea in ideas for pain in idea.pains)),
        felt=(sum(idea.felt[0] for idea in ideas), sum(idea.felt[1] for idea in ideas)),
        personas=tuple(dict.fromkeys(who for idea in ideas for who in idea.personas)),
        journeys=tuple(dict.fromkeys(at for idea in ideas for at in _journeys(idea))),
    )


def _journeys(idea: Idea) -> tuple[str, ...]:
    """The journeys of an idea: one, or those an opportunity's own file names."""
    return (idea.needs[0].at.journey,) if idea.key else tuple(need.at.journey for need in idea.needs)


def _order(item: Item) -> tuple[object, ...]:
    return (
        not item.open,
        -(item.leverage or 0),
        -len(item.journeys),
        -(item.impact or 0),
        item.title.casefold(),
        item.ref,
    )


def by_cell(items: Iterable[Item]) -> Mapping[tuple[float, float], tuple[Item, ...]]:
    """The open items by (effort, impact), those that tell both: the cells of the matrix."""
    cells: dict[tuple[float, float], list[Item]] = {}
    for item in items:
        if item.open and item.impact is not None and item.effort is not None:
            cells.setdefault((item.effort, item.impact), []).append(item)
    return {cell: tuple(those) for cell, those in sorted(cells.items())}


def twins(items: Iterable[Item]) -> tuple[tuple[Ref, Ref], ...]:
    """The pairs of opportunities whose titles say nearly the same; what is done or dropped has no twin."""
    titles = {item.ref: item.title for item in sorted(items, key=lambda item: item.ref) if item.open}
    return tuple(alike(titles))
