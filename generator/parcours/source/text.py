"""A text file of the project, and places in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

BOM = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A run of characters on one line of a file.

    ``line`` and ``column`` start at 1; ``column`` and ``length`` count characters (code points), not bytes.
    ``path`` is relative to the project folder, with forward slashes.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """A text file as it was read: decoded, without byte order mark, line ends folded to LF.

    ``path`` is relative to the project folder (``content/personas/claire.md``); ``digest`` identifies the text;
    it is empty where nobody could read that.
    """

    path: str
    text: str = field(repr=False)
    digest: str

    @classmethod
    def of(cls, path: str, text: str) -> Source:
        """The source for a text, with line ends and byte order mark made uniform."""
        text = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
        return cls(path, text, digest_of(text.encode("utf-8", "surrogatepass")))

    def line(self, number: int) -> str:
        """Line ``number`` (from 1) without its end; empty when there is no such line."""
        lines = self.text.split("\n")
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def place(self, offset: int, length: int = 1) -> Place:
        """The place ``offset`` characters into the text (0 is the first)."""
        before = self.text[:offset]
        return Place(self.path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1, length)

    def start(self) -> Place:
        """The very first character of the file."""
        return Place(self.path)


def digest_of(data: bytes) -> str:
    """A short, stable name for some bytes (BLAKE2b, 16 bytes, hexadecimal)."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
