"""Texts folded to the terms they are found by: no accents, no elisions, no endings.

The tables go into the index, where ``find.js`` reads queries by them; the two readers are tested against each other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

Ending = tuple[str, str, int]
"""An ending, what stands for it, and how many letters must stay before it."""

MARKS = "[\u0300-\u036f]"
QUOTES = "[’ʼ‘´]"
LETTERS = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}


@dataclass(frozen=True, slots=True)
class Folding:
    """How the texts of a language are folded.

    ``cut`` is a pattern of what is left out between letters, ``steps`` take endings off (of each step the first that
    fits), ``common`` are words that say nothing alone.
    """

    language: str
    cut: str
    steps: tuple[tuple[Ending, ...], ...]
    common: frozenset[str]


def _step(endings: str) -> tuple[Ending, ...]:
    """The endings of a step, written ``ending instead letters``; a hyphen for nothing."""
    return tuple(
        (ending, instead.replace("-", ""), int(kept))
        for ending, instead, kept in (one.split() for one in endings.split(","))
    )


FOLDINGS = {
    "en": Folding(
        "en",
        r"'s(?![a-z0-9])|'",
        (
            _step("sses ss 1, ies y 2, ied y 2, ss ss 0, us us 0, is is 0, s - 3"),
            _step("eed eed 0, ing - 3, ed - 3"),
            _step("bb b 2, dd d 2, gg g 2, ll l 2, mm m 2, nn n 2, pp p 2, rr r 2, tt t 2"),
            _step("e - 3"),
        ),
        frozenset(
            "a an and are as at be by do for from has have her his how i if in is it its my of on or our she that the"
            " their them they this to was we were what when which who will with you your".split()
        ),
    ),
    "fr": Folding(
        "fr",
        r"(?<![a-z0-9])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'",
        (
            _step("eaux eau 1, aux al 2, x - 3, s - 3"),
            _step("euse eur 2, trice teur 2, ive if 2, elle el 2, enne en 2, ement - 4, ere er 2"),
            _step("r - 4"),
            _step("e - 3"),
            _step("e - 3"),
            _step("ll l 2, nn n 2, tt t 2, ss s 2"),
        ),
        frozenset(
            "a au aux avec ce ces cette dans de des du elle elles en est et il ils je la le les leur leurs lui ma mais"
            " me mes mon ne nous on ou par pas pour que qui sa se ses son sont sur ta te tes ton un une vous y".split()
        ),
    ),
}

SHORT = 200
"""Letters of a text whose terms are remembered, at most."""

_MARKS, _QUOTES = re.compile(MARKS), re.compile(QUOTES)
_LETTERS = str.maketrans(LETTERS)
_WORD = re.compile(r"[^\W_]+")
_CUTS = {language: re.compile(folding.cut) for language, folding in FOLDINGS.items()}


def plain(text: str) -> str:
    """A text in small letters without accents; ``Œuvre`` is ``oeuvre``."""
    text = text.lower()
    if text.isascii():
        return text
    return _QUOTES.sub("'", _MARKS.sub("", unicodedata.normalize("NFD", text)).translate(_LETTERS))


def words_of(text: str, language: str) -> list[str]:
    """The words of a text in order, plain, without elisions; common ones too."""
    text = plain(text)
    return _WORD.findall(_CUTS[language].sub("", text) if "'" in text else text)


@lru_cache(maxsize=1 << 16)
def term_of(word: str, language: str) -> str:
    """What a plain word is found by: itself without its ending; empty for a common one."""
    folding = FOLDINGS[language]
    return "" if word in folding.common else stem(word, folding)


def stem(word: str, folding: Folding) -> str:
    """A plain word without its ending; only words of Latin letters have any."""
    if not (word.isascii() and word.isalpha()):
        return word
    for step in folding.steps:
        for ending, instead, kept in step:
            if word.endswith(ending) and len(word) - len(ending) >= kept:
                word = word[: len(word) - len(ending)] + instead
                break
    return word


def terms_of(text: str, language: str) -> tuple[str, ...]:
    """The terms a text is found by, in order, repeated ones too."""
    return _of_short(text, language) if len(text) <= SHORT else _terms_of(text, language)


@lru_cache(maxsize=1 << 14)
def _of_short(text: str, language: str) -> tuple[str, ...]:
    """What a step does is found at the step and at all it says; owners and channels are everywhere."""
    return _terms_of(text, language)


def _terms_of(text: str, language: str) -> tuple[str, ...]:
    return tuple([term for word in words_of(text, language) if (term := term_of(word, language))])
