"""The colours of a drawing that is taken away from its page, where no style sheet gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parcours.draw.svg import colour


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """Colours by their role, as a theme's tokens name them (``ink-soft``); what it lacks is drawn in its ink.

    Two palettes are never equal: there is one for the style sheets it is read from.
    """

    roles: Mapping[str, str]

    def __call__(self, role: str) -> str:
        """The colour of a role."""
        return self.roles.get(role) or self.roles.get("ink", "#111111")

    def persona(self, index: int) -> str:
        """The colour of persona ``index`` (from 0)."""
        return self(f"persona-{colour(index)}")
