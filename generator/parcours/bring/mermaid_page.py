"""Pages with Mermaid journeys in them, and files that are nothing else: each journey with the words of its section."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.bring.draft import Around, Left, Read, Run
from parcours.bring.mermaid import read_journey
from parcours.bring.page import Block, Page, column_of, read_page
from parcours.bring.remark import Remark, remark
from parcours.bring.script import is_journey, read_script, words_of
from parcours.bring.written import written
from parcours.source.text import Place, Source


def journeys_on(page: Page) -> tuple[Block, ...]:
    """The fenced blocks of a page that are Mermaid journeys."""
    return tuple(b for b in page.blocks if b.language.casefold() in ("mermaid", "mmd") and is_journey(b.lines))


def read_mermaid(source: Source, around: Around) -> Read:
    """The journeys of a page of Markdown, or of a text that is one script."""
    bare = _bare(source)
    if bare:
        return read_journey(bare, _stem(source.path), bare[0][1], around)
    page = read_page(source)
    read = Read()
    for block in journeys_on(page):
        read += _journey(block, page, around)
    read += Read(remarks=tuple(_of_page(page)))
    return read + Read(rest=tuple(rest_of(page, taken(page))))


def _bare(source: Source) -> tuple[tuple[str, Place], ...]:
    """The lines of a text that is a script from its first line on; none where it is not."""
    lines = source.text.split("\n")
    placed = tuple(
        (line, Place(source.path, number, column_of(line, line), max(1, len(line.strip()))))
        for number, line in enumerate(lines, start=1)
    )
    return placed if is_journey(placed) else ()


def _stem(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0] or name


def title_of(page: Page, line: int) -> str:
    """What a thing on a line is called when it does not say so itself: as its section, else as its file."""
    heading = page.above(line) or next(iter(page.headings), None)
    return (heading.text if heading else "") or _stem(page.source.path)


def _journey(block: Block, page: Page, around: Around) -> Read:
    place = Place(page.source.path, block.first, 1, max(1, len(page.source.line(block.first))))
    left = around_it(page, block, around)
    read = read_journey(block.lines, title_of(page, block.first), place, around, left)
    return read if block.closed else read + Read(remarks=(remark("unclosed", place),))


def around_it(page: Page, block: Block, around: Around) -> tuple[Left, ...]:
    """The words of the section a block stands in, where it is the first of them there."""
    section = page.section(block.first)
    mine = [one for one in journeys_on(page) if section.first <= one.first <= section.last]
    if mine[0] is not block:
        return ()
    lines = page.source.text.split("\n")
    gone = _lines(mine) | _title_line(page, block)
    words = "\n".join(lines[n - 1] for n in range(section.first, section.last + 1) if n not in gone).strip("\n")
    return (Left(written("around", around.language, file=page.source.path), words),) if words.strip() else ()


def _title_line(page: Page, block: Block) -> frozenset[int]:
    """The line of the heading a journey has its title from, and that under it which makes it a heading."""
    heading = page.above(block.first)
    titles = [one.words for one in words_of(read_script(block.lines), "title")]
    if heading is None or (titles and titles[0] != heading.text):
        return frozenset()
    below = page.source.line(heading.line + 1).strip()
    underlined = bool(below) and not below.strip("=-") and not page.source.line(heading.line).lstrip().startswith("#")
    return frozenset({heading.line, heading.line + 1} if underlined else {heading.line})


def _lines(blocks: list[Block]) -> frozenset[int]:
    return frozenset(number for block in blocks for number in range(block.first, block.last + 1))


def taken(page: Page) -> frozenset[int]:
    """The lines that went into a journey: those of its section."""
    runs = [page.section(block.first) for block in journeys_on(page)]
    return frozenset(number for run in runs for number in range(run.first, run.last + 1))


def rest_of(page: Page, gone: frozenset[int]) -> Iterator[Run]:
    """The lines of a page nothing was made of, in runs without blank ends."""
    lines = page.source.text.split("\n")
    run: list[int] = []
    for number in range(1, len(lines) + 2):
        if number <= len(lines) and number not in gone:
            if lines[number - 1].strip():
                run.append(number)
        elif run:
            yield Run(run[0], run[-1])
            run = []


def _of_page(page: Page) -> Iterator[Remark]:
    if page.too_deep is not None:
        yield remark("too-deep", Place(page.source.path, page.too_deep + 1))
    for block in page.blocks:
        if block.language.casefold() not in ("mermaid", "mmd"):
            nested = [
                place for text, place in block.lines if text.strip().casefold().endswith(("mermaid", "{mermaid}"))
            ]
            yield from (remark("nested", place) for place in nested)
