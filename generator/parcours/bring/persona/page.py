"""Persona pages of any shape → drafts of personas, and what is to be said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parcours.bring.draft import Around, Draft, Read, Run
from parcours.bring.own.pictures import with_pictures
from parcours.bring.pages import evidence_draft
from parcours.bring.persona.blocks import Block, blocks_of
from parcours.bring.persona.data import loaded, persons_of
from parcours.bring.persona.empathy_words import EMPATHY
from parcours.bring.persona.left_over import left_over, place_of
from parcours.bring.persona.people import Parting, heading_says
from parcours.bring.persona.record import draft_of
from parcours.bring.persona.said import Person
from parcours.bring.persona.tables import persons_in
from parcours.bring.persona.values import PICTURE, pictures_of
from parcours.bring.remark import Remark, remark
from parcours.source.text import Place, Source

_MATTER = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_DATA_FENCE = re.compile(
    r"^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:ya?ml|json)\b[^\n]*\n(.*?)(?:\n[ \t]*(?:`{3,}|~{3,})[ \t]*)?$", re.DOTALL
)
_LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^\s)>]+)[^)]*\)|(?<![(<\"'])\b(https?://[^\s<>)\"']+)|\bsrc=[\"']([^\"']+)")
_WORDS = re.compile(r"[^\W\d_]+")
_DRAWN = re.compile(r"figma\.com|miro\.com|mural\.co|canva\.com|whimsical\.com|uxpressia|smaply|xtensio", re.IGNORECASE)


def read_personas(source: Source, around: Around) -> Read:
    """The personas of a page of Markdown, YAML or JSON. Never raises.

    Every word of the source is in a draft, in a remark, or on a line that is said to be left.
    """
    persons, loose = _persons(source)
    made: list[Draft] = []
    remarks: list[Remark] = []
    known = any(one.own or one.fields() - {"group", "empathy", "quote"} for one in persons)
    if not known and says_nothing(blocks_of(source.text)):
        return left_over(source, Read((), _spread((_nothing(source),), source)))
    if not known:
        remarks.append(remark("persona-prose", Place(source.path)))
    for n, person in enumerate(persons, 1):
        draft, said = draft_of(person, source.path, around, n)
        drafts, missing = with_pictures((draft,), around, draft.place) if person.own else ((draft,), ())
        made += drafts
        remarks += (*said, *missing)
    rest = tuple(_runs(loose, source))
    return left_over(source, Read((*_origin(persons, source), *made), _spread(remarks, source), rest))


def _spread(remarks: Iterable[Remark], source: Source) -> tuple[Remark, ...]:
    """Remarks about lines, each with its line's words as its place."""
    return tuple(replace(one, place=place_of(source, one.place.line)) for one in remarks)


def _runs(loose: Iterable[Block], source: Source) -> Iterator[Run]:
    """The lines of some blocks; those with only blank lines between them are one run."""
    run: Run | None = None
    for block in loose:
        last = block.line + block.text.count("\n")
        if run is not None and not any(source.line(n).strip() for n in range(run.last + 1, block.line)):
            run = Run(run.first, last)
            continue
        if run is not None:
            yield run
        run = Run(block.line, last)
    if run is not None:
        yield run


def _origin(persons: Sequence[Person], source: Source) -> tuple[Draft, ...]:
    """The page of the file they come from, unless all of them are as we write them."""
    return () if all(one.own for one in persons) else (evidence_draft(source.start()),)


def read_grid(source: Source, around: Around, rows: Sequence[tuple[str, ...]], line: int = 1, step: int = 1) -> Read:
    """The personas of a table: a row or a column each, or one with a key and a value a row."""
    persons = persons_in(rows, line, step) or Parting((Block("table", "", line, rows=tuple(rows)),)).persons()
    made = [draft_of(person, source.path, around, n) for n, person in enumerate(persons, 1) if person.said]
    remarks = tuple(one for _, said in made for one in said) or (() if made else (_nothing(source),))
    origin = (evidence_draft(source.start()),) if made else ()
    return left_over(source, Read((*origin, *(draft for draft, _ in made)), remarks))


def _persons(source: Source) -> tuple[tuple[Person, ...], tuple[Block, ...]]:
    """The personas of a text, and the blocks that belong to none."""
    text = source.text
    whole = _data(text, 1) if text.lstrip()[:1] in "[{" or _ends_as_data(source.path) else ()
    if whole:
        return whole, ()
    matter = _MATTER.match(text)
    front = _data(matter[1], 2) if matter else ()
    body = "\n" * text[: matter.end()].count("\n") + text[matter.end() :] if matter and front else text
    blocks = blocks_of(body)
    found, loose = _of_blocks(blocks)
    if front and len(found) <= 1:
        merged = replace(front[0], said=front[0].said + (found[0].said if found else ()))
        heading = front[0].heading or (found[0].heading if found else "")
        return (replace(merged, heading=heading),), loose
    return front + found, loose


def _ends_as_data(path: str) -> bool:
    return path.lower().endswith((".yml", ".yaml", ".json"))


def _data(text: str, line: int) -> tuple[Person, ...]:
    found = loaded(text, line)
    return persons_of(*found) if found else ()


def _of_blocks(blocks: tuple[Block, ...]) -> tuple[tuple[Person, ...], tuple[Block, ...]]:
    special: dict[int, tuple[Person, ...]] = {}
    for n, block in enumerate(blocks):
        if (block.sort == "table" and (people := persons_in(block.rows, block.line, 2))) or (
            block.sort == "fence"
            and (data := _DATA_FENCE.match(block.text))
            and (people := _data(data[1], block.line + 1))
        ):
            special[n] = people
    rest = tuple(block for n, block in enumerate(blocks) if n not in special)
    parting = Parting(rest)
    persons = [one for one in parting.persons() if one.said]
    if special and not any(one.fields() for one in persons):
        return tuple(one for people in special.values() for one in people), rest
    if special:
        # Personas told under headings: a table among them tells of something else.
        parting = Parting(blocks)
    return parting.persons(), parting.loose()


def reads_as_personas(source: Source) -> bool:
    """Whether a text looks like a page of personas: it says so, or tells three fields, one of them a person's alone."""
    persons, _ = _persons(source)
    told = frozenset(field for one in persons for field in one.fields()) - {"group", "about"}
    called = any(heading_says(one.heading) for one in persons)
    return any(one.own for one in persons) or (called and bool(told)) or (len(told) >= 3 and bool(told & _OF_PEOPLE))


_OF_PEOPLE = frozenset({"age", "occupation", "frustrations", "behaviours", "motivations", "quote", "portrait"}) | {
    f"empathy.{question}" for question in EMPATHY
}
"""Fields that pages about anything else hardly tell."""


def _nothing(source: Source) -> Remark:
    """Why a text holds no persona: it shows pictures, links to a drawing or a document, or says nothing known."""
    links = [next((part for part in found.groups() if part), "") for found in _LINK.finditer(source.text)]
    shown: list[str] = [one.src for one in pictures_of(blocks_of(source.text))]
    place = Place(source.path)
    for key, targets in (
        ("persona-drawn", [one for one in links if _DRAWN.search(one)]),
        ("persona-pdf", [one for one in links if one.lower().partition("?")[0].partition("#")[0].endswith(".pdf")]),
        ("persona-pictures", shown),
    ):
        if targets:
            return remark(key, place, targets=", ".join(dict.fromkeys(targets)))
    return remark("persona-none", place)


def says_nothing(blocks: Iterable[Block]) -> bool:
    """Whether blocks hold hardly a word but headings: pictures and links alone."""
    return not any(
        len(_WORDS.findall(_LINK.sub("", PICTURE.sub("", block.text)))) > 6
        for block in blocks
        if block.sort != "heading"
    )
