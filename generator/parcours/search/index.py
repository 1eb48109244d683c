"""The index of a site as classic scripts, one a language, in shards where it is large; ``find.js`` reads them.

``search/en.js`` tells how queries are folded and which pages there are; terms and what is shown of pages are in it, or
in shards named by the first term or page in them. A line of terms is ``term page:entries page:entries``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from parcours.link.atlas import Atlas, LinkedJourney, Ref, Thing
from parcours.link.watched import same_objects
from parcours.model.kinds import Kind
from parcours.search.entries import Found, journey_found, language_of, thing_found
from parcours.search.fold import FOLDINGS, LETTERS, MARKS, QUOTES

FOLDER = "search"
"""Where it stands in the site."""

LARGE = 500_000
"""Bytes of an index above which it is sharded."""

SHARD = 120_000
"""Bytes of a shard, about: what is read at once over a slow line."""

Part = tuple[tuple[object, ...], str, Found]
"""What a page is made from, the language it is in, and what can be found on it."""


@dataclass(frozen=True, slots=True)
class Index:
    """The scripts of an index by address, and what it is put together from again.

    ``parts`` hold as long as ``names`` (what may be referred to by name) stay as they are.
    """

    files: Mapping[str, bytes] = field(repr=False)
    parts: Mapping[Ref, Part] = field(repr=False)
    names: Mapping[Ref, str] = field(repr=False)


def index_of(atlas: Atlas, before: Index | None = None) -> Index:
    """The index of an Atlas; what can be found on pages that are still the same objects is taken from ``before``."""
    names = {ref: title for ref, title in atlas.titles.items() if ref.kind is Kind.OPPORTUNITY}
    known: Mapping[Ref, Part] = before.parts if before is not None and before.names == names else {}
    parts: dict[Ref, Part] = {}
    for kind in Kind:
        for ref in atlas.by_kind.get(kind, ()):
            thing = atlas.things[ref]
            if kind is Kind.OPPORTUNITY and thing.front is None:
                continue  # it is found at the step that names it
            of = atlas.journeys[ref.id] if kind is Kind.JOURNEY else thing
            parts[ref] = _part(of, language_of(thing, atlas), atlas, known.get(ref))
    if (
        before is not None
        and len(before.parts) == len(parts)
        and all(known.get(ref) is part for ref, part in parts.items())
    ):
        return before
    return Index(dict(_files(parts.values())), parts, names)


def _part(thing: LinkedJourney | Thing, language: str, atlas: Atlas, last: Part | None) -> Part:
    made_from = (thing, *atlas.files_of(thing))
    if last is not None and same_objects(last[0], made_from) and last[1] == language:
        return last
    if isinstance(thing, LinkedJourney):
        return made_from, language, journey_found(thing, language, atlas)
    return made_from, language, thing_found(thing, language, atlas)


def languages_of(atlas: Atlas) -> tuple[str, ...]:
    """The languages that pages are written in, the site's first."""
    used = {language_of(thing, atlas) for thing in atlas.things.values()}
    first = atlas.settings.language
    return (first, *sorted(used - {first}))


def _files(parts: Iterable[Part]) -> Iterator[tuple[str, bytes]]:
    pages: dict[str, list[Found]] = {}
    for _, language, found in parts:
        pages.setdefault(language, []).append(found)
    for language, founds in pages.items():
        yield from _of_language(language, founds)


def _of_language(language: str, pages: Sequence[Found]) -> Iterator[tuple[str, bytes]]:
    lines, shown = _lines(pages), [page.shown for page in pages]
    head: dict[str, Any] = {
        **_folding(language),
        "kinds": "|".join(page.kinds for page in pages),
        "sizes": "".join(page.sizes for page in pages),
    }
    if sum(map(_size, lines)) + sum(map(_size, shown)) <= LARGE:
        whole = f'{_json({**head, "terms": chr(10).join(lines)})[:-1]},"pages":[{",".join(shown)}]}}'
        yield _script(language, whole)
        return
    shards: dict[str, list[tuple[str | int, str]]] = {"terms": [], "pages": []}
    for number, first in enumerate(starts := _starts(lines)):
        name, end = f"{language}-t{number + 1}", (*starts, len(lines))[number + 1]
        shards["terms"].append((lines[first].partition(" ")[0], name))
        yield _script(name, _json("\n".join(lines[first:end])))
    for number, first in enumerate(starts := _starts(shown)):
        name, end = f"{language}-p{number + 1}", (*starts, len(shown))[number + 1]
        shards["pages"].append((first, name))
        yield _script(name, f"[{','.join(shown[first:end])}]")
    yield _script(language, _json({**head, "shards": shards}))


def _lines(pages: Sequence[Found]) -> list[str]:
    """What is found by each term, in the order in which scripts compare texts."""
    found: dict[str, list[str]] = {}
    for number, page in enumerate(pages):
        for term, entries in page.terms.items():
            found.setdefault(term, []).append(f"{number}:{entries}")
    ordered = sorted(found, key=lambda term: term.encode("utf-16-be", "surrogatepass"))
    return [f"{term} {' '.join(found[term])}" for term in ordered]


def _folding(language: str) -> dict[str, Any]:
    """How queries are folded, for the script that does it."""
    folding = FOLDINGS[language]
    return {
        "marks": MARKS,
        "quotes": QUOTES,
        "letters": LETTERS,
        "cut": folding.cut,
        "steps": folding.steps,
        "common": " ".join(sorted(folding.common)),
    }


def _starts(texts: Sequence[str]) -> list[int]:
    """Where shards begin: each as large as it may be, a text is never cut."""
    starts, size = [0], 0
    for number, text in enumerate(texts):
        size += _size(text)
        if size > SHARD and number > starts[-1]:
            starts.append(number)
            size = _size(text)
    return starts


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _script(name: str, value: str) -> tuple[str, bytes]:
    return f"{FOLDER}/{name}.js", f'parcoursFind.put("{name}",{value});\n'.encode("utf-8", "replace")
