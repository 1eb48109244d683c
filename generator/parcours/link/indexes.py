"""The smaller mappings of an Atlas: of things by kind and name, of journeys by what they say of each other.

Those of the last link stay, as the same objects, where nothing else would come out: what reads them sees at once that
nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from parcours.link.atlas import Atlas, Ref, Thing
from parcours.link.declared import Declared
from parcours.link.gather import PAGES, TEXTS, Key
from parcours.link.parts import NOTHING, Part
from parcours.link.whole import Anew, as_before
from parcours.model.kinds import Kind


def indexes(things: Mapping[Ref, Thing], declared: Declared, before: Declared, last: Atlas) -> dict[str, Any]:
    """``titles``, ``by_kind``, ``kinds`` and ``names`` of an Atlas."""
    same = last.things.keys() == things.keys()
    titles = {ref: thing.name for ref, thing in things.items()}
    named = before.names is declared.names
    return {
        "titles": last.titles if last.titles == titles else titles,
        "by_kind": last.by_kind if same else by_kind(things),
        "kinds": last.kinds if same else dict.fromkeys((ref.kind for ref in things), True),
        "names": last.names if named else {key: ids[0] for key, ids in declared.names.items()},
    }


def sayings(atlas: Atlas, parts: Mapping[Key, Part], anew: Sequence[Anew], last: Atlas) -> dict[str, Any]:
    """``taken``, ``futures``, ``links``, ``answers``, ``answered`` and ``doors`` of an Atlas that has the rest."""

    def kept(name: str, said: Callable[[Part], Any], whole: Callable[[], Mapping[Any, Any]]) -> Mapping[Any, Any]:
        found: Mapping[Any, Any] = getattr(last, name) if as_before(anew, said) else whole()
        return found

    def pairs(name: str, said: Callable[[Part], tuple[tuple[str, str], ...]]) -> Mapping[str, tuple[str, ...]]:
        return kept(name, said, lambda: ids_by(pair for part in parts.values() for pair in said(part)))

    answers = partial(_answers, atlas.things, parts)
    return {
        "taken": pairs("taken", _taken),
        "futures": pairs("futures", _answered),
        "links": kept("links", _links, lambda: {path: part.links for (k, path), part in parts.items() if k == TEXTS}),
        "answers": kept("answers", attrgetter("answers"), answers) if atlas.by_kind is last.by_kind else answers(),
        "answered": pairs("answered", attrgetter("answers")),
        "doors": pairs("doors", attrgetter("doors")),
    }


def _answers(things: Mapping[Ref, Thing], parts: Mapping[Key, Part]) -> dict[Ref, tuple[tuple[str, str], ...]]:
    """The steps that each opportunity's own file answers."""
    return {
        ref: parts[PAGES, thing.front.path].answers if thing.front else ()
        for ref, thing in things.items()
        if ref.kind is Kind.OPPORTUNITY
    }


def _taken(part: Part) -> tuple[tuple[str, str], ...]:
    journey = part.journey
    return tuple((persona, journey.ref.id) for persona in journey.personas) if journey else ()


def _answered(part: Part) -> tuple[tuple[str, str], ...]:
    journey = part.journey
    return ((journey.current.id, journey.ref.id),) if journey and journey.current else ()


def _links(part: Part) -> tuple[str | None, ...] | None:
    """A file without links is another thing than no file."""
    return None if part is NOTHING else part.links


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
