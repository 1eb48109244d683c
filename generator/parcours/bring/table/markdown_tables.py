"""Tables of Markdown: rows of cells between bars, with a rule under the first; ragged ones and escaped bars too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.bring.page import Page
from parcours.bring.table.cell_text import plain
from parcours.bring.table.grid import Cell, Grid, squared
from parcours.source.text import Place

_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_QUOTED = re.compile(r"\s*(?:>\s?)+")


def markdown_tables(page: Page) -> Iterator[Grid]:
    """The tables of a page, in their order; none of code, nor of comments."""
    lines = page.source.text.split("\n")
    number = page.matter
    while number + 1 < len(lines):
        if number in page.code or not _begins(lines, number):
            number += 1
            continue
        end = number + 2
        while end < len(lines) and "|" in lines[end] and end not in page.code:
            end += 1
        rows = [_row(lines[n], n + 1, page.source.path) for n in (number, *range(number + 2, end))]
        yield Grid(squared(rows, page.source.path), number + 1, end)
        number = end


def _begins(lines: list[str], number: int) -> bool:
    rule = _QUOTED.sub("", lines[number + 1])
    return "|" in lines[number] and "|" in rule and "-" in rule and _RULE.fullmatch(rule) is not None


def _row(line: str, number: int, path: str) -> list[Cell]:
    """The cells of a line, its outer bars left out."""
    start = len(line) - len(_QUOTED.sub("", line)) if line.lstrip().startswith(">") else 0
    ends = [found.start() for found in _BAR.finditer(line, start)] + [len(line)]
    cells: list[Cell] = []
    at = start
    for end in ends:
        text = line[at:end]
        words = text.strip()
        column = at + len(text) - len(text.lstrip()) + 1
        cells.append(Cell(plain(words), Place(path, number, column if words else at + 1, max(1, len(words)))))
        at = end + 1
    outer = cells[1:] if line[start:].lstrip().startswith("|") else cells
    return outer[:-1] if len(outer) > 1 and not outer[-1].text and line.rstrip().endswith("|") else outer
