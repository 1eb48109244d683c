"""Short forms of the values of a mapping: who looks at no more of them depends on no more.

Each is made when it is first asked for, and kept while the value it is a form of is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
P = TypeVar("P")
S = TypeVar("S")
V = TypeVar("V")

_MISSING: Any = object()


class Forms(Mapping[K, V]):
    """A form of each value of a mapping, which does not change. Not for two threads at once."""

    __slots__ = ("_form", "made", "whole")

    def __init__(
        self, whole: Mapping[K, S], form: Callable[[S], V], before: Forms[K, V] | None = None, anew: Iterable[K] = ()
    ) -> None:
        """``form`` is pure. Forms of ``before`` are taken over, but for the keys ``anew``, whose values are others."""
        self.whole: Mapping[K, Any] = whole
        self._form: Callable[[Any], V] = form
        self.made: dict[K, V] = dict(before.made) if before is not None else {}
        for key in anew:
            self.made.pop(key, None)

    def __getitem__(self, key: K) -> V:
        if key not in self.made:
            self.made[key] = self._form(self.whole[key])
        return self.made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self.whole)

    def changed(self, old: Forms[K, V], among: Iterable[K]) -> frozenset[K]:
        """The keys whose forms are not as they were; ``among`` are those whose values are not."""
        return frozenset(key for key in among if self.get(key, _MISSING) != old.get(key, _MISSING))


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
        for key in among:
            now, was = (one.each.get(key) or {} for one in (self, old))
            pieces = now.keys() | was.keys()
            found.update((key, piece) for piece in pieces if now.get(piece, _MISSING) != was.get(piece, _MISSING))
        return frozenset(found)
