"""What is said of an import, at a place of the source: told in English or French by ``words``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parcours.source.text import Place


class Weight(StrEnum):
    """What a remark is: how something was read, a question to the writer, something not understood, a refusal."""

    NOTE = "note"
    ASK = "ask"
    LEFT = "left"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say. ``key`` names its words in the catalogue, which are filled from ``values``."""

    key: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()


def within(place: Place, raw: str, words: str) -> Place:
    """The place of some words, the last time they stand in ``raw``, which stands at ``place``; else that place."""
    at = raw.rfind(words) if words else -1
    return place if at < 0 else Place(place.path, place.line, place.column + at, len(words))


def remark(key: str, place: Place, **values: object) -> Remark:
    """A remark about a place."""
    return Remark(key, place, tuple((name, str(value)) for name, value in values.items()))
