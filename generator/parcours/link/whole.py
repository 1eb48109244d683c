"""What the parts of a project give together: things, mentions, disagreements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from parcours.findings.finding import Finding
from parcours.link.agreement import Said, disagreement
from parcours.link.atlas import Mention, Ref, Thing
from parcours.link.declared import Declared
from parcours.link.gather import PAGES, Key
from parcours.link.parts import NOTHING, Part
from parcours.link.spot import Somewhere

K = TypeVar("K")
V = TypeVar("V")

Namings = Mapping[Ref, Mapping[Key, tuple[str, Somewhere]]]
Mentions = Mapping[Ref, Mapping[Key, tuple[Mention, ...]]]
Words = Mapping[tuple[Ref, str], Mapping[Key, tuple[Said, ...]]]
Disagreements = Mapping[tuple[Ref, str], tuple[Finding, ...]]


class Anew(NamedTuple):
    """A part that is not the one of the last link."""

    key: Key
    was: Part
    now: Part


def linked_anew(last: Mapping[Key, Part], parts: Mapping[Key, Part]) -> tuple[Anew, ...]:
    """The parts that are not the last ones, those that came, those that went."""
    anew = [Anew(key, last.get(key, NOTHING), part) for key, part in parts.items() if last.get(key) is not part]
    if len(parts) != len(last) + sum(one.was is NOTHING for one in anew):
        anew += [Anew(key, was, NOTHING) for key, was in last.items() if key not in parts]
    return tuple(anew)


def told_anew(anew: Iterable[Anew], what: str) -> Iterator[tuple[Key, Mapping[Any, Any], Mapping[Any, Any]]]:
    """Each part that is another now, with ``what`` it said then and says now."""
    for key, was, now in anew:
        yield key, getattr(was, what), getattr(now, what)


def as_before(anew: Iterable[Anew], what: Callable[[Part], object]) -> bool:
    """Whether all parts say the same of something as at the last link."""
    return all(what(was) == what(now) for _, was, now in anew)


def all_things(
    declared: Declared, namings: Namings, anew: Collection[Ref], last: Mapping[Ref, Thing]
) -> Mapping[Ref, Thing]:
    """What has a file, and what is only named, under its first name; ``last`` holds for all but ``anew``."""
    if not anew:
        return last
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
    mentions: Mentions, anew: Collection[Ref], last: Mapping[Ref, tuple[Mention, ...]]
) -> Mapping[Ref, tuple[Mention, ...]]:
    """Who mentions what, each place once, in the order of the parts; ``last`` holds for all but ``anew``."""
    if not anew:
        return last
    found = dict(last)
    for ref in anew:
        if ref in mentions:
            each = chain.from_iterable(mentions[ref].values())
            # A part tells each place once: only where two speak of the same page one can come twice.
            pages = [page for key, own in mentions[ref].items() for page in _pages_of(key, own)]
            found[ref] = tuple(dict.fromkeys(each)) if len(set(pages)) < len(pages) else tuple(each)
        else:
            found.pop(ref, None)
    return found


def _pages_of(key: Key, own: tuple[Mention, ...]) -> set[Ref]:
    """The pages a part speaks of: the one it is of, but for what an opportunity says of steps."""
    return {one.page for one in (own if key[0] == PAGES else own[:1])}


def all_disagreements(
    words: Words, anew: Collection[tuple[Ref, str]], things: Mapping[Ref, Thing], last: Disagreements
) -> Disagreements:
    """What is told differently in several places; ``last`` tells it of all but ``anew``."""
    if not anew:
        return last
    found = dict(last)
    for key in anew:
        parts = words.get(key, {})
        told = disagreement(parts.values(), things[key[0]].name) if parts else ()
        if told:
            found[key] = told
        else:
            found.pop(key, None)
    return found


def derived_of(parts: Iterable[Part]) -> frozenset[Ref]:
    """What nobody wrote: it is named because something else is."""
    return frozenset(chain.from_iterable(part.derived for part in parts if part.derived))
