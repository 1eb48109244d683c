"""Every picture and video a record names, with its location in the record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from parcours.model.base import Record, items_of
from parcours.model.media import Picture

Location = tuple[str | int, ...]


@cache
def _leading(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model that may hold a picture, or a record that may."""
    return tuple(name for name, field in model.model_fields.items() if _may_lead(field.annotation, frozenset({model})))


def _may_lead(annotation: object, above: frozenset[type]) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return (
            issubclass(annotation, Picture)
            or annotation in above
            or any(_may_lead(field.annotation, above | {annotation}) for field in annotation.model_fields.values())
        )
    return any(_may_lead(inner, above) for inner in get_args(annotation))


def pictures_in(record: Record, base: Location = ()) -> Iterator[tuple[Picture, Location]]:
    """Walks a record; nothing is listed by name, so a new field with pictures is found by itself."""
    for name in _leading(type(record)):
        value = getattr(record, name)
        if isinstance(value, Picture):
            yield value, (*base, name)
        elif isinstance(value, Record):
            yield from pictures_in(value, (*base, name))
        else:
            for n, inner in enumerate(items_of(value) or ()):
                if isinstance(inner, Picture):
                    yield inner, (*base, name, n)
                elif isinstance(inner, Record):
                    yield from pictures_in(inner, (*base, name, n))
