"""Fenced code, which is taken out of a body before Python-Markdown reads it, and put back afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parcours.parse.prose_blocks import TAB, indent_of

_MARK, _DIGITS = ("\ufdd3", "\ufdd4"), 0xFDE0
_MARKED = re.compile(r"<p>\s*{0}([\ufde0-\ufde9]+){1}\s*</p>|{0}([\ufde0-\ufde9]+){1}".format(*_MARK))
_LANGUAGE = re.compile(r"\s*\{?\s*\.?([\w#.+-]*)")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of code: its language as written, its text, and where its opening line stands.

    ``line`` and ``column`` start at 0, in the body; ``opening`` is the opening line from its first mark on.
    """

    language: str
    code: str
    line: int
    column: int
    opening: str
    closed: bool

    @property
    def is_diagram(self) -> bool:
        """Whether a drawing takes its place. What was never closed is not a script yet."""
        return self.closed and self.language.casefold() == "mermaid"

    @property
    def marker(self) -> str:
        """The run of marks that opened it, which closes it too."""
        return self.opening[: len(self.opening) - len(self.opening.lstrip(self.opening[0]))]


@dataclass(slots=True)
class OpenFence:
    """A fence that is being read. ``depth`` is how many lists and quotations it stands in."""

    depth: int
    indent: int
    marker: str
    language: str
    line: int
    column: int
    opening: str
    code: list[str] = field(default_factory=list[str])

    @classmethod
    def at(cls, number: int, raw: str, found: re.Match[str], depth: int) -> OpenFence:
        """The fence that begins on a line, ``found`` there by ``FENCE``."""
        marker, info = found["ticks"] or found["tildes"], found["info"] or found["words"] or ""
        language = _LANGUAGE.match(info)
        column = raw.find(marker)
        named = language[1] if language else ""
        return cls(depth, indent_of(found[0]), marker, named, number, column, raw[column:].rstrip())

    def take(self, raw: str, text: str, column: int) -> bool:
        """Reads a line from a column on; ``text`` is the line with its tabs made spaces. True when it closes."""
        rest = text[column:].strip()
        if indent_of(text, column) < TAB and len(rest) >= len(self.marker) and not rest.strip(self.marker[0]):
            return True
        self.code.append(_from_column(raw, column + min(self.indent, indent_of(text, column))))
        return False

    def ended(self, *, closed: bool) -> Fence:
        """The fence, once its last line is read."""
        return Fence(self.language, "\n".join(self.code), self.line, self.column, self.opening, closed)


def mark(number: int) -> str:
    """What stands in the text for a fence. Unicode has promised never to make characters of what it is made of."""
    return "".join(chr(_DIGITS + int(digit)) for digit in str(number)).join(_MARK)


def before_mark(text: str) -> tuple[str, str]:
    """A text in two: what stands before the first mark, and the rest."""
    words, start, rest = text.partition(_MARK[0])
    return words, start + rest


def put_back(html: str, fences: Sequence[str]) -> str:
    """HTML with what the fences have become in place of their marks; a paragraph of nothing else goes with its mark."""

    def found(one: re.Match[str]) -> str:
        number = int("".join(str(ord(digit) - _DIGITS) for digit in one[1] or one[2]))
        return fences[number] if number < len(fences) else ""

    return _MARKED.sub(found, html)


def _from_column(line: str, column: int) -> str:
    """The rest of a line from a column of the screen on; tabs further right stay tabs."""
    at = 0
    for index, character in enumerate(line):
        if at >= column:
            return " " * (at - column) + line[index:]
        at += TAB - at % TAB if character == "\t" else 1
    return ""
