"""The nearest name: what the writer probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA


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
