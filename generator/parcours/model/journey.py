"""Journeys and their stages."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator

from parcours.model.base import Document, Record, Text, Texts, as_list
from parcours.model.duration import Period
from parcours.model.flow import Actors, Lanes
from parcours.model.media import Pictures
from parcours.model.metric import Metrics
from parcours.model.step import Step

PhaseKey = Literal["awareness", "consideration", "purchase", "service", "loyalty"]
"""The usual purchase cycle."""

PHASES: tuple[PhaseKey, ...] = get_args(PhaseKey)
"""The phases in their order."""


class Stage(Record):
    """A part of a journey: its steps, and lanes that concern the stage as a whole.

    ``phase`` aligns stages of any name with those of other maps; without one it is guessed from the name.
    """

    id: Text = ""
    name: Text = ""
    phase: PhaseKey | None = None
    goal: Text = ""
    description: Text = ""
    lanes: Lanes = ()
    metrics: Metrics = ()
    evidence: Texts = ()
    images: Pictures = ()
    steps: Annotated[tuple[Step, ...], BeforeValidator(as_list)] = ()


class StageFile(Stage):
    """A stage in a file of its own, in a journey's folder; its place among the stages is its file name's."""

    lang: Literal["en", "fr"] | None = None


class Journey(Document):
    """A customer journey map or an experience map.

    ``of`` names the current journey a future one answers. ``review_every`` is a duration (``6 months``).
    """

    title: Text = ""
    kind: Literal["journey", "experience"] = "journey"
    state: Literal["current", "future"] = "current"
    of: Text = ""
    personas: Texts = ()
    actors: Actors = ()
    scenario: Text = ""
    trigger: Text = ""
    goal: Text = ""
    status: Literal["draft", "reviewed", "validated", "retired"] = "draft"
    review_every: Period = ""
    duration: Text = ""
    evidence: Texts = ()
    assumptions: Texts = ()
    metrics: Metrics = ()
    images: Pictures = ()
    stages: Annotated[tuple[Stage, ...], BeforeValidator(as_list)] = ()
