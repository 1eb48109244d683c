"""A finding: one thing that is wrong, or could be better, at one place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

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


@dataclass(frozen=True, slots=True)
class Ordered:
    """Findings as they are told, and for each file those that were put in order, and their order.

    ``given`` are all of them as they came.
    """

    findings: tuple[Finding, ...] = ()
    given: tuple[Finding, ...] = field(default=(), repr=False)
    files: Mapping[str, tuple[tuple[Finding, ...], tuple[Finding, ...]]] = field(
        default_factory=dict[str, tuple[tuple[Finding, ...], tuple[Finding, ...]]], repr=False
    )


def ordered(findings: Iterable[Finding], before: Ordered) -> Ordered:
    """Findings in order; what is said of a file as it was ``before`` is not put in order again."""
    given = tuple(findings)
    if given == before.given:
        return before
    said: dict[str, list[Finding]] = {}
    for found in given:
        said.setdefault(found.place.path, []).append(found)
    files: dict[str, tuple[tuple[Finding, ...], tuple[Finding, ...]]] = {}
    for path, those in sorted(said.items()):
        last, told = before.files.get(path), tuple(those)
        files[path] = last if last is not None and last[0] == told else (told, in_order(told))
    return Ordered(tuple(chain.from_iterable(told for _, told in files.values())), given, files)


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings as they are told: by file, line and column, each once."""
    return tuple(sorted(set(findings), key=lambda f: (f.place, f.rule, f.values)))
