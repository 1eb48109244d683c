"""What every key means, in English and French."""

from __future__ import annotations

from typing import NamedTuple

from parcours.model.base import Record
from parcours.schema.words_journey import JOURNEY_WORDS, Words
from parcours.schema.words_page import PAGE_WORDS
from parcours.schema.words_site import SITE_WORDS
from parcours.schema.words_step import STEP_WORDS

WORDS: Words = {**JOURNEY_WORDS, **STEP_WORDS, **PAGE_WORDS, **SITE_WORDS}
"""By the name of a record, then by key as it is written; the empty key is the record itself."""


class Meaning(NamedTuple):
    """What a key means, in both languages."""

    english: str
    french: str

    @property
    def both(self) -> str:
        """English, then French below it."""
        return f"{self.english}\n\n{self.french}"


def meaning_of(model: type[Record], key: str = "") -> Meaning:
    """What a key of a record means, or the record itself; a record speaks for those that stand on it.

    Raises KeyError for a key that nobody described: a test holds that there is none.
    """
    for record in model.__mro__:
        words = WORDS.get(record.__name__, {})
        if key in words:
            return Meaning(*words[key])
    raise KeyError(f"{model.__name__}.{key}")
