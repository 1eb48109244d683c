"""Pages of Markdown with journeys in them: each becomes a page of its own, with the words of its section."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from parcours.bring.draft import Around, Left, Read, Run
from parcours.bring.page import Page
from parcours.bring.remark import remark
from parcours.bring.table.cell_text import unnumbered
from parcours.bring.written import written
from parcours.source.address import slug
from parcours.source.text import Place

_SAY_NOTHING = frozenset(
    slug(name)
    for name in (
        "map, journey, the map, the journey, journey map, user journey, user journey map, customer journey, diagram, "
        "customer journey map, journey stages, stages, journey diagram, user journey diagram, user journeys, overview, "
        "carte, la carte, parcours, le parcours, carte de parcours, parcours utilisateur, parcours client, "
        "étapes, schéma"
    ).split(", ")
)


@dataclass(frozen=True, slots=True)
class Found:
    """A journey on a page: its lines, its own title (may be empty), and what reads it.

    ``read`` takes the title it has where it says none, and what stands around it.
    """

    first: int
    last: int
    title: str
    read: Callable[[str, tuple[Left, ...], Around], Read]


def read_found(page: Page, found: Sequence[Found], around: Around) -> Read:
    """All that was found on a page; the lines of no section with a journey are its rest."""
    read = Read()
    for one in found:
        read += one.read(one.title or title_of(page, one.first), _around(page, one, found, around), around)
    if page.too_deep is not None:
        read += Read(remarks=(remark("too-deep", Place(page.source.path, page.too_deep + 1)),))
    return read + Read(rest=tuple(rest_of(page, _taken(page, found))))


def stem_of(path: str) -> str:
    """The name of a file as a title: without its folders and its ending, hyphens as spaces."""
    name = path.rsplit("/", 1)[-1]
    words = " ".join(re.split(r"[-_\s]+", name.rsplit(".", 1)[0] or name)).strip() or name
    return words[:1].upper() + words[1:]


def title_of(page: Page, line: int) -> str:
    """What a thing on a line is called when it does not say so itself: as its section, else as its file.

    A heading that only says what kind of thing follows (``Journey map``) leaves it to the one it stands under.
    """
    heading = page.above(line) or next(iter(page.headings), None)
    while heading is not None and slug(unnumbered(heading.text)) in _SAY_NOTHING:
        level = heading.level
        heading = next((h for h in reversed(page.headings) if h.line < heading.line and h.level < level), None)
    return (heading.text if heading else "") or stem_of(page.source.path)


def _around(page: Page, one: Found, found: Sequence[Found], around: Around) -> tuple[Left, ...]:
    """The words of the section a journey stands in, where it is the first of them there."""
    section = page.section(one.first)
    mine = [other for other in found if section.first <= other.first <= section.last]
    if mine[0] is not one:
        return ()
    lines = page.source.text.split("\n")
    inner = {number for other in mine for number in range(other.first, other.last + 1)}
    gone = inner | _title_lines(page, one)
    words = "\n".join(lines[n - 1] for n in range(section.first, section.last + 1) if n not in gone).strip("\n")
    return (Left(written("around", around.language, file=page.source.path), words),) if words.strip() else ()


def _title_lines(page: Page, one: Found) -> frozenset[int]:
    """The line of the heading a journey has its title from, and that under it which makes it a heading."""
    heading = page.above(one.first)
    if heading is None or (one.title or title_of(page, one.first)) != heading.text:
        return frozenset()
    below = page.source.line(heading.line + 1).strip()
    underlined = bool(below) and not below.strip("=-") and not page.source.line(heading.line).lstrip().startswith("#")
    return frozenset({heading.line, heading.line + 1} if underlined else {heading.line})


def _taken(page: Page, found: Sequence[Found]) -> frozenset[int]:
    runs = [page.section(one.first) for one in found]
    inner = {number for one in found for number in range(one.first, one.last + 1)}
    return frozenset(number for run in runs for number in range(run.first, run.last + 1)) | inner


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
