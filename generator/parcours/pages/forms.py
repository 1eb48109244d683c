"""The short forms in which pages see journeys and things that are not their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from parcours.analyse.around import InPhase, Whose, aligned
from parcours.analyse.emotion import JourneyEmotion, Trend, depth_of, trends_of
from parcours.analyse.felt import cast_of, felt_by, mean, score_of
from parcours.analyse.figures import Figures
from parcours.analyse.gaps import Gap
from parcours.analyse.matrix import Cells, Grid, grid_of
from parcours.analyse.sequences import Branches
from parcours.link.atlas import Mention, Ref, Thing
from parcours.model.media import Picture
from parcours.model.opportunity import Opportunity
from parcours.model.persona import Persona
from parcours.model.places import Channel, Segment, Touchpoint
from parcours.pages.icons import icon_of
from parcours.source.text import Place

Start = tuple[str, int, int]
"""The path of a file, a line and a column."""


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


def step_in(anchor: str) -> str:
    """The id of the step that an anchor of a map leads to; empty for any other anchor."""
    return anchor.removeprefix("step.") if anchor.startswith("step.") else ""


def owner_in(one: Figures) -> str:
    """Who owns a journey, as it is written."""
    return one.journey.journey.owner


def head_of(one: Figures) -> Head:
    """A journey in a line."""
    record = one.journey.journey
    every = record.review_every
    return Head(one.journey.name, record.kind, record.state, record.status, record.owner, record.reviewed, every)


def card_of(one: Figures) -> Card:
    """A journey as lists show it."""
    journey, steps = one.journey, one.journey.steps
    return Card(
        head_of(one),
        journey.journey.scenario,
        journey.personas,
        tuple(dict.fromkeys(step.channel for step in steps if step.channel)),
        journey.journey.tags,
        len(journey.stages),
        len(steps),
        tuple(tuple(score_of(felt_by(step, who)) for step in steps) for who in cast_of(journey)),
    )


def actions_in(one: Figures) -> dict[str, str]:
    """What each step is called: its action, else its id."""
    return {step.id: step.step.action or step.id for step in one.journey.steps}


def stops_in(one: Figures) -> dict[str, Stop]:
    """Each step as pages of what it names show it."""
    return {
        step.id: Stop(stage.stage.name, mean(map(score_of, step.felt)), step.touchpoint)
        for stage in one.journey.stages
        for step in stage.steps
    }


def stages_in(one: Figures) -> dict[str, str]:
    """What each stage is called: its name, else its id."""
    return {stage.id: stage.stage.name or stage.id for stage in one.journey.stages}


def opened_in(one: Figures) -> dict[str, str]:
    """The journeys inside its steps."""
    return {opening.at.step: opening.journey for opening in one.openings if opening.kind == "opens"}


def files_of(one: Figures) -> tuple[str, ...]:
    """The paths a journey is made from."""
    return one.journey.paths


def start_of(place: Place) -> Start:
    """Where a place begins: how long it is, is another matter."""
    return place.path, place.line, place.column


def marks_in(one: Figures) -> dict[Start, str]:
    """The steps where they begin to be written; of several the first."""
    return {start_of(step.place): step.id for step in reversed(one.journey.steps)}


def aligned_in(one: Figures) -> Mapping[Whose, tuple[InPhase, ...]]:
    """Every part of a journey by phase."""
    return aligned(one.journey)


def emotion_in(one: Figures) -> JourneyEmotion:
    """What is felt along a journey."""
    return one.emotion


def depth_in(one: Figures) -> float | None:
    """The deepest fall; None where nothing is felt."""
    return depth_of(one.emotion) if one.emotion.personas else None


def trends_in(one: Figures) -> tuple[Trend, ...]:
    """What a journey tells of feelings over time."""
    return trends_of(one.journey)


def gaps_in(one: Figures) -> tuple[Gap, ...]:
    """Its gaps."""
    return one.gaps


def routes_in(one: Figures) -> int:
    """How many paths lead through it."""
    return one.routes


def branches_in(one: Figures) -> Branches:
    """Its paths, with the ids of its steps."""
    return Branches(one.sequences, tuple(step.id for step in one.journey.steps))


def cells_in(one: Figures) -> Mapping[str, Cells]:
    """Its channel matrices."""
    return one.cells


def grid_in(one: Figures) -> Grid:
    """Its stages across channels."""
    return grid_of(one.journey)


def source_of(thing: Thing) -> str:
    """The path of a thing; empty where it has no file."""
    return thing.front.path if thing.front is not None else ""


def face_of(thing: Thing) -> Face:
    """A persona as others show it."""
    record = thing.record if isinstance(thing.record, Persona) else Persona()
    return Face(thing.name, record.occupation, record.portrait)


def portrait_of(thing: Thing) -> Portrait:
    """What cards say of a persona."""
    record = thing.record if isinstance(thing.record, Persona) else Persona()
    return Portrait(record.kind, record.segment, record.quote.text if record.quote else "")


def line_of(thing: Thing) -> Line:
    """A thing in the list of its kind."""
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


def pages_in(mentions: tuple[Mention, ...]) -> int:
    """The number of pages that name a thing."""
    return len({mention.page for mention in mentions})
