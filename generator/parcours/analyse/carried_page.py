"""A journey's page of Markdown (``export markdown``) as the cells of a map: what it shows of each step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADING = re.compile(r"(#{1,3}) (.*)")
_BULLET = re.compile(r"- \*\*((?:[^*\\]|\\.)+)\*\*(?: (.*))?")
_NUMBER = re.compile(r"(\d+\.\d+) (.*)")
_MEAN = re.compile(r" \(\d[\d.,]*\)$")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#|~])")


@dataclass(slots=True)
class Section:
    """What stands under a heading: ``number`` is that of a step (``1.2``), empty for a stage or the journey."""

    level: int
    title: str
    number: str = ""
    cells: dict[str, str] = field(default_factory=dict[str, str])
    drawn: bool = False


def sections_of(text: str) -> Iterator[Section]:
    """The sections of a page, in order, without its diagrams. Lines under a bullet belong to it."""
    found: list[Section] = []
    label = ""
    for line in text.split("\n"):
        if heading := _HEADING.fullmatch(line):
            found.append(_section(len(heading[1]), heading[2]))
            label = ""
        elif found and line.startswith(("```", "~~~")):
            found[-1].drawn = True
        elif found and (bullet := _BULLET.fullmatch(line)):
            label = plain(bullet[1])
            found[-1].cells[label] = plain(bullet[2] or "")
        elif found and label and line.startswith("  - "):
            told = found[-1].cells[label]
            found[-1].cells[label] = f"{told}\n{plain(line[4:])}".strip()
        elif not line.strip():
            label = ""
    return (section for section in found if not section.drawn)


def _section(level: int, words: str) -> Section:
    number = _NUMBER.fullmatch(words) if level == 3 else None
    if number:
        return Section(level, plain(number[2]), number[1])
    return Section(level, plain(_MEAN.sub("", words) if level == 2 else words))


def plain(text: str) -> str:
    """A text without the marks that keep its signs from meaning anything."""
    return _ESCAPED.sub(r"\1", text).strip()
