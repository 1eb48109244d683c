"""The nearest name: what the writer probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA


def nearest(written: str, known: Iterable[str]) -> str:
    """The known name a slip of the hand away from what was written, or an empty text.

    Likeness is the optimal string alignment distance (insert, delete, replace, swap neighbours), at most one slip for
    every three letters; equally near names are taken in alphabetical order, so the answer is always the same.
    """
    limit = max(1, len(written) // 3)
    ranked = sorted((OSA.distance(written.casefold(), name.casefold(), score_cutoff=limit), name) for name in set(known))
    return ranked[0][1] if ranked and ranked[0][0] <= limit else ""
