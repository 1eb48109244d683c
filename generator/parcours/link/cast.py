"""The cast of a journey: the personas it follows, and whose feelings its steps may record."""

from __future__ import annotations

from dataclasses import dataclass, field

from parcours.findings.catalogue import finding
from parcours.findings.suggest import nearest
from parcours.link.register import Register
from parcours.link.spot import Spot
from parcours.model.kinds import Kind
from parcours.source.address import slug


@dataclass(slots=True)
class Cast:
    """The personas a journey follows, by id. ``whole`` says that every name written at its top was found.

    Each name that does not belong is told once, at its first feeling: it is one mistake, however many steps repeat it.
    """

    personas: tuple[str, ...]
    written: frozenset[str]
    whole: bool
    told: set[str] = field(default_factory=set[str])

    def find(self, name: str, spot: Spot, register: Register) -> str | None:
        """The id of the persona a feeling is written under; None, and told, when the journey follows none such."""
        ref = register.find(Kind.PERSONA, name)
        if ref is not None and ref.id in self.personas:
            return ref.id
        first = name not in self.told
        self.told.add(name)
        if ref is None and first and slug(name) not in self.written:
            register.name(Kind.PERSONA, name, spot)
        elif ref is not None and first and self.whole:
            suggestion = nearest(ref.id, self.personas)
            register.findings.append(finding("refs/persona-not-in-journey", spot.place, suggestion=suggestion, id=name))
        return None
