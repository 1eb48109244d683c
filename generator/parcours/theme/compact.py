"""Style sheets and scripts as they are sent: without comments and indentation, otherwise as they were written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast


def compact(name: str, data: bytes) -> bytes:
    """A file of a theme made smaller by its kind; one that is not UTF-8, and any other kind, stays as it is."""
    kind = name.rpartition(".")[2]
    if kind not in _MAKERS:
        return data
    module, function = _MAKERS[kind]
    smaller = cast("Callable[[str], str]", getattr(import_module(module), function))
    try:
        return smaller(data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return data


_MAKERS: Mapping[str, tuple[str, str]] = {"css": ("rcssmin", "cssmin"), "js": ("rjsmin", "jsmin")}
"""The library and its function for each kind of file."""
