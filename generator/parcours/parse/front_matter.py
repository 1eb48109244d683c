"""A page cut in two: the front matter between its fences, and the body below."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.parse.yaml_reader import Table, read_yaml
from parcours.source.text import Place, Source, digest_of

FENCE = "---"
CLOSING = ("---", "...")


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a page is cut, in its lines, counted from 0.

    Its front matter lies between ``start`` and ``end``, its body from ``below`` on. ``start`` is None where no fence
    opens it; ``closed`` tells whether one ends it.
    """

    lines: tuple[str, ...]
    start: int | None
    end: int
    below: int
    closed: bool

    @property
    def body(self) -> str:
        """What stands below the front matter."""
        return "\n".join(self.lines[self.below :])

    @property
    def body_line(self) -> int:
        """The line of the file where the body begins, from 1."""
        return self.below + 1

    @property
    def digest(self) -> str:
        """What identifies all above the body; of what has no end or no beginning, the whole text."""
        above = self.lines[: self.below] if self.closed else self.lines
        return digest_of("\n".join(above).encode("utf-8", "surrogatepass"))


def cut(source: Source) -> Cut:
    """Where a page is cut. Front matter that is not closed ends before the first blank line."""
    lines = tuple(source.text.split("\n"))
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or lines[start].rstrip() != FENCE:
        return Cut(lines, None, 0, 0, closed=False)
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() in CLOSING), None)
    if end is not None:
        return Cut(lines, start, end, end + 1, closed=True)
    end = next((n for n in range(start + 1, len(lines)) if not lines[n].strip()), len(lines))
    return Cut(lines, start, end, end, closed=False)


def front_matter(source: Source) -> tuple[Table, tuple[Finding, ...]]:
    """The front matter of a page as a table, and what is wrong with it."""
    return read_front_matter(cut(source), source.path)


def read_front_matter(page: Cut, path: str) -> tuple[Table, tuple[Finding, ...]]:
    """The same of a page that is cut.

    A file without front matter is all body; whether that is a mistake is for the caller to say.
    """
    start, lines = page.start, page.lines
    if start is None:
        return Table({}, path), ()
    fence = Place(path, start + 1, 1, len(FENCE))
    found = [finding("syntax/late-front-matter", fence)] if start else []
    text = "\n".join(lines[start + 1 : page.end])
    if not page.closed:
        table, _ = read_yaml(text, path, start + 2)
        return table, (*found, finding("syntax/open-front-matter", fence))
    table, of_yaml = read_yaml(f"{text}\n", path, start + 2)
    return table, (*found, *of_yaml)
