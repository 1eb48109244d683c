"""Surveys: where customers are asked, about what, and how often."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from parcours.model.base import Document, Record, Text, Texts, as_list, named


class SurveyMention(Record):
    """A survey at a step: by id of a survey file, or told in place."""

    id: Text = ""
    name: Text = ""
    channel: Text = ""
    subject: Text = ""
    indicators: Texts = ()
    recurrence: Text = ""
    questions: Texts = ()
    owner: Text = ""


class Survey(Document):
    """A survey with a page of its own."""

    name: Text = ""
    channel: Text = ""
    subject: Text = ""
    indicators: Texts = ()
    recurrence: Text = ""
    questions: Texts = ()


SurveyMentions = Annotated[tuple[Annotated[SurveyMention, named("id")], ...], BeforeValidator(as_list)]
