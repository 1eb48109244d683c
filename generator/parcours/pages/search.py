"""The pages of the search: every page from A to Z, which needs no script, and the words of the search as a script."""

from __future__ import annotations

from itertools import groupby

from parcours.link.atlas import Ref
from parcours.pages.here import Here
from parcours.pages.search_view import LetterView, SearchPage, SearchWords
from parcours.pages.views import Page
from parcours.search.entries import LETTERS
from parcours.search.fold import plain
from parcours.search.index import FOLDER

ADDRESS = f"{FOLDER}/index.html"
OTHERS = "#"
"""The heading of names that begin with no letter."""


def words_address(language: str) -> str:
    """Where the words of the search stand in a language."""
    return f"{FOLDER}/words-{language}.js"


def search_page(here: Here) -> Page:
    """Every page that has a name, from A to Z."""
    named = sorted(((plain(name), name, ref) for ref, name in here.atlas.titles.items()), key=_order)
    letters = tuple(
        LetterView(letter, _anchor(letter), tuple((ref.kind.value, here.to(ref)) for _, _, ref in rows))
        for letter, rows in groupby(named, lambda one: _letter(one[0]))
    )
    return Page(here.address, "search.html", SearchPage(here.frame("search", "search"), letters))


def words_file(here: Here, languages: tuple[str, ...]) -> Page:
    """What the search says, and in which languages there is an index."""
    view = SearchWords(here.frame("search", "search"), languages, tuple(LETTERS.items()))
    return Page(here.address, "search.js", view)


def _order(one: tuple[str, str, Ref]) -> tuple[bool, str, str, Ref]:
    folded, name, ref = one
    return _letter(folded) == OTHERS, folded, name, ref


def _letter(folded: str) -> str:
    return folded[0].upper() if folded[:1].isalpha() else OTHERS


def _anchor(letter: str) -> str:
    return "letter." + (letter.lower() if letter != OTHERS else "other")
