"""Linking again where a few files say something else and everything is still called as it was: most edits.

It gives what linking the whole would give. What grows with the project is copied or looked through once, never made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from parcours.link.atlas import LinkedJourney, Ref
from parcours.link.declared import Declared, declared_again
from parcours.link.gather import JOURNEYS, NAMES, PAGES, TEXTS, Key, gathered
from parcours.link.landscape import Surveyed, survey_again
from parcours.link.linked import Apart, Linked, Outlined, Parsed, same_paths
from parcours.link.outline import outline
from parcours.link.parts import Around, Part, journey_part, page_part, text_part
from parcours.link.register import Register
from parcours.link.together import together, with_findings
from parcours.link.watched import Changes
from parcours.link.whole import Anew, all_things, as_before, told_anew
from parcours.model.journey import Journey
from parcours.model.kinds import Kind
from parcours.parse.document import Document, Front

MOST = 20
"""Files that may say something else; with more the whole is linked."""


def again(parsed: Parsed, before: Linked) -> Linked | None:
    """The project linked; None where that takes more than some files in place of others."""
    fresh = _fresh(parsed, before)
    if fresh is None:
        return None
    last, atlas = before.apart, before.atlas
    fronts = [(was.front, now.front) for was, now in fresh if was.front is not now.front]
    declared = declared_again(fronts, last.declared) if fronts else last.declared
    if declared is None:
        return None
    outlined = _outlined([now for _, now in fronts], declared, last)
    parts, anew = _parts(fronts, declared, outlined, parsed, before)
    if any(key[0] == NAMES for key, _, _ in anew):
        return None
    namings, renamed = gathered(last.namings, told_anew(anew, "named"))
    moved = renamed | {ref for ref in _refs(fronts) if ref in declared.things}
    things = all_things(declared, namings, moved, atlas.things)
    if things.keys() != atlas.things.keys() or any(things[ref].name != atlas.titles[ref] for ref in moved):
        return None
    of_journeys = _journeys(anew)
    journeys = {**atlas.journeys, **of_journeys} if of_journeys else atlas.journeys
    texts = {**atlas.texts, **{now.path: now for _, now in fresh}} if fresh else atlas.texts
    surveyed, of_texts = _texts(fresh, anew, outlined, journeys, texts, last)
    anew += of_texts
    parts.update((key, now) for key, _, now in of_texts)
    home = texts[atlas.home.path] if atlas.home else None
    known = replace(atlas, things=things, journeys=journeys, texts=texts, home=home)
    linked = together(Apart(parsed, declared, outlined, parts, surveyed, namings), known, anew, moved, before)
    return linked if _same_findings(linked, before, anew) else with_findings(linked)


def _fresh(parsed: Parsed, before: Linked) -> list[tuple[Document, Document]] | None:
    """The documents that are others, with what they were; None where anything else is another too."""
    last = before.apart.parsed
    if len(parsed.documents) != len(last.documents) or not same_paths(before.atlas.paths, parsed.paths):
        return None
    if (parsed.settings.feeling_scale, parsed.measures) != (last.settings.feeling_scale, last.measures):
        return None
    pairs = zip(last.documents, parsed.documents, strict=True)
    fresh = [(was, now) for was, now in pairs if was is not now]
    same = all(was.path == now.path and was.role == now.role for was, now in fresh)
    return fresh if same and len(fresh) <= MOST else None


def _refs(fronts: Iterable[tuple[Front, Front]]) -> Iterator[Ref]:
    for _, now in fronts:
        if now.role.kind is not None and not now.role.parent:
            yield Ref(now.role.kind, now.role.id)


def _outlined(fresh: Sequence[Front], declared: Declared, before: Apart) -> Mapping[str, Outlined]:
    if not fresh:
        return before.outlined
    found = dict(before.outlined)
    by_path = {front.path: front for front in fresh}
    for id_ in {one.role.parent or one.role.id for one in fresh if one.role.kind is Kind.JOURNEY}:
        thing = declared.things.get(Ref(Kind.JOURNEY, id_))
        if id_ in found and thing is not None and isinstance(thing.record, Journey) and thing.front is not None:
            made_from = tuple(by_path.get(one.path, one) for one in found[id_].fronts)
            register = Register(declared)
            it = outline(thing, thing.record, thing.front, made_from[1:], register)
            found[id_] = Outlined(made_from, it, tuple(register.findings))
    return found


def _parts(
    fronts: Sequence[tuple[Front, Front]],
    declared: Declared,
    outlined: Mapping[str, Outlined],
    parsed: Parsed,
    before: Linked,
) -> tuple[dict[Key, Part], list[Anew]]:
    """All parts, but those of texts as they were; and those that are others."""
    last = before.apart.parts
    parts = dict(last)
    anew: list[Anew] = []
    if not fronts:
        return parts, anew
    outlines = {id_: one.outline for id_, one in outlined.items()}
    ids = frozenset(id_ for id_, one in outlined.items() if one is not before.apart.outlined[id_])
    refs = frozenset(ref for ref in _refs(fronts) if ref in declared.things)
    around = Around(declared, outlines, {"things": refs, "outlines": ids})
    keys = {(PAGES, now.path) for _, now in fronts} | {(JOURNEYS, id_) for id_ in ids}
    keys |= {(NAMES, "home") for _, now in fronts if now.role.kind is None}
    touched = {key for key in before.peering if not last[key].reads.untouched_by(around.changes)}
    for key in sorted(key for key in keys | touched if key in parts):
        part = _part(key, last[key], around, parsed)
        if part is not last[key]:
            anew.append(Anew(key, last[key], part))
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
    texts: Mapping[str, Document],
    before: Apart,
) -> tuple[Surveyed, list[Anew]]:
    """The landscape, and the prose that says something else or leads elsewhere."""
    of_journeys = (one for key, _, _ in anew if key[0] == JOURNEYS for one in outlined[key[1]].fronts)
    paths = dict.fromkeys((*(front.path for front in of_journeys), *(now.path for _, now in fresh)))
    surveyed = survey_again([texts[path] for path in paths], journeys, before.surveyed)
    land, was = surveyed.land, before.surveyed.land
    moved = frozenset(path for path in paths if land.by_file[path] is not was.by_file[path])
    changes: Changes = {"by_file": moved} if moved else {}
    touched = [key for key, part in before.parts.items() if not part.reads.untouched_by(changes)] if moved else []
    keys = dict.fromkeys((*((TEXTS, now.path) for _, now in fresh), *touched))
    parts = ((key, before.parts[key], text_part(texts[key[1]], land, changes, before.parts[key])) for key in keys)
    return surveyed, [Anew(key, last, now) for key, last, now in parts if now is not last]


def _same_findings(linked: Linked, before: Linked, anew: Iterable[Anew]) -> bool:
    """Whether linking has as much to say as before; what touchpoints' files say of stages rests on all journeys."""
    if not anew:
        return True
    things, journeys = linked.atlas.things, [key[1] for key, _, _ in anew if key[0] == JOURNEYS]
    now, last = linked.apart.outlined, before.apart.outlined
    return (
        linked.slips is before.slips
        and linked.disagreements == before.disagreements
        and as_before(anew, attrgetter("findings"))
        and all(now[id_].findings == last[id_].findings for id_ in journeys)
        and (
            all(key[0] == TEXTS for key, _, _ in anew)
            or not any(things[ref].front for ref in linked.atlas.by_kind.get(Kind.TOUCHPOINT, ()))
        )
    )
