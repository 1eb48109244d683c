"""What goes into linking, and what comes out of it for the next time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, Ref
from parcours.link.declared import Declared
from parcours.link.gather import Key
from parcours.link.landscape import Surveyed
from parcours.link.mentions import unknown_stage
from parcours.link.outline import Outline
from parcours.link.parts import Part
from parcours.link.slips import Told
from parcours.link.watched import Changes
from parcours.link.whole import Disagreements, Mentions, Namings, Words
from parcours.model.kinds import Kind
from parcours.model.settings import Settings
from parcours.parse.document import Document, Front
from parcours.parse.measures import MeasureRow

PEERING = frozenset({"things", "outlines"})
"""What a part reads that looks into others."""


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
class Linked:
    """An Atlas, and all that linking again can use again.

    ``peering`` are the parts that look into others, into more of them than their names; ``touched`` tells of some
    mappings of the Atlas under which keys only anything can be another than at the last link.
    """

    atlas: Atlas
    declared: Declared = field(repr=False)
    outlined: Mapping[str, Outlined] = field(repr=False)
    parts: Mapping[Key, Part] = field(repr=False)
    surveyed: Surveyed = field(repr=False)
    namings: Namings = field(repr=False)
    mentions: Mentions = field(repr=False)
    words: Words = field(repr=False)
    disagreements: Disagreements = field(repr=False)
    slips: Told = field(repr=False)
    derived: frozenset[Ref] = field(repr=False)
    parsed: Parsed = field(repr=False)
    peering: frozenset[Key] = field(repr=False)
    touched: Changes = field(default_factory=dict[str, frozenset[Any]], repr=False)


def peering_in(parts: Iterable[tuple[Key, Part]]) -> frozenset[Key]:
    """Those of some parts that look into others."""
    return frozenset(key for key, part in parts if not PEERING.isdisjoint(part.reads.keys))


def same_paths(known: Mapping[str, None], paths: Collection[str]) -> bool:
    """Whether the files of the project are the same ones, whatever they say."""
    return len(known) == len(paths) and known.keys() >= set(paths)


def with_findings(linked: Linked) -> Atlas:
    """The Atlas with everything that linking it has to say."""
    outlines = {id_: one.outline for id_, one in linked.outlined.items()}
    touchpoints = (thing for ref, thing in linked.declared.things.items() if ref.kind is Kind.TOUCHPOINT)
    found = (
        *linked.declared.findings,
        *chain.from_iterable(one.findings for one in linked.outlined.values()),
        *chain.from_iterable(part.findings for part in linked.parts.values()),
        *chain.from_iterable(unknown_stage(thing, outlines) for thing in touchpoints),
        *linked.slips.findings,
        *chain.from_iterable(linked.disagreements.values()),
    )
    return replace(linked.atlas, findings=found)
