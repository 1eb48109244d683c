"""Two records, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.diff.difference import FieldChange
from parcours.diff.model import TEXT, Data
from parcours.model.base import Record
from parcours.model.journey import Stage
from parcours.model.kinds import ALL_MODELS
from parcours.model.settings import Settings
from parcours.model.step import Step

MODELS: tuple[type[Record], ...] = (Step, Stage, *ALL_MODELS, Settings)
ORDER = tuple(dict.fromkeys(("id", *(name for model in MODELS for name in model.model_fields), TEXT)))
"""Every key a record may have, in the order differences are told."""
RANK = {key: rank for rank, key in enumerate(ORDER)}

PARTS = frozenset({"stages", "steps"})
"""What a journey or stage is made of: compared part by part. Steps within a step are a field."""


def fields_between(a: Data, b: Data, apart: frozenset[str] = frozenset()) -> tuple[FieldChange, ...]:
    """The fields that differ, those ``apart`` left out."""
    return tuple(FieldChange(key, a.get(key), b.get(key)) for key in _keys(a, b, apart) if a.get(key) != b.get(key))


def _keys(a: Data, b: Data, apart: frozenset[str]) -> Iterator[str]:
    keys = {*a, *b} - apart
    yield from sorted(keys, key=lambda key: (RANK.get(key, len(RANK)), key))
