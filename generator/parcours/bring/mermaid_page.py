"""Mermaid journeys on pages, and files that are nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.bring.draft import Around, Left, Read
from parcours.bring.mermaid import read_journey
from parcours.bring.page import Block, Page, column_of, read_page
from parcours.bring.page_journeys import Found, read_found, stem_of
from parcours.bring.remark import Remark, remark
from parcours.bring.script import is_journey, read_script, words_of
from parcours.source.text import Place, Source

LANGUAGES = frozenset({"mermaid", "mmd", "mermaid-example", "mermaidjs"})


def journeys_on(page: Page) -> tuple[Block, ...]:
    """The fenced blocks of a page that are Mermaid journeys."""
    return tuple(b for b in page.blocks if b.language.casefold() in LANGUAGES and is_journey(b.lines))


def found_mermaid(page: Page) -> tuple[Found, ...]:
    """The Mermaid journeys of a page."""
    return tuple(_found(block, page) for block in journeys_on(page))


def read_mermaid(source: Source, around: Around) -> Read:
    """The journeys of a page of Markdown, or of a text that is one script."""
    script = bare_script(source)
    if script:
        return read_journey(script, stem_of(source.path), script[0][1], around)
    page = read_page(source)
    return read_found(page, found_mermaid(page), around) + Read(remarks=tuple(nested(page)))


def bare_script(source: Source) -> tuple[tuple[str, Place], ...]:
    """The lines of a text that is a script from its first line on; none where it is not."""
    lines = source.text.split("\n")
    placed = tuple(
        (line, Place(source.path, number, column_of(line, line), max(1, len(line.strip()))))
        for number, line in enumerate(lines, start=1)
    )
    return placed if is_journey(placed) else ()


def _found(block: Block, page: Page) -> Found:
    place = Place(page.source.path, block.first, 1, max(1, len(page.source.line(block.first))))
    title = next((one.words for one in words_of(read_script(block.lines), "title")), "")

    def read(otherwise: str, left: tuple[Left, ...], around: Around) -> Read:
        made = read_journey(block.lines, otherwise, place, around, left)
        return made if block.closed else made + Read(remarks=(remark("unclosed", place),))

    return Found(block.first, block.last, title, read)


def nested(page: Page) -> Iterator[Remark]:
    """The diagrams that stand in fences of something else: examples, which are not read."""
    for block in page.blocks:
        if block.language.casefold() not in LANGUAGES:
            inner = [place for text, place in block.lines if text.strip().casefold().endswith(("mermaid", "{mermaid}"))]
            yield from (remark("nested", place) for place in inner)
