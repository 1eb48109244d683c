"""A persona: a fictional person who stands for one segment of customers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from parcours.model.base import Document, Needed, Number, Record, Text, Texts, keyed, named
from parcours.model.empathy import Empathy
from parcours.model.evidence import QuoteField
from parcours.model.media import PictureField, Pictures


class Skill(Record):
    """A skill and how well it is mastered, from 1 (beginner) to 5 (expert); the level may be unknown."""

    name: Needed
    level: Annotated[Number, Field(ge=1, le=5)] | None = None


Skills = Annotated[tuple[Annotated[Skill, named("name")], ...], keyed("name", "level")]


class Persona(Document):
    """A persona page. Only its id (the file's name) is required: most real ones have no age, many no name."""

    kind: Literal["persona", "role", "archetype", "anti-persona"] = "persona"
    name: Text = ""
    segment: Text = ""
    age: Text = ""
    occupation: Text = ""
    location: Text = ""
    portrait: PictureField = None
    pictures: Pictures = ()
    quote: QuoteField = None
    bio: Text = ""
    goals: Texts = ()
    needs: Texts = ()
    motivations: Texts = ()
    frustrations: Texts = ()
    behaviours: Texts = ()
    channels: Texts = ()
    devices: Texts = ()
    skills: Skills = ()
    empathy: Empathy = Empathy()
    evidence: Texts = ()
    assumptions: Texts = ()
