"""What pages show of journeys and things that are not their own: short forms, so that a page depends on what it shows.

A word in the story of a journey makes another journey of it, and yet none of these forms is another one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar, cast

from parcours.analyse.felt import cast_of, felt_by, mean, score_of
from parcours.analyse.figures import Figures
from parcours.link.atlas import Atlas, Mention, Ref, Thing
from parcours.link.forms import Forms, Pieces
from parcours.link.watched import changed_keys
from parcours.model.media import Picture
from parcours.model.opportunity import Opportunity
from parcours.model.persona import Persona
from parcours.model.places import Channel, Segment, Touchpoint
from parcours.pages.icons import icon_of
from parcours.source.text import Place

K = TypeVar("K")
P = TypeVar("P")
S = TypeVar("S")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Head:
    """A journey in a line, as it is written: its owner, and when it is reviewed."""

    name: str
    kind: str
    state: str
    status: str
    owner: str
    reviewed: dt.date | None
    review_every: str


@dataclass(frozen=True, slots=True)
class Card:
    """A journey as lists show it. ``curves`` are the scores of its steps (1 to 5), one curve a persona.

    ``personas`` are ids; one that is empty stands for everybody where a journey follows nobody.
    """

    head: Head
    scenario: str
    personas: tuple[str, ...]
    channels: tuple[Ref, ...]
    tags: tuple[str, ...]
    stages: int
    steps: int
    curves: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A step as pages of what it names show it: its stage, the mean of what is felt there (1 to 5), its touchpoint."""

    stage: str
    mean: float | None
    touchpoint: Ref | None


@dataclass(frozen=True, slots=True)
class Face:
    """A persona as others show it."""

    name: str
    occupation: str
    portrait: Picture | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """What cards say of a persona besides its face; the segment as it is written."""

    kind: str
    segment: str
    quote: str


@dataclass(frozen=True, slots=True)
class Line:
    """A thing in the list of its kind."""

    icon: str
    note: str
    group: str


class Wholes(NamedTuple):
    """What they are forms of: journeys with their figures, things, who mentions what."""

    figures: Mapping[str, Figures]
    things: Mapping[Ref, Thing]
    mentions: Mapping[Ref, tuple[Mention, ...]]


NOTHING = Wholes({}, {}, {})


@dataclass(frozen=True, slots=True)
class Glances:
    """Each form by the id of its journey, or the identity of its thing.

    ``actions`` and ``stops`` are of steps, by the ids of journey and step; a step without an action has its id for a
    name, as has a stage without one in ``stages``. ``opened`` are the journeys inside steps. ``files`` are the paths a
    journey is made from, ``marks`` the steps at the places where they are written. ``sources`` are the paths of things,
    empty for those without a file; ``pages`` is the number of pages that name a thing.
    """

    wholes: Wholes = field(default=NOTHING, repr=False)
    owners: Mapping[str, str] = field(default_factory=dict[str, str])
    heads: Mapping[str, Head] = field(default_factory=dict[str, Head])
    cards: Mapping[str, Card] = field(default_factory=dict[str, Card])
    actions: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    stops: Mapping[tuple[str, str], Stop] = field(default_factory=dict[tuple[str, str], Stop])
    stages: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    opened: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    marks: Mapping[str, Mapping[Place, str]] = field(default_factory=dict[str, Mapping[Place, str]])
    sources: Mapping[Ref, str] = field(default_factory=dict[Ref, str])
    faces: Mapping[Ref, Face] = field(default_factory=dict[Ref, Face])
    portraits: Mapping[Ref, Portrait] = field(default_factory=dict[Ref, Portrait])
    lines: Mapping[Ref, Line] = field(default_factory=dict[Ref, Line])
    pages: Mapping[Ref, int] = field(default_factory=dict[Ref, int])


def step_in(anchor: str) -> str:
    """The id of the step that an anchor of a map leads to; empty for any other anchor."""
    return anchor.removeprefix("step.") if anchor.startswith("step.") else ""


def glances(atlas: Atlas, figures: Mapping[str, Figures], before: Glances | None = None) -> Glances:
    """All forms of the journeys of an Atlas, whose figures stand by their ids, and of its things.

    Those ``before`` are taken over where what they are forms of is the same.
    """
    last = before or Glances()
    was = last.wholes
    maps = changed_keys(was.figures, figures)
    things, mentions = changed_keys(was.things, atlas.things), changed_keys(was.mentions, atlas.mentions)
    return Glances(
        Wholes(figures, atlas.things, atlas.mentions),
        owners=_forms(figures, _owner, last.owners, maps),
        heads=_forms(figures, _head, last.heads, maps),
        cards=_forms(figures, _card, last.cards, maps),
        actions=_pieces(figures, _actions, last.actions, maps),
        stops=_pieces(figures, _stops, last.stops, maps),
        stages=_pieces(figures, _stages, last.stages, maps),
        opened=_pieces(figures, _opened, last.opened, maps),
        files=_forms(figures, _files, last.files, maps),
        marks=_forms(figures, _marks, last.marks, maps),
        sources=_forms(atlas.things, _source, last.sources, things),
        faces=_forms(atlas.things, _face, last.faces, things),
        portraits=_forms(atlas.things, _portrait, last.portraits, things),
        lines=_forms(atlas.things, _line, last.lines, things),
        pages=_forms(atlas.mentions, _pages, last.pages, mentions),
    )


def _forms(whole: Mapping[K, S], form: Callable[[S], V], before: Mapping[K, V], anew: Iterable[K]) -> Forms[K, V]:
    return Forms(whole, form, before if isinstance(before, Forms) else None, anew)


def _pieces(
    whole: Mapping[K, S], forms: Callable[[S], Mapping[P, V]], before: Mapping[tuple[K, P], V], anew: Iterable[K]
) -> Pieces[K, P, V]:
    return Pieces(whole, forms, cast("Pieces[K, P, V]", before) if isinstance(before, Pieces) else None, anew)


def _owner(one: Figures) -> str:
    return one.journey.journey.owner


def _head(one: Figures) -> Head:
    record = one.journey.journey
    every = record.review_every
    return Head(one.journey.name, record.kind, record.state, record.status, record.owner, record.reviewed, every)


def _card(one: Figures) -> Card:
    journey, steps = one.journey, one.journey.steps
    return Card(
        _head(one),
        journey.journey.scenario,
        journey.personas,
        tuple(dict.fromkeys(step.channel for step in steps if step.channel)),
        journey.journey.tags,
        len(journey.stages),
        len(steps),
        tuple(tuple(score_of(felt_by(step, who)) for step in steps) for who in cast_of(journey)),
    )


def _actions(one: Figures) -> dict[str, str]:
    return {step.id: step.step.action or step.id for step in one.journey.steps}


def _stops(one: Figures) -> dict[str, Stop]:
    return {
        step.id: Stop(stage.stage.name, mean(map(score_of, step.felt)), step.touchpoint)
        for stage in one.journey.stages
        for step in stage.steps
    }


def _stages(one: Figures) -> dict[str, str]:
    return {stage.id: stage.stage.name or stage.id for stage in one.journey.stages}


def _opened(one: Figures) -> dict[str, str]:
    return {opening.at.step: opening.journey for opening in one.openings if opening.kind == "opens"}


def _files(one: Figures) -> tuple[str, ...]:
    return one.journey.paths


def _marks(one: Figures) -> dict[Place, str]:
    return {step.place: step.id for step in reversed(one.journey.steps)}


def _source(thing: Thing) -> str:
    return thing.document.source.path if thing.document is not None else ""


def _face(thing: Thing) -> Face:
    record = thing.record if isinstance(thing.record, Persona) else Persona()
    return Face(thing.name, record.occupation, record.portrait)


def _portrait(thing: Thing) -> Portrait:
    record = thing.record if isinstance(thing.record, Persona) else Persona()
    return Portrait(record.kind, record.segment, record.quote.text if record.quote else "")


def _line(thing: Thing) -> Line:
    note, group = "", ""
    match thing.record:
        case Channel():
            group = {True: "online", False: "offline", None: ""}[thing.record.online]
            note = thing.record.description
        case Touchpoint():
            note = thing.record.description
        case Segment():
            note = thing.record.size or thing.record.description
        case Opportunity():
            note = thing.record.description
        case None:
            pass
        case record:
            note = record.description
    return Line(icon_of(thing), note, group)


def _pages(mentions: tuple[Mention, ...]) -> int:
    return len({mention.page for mention in mentions})
