"""What the parts of a project give together: the one place where something linked is put together, whole or again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from parcours.link.atlas import Atlas, Mention, Ref, Thing
from parcours.link.gather import JOURNEYS, TEXTS, Key, gathered
from parcours.link.indexes import sayings
from parcours.link.linked import NOTHING_YET, Apart, Linked
from parcours.link.mentions import unknown_stage
from parcours.link.parts import NOTHING, Part
from parcours.link.slips import slips
from parcours.link.watched import Changes
from parcours.link.whole import Anew, all_disagreements, as_before, derived_of, listed, told_anew
from parcours.model.kinds import Kind

PEERING = frozenset({"things", "outlines"})
"""What a part reads that looks into others."""


def together(apart: Apart, atlas: Atlas, anew: Sequence[Anew], moved: Collection[Ref], before: Linked) -> Linked:
    """A project linked, all but what linking has to say about it.

    Of ``atlas`` there are already things, what they are called, journeys and files. ``anew`` are the parts that are
    not those of ``before``, ``moved`` the things that may not be.
    """
    last, things = before.atlas, atlas.things
    mentions, mentioned = gathered(before.mentions, told_anew(anew, "mentions"))
    pointing = listed(mentions, mentioned, last.mentions)
    words, spoken = gathered(before.words, told_anew(anew, "said"))
    differing = all_disagreements(words, {*_worth_comparing(spoken, moved, anew, before)}, things, before.disagreements)
    derived = before.derived if as_before(anew, attrgetter("derived")) else derived_of(apart.parts.values())
    known = derived is before.derived and not _better_known(mentioned, pointing, last.mentions)
    same = known and not _unfiled(moved, things, last.things)
    return Linked(
        replace(atlas, settings=apart.parsed.settings, mentions=pointing, **sayings(atlas, apart.parts, anew, last)),
        apart,
        mentions,
        words,
        differing,
        derived,
        before.slips if same else slips(things, pointing, derived, before.slips),
        _peering(anew, before),
        _touched(moved, anew, mentioned) if before is not NOTHING_YET else {},
    )


def with_findings(linked: Linked) -> Linked:
    """The same with everything that linking has to say."""
    apart = linked.apart
    outlines = {id_: one.outline for id_, one in apart.outlined.items()}
    touchpoints = (thing for ref, thing in apart.declared.things.items() if ref.kind is Kind.TOUCHPOINT)
    found = (
        *apart.declared.findings,
        *chain.from_iterable(one.findings for one in apart.outlined.values()),
        *chain.from_iterable(part.findings for part in apart.parts.values()),
        *chain.from_iterable(unknown_stage(thing, outlines) for thing in touchpoints),
        *linked.slips.findings,
        *chain.from_iterable(linked.disagreements.values()),
    )
    return replace(linked, atlas=replace(linked.atlas, findings=found))


def _worth_comparing(
    spoken: Iterable[tuple[Ref, str]], moved: Collection[Ref], anew: Iterable[Anew], before: Linked
) -> Iterator[tuple[Ref, str]]:
    """On what parts may disagree otherwise than before; another place is told only where they did."""
    last = before.disagreements
    else_ = {*_said_otherwise(anew)}
    yield from (key for key in spoken if key in last or key in else_)
    yield from (key for key in last if key[0] in moved)


def _said_otherwise(anew: Iterable[Anew]) -> Iterator[tuple[Ref, str]]:
    """On what any part says another word than it did, wherever it says it."""
    for _, was, now in anew:
        for key in {*was.said, *now.said}:
            if was is NOTHING or _words(was, key) != _words(now, key):
                yield key


def _words(part: Part, key: tuple[Ref, str]) -> list[str]:
    return [said.value for said in part.said.get(key, ())]


def _better_known(
    refs: Iterable[Ref], now: Mapping[Ref, tuple[Mention, ...]], last: Mapping[Ref, tuple[Mention, ...]]
) -> bool:
    """Whether anything that was named once is named more often now, or the other way round."""
    return any((len(now.get(ref, ())) > 1) != (len(last.get(ref, ())) > 1) for ref in refs)


def _unfiled(refs: Iterable[Ref], *known: Mapping[Ref, Thing]) -> bool:
    """Whether any of them has no file, or had none."""
    return any(ref not in things or things[ref].front is None for ref in refs for things in known)


def _peering(anew: Iterable[Anew], before: Linked) -> frozenset[Key]:
    if not anew:
        return before.peering
    others = before.peering.difference(key for key, _, _ in anew)
    return others.union(key for key, _, now in anew if not PEERING.isdisjoint(now.reads.keys))


def _touched(moved: Iterable[Ref], anew: Iterable[Anew], mentioned: Iterable[Ref]) -> Changes:
    return {
        "things": frozenset(moved),
        "journeys": frozenset(key[1] for key, _, _ in anew if key[0] == JOURNEYS),
        "texts": frozenset(key[1] for key, _, _ in anew if key[0] == TEXTS),
        "mentions": frozenset(mentioned),
    }
