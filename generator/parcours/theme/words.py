"""The words of the interface in one language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any


class Words:
    """Texts by dotted key. ``t("fact.owner")``; ``t.n("count.steps", 3)`` picks ``one`` or ``other``."""

    def __init__(self, language: str, texts: Iterable[str], spare: Iterable[str] = ()) -> None:
        """Words from TOML texts; what they lack is taken from the ``spare`` ones (English)."""
        self.language = language
        self._words: dict[str, str] = {}
        for text in (*spare, *texts):
            self._words.update(_entries(text))

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values filled in; the key itself where there is none."""
        text = self._words.get(key)
        if text is None:
            return key
        return text.format(**values) if values or "{" in text or "}" in text else text

    def n(self, key: str, count: int, **values: object) -> str:
        """The text for a number of things: French counts 0 and 1 as one, English only 1."""
        one = count in (0, 1) if self.language == "fr" else count == 1
        return self(f"{key}.{'one' if one else 'other'}", count=count, **values)

    def has(self, key: str) -> bool:
        """Whether there is a text for a key."""
        return key in self._words


@lru_cache(maxsize=16)
def _entries(text: str) -> Mapping[str, str]:
    """The words of a TOML text; English is asked for by all languages."""
    return _flat(tomllib.loads(text))


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{prefix}{key}.")  # pyright: ignore[reportUnknownArgumentType]
        else:
            flat[prefix + key] = str(value)
    return flat
