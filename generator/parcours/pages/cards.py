"""Journeys and personas as lists show them."""

from __future__ import annotations

from collections.abc import Sequence

from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.pages.here import Here
from parcours.pages.view import JourneyCard, MeanView
from parcours.pages.views import PersonaCard

MOST_CARDS, FIRST_CARDS = 48, 24
"""Things of a kind that a page shows one by one; where there are more, it shows the first and leads to all."""


def first_of(ids: Sequence[str]) -> Sequence[str]:
    """All of a few, the first of many."""
    return ids if len(ids) <= MOST_CARDS else ids[:FIRST_CARDS]


def mean_feeling(here: Here, mean: float | None) -> MeanView | None:
    """A mean of feelings (1 to 5); None without one."""
    return None if mean is None else MeanView(mean, here.figure(here.atlas.settings.feeling_scale.from_five(mean)))


def journey_card(here: Here, id_: str) -> JourneyCard:
    """A journey with one small curve a persona."""
    card = here.glances.cards[id_]
    head, ref, faces = card.head, Ref(Kind.JOURNEY, id_), here.faces(card.personas)
    whose = [(face.index, face.name) for face in faces] or [(0, "")]
    curves = ((*who, curve) for who, curve in zip(whose, card.curves, strict=True))
    keys = (
        *(f"persona:{face.id}" for face in faces),
        *(f"channel:{channel.id}" for channel in card.channels),
        *(f"tag:{tag.id}" for name in card.tags if (tag := here.atlas.ref(Kind.TAG, name))),
        f"state:{head.state}",
        f"status:{head.status}",
        f"kind:{head.kind}",
    )
    return JourneyCard(
        id=id_,
        title=head.name,
        href=here.href(ref.address),
        kind=head.kind,
        state=head.state,
        status=head.status,
        scenario=card.scenario,
        personas=faces,
        channels=tuple(here.to(channel) for channel in card.channels),
        tags=here.all_named(Kind.TAG, card.tags),
        owner=head.owner,
        stages=card.stages,
        steps=card.steps,
        curves=tuple(curve for curve in curves if any(score is not None for score in curve[2])),
        keys=keys,
    )


def persona_card(here: Here, ref: Ref, index: int) -> PersonaCard:
    """A persona with a word about them."""
    portrait = here.glances.portraits[ref]
    return PersonaCard(
        here.face(ref, index),
        portrait.kind,
        here.maybe(Kind.SEGMENT, portrait.segment),
        portrait.quote,
        len(here.atlas.taken.get(ref.id, ())),
    )
