"""Markup within a text, looked for only where there can be any: most texts of a body are words alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

NEEDS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "wiki": ("[[",),
    "backslash_break": ("\\\n",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "bare_address": ("http",),
    "entity": ("&",),
    "em_strong": ("*", "_", "~"),
}
"""What a text holds one of where a pattern, by its name, finds anything. One that is not named here looks at all."""

_ANY = ("",)


class Inline(InlineProcessor):
    """Python-Markdown's search for markup, with the patterns that a body gives work to, in the texts that do."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns: list[tuple[Any, tuple[str, ...]]] = []

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """As Python-Markdown's: what it says of a text without any of the marks is the text."""
        whole = "\n".join(text for one in tree.iter() for text in (one.text, one.tail) if text)
        used = [(pattern, marks) for pattern, marks in self._known() if any(mark in whole for mark in marks)]
        marks = {mark for _, marks in used for mark in marks}
        plain = [one for one in tree.iter() if _is_plain(one.text, marks)]
        for one in plain:
            one.text = AtomicString(one.text)
        self.inlinePatterns: Any = [pattern for pattern, _ in used]
        made = super().run(tree, ancestors)
        for one in plain:
            one.text = str(one.text or "")
        return made

    def _known(self) -> list[tuple[Any, tuple[str, ...]]]:
        """The patterns in their order, once all of them are there."""
        if not self._patterns:
            known = self.md.inlinePatterns
            marks = {known.get_index_for_name(name): marks for name, marks in NEEDS.items() if name in known}
            self._patterns = [(pattern, marks.get(n, _ANY)) for n, pattern in enumerate(known)]
        return self._patterns


def _is_plain(text: str | None, marks: set[str]) -> bool:
    return text is not None and not isinstance(text, AtomicString) and not any(mark in text for mark in marks)
