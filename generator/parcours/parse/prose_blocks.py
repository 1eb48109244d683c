"""How each block of a body begins, and what its lines stand in: quotations, lists, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

TAB = 4
"""The columns of a tab, and those Python-Markdown wants for each level."""

FENCE = re.compile(r" {0,3}(?:(?P<ticks>`{3,})(?P<info>[^`]*)|(?P<tildes>~{3,})(?P<words>.*))$")
HEADING = re.compile(r"#{1,6}(?: |$)")
RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
NOTE = re.compile(r"\[\^[^\]]+\]:")
ADMONITION = re.compile(r"!!! ?[\w-]")
ROW_RULE = re.compile(r"\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")
TAG = re.compile(
    r"</?(address|article|aside|audio|blockquote|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer"
    r"|form|h[1-6]|header|hr|iframe|li|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot"
    r"|th|thead|tr|ul|video)(?=[\s/>]|$)|<!--",
    re.IGNORECASE,
)

_ITEM = re.compile(r"(?P<mark>[-*+]|(?P<number>\d{1,9})[.)])(?P<gap> +|$)")


@dataclass(slots=True)
class Inside:
    """Something lines stand in. ``width`` is what a line must be indented by; ``spaced`` says a blank line has come."""

    kind: Literal["quote", "ul", "ol", "definition", "note", "admonition"]
    width: int = 0
    spaced: bool = False

    @property
    def tight(self) -> bool:
        """Whether Python-Markdown takes a list or code here without a blank line before it."""
        return self.kind in {"ul", "ol"} and not self.spaced

    def goes_on_in(self, after: list[Inside]) -> bool:
        """Whether what a line left goes on in what it entered: the next item of a list, the next definition."""
        return self.kind == "definition" or bool(after and after[0].kind == self.kind)


@dataclass(frozen=True, slots=True)
class Opening:
    """What begins at the start of a line: what it is, how it is written, and how many characters it took."""

    inside: Inside
    written: str
    length: int


def opening(rest: str, indent: int, *, alone: bool) -> Opening | None:
    """The quotation, item or definition that begins at the start of ``rest``, which stood ``indent`` columns in.

    ``alone`` is false in the middle of a paragraph, where a list may begin only with words and, where it has a number,
    with the number 1.
    """
    if rest.startswith(">"):
        return Opening(Inside("quote"), "> ", 1 + (rest[1:2] == " "))
    return _item(rest, indent, alone=alone) or _definition(rest, indent)


def is_lazy(left: list[Inside], rest: str) -> bool:
    """Whether a line that is not indented like ``left`` goes on with the paragraph there: only a new block ends one."""
    if any(one.kind in {"definition", "admonition"} for one in left):
        return False
    words = rest.lstrip(" ")
    starts = (_ITEM, FENCE, RULE, HEADING, NOTE, ADMONITION, TAG)
    return not (words.startswith(">") or any(one.match(words) for one in starts))


def indent_of(text: str, column: int = 0) -> int:
    """How many spaces stand in a text from a column on."""
    rest = text[column:]
    return len(rest) - len(rest.lstrip(" "))


def _item(rest: str, indent: int, *, alone: bool) -> Opening | None:
    found = _ITEM.match(rest)
    if not found or RULE.match(rest):
        return None
    number = found["number"]
    if not alone and (found.end() == len(rest) or (number or "1") != "1"):
        return None
    gap = len(found["gap"])
    length = len(found["mark"]) + (gap if 0 < gap <= TAB else 1)
    mark = f"{number}. " if number else f"{found['mark']} "
    return Opening(Inside("ol" if number else "ul", indent + length), mark.ljust(TAB), length)


def _definition(rest: str, indent: int) -> Opening | None:
    gap = indent_of(rest, 1)
    if not rest.startswith(":") or not 0 < gap < TAB:
        return None
    return Opening(Inside("definition", indent + 1 + gap), ":".ljust(TAB), 1 + gap)
