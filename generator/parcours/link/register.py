"""The register: what one part of a project names, mentions and gets wrong, while it is being linked."""

from __future__ import annotations

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.findings.suggest import nearest
from parcours.link.atlas import Mention, Ref
from parcours.link.declared import Declared
from parcours.link.spot import Somewhere
from parcours.model.kinds import Kind
from parcours.source.address import slug

STRICT = frozenset({Kind.PERSONA, Kind.JOURNEY})
"""Kinds that exist only as files: naming one that has none is a mistake. All others exist once named."""


class Register:
    """Collects names, mentions and findings; lives only while one part is linked."""

    def __init__(self, declared: Declared) -> None:
        """An empty register over the things that have files."""
        self.declared = declared
        self.named: dict[Ref, tuple[str, Somewhere]] = {}
        self.derived: set[Ref] = set()
        self.mentions: dict[Ref, dict[Mention, None]] = {}
        self.findings: list[Finding] = []

    def find(self, kind: Kind, written: str, spot: Somewhere | None = None) -> Ref | None:
        """The thing with a file an id or a name stands for; an ambiguous name is told when a spot is given."""
        ref = self.declared.find(kind, written)
        if ref is not None and spot is not None and ref.id not in (written, slug(written)):
            ids = self.declared.names[kind, slug(written)]
            if len(ids) > 1:
                self.findings.append(finding("refs/ambiguous", spot.place, id=written, choices=", ".join(sorted(ids))))
        return ref

    def ref(self, kind: Kind, written: str) -> Ref:
        """What a reference stands for that has been named, whether it has a file or not."""
        return self.declared.find(kind, written) or Ref(kind, slug(written))

    def title(self, ref: Ref) -> str:
        """The name of a thing: its file's, else as it was first written here."""
        declared = self.declared.titles.get(ref)
        return self.named[ref][0] if declared is None else declared

    def name(self, kind: Kind, written: str, spot: Somewhere) -> Ref | None:
        """What a reference stands for; a kind that may exist by being named does so now.

        Nothing is returned, and a finding made, when a persona or journey has no file.
        """
        if not written or not slug(written):
            return None
        known = self.find(kind, written, spot)
        if known is not None:
            return known
        if kind in STRICT:
            self._unknown(kind, written, spot)
            return None
        ref = Ref(kind, slug(written))
        self.named.setdefault(ref, (written, spot))
        return ref

    def _unknown(self, kind: Kind, written: str, spot: Somewhere) -> None:
        ids = [ref.id for ref in self.declared.titles if ref.kind is kind]
        suggestion = nearest(written, ids) or nearest(slug(written), ids) or self._several(kind, written)
        if not suggestion and self._nameless(kind):
            # It may be the name of the one whose name could not be read.
            return
        self.findings.append(
            finding(f"refs/unknown-{kind.word}", spot.place, suggestion=suggestion, id=written, slug=slug(written))
        )

    def _several(self, kind: Kind, written: str) -> str:
        """The list that a text of names with commas was meant to be; empty where one of them is unknown."""
        names = [name.strip() for name in written.split(",")]
        known = len(names) > 1 and all(self.declared.find(kind, name) for name in names)
        return f"[{', '.join(names)}]" if known else ""

    def _nameless(self, kind: Kind) -> bool:
        things = (thing for ref, thing in self.declared.things.items() if ref.kind is kind)
        return any(thing.front and thing.front.lacks("name", "title") for thing in things)

    def mention(self, target: Ref | None, mention: Mention) -> None:
        """Notes that a page names a thing; a page does not point at itself."""
        if target is not None and target != mention.page:
            self.mentions.setdefault(target, {})[mention] = None

    def derive(self, kind: Kind, name: str, spot: Somewhere) -> Ref | None:
        """Like ``name``, for a name nobody wrote: a stage crossed with a channel."""
        ref = self.name(kind, name, spot)
        if ref is not None and ref in self.named:
            self.derived.add(ref)
        return ref
