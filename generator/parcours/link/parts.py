"""The parts of a project, each linked by itself: the record of a page, a journey's steps, the texts of a file.

A part keeps what it was made from and what it read of the rest, so that it need not be made again while both stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.agreement import Words, said_in_file, said_in_journey
from parcours.link.atlas import LinkedJourney, Mention, Ref, Thing
from parcours.link.declared import Declared
from parcours.link.journeys import resolve
from parcours.link.landscape import page_of
from parcours.link.mentions import note_journey, note_opportunity_steps, note_page
from parcours.link.outline import Outline
from parcours.link.pictures import pictures_in
from parcours.link.prose import Landscape, find_asset, resolve_link, thing_at
from parcours.link.register import Register
from parcours.link.spot import Somewhere, place_of
from parcours.link.watched import Changes, Reads, Watched, reads_of
from parcours.model.settings import Scale
from parcours.parse.document import Document, Front
from parcours.parse.measures import MeasureRow


@dataclass(frozen=True, slots=True)
class Part:
    """What linking one part gives: names and mentions for the whole, findings, and its own result."""

    inputs: tuple[object, ...] = field(repr=False)
    reads: Reads = field(repr=False, default=Reads())
    named: Mapping[Ref, tuple[str, Somewhere]] = field(default_factory=dict[Ref, tuple[str, Somewhere]])
    derived: frozenset[Ref] = frozenset()
    mentions: Mapping[Ref, tuple[Mention, ...]] = field(default_factory=dict[Ref, tuple[Mention, ...]])
    said: Words = field(default_factory=dict[Any, Any])
    findings: tuple[Finding, ...] = ()
    journey: LinkedJourney | None = None
    answers: tuple[tuple[str, str], ...] = ()
    links: tuple[str | None, ...] = ()
    doors: tuple[tuple[str, str], ...] = ()


NOTHING = Part(())
"""The part of what is not there."""


@dataclass(frozen=True, slots=True)
class Around:
    """What parts may read of the rest of the project; ``changes`` says what of it is not as it was."""

    declared: Declared
    outlines: Mapping[str, Outline]
    changes: Changes


def kept(before: Part | None, inputs: tuple[object, ...], changes: Changes) -> Part | None:
    """The last part, where it is made from the same and all that it read is as it was."""
    same = before is not None and before.inputs == inputs and before.reads.untouched_by(changes)
    return before if same else None


def _linked(
    inputs: tuple[object, ...], around: Around, work: Callable[[Register, Mapping[str, Outline]], dict[str, Any]]
) -> Part:
    declared = around.declared
    eyes: dict[str, Watched[Any, Any]] = {
        "things": Watched(declared.things),
        "titles": Watched(declared.titles),
        "names": Watched(declared.names),
        "outlines": Watched(around.outlines),
    }
    seen = replace(declared, things=eyes["things"], titles=eyes["titles"], names=eyes["names"])
    register = Register(seen)
    result = work(register, eyes["outlines"])
    return Part(
        inputs,
        reads_of(eyes),
        named=register.named,
        derived=frozenset(register.derived),
        mentions={ref: tuple(mentions) for ref, mentions in register.mentions.items()},
        findings=tuple(register.findings),
        **result,
    )


def journey_part(it: Outline, rows: tuple[MeasureRow, ...], scale: Scale, around: Around, before: Part | None) -> Part:
    """A journey's stages and steps."""

    def work(register: Register, outlines: Mapping[str, Outline]) -> dict[str, Any]:
        journey = resolve(it, outlines, rows, scale, register)
        note_journey(journey, it, register)
        doors = tuple((way.journey, way.step) for step in journey.steps for way in step.ways if way.journey)
        return {"journey": journey, "said": said_in_journey(journey, it, register), "doors": doors}

    inputs = (it, rows, scale)
    return kept(before, inputs, around.changes) or _linked(inputs, around, work)


def page_part(thing: Thing, around: Around, before: Part | None) -> Part:
    """The record of a thing's own file."""

    def work(register: Register, outlines: Mapping[str, Outline]) -> dict[str, Any]:
        note_page(thing, register)
        return {"said": said_in_file(thing), "answers": note_opportunity_steps(thing, outlines, register)}

    inputs = (thing,)
    return kept(before, inputs, around.changes) or _linked(inputs, around, work)


def names_part(
    inputs: tuple[object, ...], work: Callable[[Register], None], around: Around, before: Part | None
) -> Part:
    """What names things and is no page: the home page's tags, the tables of measures."""

    def named(register: Register, _outlines: Mapping[str, Outline]) -> dict[str, Any]:
        work(register)
        return {}

    return kept(before, inputs, around.changes) or _linked(inputs, around, named)


def text_part(document: Document, land: Landscape, changes: Changes, before: Part | None) -> Part:
    """The prose of a file and the pictures of its record: where its links lead, and which do not."""
    inputs = (document,)
    same = kept(before, inputs, changes)
    if same is not None:
        return same
    page = page_of(document)
    eyes: dict[str, Watched[Any, Any]] = {
        "by_file": Watched(land.by_file),
        "by_id": Watched(land.by_id),
        "paths": Watched(land.paths),
    }
    seen = Landscape(eyes["by_file"], eyes["by_id"], eyes["paths"])
    found = [resolve_link(written, document.path, seen) for written in document.prose.links]
    addresses = tuple(address for address, _ in found)
    refs = dict.fromkeys(ref for address in addresses if address and (ref := thing_at(address)))
    missing = tuple(_missing_pictures(document.front, seen.paths))
    return Part(
        inputs,
        reads_of(eyes),
        mentions={ref: (Mention(page, "", ""),) for ref in refs if page is not None and ref != page},
        findings=(*(problem for _, problem in found if problem is not None), *missing),
        links=addresses,
    )


def _missing_pictures(front: Front, paths: Mapping[str, None]) -> Iterable[Finding]:
    for picture, location in pictures_in(front.record):
        if not picture.src:
            continue
        place = place_of(front, (*location, "src"))
        if "://" in picture.src or find_asset(picture.src, front.path, paths) is None:
            yield finding("refs/dead-picture", place, target=picture.src, suggestion="")
        elif not picture.alt and location[0] != "portrait":
            yield finding("prose/image-without-alt", place, target=picture.src)
