"""The ids of prose: of its headings, its footnotes, and those a writer gave.

The page around it has ids with a dot (``step.pay``), so prose has none with one. Footnotes carry a few letters of the
text's digest, since two pieces of prose on one page both have a note 1.
"""

from __future__ import annotations

import re

from parcours.source.address import slug

_WRITTEN = re.compile(r' id="([^"]*)"')
_NOTE = re.compile(r"(fn|fnref\d*):(.+)", re.DOTALL)
_ROLES = {"footnote-ref": "doc-noteref", "footnote-backref": "doc-backlink"}


class Names:
    """Gives out ids, each once. ``html`` is the safe HTML they are for, ``key`` the digest of its text.

    ``prefix`` keeps the ids of several pieces of prose on one page apart.
    """

    def __init__(self, html: str, key: str, prefix: str) -> None:
        self._prefix = prefix
        self._short = key[:6]
        self._notes: dict[str, str] = {}
        written = [name for name in _WRITTEN.findall(html) if name]
        labels: dict[str, int] = {}
        for name in written:
            if note := _NOTE.fullmatch(name):
                number = labels.setdefault(note[2], len(labels) + 1)
                self._notes[name] = f"{note[1]}-{self._short}-{number}"
        self._kept = {self._own(name) for name in written}
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def adopt(self, attributes: dict[str, str]) -> None:
        """Makes the id a writer gave an element fit for the page."""
        own = self._own(attributes.pop("id", ""))
        if own:
            attributes["id"] = self._give(own, kept=False)

    def anchor(self, own: str, words: str) -> str:
        """The id of a heading: its own, or one made of its words and different from all others."""
        if name := self._own(own):
            return self._give(name, kept=False)
        return self._give(slug(words) or "section", kept=True)

    def note(self, href: str, classes: str) -> str:
        """The attributes of a link to a footnote or back; empty for any other link.

        The role is what a screen reader says, in its own language.
        """
        name = self._notes.get(href.removeprefix("#")) if href.startswith("#") else None
        role = _ROLES.get(classes)
        return f' href="#{name}"' + (f' role="{role}"' if role else "") if name else ""

    def _own(self, name: str) -> str:
        return self._notes.get(name) or re.sub(r"[\s.]+", "-", name).strip("-")

    def _give(self, name: str, *, kept: bool) -> str:
        """A name not yet given; where ``kept``, not one that a writer gave either."""
        given, number = name, self._last.get(name, 1)
        while given in self._given or (kept and given in self._kept):
            number += 1
            given = f"{name}-{number}"
        self._last[name] = number
        self._given.add(given)
        return self._prefix + given
