"""How much work a body may ask for.

Python-Markdown looks at some texts again and again: a long run of opening brackets costs the square of its length, and
minutes come of it. A clock would make the result depend on the machine, so characters looked at are counted instead.
"""

from __future__ import annotations

import re
from collections import Counter

LEAST, EACH = 4_000_000, 30
"""What any body may cost, and what each of its characters adds, in characters looked at by Python code."""

_TAG = re.compile(r"<(?:(?P<end>/)?(?P<name>[a-zA-Z][a-zA-Z0-9]*)|[!?])")
_NOTE = re.compile(r"\[\^([^\]\n]{1,200})\]")
_VOID = frozenset("area br col embed hr img input link meta p source td th tr track wbr".split())
_DEEPEST = 500


class TooTangled(Exception):
    """A text asks for more work than it may; it never leaves ``parse``."""


class Effort:
    """What is left of the work one body may cost."""

    __slots__ = ("_left",)

    def __init__(self) -> None:
        self._left = 0

    def grant(self, length: int) -> None:
        """Begins anew, for a body of so many characters."""
        self._left = LEAST + EACH * length

    def spend(self, characters: int) -> None:
        """Counts characters looked at. Raises TooTangled when that was too many."""
        self._left -= characters
        if self._left < 0:
            raise TooTangled


def count_lines(text: str, effort: Effort) -> None:
    """Counts what each line and each cell of a table costs, however short. Raises TooTangled when it is too much.

    A footnote that is mentioned often goes through its mentions at each.
    """
    effort.spend(400 * text.count("\n") + 100 * text.count("|"))
    effort.spend(sum(10 * times * times for times in Counter(_NOTE.findall(text)).values()))


def count_block(block: str, effort: Effort) -> None:
    """Counts one look at a block. Raises TooTangled when it is too much.

    All the words set off in one paragraph are looked through for the place of each.
    """
    stars = block.count("*") + block.count("_") + block.count("~")
    effort.spend(len(block) + stars * stars // 50)


def count_tags(text: str, effort: Effort) -> None:
    """Counts what reading the HTML in a text costs. Raises TooTangled when it is too much, or nested too deeply.

    A reader of HTML that finds ``<a`` or ``<!`` looks for its end, and begins again one character further if there is
    none.
    """
    depth = 0
    ends = (text.rfind(">"), text.rfind("-->"), text.rfind("]>"))
    for tag in _TAG.finditer(text):
        start = tag.start()
        if tag["name"] is None:
            effort.spend(len(text) - start if start > min(ends) else 100)
            continue
        close = text.find(">", start, start + 10_000) if start < ends[0] else -1
        effort.spend((len(text) if close < 0 else close) - start)
        if tag["name"].casefold() not in _VOID:
            depth = max(0, depth + (-1 if tag["end"] else 1))
            if depth > _DEEPEST:
                raise TooTangled
