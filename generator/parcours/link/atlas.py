"""What linking gives: things with ids, journeys with resolved steps, and who mentions what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from parcours.findings.finding import Finding
from parcours.link.measures import Measured
from parcours.link.spot import Spot
from parcours.model.base import Document as DocumentRecord
from parcours.model.feeling import Feeling
from parcours.model.history import Past, Timeline, Touch
from parcours.model.journey import Journey, Stage
from parcours.model.kinds import Kind
from parcours.model.releases import NO_RELEASES, Releases
from parcours.model.review import Suspicion
from parcours.model.settings import Settings
from parcours.model.step import Step
from parcours.parse.document import Document, Front
from parcours.source.address import slug
from parcours.source.text import Place


class Ref(NamedTuple):
    """The identity of a thing: its kind and its id."""

    kind: Kind
    id: str

    @property
    def address(self) -> str:
        """Where its page stands in the output folder."""
        return self.kind + f"/{self.id}/index.html"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with an id. ``front`` is what its file says of it; None when it is only named inside others."""

    ref: Ref
    name: str
    front: Front | None
    record: DocumentRecord | None
    place: Place


class Mention(NamedTuple):
    """Where a thing is named: the page, the anchor in it (may be empty), and that place's own name."""

    page: Ref
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Way:
    """A resolved way on from a step: to a step of this journey (``step``), or of another (``journey`` and ``step``).

    ``kind`` is ``next``, ``skip``, ``back``, ``out``; ``share`` is a fraction from 0 to 1.
    """

    kind: str
    step: str
    journey: str = ""
    when: str = ""
    share: float | None = None
    written: bool = True


@dataclass(frozen=True, slots=True)
class Felt:
    """A feeling resolved: persona's id (empty: everyone), scores on the common scale of 1 to 5."""

    persona: str
    score: float | None
    start: float | None
    end: float | None
    feeling: Feeling


@dataclass(frozen=True, slots=True)
class LinkedStep:
    """A step in its journey. ``index`` counts from 0 through the whole journey, ``stage`` is its stage's index.

    ``spot`` is where its action is written, or its id where it has none; ``opens`` is the journey it contains.
    """

    id: str
    index: int
    stage: int
    step: Step
    spot: Spot = field(repr=False)
    channel: Ref | None
    touchpoint: Ref | None
    ways: tuple[Way, ...]
    felt: tuple[Felt, ...]
    measured: tuple[Measured, ...] = ()
    opens: Ref | None = None

    @property
    def place(self) -> Place:
        """Where its action is written, or its id where it has none."""
        return self.spot.place

    @property
    def lost(self) -> bool:
        """Whether a way on was written that leads nowhere known, so that where the step leads is not known either."""
        return len(self.ways) < len(self.step.next or ())

    @property
    def anchor(self) -> str:
        """Its fragment on the journey's page; the dot keeps it apart from headings."""
        return f"step.{self.id}"


@dataclass(frozen=True, slots=True)
class LinkedStage:
    """A stage in its journey; ``front`` is of the stage's own file, or the journey's."""

    id: str
    index: int
    stage: Stage
    front: Front
    steps: tuple[LinkedStep, ...]
    own_file: bool = False
    measured: tuple[Measured, ...] = ()

    @property
    def anchor(self) -> str:
        """Its fragment on the journey's page."""
        return f"stage.{self.id}"


@dataclass(frozen=True, slots=True)
class LinkedJourney:
    """A journey with everything in it resolved; ``personas`` are ids, in the journey's order.

    ``imports`` is the evidence it cites, as it is written, that only says where it was brought in from.
    """

    ref: Ref
    name: str
    front: Front  # before its record: two that differ, differ here first, which is soon seen
    journey: Journey
    personas: tuple[str, ...]
    current: Ref | None
    stages: tuple[LinkedStage, ...]
    measured: tuple[Measured, ...] = ()
    imports: frozenset[str] = frozenset()

    def lacks(self, *keys: str) -> bool:
        """Whether one of these keys may stand in the journey's files in a way that could not be read."""
        return self.front.lacks(*keys) or any(one.own_file and one.front.lacks(*keys) for one in self.stages)

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that make it: its own, and those of its stages."""
        fronts = (self.front, *(stage.front for stage in self.stages))
        return tuple(dict.fromkeys(front.path for front in fronts))

    @property
    def steps(self) -> tuple[LinkedStep, ...]:
        """All steps in reading order."""
        return tuple(step for stage in self.stages for step in stage.steps)


@dataclass(frozen=True, slots=True)
class Atlas:
    """The whole project, linked.

    ``titles`` are the names of all things, ``by_kind`` their identities in order, ``kinds`` those there are; ``names``
    tells which thing of a kind a folded name stands for. ``taken`` are the journeys each persona takes, ``futures``
    those that answer a journey, both by id and in order. ``texts`` are the files of pages by their paths; ``links``
    holds, for each, where each link of its prose leads: an address inside the output folder, an absolute address, or
    None when it is dead. ``answers`` holds the (journey, step) ids an opportunity's file names, ``answered`` the steps
    of each journey that are named so; ``doors`` are the steps of each journey that others lead to. ``pasts``,
    ``timelines`` and ``lately`` are what git remembers, as ``History`` has it; empty outside git. ``suspects`` tells,
    by journey, what changed since it was reviewed; ``sections`` which parts of the site there are because of all this.
    ``releases`` are the sites this one stands beside.
    """

    settings: Settings
    things: Mapping[Ref, Thing]
    titles: Mapping[Ref, str] = field(repr=False)
    by_kind: Mapping[Kind, tuple[Ref, ...]] = field(repr=False)
    kinds: Mapping[Kind, bool] = field(repr=False)
    names: Mapping[tuple[Kind, str], str] = field(repr=False)
    journeys: Mapping[str, LinkedJourney]
    taken: Mapping[str, tuple[str, ...]] = field(repr=False)
    futures: Mapping[str, tuple[str, ...]] = field(repr=False)
    mentions: Mapping[Ref, tuple[Mention, ...]]
    texts: Mapping[str, Document] = field(repr=False)
    links: Mapping[str, tuple[str | None, ...]]
    answers: Mapping[Ref, tuple[tuple[str, str], ...]]
    answered: Mapping[str, tuple[str, ...]] = field(repr=False)
    doors: Mapping[str, tuple[str, ...]] = field(repr=False)
    home: Document | None
    paths: Mapping[str, None] = field(repr=False)
    findings: tuple[Finding, ...]
    pasts: Mapping[str, Past] = field(default_factory=dict[str, Past], repr=False)
    timelines: Mapping[str, Timeline] = field(default_factory=dict[str, Timeline], repr=False)
    lately: Mapping[str, tuple[Touch, ...]] = field(default_factory=dict[str, tuple[Touch, ...]], repr=False)
    sections: Mapping[str, bool] = field(default_factory=dict[str, bool], repr=False)
    suspects: Mapping[str, tuple[Suspicion, ...]] = field(default_factory=dict[str, tuple[Suspicion, ...]], repr=False)
    releases: Releases = NO_RELEASES

    def find(self, kind: Kind, written: str) -> Thing | None:
        """The thing of a kind that an id or a name stands for, or nothing."""
        ref = self.ref(kind, written)
        return None if ref is None else self.things[ref]

    def ref(self, kind: Kind, written: str) -> Ref | None:
        """The identity of what an id or a name stands for: who needs no more depends on no more."""
        exact = Ref(kind, written)
        if exact in self.titles:
            return exact
        folded = slug(written)
        return next(
            (ref for id_ in (folded, self.names.get((kind, folded), "")) if (ref := Ref(kind, id_)) in self.titles),
            None,
        )

    def of(self, kind: Kind) -> tuple[Thing, ...]:
        """All things of a kind, by id."""
        return tuple(self.things[ref] for ref in self.by_kind.get(kind, ()))

    def files_of(self, thing: Thing | LinkedJourney) -> tuple[Document, ...]:
        """The files of a thing, a journey's with those of its stages; none of what is only named."""
        paths = thing.paths if isinstance(thing, LinkedJourney) else (thing.front.path,) if thing.front else ()
        return tuple(self.texts[path] for path in paths)

    def journeys_of(self, persona: str) -> tuple[LinkedJourney, ...]:
        """The journeys a persona takes, by id."""
        return tuple(self.journeys[id_] for id_ in self.taken.get(persona, ()))
