"""Two states of a project: every thing of one matched with one of the other, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parcours.compare.likeness import Named, by_id, by_words
from parcours.diff.difference import Called, Change, Difference, ThingChange
from parcours.diff.fields import fields_between
from parcours.diff.journeys import journey_change
from parcours.diff.model import SITE, Data, Model, journey_model, model_of
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind

LEAST = 95.0
"""How alike (0 to 100) the names of two things without a common id must be to be one that was renamed."""

KINDS: tuple[str, ...] = (
    *(Kind.JOURNEY.value, Kind.PERSONA.value),
    *(kind.value for kind in Kind if kind not in (Kind.JOURNEY, Kind.PERSONA, Kind.TAG, Kind.OWNER)),
    SITE,
)
"""The kinds in the order their differences are told."""


@dataclass(frozen=True, slots=True)
class State:
    """A project at one moment: linked, and as plain data."""

    atlas: Atlas
    model: Model

    @classmethod
    def of(cls, atlas: Atlas) -> State:
        """The state an Atlas stands for."""
        return cls(atlas, model_of(atlas))

    def called(self, kind: str, id_: str) -> Called:
        """A thing with its name."""
        thing = None if kind == SITE else self.atlas.things.get(Ref(Kind(kind), id_))
        return Called(id_, thing.name if thing else id_)


def difference(a: State, b: State) -> Difference:
    """Everything that differs from state ``a`` to state ``b``.

    Things are matched by id, then by the likeness of their names. The answer for (b, a) is this one mirrored.
    """
    return Difference(tuple(change for kind in KINDS for change in _of_kind(kind, a, b)))


def only(found: Difference, journeys: frozenset[str]) -> Difference:
    """What differs in some journeys (ids on either side) alone."""
    return Difference(
        tuple(
            change
            for change in found.of(Kind.JOURNEY.value)
            if journeys & {side.id for side in (change.a, change.b) if side}
        )
    )


def between(atlas: Atlas, a: str, b: str) -> Difference:
    """What differs between two journeys (ids) of one project."""
    one, other = atlas.journeys[a], atlas.journeys[b]
    change = journey_change(one, other, journey_model(atlas, one), journey_model(atlas, other))
    return Difference((change,) if change and (change.fields or change.stages or change.steps) else ())


def _of_kind(kind: str, a: State, b: State) -> Iterator[ThingChange]:
    records_a, records_b = a.model.get(kind, {}), b.model.get(kind, {})
    pairs = _pairs(kind, a, b)
    taken = frozenset(pairs.values())
    changes = [_pair(kind, one, other, a, b) for one, other in pairs.items()]
    changes += [_lone(kind, id_, a, records_a, Change.REMOVED) for id_ in records_a if id_ not in pairs]
    changes += [_lone(kind, id_, b, records_b, Change.ADDED) for id_ in records_b if id_ not in taken]
    yield from sorted((one for one in changes if one is not None), key=thing_key)


def thing_key(change: ThingChange) -> tuple[str, str]:
    """The order of changes within a kind."""
    return change.called.id, change.change.value


def _pairs(kind: str, a: State, b: State) -> Mapping[str, str]:
    ids_a, ids_b = sorted(a.model.get(kind, {})), sorted(b.model.get(kind, {}))
    named_a = [Named(n, id_, a.called(kind, id_).name) for n, id_ in enumerate(ids_a)]
    named_b = [Named(n, id_, b.called(kind, id_).name) for n, id_ in enumerate(ids_b)]
    same = by_id(named_a, named_b)
    taken = frozenset(same.values())
    left_a = [one for one in named_a if one.index not in same]
    left_b = [one for one in named_b if one.index not in taken]
    alike = by_words(left_a, left_b, LEAST)
    return {ids_a[i]: ids_b[j] for i, j in (same | alike).items()}


def _pair(kind: str, one: str, other: str, a: State, b: State) -> ThingChange | None:
    model_a, model_b = a.model[kind][one], b.model[kind][other]
    if kind == Kind.JOURNEY.value and one in a.atlas.journeys and other in b.atlas.journeys:
        return journey_change(a.atlas.journeys[one], b.atlas.journeys[other], model_a, model_b)
    fields = fields_between(model_a, model_b)
    if not fields and one == other:
        return None
    return ThingChange(kind, Change.CHANGED, a.called(kind, one), b.called(kind, other), fields=fields)


def _lone(kind: str, id_: str, side: State, records: Mapping[str, Data], change: Change) -> ThingChange:
    called = side.called(kind, id_)
    removed = change is Change.REMOVED
    return ThingChange(kind, change, called if removed else None, None if removed else called, records[id_])
