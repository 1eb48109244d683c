"""Steps: what the customer does, and everything recorded about it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from parcours.model.base import Number, Record, Text, Texts, as_list
from parcours.model.evidence import Quotes
from parcours.model.feeling import Feelings
from parcours.model.flow import Actors, Lanes, Nexts
from parcours.model.media import PictureField, Pictures
from parcours.model.metric import Metrics
from parcours.model.opportunity import OpportunityMentions
from parcours.model.survey import SurveyMentions

Score = Annotated[Number, Field(ge=1, le=5)]


class SubStep(Record):
    """A step within a step, one level deep: the few things a map can show at that size."""

    id: Text = ""
    action: Text = ""
    channel: Text = ""
    device: Text = ""
    actors: Actors = ()
    duration: Text = ""
    feeling: Feelings = ()
    description: Text = ""


class Step(Record):
    """One thing the customer does.

    ``satisfaction`` runs from 1 (very low) to 5 (very high); ``engagement`` from 1 (calm) to 5 (tense) and is neither
    good nor bad. ``duration`` is free text (``2–3 minutes``, ``day 3``). ``moment_of_truth`` may be true or say why.
    ``journey`` names another journey that this step opens.
    """

    id: Text = ""
    action: Text = ""
    description: Text = ""
    actors: Actors = ()
    channel: Text = ""
    touchpoint: Text = ""
    device: Text = ""
    duration: Text = ""
    motivation: Text = ""
    expects: Text = ""
    thinking: Text = ""
    feeling: Feelings = ()
    satisfaction: Score | None = None
    engagement: Score | None = None
    quote: Quotes = ()
    pain_points: Texts = ()
    opportunities: OpportunityMentions = ()
    moment_of_truth: bool | Text = False
    metrics: Metrics = ()
    survey: SurveyMentions = ()
    evidence: Texts = ()
    assumptions: Texts = ()
    frontstage: Texts = ()
    backstage: Texts = ()
    support: Texts = ()
    physical_evidence: Texts = ()
    lanes: Lanes = ()
    image: PictureField = None
    images: Pictures = ()
    video: PictureField = None
    owner: Text = ""
    journey: Text = ""
    steps: Annotated[tuple[SubStep, ...], BeforeValidator(as_list)] = ()
    next: Nexts = None
