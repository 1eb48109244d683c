"""From parsed documents to an Atlas; again, only what changed, and what that changes, is linked anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from parcours.link.again import again
from parcours.link.atlas import Atlas, LinkedJourney, Ref, Thing
from parcours.link.declared import Declared, declare
from parcours.link.gather import JOURNEYS, NAMES, PAGES, TEXTS, Key, gathered
from parcours.link.indexes import indexes
from parcours.link.landscape import Surveyed, survey
from parcours.link.linked import NOTHING_YET, Apart, Linked, Outlined, Parsed, same_paths
from parcours.link.outline import outline
from parcours.link.parts import Around, Part, journey_part, names_part, page_part, text_part
from parcours.link.register import Register
from parcours.link.spot import At, Spot
from parcours.link.together import together, with_findings
from parcours.link.watched import Changes, changed_keys, same_objects
from parcours.link.whole import all_things, linked_anew, told_anew
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
    return (again(parsed, before) if before is not None else None) or _linked(parsed, before or NOTHING_YET)


def _linked(parsed: Parsed, before: Linked) -> Linked:
    last, was = before.apart, before.atlas
    documents = sorted(parsed.documents, key=lambda document: document.path)
    declared = declare(documents, last.declared)
    outlined = _outlined(documents, declared, last)
    around = Around(declared, {id_: one.outline for id_, one in outlined.items()}, _changes(declared, outlined, last))
    parts = _parts(documents, parsed, around, last.parts)
    journeys = _journeys(parts)
    namings, renamed = gathered(last.namings, told_anew(linked_anew(last.parts, parts), "named"))
    moved = renamed | changed_keys(last.declared.things, declared.things)
    things = all_things(declared, namings, moved, was.things)
    paths = was.paths if same_paths(was.paths, parsed.paths) else dict.fromkeys(parsed.paths)
    surveyed = survey(documents, journeys, _files(things), paths, last.surveyed)
    parts |= _texts(documents, surveyed, last)
    atlas = replace(
        was,
        things=things,
        **indexes(things, declared, last.declared, was),
        journeys=journeys,
        texts={document.path: document for document in documents},
        home=next((document for document in documents if document.role.kind is None), None),
        paths=paths,
    )
    apart = Apart(parsed, declared, outlined, parts, surveyed, namings)
    return with_findings(together(apart, atlas, linked_anew(last.parts, parts), moved, before))


def _journeys(parts: Mapping[Key, Part]) -> dict[str, LinkedJourney]:
    return {id_: part.journey for (kind, id_), part in parts.items() if kind == JOURNEYS and part.journey}


def _files(things: Mapping[Ref, Thing]) -> dict[Ref, str]:
    return {ref: thing.front.path if thing.front else "" for ref, thing in things.items()}


def _outlined(documents: Iterable[Document], declared: Declared, before: Apart) -> dict[str, Outlined]:
    files: dict[str, list[Front]] = {}
    for document in documents:
        if document.role.parent:
            files.setdefault(document.role.parent, []).append(document.front)
    found: dict[str, Outlined] = {}
    for ref, thing in declared.things.items():
        if isinstance(thing.record, Journey) and thing.front is not None:
            made_from = (thing.front, *files.get(ref.id, ()))
            was = before.outlined.get(ref.id)
            if was is None or not same_objects(was.fronts, made_from):
                register = Register(declared)
                it = outline(thing, thing.record, thing.front, made_from[1:], register)
                was = Outlined(made_from, it, tuple(register.findings))
            found[ref.id] = was
    return found


def _changes(declared: Declared, outlined: Mapping[str, Outlined], before: Apart) -> Changes:
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


def _texts(documents: Iterable[Document], surveyed: Surveyed, before: Apart) -> dict[Key, Part]:
    land, was = surveyed.land, before.surveyed.land
    changes = {name: changed_keys(getattr(was, name), getattr(land, name)) for name in ("by_file", "by_id", "paths")}
    keys = ((document, (TEXTS, document.path)) for document in documents)
    return {key: text_part(document, land, changes, before.parts.get(key)) for document, key in keys}
