"""What the annotations of the models say: the keys of a record, what a place in it may hold, who reads it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from parcours.model.base import Record
from parcours.model.settings import Scale


class Slot(NamedTuple):
    """A place in a record: what it may hold, and what is known of it.

    ``names`` says what its texts name (``personas``), if the project has any; ``said`` that it is a name itself;
    ``scale`` is the one its numbers stand on.
    """

    annotation: Any
    metadata: tuple[Any, ...] = ()
    names: str = ""
    said: bool = False
    scale: Scale | None = None

    def holding(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> Slot:
        """A slot within this one, which holds something else."""
        return self._replace(annotation=annotation, metadata=metadata)


def keys_of(model: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    """The keys of a record as they are written, each with its field."""
    for name, field in model.model_fields.items():
        alias = field.validation_alias
        yield (alias if isinstance(alias, str) else name), field


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """The records that may stand in a place, or deeper in it."""
    if isinstance(annotation, type) and not get_args(annotation):
        if issubclass(annotation, Record):
            yield annotation
        return
    for part in get_args(annotation):
        yield from records_in(part)


def item_of(annotation: Any) -> Any:
    """What a list holds, whether or not it may be absent."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not NoneType)
    return get_args(annotation)[0]


def bare(slot: Slot) -> Slot:
    """The slot with what is said around its type gathered in one place."""
    annotation, metadata = slot.annotation, slot.metadata
    if hasattr(annotation, "__metadata__"):
        annotation, metadata = annotation.__origin__, (*annotation.__metadata__, *metadata)
    flat = tuple(part for one in metadata for part in (one.metadata if isinstance(one, FieldInfo) else (one,)))
    return slot.holding(annotation, flat)


def name_of(function: Callable[..., Any]) -> str:
    """The name of a function, or of the one that made it."""
    return function.__qualname__.partition(".<locals>")[0]


def given_to(function: Callable[..., Any]) -> Mapping[str, Any]:
    """What a function was made with."""
    return inspect.getclosurevars(function).nonlocals
