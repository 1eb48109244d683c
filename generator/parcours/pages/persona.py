"""A persona's page."""

from __future__ import annotations

from parcours.link.atlas import Thing
from parcours.model.kinds import Kind
from parcours.model.persona import Persona
from parcours.pages.around import around_view
from parcours.pages.cards import journey_card
from parcours.pages.figures import day
from parcours.pages.here import Here
from parcours.pages.past import past_view
from parcours.pages.view import Fact, Hyperlink, TextsFact
from parcours.pages.views import Page, PersonaPage


def persona_page(here: Here, thing: Thing, members: tuple[str, ...]) -> Page:
    """The page of one persona; ``members`` are their journeys."""
    record = thing.record if isinstance(thing.record, Persona) else Persona()
    source = thing.front.path if thing.front else ""
    frame = here.frame(
        thing.name,
        Kind.PERSONA.value,
        ref=thing.ref,
        front=thing.front,
        breadcrumb=(Hyperlink("personas", here.href("personas/index.html")),),
        description=record.description or record.bio,
    )
    view = PersonaPage(
        frame=frame,
        kind=record.kind,
        name=thing.name,
        face=here.face(thing.ref, 0),
        quote=here.quote(record.quote) if record.quote else None,
        bio=record.bio,
        description=record.description,
        facts=_facts(here, record),
        lists=_lists(record),
        channels=here.all_named(Kind.CHANNEL, record.channels),
        devices=record.devices,
        skills=tuple((skill.name, skill.level) for skill in record.skills),
        empathy=record.empathy,
        evidence=here.all_named(Kind.EVIDENCE, record.evidence),
        assumptions=record.assumptions,
        pictures=here.pictures(record.pictures, source),
        tags=here.all_named(Kind.TAG, record.tags),
        journeys=tuple(journey_card(here, id_) for id_ in here.atlas.taken.get(thing.ref.id, ())),
        story=here.story(thing.front),
        past=past_view(here, source),
        around=around_view(here, thing.ref, members),
    )
    return Page(here.address, "persona.html", view)


def _facts(here: Here, record: Persona) -> tuple[Fact, ...]:
    facts = (
        ("fact.segment", here.maybe(Kind.SEGMENT, record.segment)),
        ("fact.age", Hyperlink(record.age) if record.age else None),
        ("fact.occupation", Hyperlink(record.occupation) if record.occupation else None),
        ("fact.location", Hyperlink(record.location) if record.location else None),
        ("fact.owner", here.maybe(Kind.OWNER, record.owner)),
        ("fact.reviewed", Hyperlink(day(record.reviewed, here.language)) if record.reviewed else None),
    )
    return tuple(Fact(label, (value,)) for label, value in facts if value)


def _lists(record: Persona) -> tuple[TextsFact, ...]:
    lists = (
        ("fact.goals", record.goals),
        ("fact.needs", record.needs),
        ("fact.motivations", record.motivations),
        ("fact.frustrations", record.frustrations),
        ("fact.behaviours", record.behaviours),
    )
    return tuple(TextsFact(label, texts) for label, texts in lists if texts)
