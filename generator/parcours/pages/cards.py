"""Journeys and personas as lists show them."""

from __future__ import annotations

from parcours.analyse.felt import felt_by, score_of
from parcours.link.atlas import LinkedJourney, LinkedStep, Ref
from parcours.model.kinds import Kind
from parcours.model.persona import Persona
from parcours.pages.here import Here
from parcours.pages.view import JourneyCard, MeanView
from parcours.pages.views import PersonaCard


def mean_feeling(here: Here, steps: tuple[LinkedStep, ...]) -> MeanView | None:
    """The mean of all scores recorded at some steps, each persona's counted once; None without any."""
    scores = [score for step in steps for felt in step.felt if (score := score_of(felt)) is not None]
    if not scores:
        return None
    mean = round(sum(scores) / len(scores), 2)
    return MeanView(mean, here.figure(here.atlas.settings.feeling_scale.from_five(mean)))


def journey_card(here: Here, journey: LinkedJourney) -> JourneyCard:
    """A journey with one small curve a persona."""
    record, steps = journey.journey, journey.steps
    channels = tuple(dict.fromkeys(step.channel for step in steps if step.channel))
    faces = here.faces(journey)
    curves = tuple(
        (face.index, face.name, tuple(score_of(felt_by(step, face.id)) for step in steps)) for face in faces
    ) or ((0, "", tuple(score_of(felt_by(step, "")) for step in steps)),)
    keys = (
        *(f"persona:{face.id}" for face in faces),
        *(f"channel:{channel.id}" for channel in channels),
        *(f"tag:{ref.id}" for tag in record.tags if (ref := here.atlas.ref(Kind.TAG, tag))),
        f"state:{record.state}",
        f"status:{record.status}",
        f"kind:{record.kind}",
    )
    return JourneyCard(
        id=journey.ref.id,
        title=journey.name,
        href=here.href(journey.ref.address),
        kind=record.kind,
        state=record.state,
        status=record.status,
        scenario=record.scenario,
        personas=faces,
        channels=tuple(here.to(channel) for channel in channels),
        tags=here.all_named(Kind.TAG, record.tags),
        owner=record.owner,
        stages=len(journey.stages),
        steps=len(steps),
        curves=tuple(curve for curve in curves if any(score is not None for score in curve[2])),
        keys=keys,
    )


def persona_card(here: Here, ref: Ref, index: int) -> PersonaCard:
    """A persona with a word about them."""
    record = here.atlas.things[ref].record
    persona = record if isinstance(record, Persona) else Persona()
    return PersonaCard(
        here.face(ref, index),
        persona.kind,
        here.maybe(Kind.SEGMENT, persona.segment),
        persona.quote.text if persona.quote else "",
        len(here.atlas.taken.get(ref.id, ())),
    )
