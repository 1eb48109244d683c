"""Every picture and video a record names, with its location in the record."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.model.base import Record, items_of
from parcours.model.media import Picture

Location = tuple[str | int, ...]


def pictures_in(record: Record, base: Location = ()) -> Iterator[tuple[Picture, Location]]:
    """Walks a record; nothing is listed by name, so a new field with pictures is found by itself."""
    for name in type(record).model_fields:
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
