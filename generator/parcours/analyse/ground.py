"""What figures of a journey rest on besides the journey itself: who owns its channels, what its personas prefer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parcours.link.atlas import Atlas, LinkedStep, Ref
from parcours.model.kinds import Kind
from parcours.model.persona import Persona
from parcours.model.settings import GapWeights


@dataclass(frozen=True, slots=True)
class Ground:
    """Owners by channel and by touchpoint id (where they have one), how gaps are weighed.

    By persona id: the channels they prefer, the segment they stand for.
    """

    channel_owners: Mapping[str, str]
    touchpoint_owners: Mapping[str, str]
    preferences: Mapping[str, tuple[str, ...]]
    segments: Mapping[str, Ref]
    weights: GapWeights

    def owner(self, step: LinkedStep) -> str:
        """Who answers for a step by itself: its own owner, its touchpoint's, its channel's; empty where nobody."""
        if step.step.owner:
            return step.step.owner
        of_touchpoint = self.touchpoint_owners.get(step.touchpoint.id, "") if step.touchpoint else ""
        return of_touchpoint or (self.channel_owners.get(step.channel.id, "") if step.channel else "")


def ground_of(atlas: Atlas) -> Ground:
    """The ground of an Atlas."""
    owners: dict[Kind, dict[str, str]] = {Kind.CHANNEL: {}, Kind.TOUCHPOINT: {}}
    preferences: dict[str, tuple[str, ...]] = {}
    segments: dict[str, Ref] = {}
    for ref, thing in atlas.things.items():
        if thing.record is None:
            continue
        if ref.kind in owners and thing.record.owner:
            owners[ref.kind][ref.id] = thing.record.owner
        elif isinstance(thing.record, Persona):
            found = (atlas.find(Kind.CHANNEL, name) for name in thing.record.channels)
            preferences[ref.id] = tuple(one.ref.id for one in found if one is not None)
            segment = atlas.find(Kind.SEGMENT, thing.record.segment) if thing.record.segment else None
            if segment is not None:
                segments[ref.id] = segment.ref
    return Ground(owners[Kind.CHANNEL], owners[Kind.TOUCHPOINT], preferences, segments, atlas.settings.gaps)
