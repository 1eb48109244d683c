"""What the pages of the search show."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class LetterView:
    """The pages whose names begin with a letter, each with its kind."""

    letter: str
    anchor: str
    rows: tuple[tuple[str, Hyperlink], ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Every page from A to Z."""

    frame: Frame
    letters: tuple[LetterView, ...]


@dataclass(frozen=True, slots=True)
class SearchWords:
    """The words of the search as a script: ``languages`` have an index, ``kinds`` are its letters by kind."""

    frame: Frame
    languages: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
