"""The register: which things exist, under which ids and names, while the project is being linked."""

from __future__ import annotations

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.findings.suggest import Slips, nearest
from parcours.link.atlas import Mention, Ref, Thing
from parcours.model.base import Document as DocumentRecord
from parcours.model.kinds import Kind
from parcours.parse.document import Document
from parcours.source.address import slug
from parcours.source.text import Place

STRICT = frozenset({Kind.PERSONA, Kind.JOURNEY})
"""Kinds that exist only as files: naming one that has none is a mistake. All others exist once named."""


SHORTEST_SLIP = 3
"""Letters; shorter ids (``tv``) are too like each other to be slips."""


class Register:
    """Collects things, mentions and findings; lives only while one link runs."""

    def __init__(self) -> None:
        """An empty register."""
        self.things: dict[Ref, Thing] = {}
        self.names: dict[Kind, dict[str, list[str]]] = {kind: {} for kind in Kind}
        self.mentions: dict[Ref, dict[Mention, None]] = {}
        self.findings: list[Finding] = []
        self.derived: set[Ref] = set()

    def declare(self, kind: Kind, id_: str, name: str, document: Document, record: DocumentRecord) -> Ref:
        """A thing with a file of its own; of two with one id the first stays."""
        ref = Ref(kind, id_)
        before = self.things.get(ref)
        if before is not None:
            place = document.source.start()
            kind_name = kind.word
            self.findings.append(finding("refs/duplicate-id", place, id=id_, kind=kind_name, related=(before.place,)))
            return ref
        self._add(Thing(ref, name, document, record, document.source.start()))
        return ref

    def _add(self, thing: Thing) -> None:
        self.things[thing.ref] = thing
        known = self.names[thing.ref.kind].setdefault(slug(thing.name), [])
        if thing.ref.id not in known:
            known.append(thing.ref.id)

    def find(self, kind: Kind, written: str, place: Place | None = None) -> Thing | None:
        """The thing an id or a name stands for; an ambiguous name is told when a place is given."""
        exact = self.things.get(Ref(kind, written)) or self.things.get(Ref(kind, slug(written)))
        if exact is not None:
            return exact
        ids = self.names[kind].get(slug(written), []) if slug(written) else []
        if len(ids) > 1 and place is not None:
            self.findings.append(finding("refs/ambiguous", place, id=written, choices=", ".join(sorted(ids))))
        return self.things.get(Ref(kind, ids[0])) if ids else None

    def name(self, kind: Kind, written: str, place: Place) -> Ref | None:
        """What a reference stands for; a kind that may exist by being named does so now.

        Nothing is returned, and a finding made, when a persona or journey has no file.
        """
        if not written or not slug(written):
            return None
        known = self.find(kind, written, place)
        if known is not None:
            return known.ref
        if kind in STRICT:
            self._unknown(kind, written, place)
            return None
        ref = Ref(kind, slug(written))
        self._add(Thing(ref, written, None, None, place))
        return ref

    def _unknown(self, kind: Kind, written: str, place: Place) -> None:
        known = [thing for thing in self.things.values() if thing.ref.kind is kind]
        ids = [thing.ref.id for thing in known]
        suggestion = nearest(written, ids) or nearest(slug(written), ids)
        if not suggestion and any(thing.document and thing.document.lacks("name", "title") for thing in known):
            # It may be the name of the one whose name could not be read.
            return
        self.findings.append(
            finding(f"refs/unknown-{kind.word}", place, suggestion=suggestion, id=written, slug=slug(written))
        )

    def mention(self, target: Ref | None, mention: Mention) -> None:
        """Notes that a page names a thing; a page does not point at itself."""
        if target is not None and target != mention.page:
            self.mentions.setdefault(target, {})[mention] = None

    def derive(self, kind: Kind, name: str, place: Place) -> Ref | None:
        """Like ``name``, for a name nobody wrote: a stage crossed with a channel."""
        ref = self.name(kind, name, place)
        if ref is not None and self.things[ref].document is None:
            self.derived.add(ref)
        return ref

    def slips(self) -> tuple[Finding, ...]:
        """Things named once, and only named, whose id is one letter away from one that is well known.

        Well known is what has a file, or is named twice at least.
        """
        known: dict[Kind, list[str]] = {}
        once: list[Thing] = []
        for ref, thing in self.things.items():
            if ref in self.derived:
                continue
            if thing.document is not None or len(self.mentions.get(ref, ())) > 1:
                known.setdefault(ref.kind, []).append(ref.id)
            elif len(ref.id) >= SHORTEST_SLIP:
                once.append(thing)
        near = {kind: Slips.among(ids) for kind, ids in known.items()}
        found: list[Finding] = []
        for thing in once:
            close = near[thing.ref.kind].near(thing.ref.id) if thing.ref.kind in near else ()
            if close:
                rule = f"refs/unknown-{thing.ref.kind.word}"
                found.append(finding(rule, thing.place, suggestion=close[0], id=thing.name, slug=thing.ref.id))
        return tuple(found)
