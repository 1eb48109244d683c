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


@dataclass(frozen=True, slots=True)
class Column:
    """Forms that an earlier process made, by key: of all values as they were then."""

    made: Mapping[Any, Any] = field(repr=False)


class Forms(Mapping[K, V]):
    """A form of each value of a mapping, which does not change. Not for two threads at once."""

    __slots__ = ("_form", "anew", "earlier", "made", "whole")

    def __init__(
        self, whole: Mapping[K, S], form: Callable[[S], V], before: Forms[K, V] | None = None, anew: Iterable[K] = ()
    ) -> None:
        """``form`` is pure. Forms of ``before`` are taken over, but for the keys ``anew``, whose values are others."""
        self.whole: Mapping[K, Any] = whole
        self._form: Callable[[Any], V] = form
        self.made: dict[K, V] = dict(before.made) if before is not None else {}
        self.earlier: Column | None = before.earlier if before is not None else None
        self.anew: frozenset[K] = before.anew.union(anew) if before is not None else frozenset()
        for key in anew:
            self.made.pop(key, None)

    def take_over(self, earlier: Column) -> None:
        """Takes forms of the same values as made; they are looked at when one is asked for."""
        self.earlier, self.anew = earlier, frozenset()

    def __getitem__(self, key: K) -> V:
        if key not in self.made:
            found = _MISSING if self.earlier is None or key in self.anew else self.earlier.made.get(key, _MISSING)
            self.made[key] = self._form(self.whole[key]) if found is _MISSING else found
        return self.made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self.whole)

    def changed(self, old: Forms[K, V], among: Iterable[K]) -> frozenset[K]:
        """The keys whose forms are not as they were; ``among`` are those whose values are not."""
        keys = tuple(among)
        was = old.get if len(keys) > FEW else old.of_value
        return frozenset(key for key in keys if self.get(key, _MISSING) != was(key, _MISSING))

    def of_value(self, key: K, default: Any = None) -> Any:
        """As ``get`` gives it, but made of its value: what an earlier process made is not read back for one form."""
        if key not in self.made and key in self.whole:
            self.made[key] = self._form(self.whole[key])
        return self.made.get(key, default)


class Pieces(Mapping[tuple[K, P], V]):
    """Several forms of each value, of which a reader may need one: it stands under the value's key and its own."""

    __slots__ = ("each",)

    def __init__(
        self,
        whole: Mapping[K, S],
        forms: Callable[[S], Mapping[P, V]],
        before: Pieces[K, P, V] | None = None,
        anew: Iterable[K] = (),
    ) -> None:
        """As for forms."""
        self.each: Forms[K, Mapping[P, V]] = Forms(whole, forms, before.each if before is not None else None, anew)

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
            now, was = self.each.get(key) or {}, look(key) or {}
            pieces = now.keys() | was.keys()
            found.update((key, piece) for piece in pieces if now.get(piece, _MISSING) != was.get(piece, _MISSING))
        return frozenset(found)
