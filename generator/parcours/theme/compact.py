"""Style sheets and scripts as they are sent: without comments and indentation, otherwise as they were written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import rcssmin  # type: ignore[import-untyped]
import rjsmin  # type: ignore[import-untyped]

_untyped: tuple[Any, Any] = (rcssmin, rjsmin)
_MAKERS: Mapping[str, Callable[[str], str]] = {"css": _untyped[0].cssmin, "js": _untyped[1].jsmin}


def compact(name: str, data: bytes) -> bytes:
    """A file of a theme made smaller by its kind; one that is not UTF-8, and any other kind, stays as it is."""
    smaller = _MAKERS.get(name.rpartition(".")[2])
    if smaller is None:
        return data
    try:
        return smaller(data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return data
