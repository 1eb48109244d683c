"""Feelings: how good or bad a step is for a persona. Absent is not zero."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from parcours.model.base import Number, Record, Text, as_list, entries_of, items_of

_OWN_KEYS = frozenset({"score", "label", "emoji", "from", "to"})


class Feeling(Record):
    """One feeling, as written on the site's scale (1..5 unless ``feeling_scale`` says otherwise); halves allowed.

    ``persona`` is empty when the feeling is that of every persona of the journey. A feeling may be a word or an emoji
    without a score, and may move within the step: ``start`` to ``end`` (written ``from`` and ``to``).
    """

    persona: Text = ""
    score: Number | None = None
    label: Text = ""
    emoji: Text = ""
    start: Number | None = Field(default=None, validation_alias="from", serialization_alias="from")
    end: Number | None = Field(default=None, validation_alias="to", serialization_alias="to")


def _one(value: Any, persona: str) -> Any:
    entries = entries_of(value)
    if entries is not None:
        return {"persona": persona, **entries}
    if isinstance(value, str):
        return {"persona": persona, "label": value}
    return {"persona": persona, "score": value}


def _fold(value: Any) -> Any:
    if value is None:
        return ()
    entries, items = entries_of(value), items_of(value)
    if entries is not None and _OWN_KEYS.isdisjoint(entries):
        return tuple(_one(inner, persona) for persona, inner in entries.items())
    return as_list(_one(value, "")) if items is None else items


Feelings = Annotated[tuple[Feeling, ...], BeforeValidator(_fold)]
"""A number, a word, ``{score, label, emoji, from, to}``, or a mapping of persona to one of these."""
