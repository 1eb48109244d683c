"""A front matter with every field of a model filled, made from the model itself, and the values to look for.

A new field of the model is filled and looked for without anybody listing it.
"""

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from parcours.model.base import Record
from parcours.model.media import Picture

Fixed = Mapping[tuple[str, str], Any]
"""Values that cannot be free: references and paths, by (model's name, field)."""


class Filler:
    """Fills models with texts found nowhere else; ``fixed`` wins over what would be made up."""

    def __init__(self, prefix: str, fixed: Fixed) -> None:
        self.prefix, self.fixed, self.numbers = prefix, fixed, itertools.count(1)

    def fill(self, model: type[Record]) -> dict[str, Any]:
        return {self._key(name, info): self._field(model, name, info) for name, info in model.model_fields.items()}

    def _key(self, name: str, info: FieldInfo) -> str:
        alias = info.validation_alias
        if isinstance(alias, str):
            return alias
        return str(getattr(alias, "choices", [name])[0])

    def _field(self, model: type[Record], name: str, info: FieldInfo) -> Any:
        if (model.__name__, name) in self.fixed:
            return self.fixed[model.__name__, name]
        return self._value(info.annotation, name, info.metadata)

    def _value(self, annotation: Any, name: str, metadata: list[Any]) -> Any:
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Literal:
            return args[-1]
        if origin is tuple:
            return [self._value(args[0], name, []), self._value(args[0], name, [])]
        if origin in (Union, UnionType):
            if dt.date in args:
                return f"2026-03-{next(self.numbers) % 27 + 1:02}"
            if str in args:
                return self._text(name)
            return self._value(next(arg for arg in args if arg is not type(None)), name, metadata)
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return self.fill(annotation)
        return self._plain(annotation, name, metadata)

    def _plain(self, annotation: Any, name: str, metadata: list[Any]) -> Any:
        if annotation is bool:
            return True
        if annotation is float:
            return (3.5, 4.5, 2.5)[next(self.numbers) % 3]
        if annotation is dt.date:
            return "2026-03-09"
        if name == "review_every":
            return f"{next(self.numbers)} months"
        if any(getattr(m, "pattern", None) for m in metadata) or name == "kind":
            return "team"
        return self._text(name)

    def _text(self, name: str) -> str:
        return f"{self.prefix} {name.replace('_', ' ')} {next(self.numbers)}"


def leaves(value: object, trail: str = "") -> Iterator[tuple[str, object]]:
    """Every value in a record, with the trail of fields that leads to it."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), f"{trail}.{type(value).__name__}.{name}")
    elif isinstance(value, tuple):
        for inner in value:
            yield from leaves(inner, trail)
    else:
        yield trail, value


__all__ = ["Filler", "Picture", "leaves"]
