"""What the parts of a project give together: things, mentions, disagreements, and their indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeVar

from parcours.findings.finding import Finding
from parcours.link.agreement import Said, disagreement
from parcours.link.atlas import Mention, Ref, Thing
from parcours.link.declared import Declared
from parcours.link.gather import Key
from parcours.link.parts import Part
from parcours.link.spot import Somewhere
from parcours.model.kinds import Kind

K = TypeVar("K")
V = TypeVar("V")

Namings = Mapping[Ref, Mapping[Key, tuple[str, Somewhere]]]
Mentions = Mapping[Ref, Mapping[Key, tuple[Mention, ...]]]
Words = Mapping[tuple[Ref, str], Mapping[Key, tuple[Said, ...]]]
Disagreements = Mapping[tuple[Ref, str], tuple[Finding, ...]]


def told_anew(
    last: Mapping[Key, Part], parts: Mapping[Key, Part], what: str
) -> Iterator[tuple[Key, Mapping[Any, Any], Mapping[Any, Any]]]:
    """Each part that is not the last one's, with ``what`` it said then and says now."""
    nothing: Mapping[Any, Any] = {}
    for key, part in parts.items():
        was = last.get(key)
        if was is not part:
            yield key, nothing if was is None else getattr(was, what), getattr(part, what)
    for key, was in last.items():
        if key not in parts:
            yield key, getattr(was, what), nothing


def all_things(
    declared: Declared, namings: Namings, anew: Iterable[Ref], last: Mapping[Ref, Thing]
) -> dict[Ref, Thing]:
    """What has a file, and what is only named, under its first name; ``last`` holds for all but ``anew``."""
    things = dict(last)
    for ref in anew:
        thing = declared.things.get(ref) or _named(ref, namings)
        if thing is None:
            things.pop(ref, None)
        else:
            things[ref] = thing
    return things


def _named(ref: Ref, namings: Namings) -> Thing | None:
    for name, spot in namings.get(ref, {}).values():
        return Thing(ref, name, None, None, spot.place)
    return None


def listed(
    mentions: Mentions, anew: Iterable[Ref], last: Mapping[Ref, tuple[Mention, ...]]
) -> dict[Ref, tuple[Mention, ...]]:
    """Who mentions what, each place once, in the order of the parts; ``last`` holds for all but ``anew``."""
    found = dict(last)
    for ref in anew:
        if ref in mentions:
            found[ref] = tuple(dict.fromkeys(chain.from_iterable(mentions[ref].values())))
        else:
            found.pop(ref, None)
    return found


def all_disagreements(
    words: Words, anew: Iterable[tuple[Ref, str]], things: Mapping[Ref, Thing], last: Disagreements
) -> dict[tuple[Ref, str], tuple[Finding, ...]]:
    """What is told differently in several places; ``last`` tells where there was anything but ``anew``."""
    found = dict(last)
    for key in {*anew, *last}:
        parts = words.get(key, {})
        told = disagreement(parts.values(), things[key[0]].name) if parts else ()
        if told:
            found[key] = told
        else:
            found.pop(key, None)
    return found


def by_kind(refs: Iterable[Ref]) -> dict[Kind, tuple[Ref, ...]]:
    """Things by kind, each kind by id."""
    found: dict[Kind, list[Ref]] = {}
    for ref in sorted(refs):
        found.setdefault(ref.kind, []).append(ref)
    return {kind: tuple(those) for kind, those in found.items()}


def ids_by(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Ids by what they are paired with, in order."""
    found: dict[str, list[str]] = {}
    for key, id_ in sorted(pairs):
        found.setdefault(key, []).append(id_)
    return {key: tuple(ids) for key, ids in found.items()}
