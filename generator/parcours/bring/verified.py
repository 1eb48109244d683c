"""A proposal held against the project: what would be a mistake there is written so that it is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from parcours.bring.draft import Around
from parcours.bring.proposal import Proposal, Proposed
from parcours.bring.remark import remark
from parcours.build.build import inspect
from parcours.build.reading import Reading, reading
from parcours.build.snapshot import Snapshot
from parcours.findings.finding import Finding, Severity
from parcours.model.kinds import FILE_MODELS, Kind
from parcours.model.settings import Scale
from parcours.parse.document import CONTENT
from parcours.source.address import slug
from parcours.source.text import Place, Source


def around(snapshot: Snapshot, asked: Scale | None = None) -> Around:
    """What readers must know of a project."""
    read = reading(snapshot)
    known = {kind: _known(kind, read) for kind in FILE_MODELS}
    assets = frozenset(snapshot.assets)
    return Around(read.settings.language, read.settings.feeling_scale, asked, known, assets=assets)


def _known(kind: Kind, read: Reading) -> Mapping[str, str]:
    """The ids of a kind by the slugs of their names and by themselves: of all that have a file."""
    things = [thing for thing in read.atlas.of(kind) if thing.front is not None]
    return {**{slug(thing.name): thing.ref.id for thing in things}, **{t.ref.id: t.ref.id for t in things}}


NO_PICTURES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Verified:
    """A proposal, and the errors ``check`` would still find in what it writes (none, unless we are wrong)."""

    proposal: Proposal
    errors: tuple[Finding, ...]


def verified(made: Proposal, snapshot: Snapshot, pictures: Mapping[str, str] = NO_PICTURES) -> Verified:
    """The proposal with the bodies of those pages made plain in which ``check`` would find errors.

    ``pictures`` are those that will be copied (``Around.pictures``).
    """
    copied = {f"{CONTENT}/{path}": "" for path in pictures.values()}
    snapshot = replace(snapshot, assets={**copied, **snapshot.assets})
    errors = _errors(made, snapshot)
    if not errors:
        return Verified(made, ())
    wrong = {found.place.path for found in errors}
    files = tuple(replace(f, text=f.plain) if f"{CONTENT}/{f.path}" in wrong else f for f in made.files)
    changed = [new for new, old in zip(files, made.files, strict=True) if new.text != old.text]
    first = next(iter(made.sources), "")
    said = tuple(remark("plain-body", Place(first), path=file.path) for file in changed)
    plain = replace(made, files=files, remarks=made.remarks + said)
    return Verified(plain, _errors(plain, snapshot))


def _errors(made: Proposal, snapshot: Snapshot) -> tuple[Finding, ...]:
    """Errors in the proposed files, once they stand in the project."""
    sources = {**snapshot.sources, **{path: _source(path, file) for path, file in _paths(made).items()}}
    found = inspect(replace(snapshot, sources=sources)).findings
    return tuple(f for f in found if f.severity is Severity.ERROR and f.place.path in _paths(made))


def _paths(made: Proposal) -> Mapping[str, Proposed]:
    return {f"{CONTENT}/{file.path}": file for file in made.files}


def _source(path: str, file: Proposed) -> Source:
    return Source.of(path, file.text)
