"""What is known of a thing, as lines of facts and lists: one function a kind."""

from __future__ import annotations

from parcours.model.base import Document
from parcours.model.evidence import Evidence
from parcours.model.kinds import Kind
from parcours.model.opportunity import Opportunity
from parcours.model.places import Channel, Segment, Touchpoint
from parcours.model.survey import Survey
from parcours.pages.figures import day
from parcours.pages.here import Here
from parcours.pages.view import Fact, Hyperlink, TextsFact

Facts = tuple[tuple[str, Hyperlink | None], ...]
"""A locale's key and a value; nothing is left out."""


def words(text: str) -> Hyperlink | None:
    """Plain words, or nothing."""
    return Hyperlink(text) if text else None


def outside(address: str) -> Hyperlink | None:
    """An address of the web as a link; what is none stays words."""
    return Hyperlink(address, address if address.startswith(("https://", "http://")) else "") if address else None


def facts_of(here: Here, record: Document | None) -> tuple[Fact, ...]:
    """The facts of a thing's own file; none when it has no file."""
    if record is None:
        return ()
    facts = (
        *_own(here, record),
        ("fact.owner", here.maybe(Kind.OWNER, record.owner)),
        ("fact.reviewed", words(day(record.reviewed, here.language))),
    )
    evidence = record.evidence if isinstance(record, Touchpoint | Segment | Opportunity) else ()
    links = (Fact("fact.evidence", here.all_named(Kind.EVIDENCE, evidence)),) if evidence else ()
    return (*(Fact(label, (value,)) for label, value in facts if value), *links)


def _own(here: Here, record: Document) -> Facts:
    match record:
        case Channel():
            mode = {True: "online", False: "offline", None: ""}[record.online]
            return ("fact.mode", words(mode)), ("fact.hours", words(record.hours))
        case Touchpoint():
            return ("fact.stage", words(record.stage)), ("fact.channel", here.maybe(Kind.CHANNEL, record.channel))
        case Segment():
            return (("fact.size", words(record.size)),)
        case Evidence():
            return _evidence(here, record)
        case Survey():
            return (
                ("fact.channel", here.maybe(Kind.CHANNEL, record.channel)),
                ("fact.subject", words(record.subject)),
                ("fact.recurrence", words(record.recurrence)),
            )
        case Opportunity():
            return (
                ("fact.status", words(record.status or "")),
                ("fact.impact", words(here.figure(record.impact))),
                ("fact.effort", words(here.figure(record.effort))),
                ("fact.ticket", outside(record.ticket)),
            )
        case _:
            return ()


def _evidence(here: Here, record: Evidence) -> Facts:
    return (
        ("fact.kind", words(record.kind)),
        ("fact.date", words(day(record.date, here.language))),
        ("fact.source", words(record.source)),
        ("fact.method", words(record.method)),
        ("fact.sample", words(record.sample)),
        ("fact.url", outside(record.url)),
    )


def lists_of(record: Document | None) -> tuple[TextsFact, ...]:
    """The lists of a thing's own file."""
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if isinstance(record, Survey):
        lists = (("fact.indicators", record.indicators), ("fact.questions", record.questions))
    if isinstance(record, Evidence):
        lists = (("fact.participants", record.participants),)
    return tuple(TextsFact(label, texts) for label, texts in lists if texts)
