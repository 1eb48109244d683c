"""A page cut in two: the front matter between its fences, and the body below."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.parse.yaml_reader import Table, read_yaml
from parcours.source.text import Place, Source

FENCE = "---"
CLOSING = ("---", "...")


@dataclass(frozen=True, slots=True)
class Split:
    """A page's two parts; ``body_line`` is the line of the file where the body begins."""

    table: Table
    body: str
    body_line: int


def split(source: Source) -> tuple[Split, tuple[Finding, ...]]:
    """The front matter as a table, and the body.

    A file without front matter is all body; whether that is a mistake is for the caller to say.
    """
    lines = source.text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or lines[start].rstrip() != FENCE:
        return Split(Table({}, source.path), source.text, 1), ()
    found: list[Finding] = []
    if start > 0:
        found.append(finding("syntax/late-front-matter", Place(source.path, start + 1, 1, len(FENCE))))
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() in CLOSING), None)
    if end is None:
        found.append(finding("syntax/open-front-matter", Place(source.path, start + 1, 1, len(FENCE))))
        end = next((n for n in range(start + 1, len(lines)) if not lines[n].strip()), len(lines))
        table, _ = read_yaml("\n".join(lines[start + 1 : end]), source.path, start + 2)
        return Split(table, "\n".join(lines[end:]), end + 1), tuple(found)
    table, of_yaml = read_yaml("\n".join(lines[start + 1 : end]) + "\n", source.path, start + 2)
    return Split(table, "\n".join(lines[end + 1 :]), end + 2), (*found, *of_yaml)
