"""A page of Markdown cut up for an import: its front matter, its fences, its headings, and which lines are which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parcours.bring.draft import Run
from parcours.parse.prose_fences import Fence
from parcours.parse.prose_lines import read_lines
from parcours.source.text import Place, Source

_COLONS = re.compile(r"( {0,3}):{3,}\s*\{?\s*\.?(\w+)\}?\s*$")
_COLONS_END = re.compile(r" {0,3}:{3,}\s*$")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_MARKS = "`" * 12
"""What a container of colons is written as; longer than anybody writes a fence."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its line (from 1), its level, its words."""

    line: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, and its lines with their places. ``first`` and ``last`` are those of its fence."""

    language: str
    first: int
    last: int
    lines: tuple[tuple[str, Place], ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Markdown. ``matter`` is the last line of its front matter, 0 where it has none."""

    source: Source
    matter: int
    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]
    code: frozenset[int]
    too_deep: int | None = None

    @property
    def count(self) -> int:
        """How many lines it has."""
        return self.source.text.count("\n") + 1

    def above(self, line: int) -> Heading | None:
        """The nearest heading above a line."""
        return next((heading for heading in reversed(self.headings) if heading.line < line), None)

    def section(self, line: int) -> Run:
        """The lines of the section a line stands in: to the next heading that is not deeper."""
        heading = self.above(line)
        if heading is None:
            return Run(self.matter + 1, next((one.line - 1 for one in self.headings), self.count))
        after = (one.line - 1 for one in self.headings if one.line > heading.line and one.level <= heading.level)
        return Run(heading.line, next(after, self.count))


def read_page(source: Source) -> Page:
    """The page a source is. Never raises; what nests too deep is read as a page without fences, and said so."""
    lines = source.text.split("\n")
    matter = _matter(lines)
    text = "\n".join([*("" for _ in range(matter)), *lines[matter:]])
    first = read_lines(text)
    second = read_lines("\n".join(_without_colons(text.split("\n"), first.code)))
    blocks = tuple(_block(fence, source, lines) for fence in second.fences)
    headings = tuple(_headings(lines, matter, second.code))
    return Page(source, matter, blocks, headings, second.code, second.too_deep)


def _matter(lines: list[str]) -> int:
    if lines[0].rstrip() != "---":
        return 0
    return next((number + 1 for number in range(1, len(lines)) if lines[number].rstrip() in ("---", "...")), 0)


def _without_colons(lines: list[str], code: frozenset[int]) -> Iterator[str]:
    """The lines with containers of colons (``:::mermaid``) written as fences; those in code are left."""
    inside = False
    for number, line in enumerate(lines):
        found = None if number in code else _COLONS.match(line)
        if found and not inside and found[2].casefold() == "mermaid":
            inside = True
            yield f"{found[1]}{_MARKS}{found[2]}"
        elif inside and _COLONS_END.match(line):
            inside = False
            yield _MARKS
        else:
            yield line


def _block(fence: Fence, source: Source, lines: list[str]) -> Block:
    code = fence.code.split("\n") if fence.code else []
    placed = tuple(
        (text, Place(source.path, number, column_of(text, lines[number - 1]), max(1, len(text.strip()))))
        for number, text in enumerate(code, start=fence.line + 2)
        if number <= len(lines)
    )
    last = fence.line + 1 + len(code) + fence.closed
    return Block(fence.language, fence.line + 1, min(last, len(lines)), placed, fence.closed)


def column_of(text: str, line: str) -> int:
    """The column (from 1) where the words of a text stand in a line."""
    return max(0, line.find(text.strip())) + 1


def _headings(lines: list[str], matter: int, code: frozenset[int]) -> Iterator[Heading]:
    for number in range(matter, len(lines)):
        if number in code:
            continue
        if found := _HEADING.match(lines[number]):
            yield Heading(number + 1, len(found[1]), found[2])
            continue
        under = _UNDERLINE.match(lines[number + 1]) if number + 1 < len(lines) else None
        words = lines[number].strip()
        if under and words and "|" not in words and not words.startswith((">", "-", "*")) and number + 1 not in code:
            yield Heading(number + 1, 1 if under[1][0] == "=" else 2, words)
