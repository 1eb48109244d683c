"""One task of a Mermaid journey, read as it was meant: cut from the right, where Mermaid cuts from the left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from parcours.bring.scores import Score, read_score

Oddity = Literal["", "inverted", "colons", "bare", "unsure", "no-score"]
"""What is odd about a task: its fields in another order, colons in its words, no colon at all, one field too few."""

_TIME = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_COLON = re.compile(r"[:：](?!//)")


@dataclass(frozen=True, slots=True)
class Task:
    """A task: its words, how its score is written and what that is, who takes part, and what is odd about it."""

    action: str
    written: str = ""
    score: Score | None = None
    actors: str = ""
    odd: Oddity = ""


def read_task(text: str) -> Task:
    """The task a line is. A colon in a time of day or an address divides nothing.

    The usual order is tried first, then a score at the end, at the beginning, anywhere; where nothing is a score, the
    last field but one is kept as one.
    """
    pieces = _pieces(text)
    scores = [read_score(piece) for piece in pieces]
    count = len(pieces)
    if count == 1:
        return Task(pieces[0], odd="bare")
    if count >= 3 and scores[-2]:
        odd: Oddity = "colons" if ":" in "".join(pieces[:-2]) or count > 3 else ""
        return Task(_joined(pieces[:-2]), pieces[-2], scores[-2], pieces[-1], odd)
    if scores[-1]:
        if count == 2:
            return Task(pieces[0], pieces[1], scores[1], "")
        return Task(_joined(pieces[:-2]), pieces[-1], scores[-1], pieces[-2], "inverted")
    if scores[0]:
        actors = pieces[-1] if count > 2 else ""
        return Task(_joined(pieces[1:-1] if count > 2 else pieces[1:]), pieces[0], scores[0], actors, "inverted")
    middle = next((at for at in range(count - 1, 0, -1) if scores[at]), 0)
    if middle:
        return Task(_joined(pieces[:middle]), pieces[middle], scores[middle], _joined(pieces[middle + 1 :]), "colons")
    if count == 2:
        return Task(pieces[0], actors=pieces[1], odd="unsure")
    return Task(_joined(pieces[:-2]), pieces[-2], None, pieces[-1], "no-score")


def _pieces(text: str) -> list[str]:
    times = [found.span() for found in _TIME.finditer(text)]
    cuts = [c.start() for c in _COLON.finditer(text) if not any(a < c.start() < b for a, b in times)]
    ends = [*cuts, len(text)]
    return [text[start:end].strip() for start, end in zip([0, *(cut + 1 for cut in cuts)], ends, strict=True)]


def _joined(pieces: list[str]) -> str:
    return ": ".join(piece for piece in pieces if piece)
