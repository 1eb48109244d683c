"""A finding: one thing that is wrong, or could be better, at one place of a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parcours.source.text import Place


class Severity(StrEnum):
    """How much a finding matters, from a mistake to a suggestion."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake, told once.

    ``rule`` names an entry of the catalogue, whose texts are filled from ``values`` (so a finding speaks any language
    the catalogue has). ``suggestion``, where there is one, is the text to put in place of the marked one. ``related``
    are other places the writer should look at.
    """

    rule: str
    place: Place
    severity: Severity
    values: tuple[tuple[str, str], ...] = ()
    suggestion: str = ""
    related: tuple[Place, ...] = ()

    def value(self, name: str) -> str:
        """The value called ``name``, or an empty text."""
        return dict(self.values).get(name, "")


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings as they are told: by file, line and column, each once."""
    return tuple(sorted(set(findings), key=lambda f: (f.place, f.rule, f.values)))
