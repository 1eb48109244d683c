"""Values that are read back when somebody looks at them: of a project that was kept, an edit looks at a few journeys.

A value that sleeps is of a class of its own, which knows nothing but how to wake: whatever is asked of it, it first
becomes the value that was kept, and is from then on like any other. Values that are mostly looked at together, as all
that is known of one journey, sleep and wake together: what they share stays the same object.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from parcours.source.pickled import STANDS_FOR, become


class Asleep:
    """Stands in a pickle for a value that sleeps: its class, its group, its place in that, what is known of it."""


@dataclass(frozen=True, slots=True)
class Sleep:
    """How values of a type sleep: ``group`` tells with which others, ``known`` are fields that one need not wake for.

    ``told`` are properties that follow from these, ``worked_out`` others that are kept with them. ``along`` gives what
    sleeps with it, and does not tell with whom.
    """

    group: Callable[[Any], Hashable]
    known: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    along: Callable[[Any], Any] | None = None
    worked_out: tuple[str, ...] = ()


class Sleepers:
    """Which values a pickle leaves out; others hold them, a group each."""

    def __init__(self, sleeps: Mapping[type, Sleep], ways: Mapping[type, Callable[[Any], Any]]) -> None:
        """``ways`` tell how the values of types are pickled."""
        self._sleeps, self._ways = sleeps, ways
        self._members: list[list[Any]] = []
        self._open: dict[Hashable, int] = {}
        self._told = 0
        self._where: dict[int, tuple[int, int]] = {}

    @property
    def ways(self) -> dict[type, Callable[[Any], Any]]:
        """How a pickler passes over what sleeps."""
        return dict.fromkeys(self._sleeps, self._passed)

    def groups(self) -> Iterator[list[tuple[type, Any]]]:
        """All that was passed over, a group after the other; while one is pickled, others may be met."""
        while self._told < len(self._members):
            members = self._members[self._told]
            self._told += 1
            yield [(type(one), self._held(one)) for one in members]

    def _passed(self, value: object) -> tuple[type[Asleep], tuple[Any, ...]]:
        sleep = self._sleeps[type(value)]
        at = self._where.get(id(value)) or self._met(value, sleep.group(value))
        return Asleep, (type(value), *at, *(getattr(value, name) for name in (*sleep.known, *sleep.worked_out)))

    def _met(self, value: Any, group: Hashable) -> tuple[int, int]:
        number = self._open.get(group, 0)
        if group not in self._open or number < self._told:
            number = self._open[group] = len(self._members)
            self._members.append([])
        self._members[number].append(value)  # which also keeps its identity from being another's
        self._where[id(value)] = at = (number, len(self._members[number]) - 1)
        along = self._sleeps[type(value)].along
        other = along(value) if along is not None else None
        become(other)
        if type(other) in self._sleeps and id(other) not in self._where:
            self._met(other, group)
        return at

    def _held(self, value: Any) -> Any:
        """All that it holds: its fields in order, or the state of a record."""
        made = self._ways[type(value)](value)
        return made[1] if is_dataclass(value) else made[2]


class Waking:
    """Values that sleep, and the groups that they are read back from when one of them is looked at."""

    def __init__(
        self, sleeps: Mapping[type, Sleep], groups: int, read: Callable[[int], list[tuple[type, Any]]]
    ) -> None:
        """``read`` gives a group by its number; it may come upon others that sleep."""
        self._sleeps, self._read, self._left = sleeps, read, set(range(groups))
        self._members: dict[tuple[int, int], Any] = {}
        self._group: dict[int, int] = {}
        self._kinds: dict[type, type[Any]] = {}
        self._worked_out: dict[int, dict[str, Any]] = {}

    def asleep(self, kind: type, group: int, place: int, *known: object) -> Any:
        """The value at a place of a group, asleep or not."""
        found = self._members.get((group, place))
        if found is None:
            sleep = self._sleeps[kind]
            if kind not in self._kinds:
                answered = frozenset((*sleep.known, *sleep.told))
                self._kinds[kind] = _sleeping(kind, answered, self._worked_out, self._wake)
            found = self._members[group, place] = object.__new__(self._kinds[kind])
            self._group[id(found)] = group
            for name, value in zip(sleep.known, known, strict=False):
                object.__setattr__(found, name, value)
            if sleep.worked_out:
                self._worked_out[id(found)] = dict(zip(sleep.worked_out, known[len(sleep.known) :], strict=False))
        return found

    def all(self) -> Iterator[int]:
        """Wakes all that still sleep, a group after the other; nothing may be read from the same pickles after that.

        Lets go of what they were read from: the classes of what slept know it in a circle.
        """
        for group in sorted(self._left):
            self._wake_group(group)
            yield group
        self._read = _nothing_left
        for known in (self._members, self._group, self._kinds, self._worked_out):
            known.clear()

    def _wake(self, value: Any) -> None:
        self._wake_group(self._group[id(value)])

    def _wake_group(self, group: int) -> None:
        if group not in self._left:
            return
        for place, (kind, held) in enumerate(self._read(group)):
            value = self.asleep(kind, group, place)
            if is_dataclass(kind):
                for field, one in zip(fields(kind), held, strict=True):
                    object.__setattr__(value, field.name, one)
                object.__setattr__(value, "__class__", kind)
            else:
                object.__setattr__(value, "__class__", kind)
                value.__setstate__(held)
        self._left.discard(group)


def _nothing_left(group: int) -> list[tuple[type, Any]]:
    raise LookupError(group)


def _sleeping(
    kind: type, answered: frozenset[str], worked_out: Mapping[int, Mapping[str, Any]], wake: Callable[[Any], None]
) -> type:
    """A class of the same shape as another, whose values wake when anything else is asked of them."""

    def asked(value: Any, name: str) -> Any:
        if name == "__class__":
            return kind
        if name in answered:
            return object.__getattribute__(value, name)
        known = worked_out.get(id(value), {})
        if name in known:
            return known[name]
        wake(value)
        return getattr(value, name)

    # Not by calling its metaclass: pydantic's would make a model of it.
    meta: Any = type(kind)
    own: dict[str, Any] = {"__slots__": (), "__getattribute__": asked, STANDS_FOR: kind}
    made: type = type.__new__(meta, f"{kind.__name__}Asleep", (kind,), own)
    return made
