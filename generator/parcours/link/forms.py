"""Short forms of the values of a mapping: who looks at no more of them depends on no more.

Each is made when it is first asked for, and kept while the value it is a form of is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

K = TypeVar("K")
P = TypeVar("P")
S = TypeVar("S")
V = TypeVar("V")

FEW = 10
"""Forms that are made again sooner than all that an earlier process made are read back."""
_MISSING: Any = object()
MOST_GONE = 2
"""How many times as many forms as there are values may be remembered: beyond, those of values that are gone are not."""


@dataclass(frozen=True, slots=True)
class Column:
    """Forms that an earlier process made, by key: of all values as they were then."""

    made: Mapping[Any, Any] = field(repr=False)


class Forms(Mapping[K, V]):
    """A form of each value of a mapping, which does not change. Not for two threads at once.

    ``of`` is the name of that mapping. What is made is shared with the forms of the values that were there before: each
    stands beside the value it is a form of, so that the form of another is never taken for it.
    """

    __slots__ = ("_form", "earlier", "made", "of", "whole")

    def __init__(
        self, of: str, whole: Mapping[K, S], form: Callable[[S], V], before: Forms[K, V] | None = None
    ) -> None:
        """``form`` is pure."""
        self.of = of
        self.whole: Mapping[K, Any] = whole
        self._form: Callable[[Any], V] = form
        self.made: dict[K, tuple[Any, V]] = before.made if before is not None else {}
        self.earlier: tuple[Mapping[K, Any], Column] | None = before.earlier if before is not None else None
        if len(self.made) > MOST_GONE * max(len(whole), 1):
            self.made = {key: made for key, made in self.made.items() if key in whole}

    def take_over(self, earlier: Column) -> None:
        """Takes forms of the same values as made; they are looked at when one is asked for."""
        self.earlier = (self.whole, earlier)

    def __getitem__(self, key: K) -> V:
        value, made = self.whole[key], self.made.get(key)
        if made is None or made[0] is not value:
            made = self.made[key] = (value, self._found(key, value))
        return made[1]

    def _found(self, key: K, value: Any) -> V:
        if self.earlier is not None and self.earlier[0].get(key) is value:
            found: V = self.earlier[1].made.get(key, _MISSING)
            if found is not _MISSING:
                return found
        return self._form(value)

    def __iter__(self) -> Iterator[K]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self.whole)

    def changed(self, old: Forms[K, V], among: Iterable[K]) -> frozenset[K]:
        """The keys whose forms are not as they were; ``among`` are those whose values are not."""
        keys = tuple(among)
        was = old.get if len(keys) > FEW else old.of_value
        return frozenset(key for key in keys if was(key, _MISSING) != self.get(key, _MISSING))

    def of_value(self, key: K, default: Any = None) -> Any:
        """As ``get`` gives it, but made of its value: what an earlier process made is not read back for one form."""
        if key not in self.whole:
            return default
        value, made = self.whole[key], self.made.get(key)
        if made is None or made[0] is not value:
            made = self.made[key] = (value, self._form(value))
        return made[1]


class Pieces(Mapping[tuple[K, P], V]):
    """Several forms of each value, of which a reader may need one: it stands under the value's key and its own."""

    __slots__ = ("each",)

    def __init__(
        self,
        of: str,
        whole: Mapping[K, S],
        forms: Callable[[S], Mapping[P, V]],
        before: Pieces[K, P, V] | None = None,
    ) -> None:
        """As for forms."""
        self.each: Forms[K, Mapping[P, V]] = Forms(of, whole, forms, before.each if before is not None else None)

    @property
    def of(self) -> str:
        """The name of the mapping."""
        return self.each.of

    @property
    def whole(self) -> Mapping[K, Any]:
        """The mapping."""
        return self.each.whole

    def __getitem__(self, key: tuple[K, P]) -> V:
        return self.each[key[0]][key[1]]

    def __iter__(self) -> Iterator[tuple[K, P]]:
        return ((key, piece) for key, pieces in self.each.items() for piece in pieces)

    def __len__(self) -> int:
        return sum(map(len, self.each.values()))

    def changed(self, old: Pieces[K, P, V], among: Iterable[K]) -> frozenset[tuple[K, P]]:
        """As for forms."""
        found: set[tuple[K, P]] = set()
        keys = tuple(among)
        look = old.each.get if len(keys) > FEW else old.each.of_value
        for key in keys:
            was, now = look(key) or {}, self.each.get(key) or {}
            pieces = now.keys() | was.keys()
            found.update((key, piece) for piece in pieces if now.get(piece, _MISSING) != was.get(piece, _MISSING))
        return frozenset(found)
