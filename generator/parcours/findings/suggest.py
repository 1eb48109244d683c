"""The nearest name: what the writer probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA


@dataclass(frozen=True, slots=True)
class Slips:
    """Names by what is left of them when one letter is taken out: those one slip apart share such a rest.

    Finds all pairs in time that grows with the number of names, where comparing each with each grows with its square.
    """

    rests: Mapping[str, tuple[str, ...]]

    @classmethod
    def among(cls, names: Iterable[str]) -> Slips:
        """The names in which to look."""
        rests: dict[str, list[str]] = {}
        for name in names:
            for rest in _rests(name):
                rests.setdefault(rest, []).append(name)
        return cls({rest: tuple(near) for rest, near in rests.items()})

    def near(self, name: str) -> tuple[str, ...]:
        """The other names one letter away (left out, put in, replaced, swapped), in alphabetical order.

        Names that differ by a figure only are meant to: ``interview-1`` and ``interview-2``.
        """
        close = {other for rest in _rests(name) for other in self.rests.get(rest, ()) if other != name}
        return tuple(sorted(o for o in close if OSA.distance(name, o) == 1 and _letters(o) != _letters(name)))


def _rests(name: str) -> set[str]:
    return {name, *(name[:n] + name[n + 1 :] for n in range(len(name)))}


def _letters(name: str) -> str:
    return "".join(c for c in name if not c.isdigit())


def nearest(written: str, known: Iterable[str], slips: int = 0) -> str:
    """The known name a slip of the hand away from what was written, or an empty text.

    Likeness is the optimal string alignment distance (insert, delete, replace, swap neighbours). At most ``slips`` of
    them; by default one for every three letters. Equally near names are taken in alphabetical order, so the answer is
    always the same.
    """
    limit = slips or max(1, len(written) // 3)
    folded = written.casefold()
    near = [
        (distance, name)
        for name in set(known)
        if name and (distance := OSA.distance(folded, name.casefold(), score_cutoff=limit)) <= limit
    ]
    return min(near)[1] if near else ""
