"""Files that come with Parcours: the shipped themes and the starters of ``parcours new``.

In the wheel they lie in ``parcours/_bundled``; in a checkout they are the repository's own folders, exactly
three levels up. Nothing else is searched: walking up until something is found would hide a wheel that lacks them.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
BUNDLED = PACKAGE / "_bundled"
CHECKOUT = PACKAGE.parent.parent


def _folder(name: str) -> Path:
    return BUNDLED / name if BUNDLED.is_dir() else CHECKOUT / name


def themes() -> Path:
    """The folder of the shipped themes."""
    return _folder("themes")


def starters() -> Path:
    """The folder of the starters."""
    return _folder("starters")
