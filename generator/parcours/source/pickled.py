"""How values are pickled by their type: frozen records in one go.

A dataclass with slots asks, for each value that is pickled or read back, for the fields of its class; a project has a
hundred thousand values, and pages as many again.
"""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter, methodcaller
from typing import Any

Way = Callable[[Any], Any]
"""From a value to what makes it again, as ``__reduce__`` gives it."""

STANDS_FOR = "stands_for"
"""An attribute of a class: another one, of which its values become as soon as anything else is asked of them."""

_OWN = methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)


class Ways(dict[type, Way]):
    """The ways of types, for a pickler's ``dispatch_table``: those given, and for a dataclass its values in order."""

    def __init__(self, given: Mapping[type, Way] | None = None) -> None:
        """``given`` are the ways of types that have one of their own."""
        super().__init__({**copyreg.dispatch_table, **(given or {})})

    def __missing__(self, kind: type[Any]) -> Way:
        """The way of a type that has not been asked for before. Raises KeyError for types of types."""
        if issubclass(kind, type):
            raise KeyError(kind)
        if other := vars(kind).get(STANDS_FOR):
            self[kind] = way = self._become(other)
        else:
            self[kind] = way = _in_order(kind) if _is_plain(kind) else _OWN
        return way

    def _become(self, other: type[Any]) -> Way:
        def way(value: Any) -> Any:
            become(value)
            return self[other](value)

        return way


def become(value: object) -> None:
    """Makes a value that stands for another be that one; does nothing to others."""
    if STANDS_FOR in vars(type(value)):
        _ = value.__doc__


def _is_plain(kind: type[Any]) -> bool:
    """Whether a value is its class called with the values of its fields."""
    return (
        is_dataclass(kind)
        and not hasattr(kind, "__post_init__")
        and kind.__reduce__ is object.__reduce__
        and bool(fields(kind))
        and all(one.init and not one.kw_only for one in fields(kind))
    )


def _in_order(kind: type[Any]) -> Way:
    names = [one.name for one in fields(kind)]
    if len(names) == 1:
        (name,) = names
        return lambda value: (kind, (getattr(value, name),))
    values = attrgetter(*names)
    return lambda value: (kind, values(value))
