"""Every page that prose may link to, with its anchors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from parcours.link.atlas import LinkedJourney, Ref
from parcours.link.prose import Landscape, Target, by_id
from parcours.parse.document import Document


@dataclass(frozen=True, slots=True)
class Known:
    """A file's target, and what it was made from."""

    document: Document = field(repr=False)
    journey: LinkedJourney | None = field(repr=False)
    target: Target


@dataclass(frozen=True, slots=True)
class Surveyed:
    """The landscape, and what of it can be used again."""

    land: Landscape = field(repr=False)
    known: Mapping[str, Known] = field(repr=False)
    files: Mapping[Ref, str] = field(repr=False)


def page_of(document: Document) -> Ref | None:
    """The thing whose page a file is, or is a part of; None for the home page."""
    role = document.role
    return None if role.kind is None else Ref(role.kind, role.parent or role.id)


def survey(
    documents: Iterable[Document],
    journeys: Mapping[str, LinkedJourney],
    files: Mapping[Ref, str],
    paths: Mapping[str, None],
    before: Surveyed,
) -> Surveyed:
    """The landscape of a project; ``files`` tells for each thing the path of its file, or nothing."""
    known: dict[str, Known] = {}
    for document in documents:
        page, path = page_of(document), document.path
        journey = journeys.get(page.id) if page is not None and page.kind.value == "journeys" else None
        was = before.known.get(path)
        same = was is not None and was.document is document and was.journey is journey
        known[path] = was if same and was is not None else Known(document, journey, _target(document, page, journey))
    ids = before.land.by_id if before.files == files else by_id(files)
    return Surveyed(Landscape({path: one.target for path, one in known.items()}, ids, paths), known, files)


def survey_again(documents: Iterable[Document], journeys: Mapping[str, LinkedJourney], before: Surveyed) -> Surveyed:
    """The landscape where only some files say something else; a target that is as it was is the same object."""
    known = dict(before.known)
    by_file: dict[str, Target] = {}
    last = before.land.by_file
    for document in documents:
        page, path = page_of(document), document.path
        journey = journeys.get(page.id) if page is not None and page.kind.value == "journeys" else None
        target = _target(document, page, journey)
        if target != last[path]:
            by_file[path] = target
        known[path] = Known(document, journey, by_file.get(path, last[path]))
    land = replace(before.land, by_file={**last, **by_file}) if by_file else before.land
    return Surveyed(land, known, before.files)


def _target(document: Document, page: Ref | None, journey: LinkedJourney | None) -> Target:
    prefix = document.role.prefix
    anchors = {h.anchor.removeprefix(prefix): h.anchor for h in document.prose.headings}
    anchors |= {h.anchor: h.anchor for h in document.prose.headings}
    if journey is not None:
        anchors |= _map_anchors(journey)
        own = (stage for stage in journey.stages if stage.own_file and stage.front is document.front)
        anchors |= dict.fromkeys(("",), next((stage.anchor for stage in own), "")) if document.role.parent else {}
    return Target("index.html" if page is None else page.address, anchors, page)


def _map_anchors(journey: LinkedJourney) -> dict[str, str]:
    steps = {key: step.anchor for step in journey.steps for key in (step.id, step.anchor)}
    return {key: stage.anchor for stage in journey.stages for key in (stage.id, stage.anchor)} | steps
