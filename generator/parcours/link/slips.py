"""Slips of the hand in names that stand once: a letter away from a well known one, or several of them in one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.findings.suggest import Slips
from parcours.link.atlas import Mention, Ref, Thing
from parcours.model.kinds import Kind
from parcours.source.address import slug

SHORTEST = 3
"""Letters; shorter ids (``tv``) are too like each other to be slips."""

LISTED = frozenset({Kind.EVIDENCE, Kind.TAG})
"""What is named in lists only, so that a text with commas between names was meant to be one."""

APART = frozenset({"courrier", "courriel"})
"""Words a letter apart that both name a channel: in French, letters come by the one and e-mail by the other."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was looked at, and what there was to tell: for equal things it is told again without looking."""

    known: Mapping[Kind, list[str]] = field(repr=False)
    near: Mapping[Kind, Slips] = field(repr=False)
    once: tuple[Thing, ...] = ()
    findings: tuple[Finding, ...] = ()


def slips(
    things: Mapping[Ref, Thing],
    mentions: Mapping[Ref, tuple[Mention, ...]],
    derived: frozenset[Ref],
    before: Told,
) -> Told:
    """All slips. Well known is what has a file, or is named twice at least; what is ``derived`` nobody wrote."""
    known: dict[Kind, list[str]] = {}
    once: list[Thing] = []
    for ref, thing in things.items():
        if thing.front is None and ref in derived:
            continue
        if thing.front is not None or len(mentions.get(ref, ())) > 1:
            known.setdefault(ref.kind, []).append(ref.id)
        elif len(ref.id) >= SHORTEST:
            once.append(thing)
    near = {kind: _among(kind, sorted(ids), before) for kind, ids in known.items()}
    known = {kind: sorted(ids) for kind, ids in known.items()}
    if before.known == known and before.once == tuple(once):
        return before
    found = tuple(one for thing in once if thing.ref.kind in near for one in _near(thing, near[thing.ref.kind], known))
    return Told(known, near, tuple(once), found)


def _among(kind: Kind, ids: list[str], before: Told) -> Slips:
    return before.near[kind] if before.known.get(kind) == ids else Slips.among(ids)


def _near(thing: Thing, among: Slips, known: Mapping[Kind, list[str]]) -> tuple[Finding, ...]:
    close = among.near(thing.ref.id)
    if close and {thing.ref.id, close[0]} <= APART:
        return ()
    meant = close[0] if close else _several(thing, known)
    rule = f"refs/unknown-{thing.ref.kind.word}"
    return (finding(rule, thing.place, suggestion=meant, id=thing.name, slug=thing.ref.id),) if meant else ()


def _several(thing: Thing, known: Mapping[Kind, list[str]]) -> str:
    """The list that a text of well known names with commas between them was meant to be; else an empty text."""
    kind, names = thing.ref.kind, [name.strip() for name in thing.name.split(",")]
    if kind not in LISTED or len(names) < 2:
        return ""
    ids = set(known[kind])
    return f"[{', '.join(names)}]" if all(slug(name) in ids for name in names) else ""
