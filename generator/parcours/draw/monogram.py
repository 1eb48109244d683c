"""A drawn portrait for a persona who has no picture: shoulders, and the initials where the head is.

Classes: ``monogram`` with ``persona-1`` to ``persona-8`` on the root, and in it ``monogram-ground``,
``monogram-figure`` and ``monogram-letters``.
"""

from __future__ import annotations

import unicodedata

from parcours.draw.svg import NAMESPACE, Attributes, colour, element, text_of, words

_SHOULDERS = "M4,96c4,-15 22,-24 44,-24s40,9 44,24Z"
_HEAD = "M48,22a20,20 0 0 1 0,40a20,20 0 0 1 0,-40Z"


def monogram(name: str, index: int) -> str:
    """A square SVG (96 units) named after the person; ``index`` (from 0) picks the colour."""
    root: Attributes = {"xmlns": NAMESPACE, "class": f"monogram persona-{colour(index)}", "viewBox": "0 0 96 96"}
    letters = initials(name)
    place: Attributes = {"class": "monogram-letters", "x": 48, "y": 44, "text-anchor": "middle"}
    return element(
        "svg",
        {**root, "width": 96, "height": 96, "role": "img", "aria-label": name or "?"},
        element("title", {}, text_of(name)) if name else "",
        element("rect", {"class": "monogram-ground", "width": 96, "height": 96, "fill-opacity": 0.16}),
        element(
            "path",
            {"class": "monogram-figure", "d": _SHOULDERS if letters else _HEAD + _SHOULDERS, "fill-opacity": 0.2},
        ),
        words(letters, {**place, "dominant-baseline": "central", "font-size": 34}) if letters else "",
    )


def initials(name: str) -> str:
    """The first letters of the first and the last word, in capitals: ``Claire de Lune`` → ``CL``; may be empty."""
    firsts = [first for word in name.replace("-", " ").split() if (first := _first(word))]
    return (firsts[0] + firsts[-1] if len(firsts) > 1 else "".join(firsts)).upper()


def _first(word: str) -> str:
    """The first letter or digit of a word with the marks that belong to it."""
    letters = unicodedata.normalize("NFC", word)
    start = next((k for k, c in enumerate(letters) if c.isalnum()), None)
    if start is None:
        return ""
    end = start + 1
    while end < len(letters) and unicodedata.category(letters[end]).startswith("M"):
        end += 1
    return letters[start:end]
