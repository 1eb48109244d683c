"""What goes into linking, and what comes out of it for the next time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, Ref
from parcours.link.declared import Declared
from parcours.link.gather import Key
from parcours.link.landscape import Surveyed
from parcours.link.outline import Outline
from parcours.link.parts import Part
from parcours.link.prose import Landscape
from parcours.link.slips import Told
from parcours.link.watched import Changes, mappings_of
from parcours.link.whole import Disagreements, Mentions, Namings, Words
from parcours.model.settings import Settings
from parcours.parse.document import Document, Front
from parcours.parse.measures import MeasureRow


@dataclass(frozen=True, slots=True)
class Parsed:
    """A whole project, parsed and not yet linked. ``paths`` are all files of the project."""

    settings: Settings
    documents: tuple[Document, ...]
    measures: tuple[MeasureRow, ...] = ()
    paths: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Outlined:
    """A journey's outline, what it was made from, and what was wrong with its ids."""

    fronts: tuple[Front, ...]
    outline: Outline
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """A project whose parts are linked, each by itself; ``namings`` tell which of them name what."""

    parsed: Parsed
    declared: Declared
    outlined: Mapping[str, Outlined]
    parts: Mapping[Key, Part]
    surveyed: Surveyed
    namings: Namings


@dataclass(frozen=True, slots=True)
class Linked:
    """An Atlas, and all that linking again can use again: the parts, and what they say together.

    ``peering`` are the parts that look into others, into more of them than their names; ``touched`` tells of some
    mappings of the Atlas under which keys only anything can be another than at the last link.
    """

    atlas: Atlas
    apart: Apart = field(repr=False)
    mentions: Mentions = field(repr=False)
    words: Words = field(repr=False)
    disagreements: Disagreements = field(repr=False)
    derived: frozenset[Ref] = field(repr=False)
    slips: Told = field(repr=False)
    peering: frozenset[Key] = field(repr=False)
    touched: Changes = field(repr=False)


_NO_MAPPINGS: dict[str, Any] = {name: {} for name in mappings_of(Atlas)}
NOTHING_YET = Linked(
    Atlas(settings=Settings(), home=None, findings=(), **_NO_MAPPINGS),
    Apart(Parsed(Settings(), ()), Declared({}, {}, {}), {}, {}, Surveyed(Landscape({}, {}, {}), {}, {}), {}),
    mentions={},
    words={},
    disagreements={},
    derived=frozenset(),
    slips=Told({}, {}),
    peering=frozenset(),
    touched={},
)
"""What there is before anything is linked."""


def same_paths(known: Mapping[str, None], paths: Collection[str]) -> bool:
    """Whether the files of the project are the same ones, whatever they say."""
    return len(known) == len(paths) and known.keys() >= set(paths)
