"""The scores of one diagram or table: their scale guessed, each placed on the site's, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parcours.bring.draft import Around, Plain
from parcours.bring.remark import Remark, remark
from parcours.bring.scores import FIVE, Score, feeling, guess_scale, placed
from parcours.model.settings import Scale
from parcours.source.text import Place

FEWEST = 3
"""Scores, from which on it is no chance that all are the same."""


@dataclass(frozen=True, slots=True)
class Felt:
    """A feeling as it was written, and the score it stands for, if any."""

    written: str
    score: Score | None
    place: Place


@dataclass(frozen=True, slots=True)
class Scored:
    """Feelings as front matter, one for each that was written, and what is to be said of them."""

    feelings: tuple[Plain, ...]
    remarks: tuple[Remark, ...]


def scored(felt: Sequence[Felt], around: Around) -> Scored:
    """All the feelings of one source, read together: a scale is seen only in all of them."""
    scores = [one.score for one in felt if one.score]
    scale = around.asked or guess_scale(scores)
    feelings: list[Plain] = []
    remarks = list(_of_all(felt, scale, around))
    for one in felt:
        value, rounded = placed(one.score, scale, around.scale) if one.score else (None, False)
        feelings.append(feeling(one.written, one.score, value))
        remarks += _of_one(one, value, rounded=rounded)
    return Scored(tuple(feelings), tuple(remarks))


def _of_all(felt: Sequence[Felt], scale: Scale | None, around: Around) -> list[Remark]:
    plain = [one for one in felt if one.score and one.score.scale is None]
    said: list[Remark] = []
    if plain and not around.asked and scale != FIVE:
        largest = max(plain, key=lambda one: abs(one.score.value) if one.score else 0)
        key = "scale" if scale else "no-scale"
        said.append(remark(key, largest.place, written=largest.written, scale=scale or "", site=around.scale))
    values = {one.score.value for one in felt if one.score}
    if len(plain) >= FEWEST and len(values) == 1:
        said.append(remark("constant", plain[0].place, count=len(plain), written=plain[0].written))
    return said


def _of_one(one: Felt, value: float | None, *, rounded: bool) -> list[Remark]:
    if one.score is None or value is None:
        return [remark("score-unread", one.place, written=one.written)]
    keys = {"range": "score-range", "share": "score-share", "emoji": "score-emoji"}
    key = keys.get(one.score.form, "score-rounded" if rounded else "")
    if not key and f"{one.score.value:g}" != one.written:
        key = "score-number"
    return [remark(key, one.place, written=one.written, score=f"{value:g}")] if key else []
