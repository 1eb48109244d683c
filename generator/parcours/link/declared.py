"""What has a file of its own: the ids and names that references are resolved against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Ref, Thing
from parcours.model.base import Document as DocumentRecord
from parcours.model.kinds import Kind
from parcours.parse.document import Document, Front
from parcours.source.address import slug


@dataclass(frozen=True, slots=True)
class Declared:
    """Things with files, their names, and for each kind the ids a folded name stands for.

    What is only named inside pages is not here: it goes by its folded name, whoever names it, so what a reference
    stands for depends on the files alone.
    """

    things: Mapping[Ref, Thing] = field(repr=False)
    titles: Mapping[Ref, str] = field(repr=False)
    names: Mapping[tuple[Kind, str], tuple[str, ...]] = field(repr=False)
    findings: tuple[Finding, ...] = ()

    def find(self, kind: Kind, written: str) -> Ref | None:
        """The thing with a file that an id or a name stands for."""
        exact = Ref(kind, written)
        if exact in self.titles:
            return exact
        folded = slug(written)
        if not folded:
            return None
        if (ref := Ref(kind, folded)) in self.titles:
            return ref
        ids = self.names.get((kind, folded))
        return Ref(kind, ids[0]) if ids else None


def declare(documents: Iterable[Document], before: Declared) -> Declared:
    """All things with files; of two with one id the first stays. What is the same as ``before`` is the same object."""
    things: dict[Ref, Thing] = {}
    twice: list[Finding] = []
    for document in documents:
        kind, id_ = document.role.kind, document.role.id
        if kind is None or document.role.parent or not isinstance(document.record, DocumentRecord):
            continue
        ref = Ref(kind, id_)
        known = things.get(ref)
        if known is not None:
            place = document.front.start
            twice.append(finding("refs/duplicate-id", place, id=id_, kind=kind.word, related=(known.place,)))
            continue
        was = before.things.get(ref)
        things[ref] = (
            was if was is not None and was.front is document.front else _thing(ref, document.front, document.record)
        )
    titles = {ref: thing.name for ref, thing in things.items()}
    if titles == before.titles:
        return Declared(things, before.titles, before.names, tuple(twice))
    return Declared(things, titles, _names(titles), tuple(twice))


def declared_again(fresh: Iterable[tuple[Front, Front]], before: Declared) -> Declared | None:
    """The same with files that say something else.

    None where anything is called otherwise, or is no longer declared.
    """
    things = dict(before.things)
    for was, now in fresh:
        if now.role.kind is None or now.role.parent:
            continue
        ref = Ref(now.role.kind, now.role.id)
        if not isinstance(now.record, DocumentRecord) or ref not in things or things[ref].front is not was:
            return None
        things[ref] = _thing(ref, now, now.record)
        if things[ref].name != before.titles[ref]:
            return None
    return replace(before, things=things)


def _thing(ref: Ref, front: Front, record: DocumentRecord) -> Thing:
    name = getattr(record, "name", "") or getattr(record, "title", "") or ref.id.replace("-", " ").capitalize()
    return Thing(ref, name, front, record, front.start)


def _names(titles: Mapping[Ref, str]) -> dict[tuple[Kind, str], tuple[str, ...]]:
    found: dict[tuple[Kind, str], list[str]] = {}
    for ref, title in titles.items():
        found.setdefault((ref.kind, slug(title)), []).append(ref.id)
    return {key: tuple(ids) for key, ids in found.items()}
