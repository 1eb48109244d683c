"""From parsed documents to an Atlas."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.agreement import disagreements
from parcours.link.atlas import Atlas, LinkedJourney, Mention, Ref, Thing
from parcours.link.journeys import Outline, outline, place_of, resolve
from parcours.link.mentions import check_touchpoint_stage, note_journey, note_opportunity_steps, note_page
from parcours.link.pictures import pictures_in
from parcours.link.prose import Landscape, Target, by_id_keys, find_asset, resolve_link
from parcours.link.register import Register
from parcours.model.base import Document as DocumentRecord
from parcours.model.journey import Journey
from parcours.model.kinds import Kind
from parcours.model.settings import Settings
from parcours.parse.document import Document
from parcours.parse.measures import MeasureRow


@dataclass(frozen=True, slots=True)
class Parsed:
    """A whole project, parsed and not yet linked. ``paths`` are all files of the project."""

    settings: Settings
    documents: tuple[Document, ...]
    measures: tuple[MeasureRow, ...] = ()
    paths: Collection[str] = ()


def link(parsed: Parsed) -> Atlas:
    """The Atlas of a project: pure, and the same whatever order the documents come in."""
    register = Register()
    documents = sorted(parsed.documents, key=lambda document: document.source.path)
    pages = [d for d in documents if d.role.kind is not None and not d.role.parent]
    for document in pages:
        _declare(document, register)
    outlines = _outlines(documents, register)
    journeys = _journeys(outlines, parsed, register)
    for thing in list(register.things.values()):
        note_page(thing, register)
        check_touchpoint_stage(thing, outlines, register)
    for id_, journey in journeys.items():
        note_journey(journey, outlines[id_], register)
    home = next((document for document in documents if document.role.kind is None), None)
    _note_home(home, register)
    answers = {
        thing.ref: note_opportunity_steps(thing, outlines, register)
        for thing in list(register.things.values())
        if thing.ref.kind is Kind.OPPORTUNITY
    }
    links = _links(documents, journeys, register, parsed.paths)
    missing = [found for document in documents for found in _missing_pictures(document, parsed.paths)]
    things = register.things
    return Atlas(
        settings=parsed.settings,
        things=things,
        titles={ref: thing.name for ref, thing in things.items()},
        by_kind=_by_kind(things),
        kinds=dict.fromkeys((ref.kind for ref in things), True),
        names={(kind, name): ids[0] for kind, known in register.names.items() for name, ids in known.items()},
        journeys=journeys,
        taken=_ids((persona, id_) for id_, journey in journeys.items() for persona in journey.personas),
        futures=_ids((journey.current.id, id_) for id_, journey in journeys.items() if journey.current),
        mentions={ref: tuple(mentions) for ref, mentions in register.mentions.items()},
        links=links,
        answers=answers,
        home=home,
        paths=dict.fromkeys(parsed.paths),
        findings=(*register.findings, *missing, *register.slips(), *disagreements(journeys, outlines, register)),
    )


def _by_kind(things: Iterable[Ref]) -> dict[Kind, tuple[Ref, ...]]:
    found: dict[Kind, list[Ref]] = {}
    for ref in sorted(things):
        found.setdefault(ref.kind, []).append(ref)
    return {kind: tuple(refs) for kind, refs in found.items()}


def _ids(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, id_ in sorted(pairs):
        found.setdefault(key, []).append(id_)
    return {key: tuple(ids) for key, ids in found.items()}


def _declare(document: Document, register: Register) -> None:
    record, kind = document.record, document.role.kind
    if kind is None or not isinstance(record, DocumentRecord):
        return
    name = getattr(record, "name", "") or getattr(record, "title", "") or _words(document.role.id)
    register.declare(kind, document.role.id, name, document, record)


def _note_home(home: Document | None, register: Register) -> None:
    """The home page's tags exist like any other; the page itself is no thing that could be pointed from."""
    if home is not None and isinstance(home.record, DocumentRecord):
        for n, tag in enumerate(home.record.tags):
            register.name(Kind.TAG, tag, place_of(home, ("tags", n)))


def _words(id_: str) -> str:
    return id_.replace("-", " ").capitalize()


def _outlines(documents: Iterable[Document], register: Register) -> dict[str, Outline]:
    files: dict[str, list[Document]] = {}
    for document in documents:
        if document.role.parent:
            files.setdefault(document.role.parent, []).append(document)
    return {
        thing.ref.id: outline(thing, thing.record, thing.document, files.get(thing.ref.id, []), register)
        for thing in list(register.things.values())
        if isinstance(thing.record, Journey) and thing.document is not None
    }


def _journeys(outlines: dict[str, Outline], parsed: Parsed, register: Register) -> dict[str, LinkedJourney]:
    rows: dict[str, list[MeasureRow]] = {}
    # A table says the same journey on every line; one that is unknown is told on the first.
    named: dict[tuple[str, str], Ref | None] = {}
    for row in parsed.measures:
        key = (row.place.path, row.journey)
        if key not in named:
            named[key] = register.name(Kind.JOURNEY, row.journey, row.cell("journey"))
        ref = named[key]
        if ref is not None:
            rows.setdefault(ref.id, []).append(row)
    scale = parsed.settings.feeling_scale
    return {id_: resolve(it, outlines, rows.get(id_, []), scale, register) for id_, it in outlines.items()}


def _links(
    documents: list[Document], journeys: Mapping[str, LinkedJourney], register: Register, paths: Collection[str]
) -> dict[str, tuple[str | None, ...]]:
    land = landscape(documents, journeys, register.things, paths)
    refs = {target.address: target.ref for target in land.by_id.values()}
    found: dict[str, tuple[str | None, ...]] = {}
    for document in documents:
        addresses: list[str | None] = []
        for written in document.prose.links:
            address, problem = resolve_link(written, document.source.path, land)
            addresses.append(address)
            if problem is not None:
                register.findings.append(problem)
            page = _page_of(document)
            if page is not None and address is not None:
                register.mention(refs.get(address.partition("#")[0]), Mention(page, "", ""))
        found[document.source.path] = tuple(addresses)
    return found


def _page_of(document: Document) -> Ref | None:
    role = document.role
    return None if role.kind is None else Ref(role.kind, role.parent or role.id)


def landscape(
    documents: Iterable[Document],
    journeys: Mapping[str, LinkedJourney],
    things: Mapping[Ref, Thing],
    paths: Collection[str],
) -> Landscape:
    """Every page that prose may link to, with its anchors."""
    by_file: dict[str, Target] = {}
    stages = {
        stage.document.source.path: stage.anchor
        for journey in journeys.values()
        for stage in journey.stages
        if stage.own_file
    }
    for document in documents:
        ref = _page_of(document)
        prefix = document.role.prefix
        anchors = {h.anchor.removeprefix(prefix): h.anchor for h in document.prose.headings}
        anchors |= {h.anchor: h.anchor for h in document.prose.headings}
        if ref is not None and ref.kind is Kind.JOURNEY and ref.id in journeys:
            anchors |= _map_anchors(journeys[ref.id])
        if document.source.path in stages:
            anchors[""] = stages[document.source.path]
        by_file[document.source.path] = Target("index.html" if ref is None else ref.address, anchors, ref)
    by_id: dict[str, Target] = {}
    for ref, thing in things.items():
        target = by_file[thing.document.source.path] if thing.document is not None else Target(ref.address, {}, ref)
        for key in by_id_keys(ref.kind, ref.id):
            by_id.setdefault(key, target)
    return Landscape(by_file, by_id, paths)


def _map_anchors(journey: LinkedJourney) -> dict[str, str]:
    steps = {key: step.anchor for step in journey.steps for key in (step.id, step.anchor)}
    return {key: stage.anchor for stage in journey.stages for key in (stage.id, stage.anchor)} | steps


def _missing_pictures(document: Document, paths: Collection[str]) -> Iterable[Finding]:
    for picture, location in pictures_in(document.record):
        if not picture.src:
            continue
        place = place_of(document, (*location, "src"))
        if "://" in picture.src or find_asset(picture.src, document.source.path, paths) is None:
            yield finding("refs/dead-picture", place, target=picture.src, suggestion="")
        elif not picture.alt and location[0] != "portrait":
            yield finding("prose/image-without-alt", place, target=picture.src)
