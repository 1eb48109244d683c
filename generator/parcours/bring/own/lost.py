"""What each of our exports cannot hold: told whenever one comes back, and listed in docs/import.md."""

from __future__ import annotations

from collections.abc import Mapping

from parcours.bring.remark import Remark, remark
from parcours.source.text import Place

LOST: Mapping[str, tuple[str, ...]] = {
    "json": ("settings", "home", "files"),
    "csv": ("pages", "settings", "home", "files", "last-stages"),
    "mermaid": ("all-but-scores", "pages", "settings", "home", "files"),
    "markdown": ("pages", "settings", "home", "files"),
    "xlsx": ("pages", "settings", "home", "files"),
}
"""By the format of an export, the words (``words_own``) for what it does not hold."""


def lost(kind: str, place: Place) -> tuple[Remark, ...]:
    """What is to be said of an export that comes back."""
    return tuple(remark(f"own-lost-{what}", place) for what in LOST[kind])
