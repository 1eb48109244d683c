"""Opportunities: what could be better, how much it would help and what it would cost."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from parcours.model.base import Document, Needed, Number, Record, Text, Texts, as_list, named

OpportunityStatus = Literal["idea", "planned", "doing", "done", "dropped"]
Weight = Annotated[Number, Field(ge=1, le=5)]
"""Impact or effort, from 1 (little) to 5 (much)."""


class OpportunityMention(Record):
    """An opportunity named at a step; ``id`` names an opportunity file where there is one."""

    id: Text = ""
    title: Text = ""
    impact: Weight | None = None
    effort: Weight | None = None
    status: OpportunityStatus | None = None
    ticket: Text = ""
    owner: Text = ""


class Solution(Record):
    """One way to seize an opportunity."""

    title: Needed
    status: OpportunityStatus | None = None
    owner: Text = ""
    ticket: Text = ""


class Opportunity(Document):
    """An opportunity with a page of its own; ``steps`` names steps of any journey (``buy-online#pay``)."""

    title: Text = ""
    steps: Texts = ()
    solutions: Annotated[tuple[Annotated[Solution, named("title")], ...], BeforeValidator(as_list)] = ()
    impact: Weight | None = None
    effort: Weight | None = None
    status: OpportunityStatus | None = None
    ticket: Text = ""
    evidence: Texts = ()


OpportunityMentions = Annotated[tuple[Annotated[OpportunityMention, named("title")], ...], BeforeValidator(as_list)]
