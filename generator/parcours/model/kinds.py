"""The kinds of page a project can hold, and where each lives."""

from __future__ import annotations

from enum import StrEnum

from parcours.model.base import Document, Record
from parcours.model.evidence import Evidence
from parcours.model.journey import Journey, StageFile
from parcours.model.opportunity import Opportunity
from parcours.model.persona import Persona
from parcours.model.places import Channel, Home, Segment, Touchpoint
from parcours.model.survey import Survey


class Kind(StrEnum):
    """A kind of thing with an id; its value is its folder below ``content/`` and its folder in the site."""

    PERSONA = "personas"
    JOURNEY = "journeys"
    SEGMENT = "segments"
    CHANNEL = "channels"
    TOUCHPOINT = "touchpoints"
    EVIDENCE = "evidence"
    SURVEY = "surveys"
    OPPORTUNITY = "opportunities"
    TAG = "tags"
    OWNER = "owners"

    @property
    def word(self) -> str:
        """What one such thing is called in front matter and in the names of rules: ``persona``."""
        return self.name.lower()


FILE_MODELS: dict[Kind, type[Document]] = {
    Kind.PERSONA: Persona,
    Kind.JOURNEY: Journey,
    Kind.SEGMENT: Segment,
    Kind.CHANNEL: Channel,
    Kind.TOUCHPOINT: Touchpoint,
    Kind.EVIDENCE: Evidence,
    Kind.SURVEY: Survey,
    Kind.OPPORTUNITY: Opportunity,
}
"""Kinds that have files; tags and owners exist only where something names them."""

ALL_MODELS: tuple[type[Record], ...] = (*FILE_MODELS.values(), StageFile, Home)
"""Every model that front matter is checked with."""
