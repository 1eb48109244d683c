"""A difference as a comment on a merge request: Markdown a person might have written, and short.

What writers wrote is escaped: it can neither set type nor call anybody (``@name``) nor close a ticket (``#12``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.diff.as_text import curve_lines
from parcours.diff.difference import Change
from parcours.diff.names import Names
from parcours.diff.telling import Block, Line, Telling, shown
from parcours.diff.words import count

MOST_BLOCKS, MOST_LINES, MOST_FACETS = 8, 12, 6
"""So many journeys and kinds are told, so many lines of each and facets of a line; of the rest, how many there are."""

_MARKS = re.compile(r"([\\`*_\[\]<>|~#&])")
_CALLS = re.compile(r"([@#!])(?=\w)")
JOINER = "\u2060"
"""No width, no break: it keeps a name from being called and a number from being a ticket's."""


def as_markdown(telling: Telling, names: Names, command: str = "") -> str:
    """The comment; ``command`` tells everything where something had to be left out."""
    return "\n".join(_lines(telling, names, command)) + "\n"


def escaped(text: str) -> str:
    """Somebody's words as Markdown shows them unchanged."""
    return _MARKS.sub(r"\\\1", _CALLS.sub(rf"\1{JOINER}", " ".join(text.split())))


def _lines(telling: Telling, names: Names, command: str) -> Iterator[str]:
    yield f"### {escaped(telling.title)}"
    yield ""
    yield escaped(telling.summary)
    for block in telling.blocks[:MOST_BLOCKS]:
        yield ""
        yield from _block(block, names)
    left = len(telling.blocks) - MOST_BLOCKS
    if left > 0:
        yield ""
        yield (
            count("more", left, names.language)
            + ": "
            + ", ".join(escaped(b.title) for b in telling.blocks[-left:][:20])
        )
    if command and (left > 0 or any(_cut(block) for block in telling.blocks)):
        yield ""
        yield f"{names.say('everything')} `{command}`"


def _cut(block: Block) -> bool:
    return shown(block.lines, MOST_LINES)[1] > 0 or any(shown(line.facets, MOST_FACETS)[1] for line in block.lines)


def _block(block: Block, names: Names) -> Iterator[str]:
    yield f"**{escaped(block.title)}**" + (names.say("colon") + escaped(block.summary) if block.summary else "")
    yield ""
    if block.curves:
        yield "```text"
        yield from (f"{before}{drawn}".rstrip() for before, drawn, _ in curve_lines(block, names))
        yield "```"
        yield ""
    lines, left = shown(block.lines, MOST_LINES)
    yield from (_line(line, names) for line in lines)
    if left:
        yield f"- {count('more', left, names.language)}"


def _line(line: Line, names: Names) -> str:
    said = {Change.ADDED: "is_new", Change.REMOVED: "is_gone"}.get(line.change)
    mark = "~~" if line.change is Change.REMOVED else "**"
    name = f"{mark}{escaped(line.name)}{mark}" + (f" ({escaped(line.where)})" if line.where else "")
    first, left = shown(line.facets, MOST_FACETS)
    told = [names.say(said)] if said else []
    told += [escaped(facet.text) for facet in first]
    told += [count("more", left, names.language)] if left else []
    return f"- {name}{names.say('colon')}{names.say('semicolon').join(told)}" if told else f"- {name}"
