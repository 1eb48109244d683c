"""Which part of a page speaks of which persona: by the headings that own labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from parcours.bring.persona.blocks import Block
from parcours.bring.persona.labels import field_of, is_page_word
from parcours.bring.persona.said import Person, Said, label_in, parted
from parcours.bring.persona.tables import told_in

_PREFIX = re.compile(
    r"^(?:[\W_]*)(?:(?:user|buyer|primary|secondary|proto|negative)[ -]?)?"
    r"(?:persona|persone|персона|персонаж|ペルソナ|페르소나|用户画像|人物画像|人物)(?:je)?"
    r"\s*(?:(?:n[o°º]\.?|#|№)?\s*[0-9A-Z一二三①-⑨]{1,2}\b)?\s*[:：–—.|-]\s*(\S.*)$",
    re.IGNORECASE,
)
_MAP_OF = re.compile(
    r"^(?:carte d[’']empathie|empathy map|mapa de empat[ií]a|mappa dell[’']empatia|empathiekarte|карта эмпатии)\s+"
    r"(?:of|for|de|du|d[’']|di|von|für|do|da)?\s*(\S.*)$|^(\S.*?)[’']s empathy map$",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*[:：|]\s*|\s+[–—-]\s+")


def name_in(heading: str) -> str:
    """The name in a heading that says what it is (``Persona 2: Marie``); empty where it says only a name."""
    plain = heading.strip("*_ ")
    if found := _PREFIX.match(plain):
        return found[1].strip("*_ ")
    if found := _MAP_OF.match(plain):
        return found[1] or found[2]
    parts = _APART.split(plain)
    names = [part for part in parts if part and field_of(part) != "empathy" and not is_page_word(part)]
    return names[0].strip("*_ ") if len(parts) == 2 and len(names) == 1 else ""


def heading_says(heading: str) -> bool:
    """Whether a heading says that a persona stands under it (``Persona 2: Marie``)."""
    return _PREFIX.match(heading.strip("*_ ")) is not None


class Parting:
    """How the blocks of a page are parted: ``starts`` are the headings of personas, ``loose`` what belongs to none."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.starts = tuple(_starts(blocks))

    def persons(self) -> tuple[Person, ...]:
        """The personas, in order; one without a name where no heading is that of a persona."""
        if not self.starts:
            return _split(_person("", 1, self.blocks))
        found: list[Person] = []
        for n, start in enumerate(self.starts):
            heading = self.blocks[start]
            inner = self.blocks[start + 1 : self._end(n)]
            if len(self.starts) == 1:
                inner = (*self.blocks[:start], *inner)
            found += _split(_person(heading.text, heading.line, inner))
        return tuple(found)

    def loose(self) -> tuple[Block, ...]:
        """The blocks that belong to no persona."""
        if len(self.starts) < 2:
            return ()
        kept = {k for n, start in enumerate(self.starts) for k in range(start, self._end(n))}
        return tuple(block for k, block in enumerate(self.blocks) if k not in kept)

    def _end(self, n: int) -> int:
        start = self.starts[n]
        end = self.starts[n + 1] if n + 1 < len(self.starts) else len(self.blocks)
        if len(self.starts) == 1:
            return end
        level = self.blocks[start].level
        others = (
            k
            for k in range(start + 1, end)
            if (one := self.blocks[k]).sort == "heading" and one.level <= level and not field_of(one.text)
        )
        return next(others, end)


def _person(heading: str, line: int, blocks: Sequence[Block]) -> Person:
    """What blocks say of a persona: parted at their headings, then at the labels in between."""
    said: list[Said] = []
    head, inner, deep = Said("", "", line), list[Block](), 0
    for block in blocks:
        if block.sort == "table" and (told := told_in(block, head.field)):
            said += parted(head, tuple(inner))
            said += told
            head, inner = Said("", "", block.line), []
        elif block.sort != "heading" or (deep and block.level > deep and head.field and not field_of(block.text)):
            inner.append(block)
        else:
            said += parted(head, tuple(inner))
            field = field_of(block.text) or ("group" if is_page_word(block.text) else "")
            head, inner, deep = Said(block.text, field, block.line), [], block.level
    said += parted(head, tuple(inner))
    mapped = (Said("", "empathy", line),) if "empathy" in map(field_of, _APART.split(heading)) else ()
    return Person(heading, line, (*mapped, *said))


def _split(person: Person) -> tuple[Person, ...]:
    """Several personas under one heading, or under none: a new one begins where a name is said again."""
    names = [n for n, one in enumerate(person.said) if one.field == "name"]
    if len(names) < 2:
        return (person,)
    cuts = [0, *names[1:], len(person.said)]
    return tuple(
        replace(
            person, heading=person.heading if n == 0 else "", line=person.said[start].line, said=person.said[start:end]
        )
        for n, (start, end) in enumerate(pairwise(cuts))
    )


def _starts(blocks: Sequence[Block]) -> list[int]:
    """The headings that personas stand under."""
    headings = [n for n, block in enumerate(blocks) if block.sort == "heading"]
    named = [n for n in headings if heading_says(blocks[n].text)]
    if named:
        level = min(blocks[n].level for n in named)
        return [n for n in named if blocks[n].level == level]
    owned = _owned(blocks, headings)
    if not owned:
        return _only(blocks, headings)
    weights: dict[int, int] = defaultdict(int)
    for n, fields in owned.items():
        weights[blocks[n].level] += len(fields)
    level = min(weights, key=lambda one: (-weights[one], one))
    owners = [n for n in owned if blocks[n].level == level]
    if len(owners) == 1 or _repeats(owned[n] for n in owners) or _under_page_word(blocks, owners[0]):
        return owners
    above = [n for n in headings if n < owners[0] and blocks[n].level < level and not is_page_word(blocks[n].text)]
    return [above[0] if above else owners[0]]


def _only(blocks: Sequence[Block], headings: Sequence[int]) -> list[int]:
    """The first heading that may be a name, on a page where nothing is told under a label."""
    free = [n for n in headings if not field_of(blocks[n].text) and not is_page_word(blocks[n].text)]
    return free[:1]


def _owned(blocks: Sequence[Block], headings: Sequence[int]) -> dict[int, set[str]]:
    """For each heading that may be a name, the fields told below it: by headings, lines, items, tables, quotes."""
    owned: dict[int, set[str]] = defaultdict(set)
    for n, block in enumerate(blocks):
        owner = _owner(blocks, headings, n)
        if owner is not None:
            owned[owner] |= _fields(block)
    return {n: fields for n, fields in sorted(owned.items()) if fields}


def _owner(blocks: Sequence[Block], headings: Sequence[int], n: int) -> int | None:
    """The heading a block is under: past labels, and past those as deep as a label that is a heading itself."""
    before = [k for k in headings if k < n]
    level = blocks[n].level if blocks[n].sort == "heading" else 7
    if level < 7 and not field_of(blocks[n].text):
        return None
    flat: int | None = None
    for k in reversed(before):
        heading = blocks[k]
        if field_of(heading.text):
            level = min(level, heading.level)
        elif is_page_word(heading.text):
            return flat
        elif heading.level < level:
            return k
        elif heading.level == level and flat is None:
            flat = k
    return flat


def _fields(block: Block) -> set[str]:
    if block.sort == "heading":
        return {field_of(block.text)}
    if block.sort == "quote":
        return {"quote"}
    if block.sort == "table":
        return {one.field for one in told_in(block, "")} - {""}
    told = (label_in(line) for line in block.text.split("\n"))
    return {one[1] for one in told if one and one[1]}


def _repeats(fields: Iterable[set[str]]) -> bool:
    told = [field for one in fields for field in one]
    return len(told) > len(set(told))


def _under_page_word(blocks: Sequence[Block], start: int) -> bool:
    """Whether the nearest heading above says that personas follow."""
    level = blocks[start].level
    above = [one for one in blocks[:start] if one.sort == "heading" and one.level < level]
    return bool(above) and is_page_word(above[-1].text)
