"""Linking again where a few files say something else and everything is still called as it was: most edits.

It gives what linking the whole would give. What grows with the project is copied or looked through once, never made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from parcours.link.atlas import Atlas, LinkedJourney, Mention, Ref, Thing
from parcours.link.declared import Declared, declared_again
from parcours.link.gather import JOURNEYS, NAMES, PAGES, TEXTS, Key, gathered
from parcours.link.indexes import answers_of, sayings
from parcours.link.landscape import Surveyed, survey_again
from parcours.link.linked import Linked, Outlined, Parsed, same_paths, with_findings
from parcours.link.outline import outline
from parcours.link.parts import Around, Part, journey_part, page_part, text_part
from parcours.link.register import Register
from parcours.link.slips import slips
from parcours.link.watched import Changes
from parcours.link.whole import Anew, Namings, all_disagreements, all_things, as_before, derived_of, listed, told_anew
from parcours.model.journey import Journey
from parcours.model.kinds import Kind
from parcours.parse.document import Document

MOST = 20
"""Files that may say something else; with more the whole is linked."""


def again(parsed: Parsed, before: Linked) -> Linked | None:
    """The project linked; None where that takes more than some files in place of others."""
    fresh = _fresh(parsed, before)
    declared = declared_again(fresh, before.declared) if fresh is not None else None
    if fresh is None or declared is None:
        return None
    outlined = _outlined([now for _, now in fresh], declared, before)
    parts, anew = _parts(fresh, declared, outlined, parsed, before)
    if any(key[0] == NAMES for key, _, _ in anew):
        return None
    namings, renamed = gathered(before.namings, told_anew(anew, "named"))
    moved = renamed | {ref for ref in _refs(fresh) if ref in declared.things}
    things = all_things(declared, namings, moved, before.atlas.things)
    if things.keys() != before.atlas.things.keys() or any(
        things[ref].name != before.atlas.titles[ref] for ref in moved
    ):
        return None
    journeys = {**before.atlas.journeys, **_journeys(anew)}
    surveyed, texts = _texts(fresh, anew, outlined, journeys, before)
    anew += texts
    parts.update((key, now) for key, _, now in texts)
    return _gathered(parsed, before, declared, outlined, parts, anew, things, moved, journeys, surveyed, namings)


def _fresh(parsed: Parsed, before: Linked) -> list[tuple[Document, Document]] | None:
    """The documents that are others, with what they were; None where anything else is another too."""
    last = before.parsed
    if len(parsed.documents) != len(last.documents) or not same_paths(before.atlas.paths, parsed.paths):
        return None
    if (parsed.settings.feeling_scale, parsed.measures) != (last.settings.feeling_scale, last.measures):
        return None
    pairs = zip(last.documents, parsed.documents, strict=True)
    fresh = [(was, now) for was, now in pairs if was is not now]
    same = all(was.source.path == now.source.path and was.role == now.role for was, now in fresh)
    return fresh if same and len(fresh) <= MOST else None


def _refs(fresh: Iterable[tuple[Document, Document]]) -> Iterator[Ref]:
    for _, now in fresh:
        if now.role.kind is not None and not now.role.parent:
            yield Ref(now.role.kind, now.role.id)


def _outlined(fresh: Sequence[Document], declared: Declared, before: Linked) -> dict[str, Outlined]:
    found = dict(before.outlined)
    by_path = {document.source.path: document for document in fresh}
    for id_ in {one.role.parent or one.role.id for one in fresh if one.role.kind is Kind.JOURNEY}:
        thing = declared.things.get(Ref(Kind.JOURNEY, id_))
        if id_ in found and thing is not None and isinstance(thing.record, Journey) and thing.document is not None:
            made_from = tuple(by_path.get(one.source.path, one) for one in found[id_].documents)
            register = Register(declared)
            it = outline(thing, thing.record, thing.document, made_from[1:], register)
            found[id_] = Outlined(made_from, it, tuple(register.findings))
    return found


def _parts(
    fresh: Sequence[tuple[Document, Document]],
    declared: Declared,
    outlined: Mapping[str, Outlined],
    parsed: Parsed,
    before: Linked,
) -> tuple[dict[Key, Part], list[Anew]]:
    """All parts, but those of texts as they were; and those that are others."""
    outlines = {id_: one.outline for id_, one in outlined.items()}
    ids = frozenset(id_ for id_, one in outlined.items() if one is not before.outlined[id_])
    refs = frozenset(ref for ref in _refs(fresh) if ref in declared.things)
    around = Around(declared, outlines, {"things": refs, "outlines": ids})
    keys = {(PAGES, now.source.path) for _, now in fresh} | {(JOURNEYS, id_) for id_ in ids}
    keys |= {(NAMES, "home") for _, now in fresh if now.role.kind is None}
    touched = {key for key, part in before.parts.items() if not part.reads.untouched_by(around.changes)}
    parts = dict(before.parts)
    anew: list[Anew] = []
    for key in sorted(key for key in keys | touched if key in parts):
        part = _part(key, before.parts[key], around, parsed)
        if part is not before.parts[key]:
            anew.append(Anew(key, before.parts[key], part))
            parts[key] = part
    return parts, anew


def _part(key: Key, was: Part, around: Around, parsed: Parsed) -> Part:
    """A part linked again; what it is made from besides the rest of the project stands in what it was."""
    if key[0] == PAGES:
        thing: Any = was.inputs[0]
        return page_part(around.declared.things[thing.ref], around, was)
    if key[0] == JOURNEYS:
        rows: Any = was.inputs[1]
        return journey_part(around.outlines[key[1]], rows, parsed.settings.feeling_scale, around, was)
    # Who names things and is no page is linked with the whole: another object stands for that.
    return replace(was)


def _journeys(anew: Iterable[Anew]) -> dict[str, LinkedJourney]:
    return {key[1]: now.journey for key, _, now in anew if key[0] == JOURNEYS and now.journey is not None}


def _texts(
    fresh: Sequence[tuple[Document, Document]],
    anew: Iterable[Anew],
    outlined: Mapping[str, Outlined],
    journeys: Mapping[str, LinkedJourney],
    before: Linked,
) -> tuple[Surveyed, list[Anew]]:
    """The landscape, and the prose that says something else or leads elsewhere."""
    of_journeys = (one for key, _, _ in anew if key[0] == JOURNEYS for one in outlined[key[1]].documents)
    documents = {one.source.path: one for one in (*of_journeys, *(now for _, now in fresh))}
    surveyed = survey_again(documents.values(), journeys, before.surveyed)
    land, was = surveyed.land, before.surveyed.land
    moved = frozenset(path for path in documents if land.by_file[path] is not was.by_file[path])
    changes: Changes = {"by_file": moved} if moved else {}
    touched = [key for key, part in before.parts.items() if not part.reads.untouched_by(changes)] if moved else []
    keys = dict.fromkeys((*((TEXTS, now.source.path) for _, now in fresh), *touched))
    found: list[Anew] = []
    for key in keys:
        last = before.parts[key]
        document: Any = documents.get(key[1], last.inputs[0])
        found.append(Anew(key, last, text_part(document, land, changes, last)))
    return surveyed, [one for one in found if one.now is not one.was]


def _gathered(
    parsed: Parsed,
    before: Linked,
    declared: Declared,
    outlined: Mapping[str, Outlined],
    parts: Mapping[Key, Part],
    anew: Sequence[Anew],
    things: Mapping[Ref, Thing],
    moved: set[Ref],
    journeys: Mapping[str, LinkedJourney],
    surveyed: Surveyed,
    namings: Namings,
) -> Linked:
    last = before.atlas
    mentions, mentioned = gathered(before.mentions, told_anew(anew, "mentions"))
    pointing = listed(mentions, mentioned, last.mentions)
    words, spoken = gathered(before.words, told_anew(anew, "said"))
    spoken = {key for key in spoken if key in before.disagreements or _says_else(anew, key)}
    differing = all_disagreements(words, spoken, things, before.disagreements)
    derived = before.derived if as_before(anew, attrgetter("derived")) else derived_of(parts.values())
    told = before.slips
    if derived is not before.derived or _better_known(mentioned, pointing, last) or _unfiled(moved, things):
        told = slips(things, pointing, derived, before.slips)
    atlas = replace(
        last,
        settings=parsed.settings,
        things=things,
        **sayings(parts, anew, last),
        journeys=journeys,
        mentions=pointing,
        answers=last.answers if as_before(anew, attrgetter("answers")) else answers_of(things, parts),
        home=next((one for one in parsed.documents if one.role.kind is None), None) if last.home else None,
    )
    linked = Linked(
        atlas, declared, outlined, parts, surveyed, namings, mentions, words, differing, told, derived, parsed
    )
    return linked if _same_findings(linked, before, anew) else replace(linked, atlas=with_findings(linked))


def _says_else(anew: Iterable[Anew], key: tuple[Ref, str]) -> bool:
    """Whether any part says another word on a key than it did, wherever it says it."""
    return any(
        [said.value for said in was.said.get(key, ())] != [said.value for said in now.said.get(key, ())]
        for _, was, now in anew
    )


def _better_known(refs: Iterable[Ref], now: Mapping[Ref, tuple[Mention, ...]], last: Atlas) -> bool:
    """Whether anything that was named once is named more often now, or the other way round."""
    return any((len(now.get(ref, ())) > 1) != (len(last.mentions.get(ref, ())) > 1) for ref in refs)


def _unfiled(refs: Iterable[Ref], things: Mapping[Ref, Thing]) -> bool:
    return any(things[ref].document is None for ref in refs)


def _same_findings(linked: Linked, before: Linked, anew: Iterable[Anew]) -> bool:
    """Whether linking has as much to say as before; what touchpoints' files say of stages rests on all journeys."""
    things, outlined = linked.atlas.things, linked.outlined.items()
    return (
        linked.slips is before.slips
        and linked.disagreements == before.disagreements
        and as_before(anew, attrgetter("findings"))
        and all(one is before.outlined[id_] or one.findings == before.outlined[id_].findings for id_, one in outlined)
        and not any(things[ref].document for ref in linked.atlas.by_kind.get(Kind.TOUCHPOINT, ()))
    )
