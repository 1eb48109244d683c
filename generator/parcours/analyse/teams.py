"""Teams and systems: who owns, serves or is touched by which step, who hands over to whom, what rests on what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from parcours.analyse.felt import mean, score_of
from parcours.analyse.insight import StepAt
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep
from parcours.model.kinds import Kind
from parcours.source.address import slug


@dataclass(frozen=True, slots=True)
class Owned:
    """The steps of one journey that one owner answers for (the step's own, else the journey's), as it is written.

    ``feelings`` are the means of what is felt at each, 1 to 5 or None.
    """

    owner: str
    steps: tuple[StepAt, ...]
    feelings: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Rests:
    """A system (named by an actor, or in the support lane) and the steps of one journey that rest on it."""

    system: str
    steps: tuple[StepAt, ...]
    moments: int


class Passage(NamedTuple):
    """A way from one owner's step to a step that another owns; in another journey the other owner is not known yet."""

    before: str
    after: str
    start: StepAt
    end: StepAt


@dataclass(frozen=True, slots=True)
class JourneyWork:
    """A journey as an organisation sees it. ``served`` are teams that act at steps, each with the step's owner."""

    owned: tuple[Owned, ...] = ()
    served: tuple[tuple[str, str, StepAt], ...] = ()
    rests: tuple[Rests, ...] = ()
    passages: tuple[Passage, ...] = ()


def work_of(journey: LinkedJourney) -> JourneyWork:
    """Who does what in a journey, in reading order."""
    id_, steps = journey.ref.id, journey.steps
    owner = {step.id: owner_at(journey, step) for step in steps}
    owned: dict[str, list[LinkedStep]] = {}
    rests: dict[str, list[LinkedStep]] = {}
    served: list[tuple[str, str, StepAt]] = []
    passages: list[Passage] = []
    for step in steps:
        mine, at = owner[step.id], StepAt(id_, step.id)
        if mine:
            owned.setdefault(mine, []).append(step)
            passages += _passages(step, mine, at, owner)
        served += ((actor.name, mine, at) for actor in step.step.actors if actor.kind == "team")
        for name in systems_at(step):
            rests.setdefault(name, []).append(step)
    return JourneyWork(
        tuple(_owned(id_, name, those) for name, those in owned.items()),
        tuple(served),
        tuple(_rests(id_, name, those) for name, those in rests.items()),
        tuple(passages),
    )


def owner_at(journey: LinkedJourney, step: LinkedStep | None) -> str:
    """Who answers for a step: its own owner, else the journey's."""
    return (step.step.owner if step is not None else "") or journey.journey.owner


def systems_at(step: LinkedStep) -> tuple[str, ...]:
    """The systems a step rests on: actors that are systems, and what its support lane names."""
    acting = (actor.name for actor in step.step.actors if actor.kind == "system")
    return tuple(dict.fromkeys((*acting, *step.step.support)))


def _passages(step: LinkedStep, mine: str, at: StepAt, owner: Mapping[str, str]) -> Iterator[Passage]:
    for way in step.ways:
        if way.journey:
            yield Passage(mine, "", at, StepAt(way.journey, way.step))
        elif owner[way.step] not in (mine, ""):
            yield Passage(mine, owner[way.step], at, StepAt(at.journey, way.step))


def _owned(journey: str, owner: str, steps: list[LinkedStep]) -> Owned:
    feelings = tuple(mean(score_of(felt) for felt in step.felt) for step in steps)
    return Owned(owner, tuple(StepAt(journey, step.id) for step in steps), feelings)


def _rests(journey: str, system: str, steps: list[LinkedStep]) -> Rests:
    moments = sum(bool(step.step.moment_of_truth) for step in steps)
    return Rests(system, tuple(StepAt(journey, step.id) for step in steps), moments)


def has_blueprint(journey: LinkedJourney) -> bool:
    """Whether a journey says anything of what the organisation does: its blueprint has a page of its own then."""
    return any(
        step.step.frontstage or step.step.backstage or step.step.support
        for stage in journey.stages
        for step in stage.steps
    )


@dataclass(frozen=True, slots=True)
class System:
    """A system or a support process, and every step that rests on it."""

    id: str
    name: str
    steps: tuple[StepAt, ...]
    moments: int
    journeys: tuple[str, ...]
    personas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Team:
    """A team: the steps it owns, those it serves (acts in, without owning them), and those that touch it.

    A step touches a team that neither owns nor serves it, when customers come from it to the team's own steps or go on
    to it from there.
    """

    id: str
    name: str
    owns: tuple[StepAt, ...]
    serves: tuple[StepAt, ...]
    touched: tuple[StepAt, ...]
    feeling: float | None


@dataclass(frozen=True, slots=True)
class HandOver:
    """How many ways lead from the steps one team owns to those of another: the second depends on the first."""

    before: str
    after: str
    ways: tuple[tuple[StepAt, StepAt], ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """All teams by name, what they hand over to each other (most ways first), and all systems (most steps first)."""

    teams: tuple[Team, ...]
    hand_overs: tuple[HandOver, ...]
    systems: tuple[System, ...]


@dataclass(slots=True)
class _Heap:
    name: str
    owns: list[StepAt] = field(default_factory=list[StepAt])
    serves: list[StepAt] = field(default_factory=list[StepAt])
    touched: dict[StepAt, None] = field(default_factory=dict[StepAt, None])
    feelings: list[float | None] = field(default_factory=list["float | None"])


class _Teams:
    """Teams while they are gathered, by id; a name that no owner's page has is a team of its own."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.heaps = {thing.ref.id: _Heap(thing.name) for thing in atlas.of(Kind.OWNER)}
        self.ids: dict[str, str] = {"": ""}

    def id(self, written: str) -> str:
        """The id of a team by the name it is written with."""
        if written not in self.ids:
            thing = self.atlas.find(Kind.OWNER, written)
            id_ = self.ids[written] = thing.ref.id if thing is not None else slug(written) or written
            self.heaps.setdefault(id_, _Heap(written))
        return self.ids[written]

    def add(self, work: JourneyWork) -> None:
        """What one journey says of teams."""
        for owned in work.owned:
            heap = self.heaps[self.id(owned.owner)]
            heap.owns += owned.steps
            heap.feelings += owned.feelings
        for team, owner, at in work.served:
            if self.id(team) != self.id(owner):
                self.heaps[self.id(team)].serves.append(at)

    def pair(self, passage: Passage) -> tuple[str, str]:
        """Both ends of a passage, by team; the second empty where nobody owns it."""
        return self.id(passage.before), self.id(passage.after or self._owner(passage.end))

    def _owner(self, at: StepAt) -> str:
        journey = self.atlas.journeys[at.journey]
        steps = journey.steps
        return owner_at(journey, next((step for step in steps if step.id == at.step), steps[0] if steps else None))

    def team(self, id_: str) -> Team:
        """A team as it stands when all journeys are in."""
        heap = self.heaps[id_]
        own = {*heap.owns, *heap.serves} if heap.touched else set[StepAt]()
        touched = tuple(at for at in heap.touched if at not in own)
        return Team(id_, heap.name, tuple(heap.owns), tuple(heap.serves), touched, mean(heap.feelings))


def organisation(atlas: Atlas, parts: Iterable[JourneyWork]) -> Organisation:
    """Who answers for what, over all journeys."""
    works, teams = tuple(parts), _Teams(atlas)
    ways: dict[tuple[str, str], list[tuple[StepAt, StepAt]]] = {}
    for work in works:
        teams.add(work)
    for passage in (passage for work in works for passage in work.passages):
        before, after = teams.pair(passage)
        if after and before != after:
            ways.setdefault((before, after), []).append((passage.start, passage.end))
            teams.heaps[before].touched[passage.end] = None
            teams.heaps[after].touched[passage.start] = None
    hand_overs = [HandOver(before, after, tuple(pairs)) for (before, after), pairs in ways.items()]
    return Organisation(
        tuple(sorted(map(teams.team, teams.heaps), key=lambda team: (team.name.casefold(), team.id))),
        tuple(sorted(hand_overs, key=lambda one: (-len(one.ways), one.before, one.after))),
        _systems(atlas, works),
    )


def _systems(atlas: Atlas, works: Iterable[JourneyWork]) -> tuple[System, ...]:
    found: dict[str, list[Rests]] = {}
    for work in works:
        for rests in work.rests:
            found.setdefault(slug(rests.system) or rests.system, []).append(rests)
    made = (_system(atlas, id_, rests) for id_, rests in found.items())
    return tuple(sorted(made, key=lambda one: (-len(one.steps), -one.moments, one.name.casefold(), one.id)))


def _system(atlas: Atlas, id_: str, rests: list[Rests]) -> System:
    steps = tuple(dict.fromkeys(at for one in rests for at in one.steps))
    journeys = tuple(dict.fromkeys(one.steps[0].journey for one in rests))
    personas = dict.fromkeys(persona for journey in journeys for persona in atlas.journeys[journey].personas)
    moments = sum(one.moments for one in rests)
    return System(id_, rests[0].system, steps, moments, journeys, tuple(sorted(personas)))
