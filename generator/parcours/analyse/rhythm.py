"""How often something recurs, read from the words people use: ``every six months``, ``deux fois par an``."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from math import ceil

from parcours.model.duration import UNITS, read_duration

MONTH = Fraction(365, 12)
"""Days of a month, on average."""

_COUNTS = {
    word: number
    for number, words in enumerate(
        (
            *("a an one un une once", "two deux twice", "three trois", "four quatre", "five cinq", "six"),
            *("seven sept", "eight huit", "nine neuf", "ten dix", "eleven onze", "twelve douze"),
        ),
        start=1,
    )
    for word in words.split()
}
_UNITS = {word: months * MONTH + days for words, months, days in UNITS for word in words.split() if len(word) > 1}
_ADVERBS = {
    word: days
    for words, days in (
        ("daily quotidien quotidienne", Fraction(1)),
        ("weekly hebdomadaire", Fraction(7)),
        ("monthly mensuel mensuelle", MONTH),
        ("quarterly trimestriel trimestrielle", 3 * MONTH),
        ("biannual semestriel semestrielle", 6 * MONTH),
        ("yearly annual annually annuel annuelle", 12 * MONTH),
    )
    for word in words.split()
}
_COUNT = rf"(\d{{1,3}}|{'|'.join(_COUNTS)})"
_UNIT = rf"({'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
_EVERY = re.compile(rf"\b(?:every|each|tous les|toutes les|chaque)\s+(?:{_COUNT}\s+)?{_UNIT}")
_TIMES = re.compile(rf"\b{_COUNT}(?:\s+(?:times?|fois))?\s+(?:an?|per|each|every|par)\s+{_UNIT}")


@lru_cache(maxsize=4096)
def interval_of(text: str) -> Fraction | None:
    """Days between two occurrences; None where the words name no length of time (``once per purchase``)."""
    words = " ".join(text.casefold().split())
    if found := _EVERY.search(words):
        return _number(found[1] or "1") * _UNITS[found[2]]
    if found := _TIMES.search(words):
        return _UNITS[found[2]] / _number(found[1])
    return next((_ADVERBS[word] for word in re.findall(r"\w+", words) if word in _ADVERBS), None)


def _number(word: str) -> int:
    return max(1, int(word)) if word.isdigit() else _COUNTS[word]


def days_of(period: str) -> Fraction | None:
    """A length of time (``90 days``, ``3 mois``) in days; None where the text is none."""
    length = read_duration(period)
    return None if length is None else length.months * MONTH + length.days


def most_within(interval: Fraction, period: Fraction) -> int:
    """How often at most something that recurs falls into a period; at least once."""
    return max(1, ceil(period / interval))


def by_month(interval: Fraction) -> tuple[int, ...]:
    """How often something that recurs falls into each of the twelve months after its first time, which counts."""
    counts = [0] * 12
    day = Fraction(0)
    while day < 12 * MONTH:
        counts[int(day / MONTH)] += 1
        day += interval
    return tuple(counts)
