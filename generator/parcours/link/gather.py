"""What parts say of the same thing, gathered under it in the order of the parts; again, only what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

Key = tuple[int, str]
"""The name of a part; parts are in its order."""
PAGES, JOURNEYS, NAMES, TEXTS = range(4)
"""The kinds of part, in the order in which mentions are listed."""


def gathered(
    before: Mapping[K, Mapping[Key, V]], changes: Iterable[tuple[Key, Mapping[K, V], Mapping[K, V]]]
) -> tuple[Mapping[K, Mapping[Key, V]], set[K]]:
    """Everything said, by what it is said of and by whom; and the keys under which anything is new or gone."""
    own: dict[K, dict[Key, V]] = {}
    late: set[K] = set()
    for part, old, new in changes:
        for key in {*old, *new}:
            if key in old and key in new and old[key] == new[key]:
                continue
            inner = own[key] if key in own else own.setdefault(key, dict(before.get(key, {})))
            if key in new:
                late |= {key} if part not in inner else set()
                inner[part] = new[key]
            else:
                inner.pop(part, None)
    if not own:
        return before, set()
    found: dict[K, Mapping[Key, V]] = dict(before)
    for key, inner in own.items():
        if inner:
            found[key] = dict(sorted(inner.items(), key=lambda item: item[0])) if key in late else inner
        else:
            found.pop(key, None)
    return found, set(own)
