"""The lines of a body: which stand in lists and quotations, which are code.

A forge reads CommonMark: a list may follow a paragraph at once, what belongs to an item stands under its words, and a
fence may stand in either. Python-Markdown asks for a blank line and for four columns a level. A body must look the same
in both, so its lines are read the forge's way here and written again the way Python-Markdown wants them. Fenced code
is taken out on the way: a mark stands in its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parcours.parse.prose_blocks import (
    ADMONITION,
    FENCE,
    HEADING,
    NOTE,
    ROW_RULE,
    RULE,
    TAB,
    TAG,
    UNDERLINE,
    Inside,
    indent_of,
    is_lazy,
    opening,
)
from parcours.parse.prose_fences import Fence, OpenFence, mark

DEEPEST = 20
"""How many lists and quotations may stand in one another."""

_VERBATIM = {"pre": "</pre", "script": "</script", "style": "</style", "textarea": "</textarea"}
_HOLDS_WORDS = re.compile(
    r"<(?:details|div|section|article|aside|blockquote|figure)\b(?![^>]*\bmarkdown\b)[^>]*(?=>)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Lines:
    """A body whose lines have been read.

    ``text`` is for Python-Markdown, with a mark for each of ``fences``; ``code`` are the lines of the body (from 0)
    that are code. ``too_deep`` is the line where nesting went too far, or None.
    """

    text: str
    fences: tuple[Fence, ...]
    code: frozenset[int]
    too_deep: int | None = None


def read_lines(body: str) -> Lines:
    """The lines of a body, read as a forge reads them. Takes time in proportion to its length."""
    reader = _Reader(body.split("\n"))
    for number in range(len(reader.lines)):
        reader.read(number)
        if len(reader.inside) > DEEPEST:
            return Lines("", (), frozenset(), number)
    reader.end_fence(closed=False)
    return Lines("\n".join(reader.written), tuple(reader.fences), frozenset(reader.code))


class _Reader:
    """Reads line after line; ``inside`` is what the line before stood in, outermost first."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.written: list[str] = []
        self.fences: list[Fence] = []
        self.code: set[int] = set()
        self.inside: list[Inside] = []
        self.fence: OpenFence | None = None
        self.paragraph = 0  # how many lines of a paragraph stand just above
        self.quoted = -1  # how deep the quotation stood that a blank line just ended
        self.html = ""  # what ends the raw HTML we are in: a text, or "blank" for a blank line

    def read(self, number: int) -> None:
        """Reads one line (from 0)."""
        text = self.lines[number].expandtabs(TAB)
        kept, column = self._still_inside(text)
        if self.fence and self._fenced(number, text, kept, column):
            return
        if text[column:].strip():
            self._words(number, text, kept, column)
        else:
            self._blank(kept)

    def end_fence(self, *, closed: bool) -> None:
        """Keeps the fence that is open, if one is."""
        fence, self.fence = self.fence, None
        if fence:
            self.fences.append(fence.ended(closed=closed))

    def _still_inside(self, text: str) -> tuple[int, int]:
        """How many of what the last line stood in this one stands in too, and the column where its words begin."""
        column = 0
        for kept, one in enumerate(self.inside):
            indent = indent_of(text, column)
            if one.kind == "quote":
                if indent >= TAB or text[column + indent : column + indent + 1] != ">":
                    return kept, column
                column += indent + 1
                column += text[column : column + 1] == " "
            elif column + indent < len(text):
                if indent < one.width:
                    return kept, column
                column += one.width
        return len(self.inside), column

    def _fenced(self, number: int, text: str, kept: int, column: int) -> bool:
        """Reads a line of the open fence; False when the fence ended above, with the list or quotation it stood in."""
        if self.fence is None or kept < self.fence.depth:
            self.end_fence(closed=False)
            return False
        self.code.add(number)
        if self.fence.take(self.lines[number], text, column):
            self.end_fence(closed=True)
        return True

    def _blank(self, kept: int) -> None:
        if self.inside[kept:] and self.inside[kept].kind == "quote":
            self.quoted = kept
        del self.inside[kept:]
        self.paragraph = 0
        self.html = "" if self.html == "blank" else self.html
        self._write_blank()

    def _words(self, number: int, text: str, kept: int, column: int) -> None:
        rest, left = text[column:], self.inside[kept:]
        if left and self.paragraph and is_lazy(left, rest):
            self.written.append(self._prefix() + rest.lstrip(" "))
            return
        del self.inside[kept:]
        if self.html and not left:
            self._raw_html(rest)
            return
        self.html = ""
        prefix = self._prefix()
        column, opened = self._open(text, column, fresh=bool(left))
        if left and (left[0].spaced or not left[0].goes_on_in(self.inside[kept:])):
            self._write_blank(kept)
        if left or opened:
            self.paragraph = 0
        self.quoted = -1
        self._leaf(number, prefix + opened, text[column:])

    def _open(self, text: str, column: int, *, fresh: bool) -> tuple[int, str]:
        """Enters the quotations and items that begin on a line; gives the column of its words and what to write."""
        opened = ""
        while len(self.inside) <= DEEPEST:
            indent = indent_of(text, column)
            alone = fresh or bool(opened) or not self.paragraph
            found = None if indent >= TAB else opening(text[column + indent :], indent, alone=alone)
            if not found:
                break
            if found.inside.kind == "quote" and not opened and len(self.inside) == self.quoted:
                self.written += (f"{self._prefix()}<!-- -->", "")  # or the two quotations would be one
            if not (fresh or opened) and self._wants_room(found.inside.kind):
                self._write_blank()
            self.inside.append(found.inside)
            opened += found.written
            column += indent + found.length
        return column, opened

    def _wants_room(self, kind: str) -> bool:
        """Whether Python-Markdown wants a blank line before what begins under the line above."""
        return self._tight if kind == "quote" else kind in {"ul", "ol"} and not self._tight and self.paragraph > 0

    def _leaf(self, number: int, prefix: str, rest: str) -> None:
        words = rest.lstrip(" ")
        if len(rest) - len(words) >= TAB and not self.paragraph:
            self.code.add(number)
            self.written.append(prefix + rest)
        elif (fence := FENCE.match(rest)) is not None:
            self._start_fence(number, prefix, fence)
        elif TAG.match(words):
            self._start_html(number, prefix, words)
        elif ADMONITION.match(words):
            self._write_blank()
            self.written.append(prefix + words)
            self.inside.append(Inside("admonition", TAB))
            self.paragraph = 0
        else:
            self._sentence(prefix, words)

    def _sentence(self, prefix: str, words: str) -> None:
        ends = HEADING.match(words) or RULE.match(words) or (self.paragraph and UNDERLINE.match(words))
        if ends and self._tight and prefix == self._prefix() and not UNDERLINE.match(words):
            self._write_blank()
        if words.startswith("#") and not HEADING.match(words):
            words = "\\" + words  # Python-Markdown would make a heading of #hashtag
        if self.paragraph > 1 and ROW_RULE.match(words) and "|" in self.written[-1]:
            self.written.insert(-1, self._prefix().rstrip())  # a table may follow a paragraph at once
        self.written.append(prefix + words)
        self.paragraph = 0 if ends else self.paragraph + 1
        if NOTE.match(words):
            self.inside.append(Inside("note", TAB))

    def _start_fence(self, number: int, prefix: str, found: re.Match[str]) -> None:
        self.fence = OpenFence.at(number, self.lines[number], found, len(self.inside))
        self.code.add(number)
        roomy = not self._tight
        if roomy and prefix == self._prefix():
            self._write_blank()
        self.written.append(prefix + mark(len(self.fences)))
        if roomy:
            self._write_blank()
        self.paragraph = 0

    def _start_html(self, number: int, prefix: str, words: str) -> None:
        tag = TAG.match(words)
        name = (tag[1] or "").casefold() if tag else ""
        alone = number + 1 == len(self.lines) or not self.lines[number + 1].strip()
        holder = _HOLDS_WORDS.match(words)
        if holder and (name == "details" or (alone and words[holder.end() :].strip() == ">")):
            words = f'{holder[0]} markdown="1"{words[holder.end() :]}'
        self.html = _VERBATIM.get(name, "blank") if name else "-->"
        self.paragraph = 0
        self._raw_html(words, prefix)

    def _raw_html(self, rest: str, prefix: str | None = None) -> None:
        self.written.append((self._prefix() if prefix is None else prefix) + rest)
        if self.html != "blank" and self.html in rest.casefold():
            self.html = ""

    @property
    def _tight(self) -> bool:
        return bool(self.inside) and self.inside[-1].tight

    def _prefix(self, depth: int | None = None) -> str:
        return "".join("> " if one.kind == "quote" else " " * TAB for one in self.inside[:depth])

    def _write_blank(self, depth: int | None = None) -> None:
        for one in self.inside[:depth]:
            one.spaced = True
        blank = self._prefix(depth).rstrip()
        if self.written[-1:] != [blank]:
            self.written.append(blank)
