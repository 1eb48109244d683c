"""What a reader of mappings looked at, an Atlas's above all, and whether any of it has changed since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from operator import is_
from typing import TYPE_CHECKING, Any, TypeVar, cast

from parcours.link.forms import Forms, Pieces

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

K = TypeVar("K")
V = TypeVar("V")
Record = TypeVar("Record", bound="DataclassInstance")

Keys = frozenset[Any] | None
"""Keys of a mapping; None stands for all there are and could be."""
Changes = Mapping[str, frozenset[Any]]
"""For each mapping of some, by its name, the keys that hold something else than they did."""


class Watched(Mapping[K, V]):
    """A mapping that remembers which of its keys were asked for, those it lacks too, or that all were."""

    __slots__ = ("_held", "asked", "whole")

    def __init__(self, held: Mapping[K, V]) -> None:
        """Watches over a mapping that does not change."""
        self._held, self.whole = held, False
        self.asked: set[object] = set()

    def __getitem__(self, key: K) -> V:
        self.asked.add(key)
        return self._held[key]

    def get(self, key: K, default: Any = None) -> Any:
        """As a mapping does."""
        self.asked.add(key)
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        self.asked.add(key)
        return key in self._held

    def __iter__(self) -> Iterator[K]:
        self.whole = True
        return iter(self._held)

    def __len__(self) -> int:
        self.whole = True
        return len(self._held)

    @property
    def seen(self) -> Keys:
        """The keys that were asked for; None when all were."""
        return None if self.whole else frozenset(self.asked)


@dataclass(frozen=True, slots=True)
class Reads:
    """What was read, by the name of the mapping."""

    keys: Mapping[str, Keys] = field(default_factory=dict[str, Keys])

    def untouched_by(self, changes: Changes) -> bool:
        """Whether nothing that was read has changed."""
        read = self.keys
        for name in changes:  # asked for each page and part at each build: a loop is twice as fast as all()
            if name in read and changes[name]:
                keys = read[name]
                if keys is None or not keys.isdisjoint(changes[name]):
                    return False
        return True

    def __add__(self, other: Reads) -> Reads:
        """What two readings read together, of mappings with different names."""
        return Reads({**self.keys, **other.keys})


def changed_keys(old: Mapping[K, V], new: Mapping[K, V]) -> frozenset[K]:
    """The keys under which two mappings hold different values, or only one holds any. Identity is asked first."""
    if old is new:
        return frozenset()
    if not old:
        return frozenset(new)
    missing = object()
    changed = {key for key, value in new.items() if (was := old.get(key, missing)) is not value and was != value}
    changed.update(key for key in old if key not in new)
    return frozenset(changed)


def same_objects(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether they are the same objects, one by one: what is equal may still have been made anew."""
    return len(some) == len(others) and all(map(is_, some, others))


def changed_among(old: Mapping[K, V], new: Mapping[K, V], keys: Iterable[K]) -> frozenset[K]:
    """The same, where only under some keys anything can be another."""
    missing = object()
    return frozenset(key for key in keys if (was := old.get(key, missing)) is not (now := new.get(key)) and was != now)


def differences(old: Record, new: Record, among: Changes | None = None) -> Changes:
    """For each mapping in which two records (two Atlases) differ, the keys under which they do.

    ``among`` tells of some mappings under which keys only anything can be another, by the name of the mapping; for
    short forms that of what they are forms of.
    """
    known = dict(among or {})
    found: dict[str, frozenset[Any]] = {}
    for name in mappings_of(type(new)):
        was, now = getattr(old, name), getattr(new, name)
        if isinstance(now, Forms | Pieces):
            before, after = cast("Forms[Any, Any]", was), cast("Forms[Any, Any]", now)
            if after.of not in known:
                known[after.of] = changed_keys(before.whole, after.whole)
            found[name] = after.changed(before, known[after.of]) if known[after.of] else frozenset()
        else:
            found[name] = changed_among(was, now, known[name]) if name in known else changed_keys(was, now)
    return {name: keys for name, keys in found.items() if keys}


def reads_of(eyes: Mapping[str, Watched[Any, Any]]) -> Reads:
    """What has been read so far, by the names the watched mappings are given here."""
    return Reads({name: eye.seen for name, eye in eyes.items() if eye.whole or eye.asked})


def watched(record: Record) -> tuple[Record, Callable[[], Reads]]:
    """The same record (an Atlas) under watch, and what has been read of its mappings so far."""
    eyes = {name: Watched[Any, Any](getattr(record, name)) for name in mappings_of(type(record))}
    fields_: dict[str, Any] = dict(eyes)
    return replace(record, **fields_), lambda: reads_of(eyes)


@cache
def mappings_of(kind: type[DataclassInstance]) -> tuple[str, ...]:
    """The names of the mappings among the fields of a kind of record."""
    return tuple(one.name for one in fields(kind) if str(one.type).startswith("Mapping["))
