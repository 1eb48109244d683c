"""A map as one picture to take away: what it is drawn of. Everything is in words and numbers; ids stay on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Text(NamedTuple):
    """A paragraph of a cell.

    ``look`` is one of ``LOOKS`` in ``draw/poster_text.py``; ``icon`` stands before it, in the colour of the role
    ``tint`` (which is also that of the words where the look says so); ``under`` an icon are what belongs to it.
    """

    words: str
    look: str = "plain"
    icon: str = ""
    tint: str = ""
    under: bool = False


class Cell(NamedTuple):
    """Paragraphs from ``column`` (from 0) over ``columns`` columns."""

    column: int
    texts: tuple[Text, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A lane: cells, or ``drawn`` over all columns, ``height`` high. ``line`` names the blueprint's line above it."""

    label: str
    cells: tuple[Cell, ...] = ()
    drawn: str = ""
    height: float = 0
    line: str = ""
    dashed: bool = False
    felt: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """The band over the columns of a stage; ``mean`` is its mean feeling on 1 to 5, ``shown`` the figure for it."""

    name: str
    goal: str
    columns: int
    mean: float | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The head of a column: its number, what is done, and the words of a moment of truth (empty: it is none)."""

    number: str
    action: str
    moment: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A persona: a monogram, the line and the face that stand for them (by ``index``, from 0), a caption."""

    name: str
    caption: str
    index: int


@dataclass(frozen=True, slots=True)
class Poster:
    """A whole map.

    ``brief`` are labelled texts below the title; ``legend`` explains marks: an icon with its role's colour, or a name
    of ``draw/poster_legend.py`` (``face-good`` …), and its words; ``foot`` stands at the end of the legend.
    """

    title: str
    overline: str
    description: str
    language: str
    badges: tuple[str, ...]
    brief: tuple[tuple[str, str], ...]
    cast: tuple[Person, ...]
    stages: tuple[Stage, ...]
    steps: tuple[Step | None, ...]
    rows: tuple[Row, ...]
    legend: tuple[tuple[str, str, str], ...]
    foot: str
    step_label: str = ""
