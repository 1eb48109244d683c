"""The difference between two states of a project, as values: what each record says on one side and on the other.

Everything is told from side a to side b. Each value has a mirror: side b to side a is the same with sides exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from parcours.compare.feelings import FeelingChange
from parcours.compare.steps import JourneyComparison
from parcours.diff.model import Data


class Change(StrEnum):
    """What became of something from side a to side b. What changed and moved has moved."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs, by its key in front matter: its value on each side, None where it is not told."""

    key: str
    a: Any
    b: Any


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a stage or step stands on its side: its id, its name or action, the id of its stage, its place from 0.

    A stage has no ``stage``. ``number`` is the number its map shows (``2.3``).
    """

    id: str
    name: str
    index: int
    number: str
    stage: str = ""


@dataclass(frozen=True, slots=True)
class PartChange:
    """A stage or step that is not the same. ``record`` is all it says, where only one side has it.

    ``feelings`` are those of a step on both sides whose score differs, by persona.
    """

    change: Change
    a: Spot | None
    b: Spot | None
    record: Data = field(default_factory=dict[str, Any])
    fields: tuple[FieldChange, ...] = ()
    feelings: tuple[FeelingChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Called:
    """A thing on one side: its id and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ThingChange:
    """A thing that is not the same: its kind's folder, what it is on each side, and what differs.

    ``record`` is all it says where only one side has it. Of a journey on both sides, ``stages`` and ``steps`` are those
    that differ, ``feelings`` each persona's mean, and ``compared`` holds both journeys aligned.
    """

    kind: str
    change: Change
    a: Called | None
    b: Called | None
    record: Data = field(default_factory=dict[str, Any])
    fields: tuple[FieldChange, ...] = ()
    stages: tuple[PartChange, ...] = ()
    steps: tuple[PartChange, ...] = ()
    feelings: tuple[FeelingChange, ...] = ()
    compared: JourneyComparison | None = field(default=None, compare=False, repr=False)

    @property
    def called(self) -> Called:
        """What it is now; what it was where it is gone."""
        called = self.b or self.a
        if called is None:
            raise ValueError("a change has at least one side")
        return called


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two states of a project, in the order of kinds and ids; empty when they say the same."""

    changes: tuple[ThingChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def of(self, *kinds: str) -> tuple[ThingChange, ...]:
        """The changes of some kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)


def spot_of(part: PartChange) -> Spot:
    """Where a part stands now; where it stood when it is gone."""
    spot = part.b or part.a
    if spot is None:
        raise ValueError("a change has at least one side")
    return spot
