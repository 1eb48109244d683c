"""Evidence: where a claim comes from; quotes are evidence in somebody's own words."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from parcours.model.base import Date, Document, Needed, Record, Text, Texts, as_list, named


class Quote(Record):
    """A verbatim: the words, and the evidence they were taken ``from``."""

    text: Needed
    source: Text = Field(default="", alias="from")


QuoteField = Annotated[Quote | None, named("text")]
Quotes = Annotated[tuple[Annotated[Quote, named("text")], ...], BeforeValidator(as_list)]


IMPORT = "import"
"""The kind of a file that pages were brought in from: who cites nothing else still assumes."""


class Evidence(Document):
    """One piece of research: an interview, a survey, analytics, a ticket.

    ``kind`` is the writer's word for it; ``sample`` is how many people or cases it rests on. What is of the kind
    ``import`` only says where a page was brought in from: it proves nothing.
    """

    title: Text = ""
    kind: Text = ""
    date: Date = None
    source: Text = ""
    method: Text = ""
    sample: Text = ""
    participants: Texts = ()
    url: Text = ""
