"""What of a kept project sleeps until it is looked at: all that is known of one journey or thing, as one group."""

from __future__ import annotations

from types import MappingProxyType

from parcours.analyse.figures import Figures
from parcours.draw.diagram import Drawn
from parcours.edge.asleep import Sleep
from parcours.link.atlas import LinkedJourney, Ref, Thing
from parcours.link.forms import Column
from parcours.link.outline import Outline
from parcours.link.parts import Part
from parcours.model.journey import Journey
from parcours.parse.document import Document, Front
from parcours.source.text import Source


def _of_file(file: Document | Front) -> Ref | str:
    role = file.role
    return Ref(role.kind, role.parent or role.id) if role.kind else file.path


def _of_part(part: Part) -> object:
    match part.inputs:
        case (Thing() as thing, *_):
            return thing.ref
        case (Outline() as outline, *_):
            return outline.thing.ref
        case (Document() as document, *_):
            return _of_file(document)
        case _:
            return id(part)


SLEEPS = MappingProxyType(
    {
        Document: Sleep(_of_file, ("source", "front", "findings"), ("path", "role")),
        Front: Sleep(_of_file, ("path", "digest", "role", "findings"), ("broken", "start"), lambda front: front.record),
        Source: Sleep(lambda source: source.path, ("path", "digest")),
        Journey: Sleep(id, ("lang", "owner", "status", "reviewed", "review_every")),
        Outline: Sleep(lambda outline: outline.thing.ref, ("thing", "front")),
        Part: Sleep(_of_part, ("inputs", "reads", "derived", "findings")),
        LinkedJourney: Sleep(lambda one: one.ref, ("ref", "front", "journey"), worked_out=("paths",)),
        Figures: Sleep(id, ("journey", "routes", "owned", "openings", "belongs")),
        Column: Sleep(id),
        Drawn: Sleep(id),
    }
)
"""The types whose values do. What is looked at of all of them at each build is known while they sleep."""
