"""From parsed documents to an Atlas; again, only what changed, and what that changes, is linked anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from parcours.link.again import again
from parcours.link.atlas import Atlas, LinkedJourney, Ref, Thing
from parcours.link.declared import Declared, declare
from parcours.link.gather import JOURNEYS, NAMES, PAGES, TEXTS, Key, gathered
from parcours.link.indexes import answers_of, indexes, sayings
from parcours.link.landscape import Surveyed, survey
from parcours.link.linked import Linked, Outlined, Parsed, peering_in, same_paths, with_findings
from parcours.link.outline import outline
from parcours.link.parts import Around, Part, journey_part, names_part, page_part, text_part
from parcours.link.register import Register
from parcours.link.slips import slips
from parcours.link.spot import At, Spot
from parcours.link.watched import changed_keys, same_objects
from parcours.link.whole import (
    all_disagreements,
    all_things,
    as_before,
    derived_of,
    linked_anew,
    listed,
    told_anew,
)
from parcours.model.base import Document as DocumentRecord
from parcours.model.journey import Journey
from parcours.model.kinds import Kind
from parcours.parse.document import Document, Front
from parcours.parse.measures import MeasureRow


def link(parsed: Parsed) -> Atlas:
    """The Atlas of a project: pure, and the same whatever order the documents come in."""
    return relink(parsed, None).atlas


def relink(parsed: Parsed, before: Linked | None) -> Linked:
    """The same, with what linking again can use again; given the last one, only what changed is linked."""
    return (again(parsed, before) if before is not None else None) or _linked(parsed, before)


def _linked(parsed: Parsed, before: Linked | None) -> Linked:
    documents = sorted(parsed.documents, key=lambda document: document.path)
    declared = declare(documents, before.declared if before else None)
    outlined = _outlined(documents, declared, before)
    around = Around(declared, {id_: one.outline for id_, one in outlined.items()}, _changes(declared, outlined, before))
    last: Mapping[Key, Part] = before.parts if before else {}
    parts = _parts(documents, parsed, around, last)
    journeys = _journeys(parts)
    namings, renamed = gathered(before.namings if before else {}, told_anew(linked_anew(last, parts), "named"))
    moved = renamed | changed_keys(before.declared.things if before else {}, declared.things)
    things = all_things(declared, namings, moved, before.atlas.things if before else {})
    paths = _paths(parsed.paths, before)
    surveyed = survey(documents, journeys, _files(things), paths, before.surveyed if before else None)
    parts |= _texts(documents, surveyed, before)
    anew = linked_anew(last, parts)
    mentions, mentioned = gathered(before.mentions if before else {}, told_anew(anew, "mentions"))
    pointing = listed(mentions, mentioned, before.atlas.mentions if before else {})
    words, spoken = gathered(before.words if before else {}, told_anew(anew, "said"))
    spoken |= {key for key in (before.disagreements if before else ()) if key[0] in moved}
    differing = all_disagreements(words, spoken, things, before.disagreements if before else {})
    derived = before.derived if before and as_before(anew, attrgetter("derived")) else derived_of(parts.values())
    slipped = slips(things, pointing, derived, before.slips if before else None)
    atlas = Atlas(
        settings=parsed.settings,
        things=things,
        **indexes(things, declared, before.declared if before else None, before.atlas if before else None),
        **sayings(parts, anew, before.atlas if before else None),
        journeys=journeys,
        mentions=pointing,
        texts={document.path: document for document in documents},
        answers=answers_of(things, parts),
        home=next((document for document in documents if document.role.kind is None), None),
        paths=paths,
        findings=(),
    )
    peering = peering_in(parts.items())
    linked = Linked(
        atlas,
        declared,
        outlined,
        parts,
        surveyed,
        namings,
        mentions,
        words,
        differing,
        slipped,
        derived,
        parsed,
        peering,
    )
    return replace(linked, atlas=with_findings(linked))


def _paths(paths: Collection[str], before: Linked | None) -> Mapping[str, None]:
    same = before is not None and same_paths(before.atlas.paths, paths)
    return before.atlas.paths if same and before is not None else dict.fromkeys(paths)


def _journeys(parts: Mapping[Key, Part]) -> dict[str, LinkedJourney]:
    return {id_: part.journey for (kind, id_), part in parts.items() if kind == JOURNEYS and part.journey}


def _files(things: Mapping[Ref, Thing]) -> dict[Ref, str]:
    return {ref: thing.front.path if thing.front else "" for ref, thing in things.items()}


def _outlined(documents: Iterable[Document], declared: Declared, before: Linked | None) -> dict[str, Outlined]:
    files: dict[str, list[Front]] = {}
    for document in documents:
        if document.role.parent:
            files.setdefault(document.role.parent, []).append(document.front)
    found: dict[str, Outlined] = {}
    for ref, thing in declared.things.items():
        if isinstance(thing.record, Journey) and thing.front is not None:
            made_from = (thing.front, *files.get(ref.id, ()))
            was = before.outlined.get(ref.id) if before else None
            if was is None or not same_objects(was.fronts, made_from):
                register = Register(declared)
                it = outline(thing, thing.record, thing.front, made_from[1:], register)
                was = Outlined(made_from, it, tuple(register.findings))
            found[ref.id] = was
    return found


def _changes(declared: Declared, outlined: Mapping[str, Outlined], before: Linked | None) -> dict[str, frozenset[Any]]:
    if before is None:
        return {}
    return {
        "things": changed_keys(before.declared.things, declared.things),
        "titles": changed_keys(before.declared.titles, declared.titles),
        "names": changed_keys(before.declared.names, declared.names),
        "outlines": frozenset(
            id_ for id_ in {*before.outlined, *outlined} if before.outlined.get(id_) is not outlined.get(id_)
        ),
    }


def _parts(documents: Iterable[Document], parsed: Parsed, around: Around, last: Mapping[Key, Part]) -> dict[Key, Part]:
    parts: dict[Key, Part] = {}
    for thing in around.declared.things.values():
        if thing.front is not None:
            key = (PAGES, thing.front.path)
            parts[key] = page_part(thing, around, last.get(key))
    rows = _rows(parsed.measures, around.declared)
    for id_, it in around.outlines.items():
        key, scale = (JOURNEYS, id_), parsed.settings.feeling_scale
        parts[key] = journey_part(it, tuple(rows.get(id_, ())), scale, around, last.get(key))
    home = next((one.front for one in documents if one.role.kind is None), None)
    for name, inputs, work in (
        ("home", (home,), partial(_name_home, home)),
        ("measures", (parsed.measures,), partial(_name_measured, parsed.measures)),
    ):
        parts[NAMES, name] = names_part(inputs, work, around, last.get((NAMES, name)))
    return parts


def _name_home(home: Front | None, register: Register) -> None:
    """The home page's tags exist like any other; the page itself is no thing that could be pointed from."""
    if home is not None and isinstance(home.record, DocumentRecord):
        for n, tag in enumerate(home.record.tags):
            register.name(Kind.TAG, tag, Spot(home, ("tags", n)))


def _name_measured(measures: Iterable[MeasureRow], register: Register) -> None:
    """A table says the same journey on every line; one that is unknown is told on the first."""
    first: dict[tuple[str, str], MeasureRow] = {}
    for row in measures:
        first.setdefault((row.place.path, row.journey), row)
    for row in first.values():
        register.name(Kind.JOURNEY, row.journey, At(row.cell("journey")))


def _rows(measures: Iterable[MeasureRow], declared: Declared) -> dict[str, list[MeasureRow]]:
    rows: dict[str, list[MeasureRow]] = {}
    named: dict[str, Ref | None] = {}
    for row in measures:
        if row.journey not in named:
            named[row.journey] = declared.find(Kind.JOURNEY, row.journey)
        ref = named[row.journey]
        if ref is not None:
            rows.setdefault(ref.id, []).append(row)
    return rows


def _texts(documents: Iterable[Document], surveyed: Surveyed, before: Linked | None) -> dict[Key, Part]:
    land, changes = surveyed.land, dict[str, frozenset[Any]]()
    if before is not None:
        was = before.surveyed.land
        changes = {
            name: changed_keys(getattr(was, name), getattr(land, name)) for name in ("by_file", "by_id", "paths")
        }
    last: Mapping[Key, Part] = before.parts if before else {}
    keys = ((document, (TEXTS, document.path)) for document in documents)
    return {key: text_part(document, land, changes, last.get(key)) for document, key in keys}
