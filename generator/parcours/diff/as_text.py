"""A difference for a terminal: lines of parts with the role that colours each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parcours.diff.difference import Change
from parcours.diff.names import Names
from parcours.diff.telling import Block, Line, Telling
from parcours.findings.terminal import width

SIGNS = {Change.ADDED: "+", Change.REMOVED: "−", Change.MOVED: "⇄", Change.CHANGED: "~"}


@dataclass(frozen=True, slots=True)
class Run:
    """Some text and its role: ``title``, ``name``, ``added``, ``removed``, ``moved``, ``better`` and so on."""

    text: str
    role: str = ""


def lines_of(telling: Telling, names: Names) -> Iterator[tuple[Run, ...]]:
    """The telling, line by line."""
    yield (Run(telling.title, "title"),)
    yield (Run(telling.summary),)
    for block in telling.blocks:
        yield ()
        yield from _block(block, names)


def _block(block: Block, names: Names) -> Iterator[tuple[Run, ...]]:
    yield Run(block.title, "title"), Run(f"  {block.summary}" if block.summary else "")
    yield from ((Run(f"    {before}"), Run(curve, role)) for before, curve, role in curve_lines(block, names))
    for line in block.lines:
        yield from _line(line)


def curve_lines(block: Block, names: Names) -> Iterator[tuple[str, str, str]]:
    """Each curve twice, before and after: what stands before it, the curve, its role."""
    words = (names.say("before"), names.say("after"))
    wide = max((width(curve.name) for curve in block.curves), default=0)
    word = max(map(width, words))
    for curve in block.curves:
        for name, side, drawn, role in (
            (curve.name, *words[:1], curve.before, "before"),
            ("", *words[1:], curve.after, "after"),
        ):
            yield f"{name}{' ' * (wide - width(name))}  {side}{' ' * (word - width(side))}  ", drawn, role


def _line(line: Line) -> Iterator[tuple[Run, ...]]:
    where = f" ({line.where})" if line.where else ""
    role = line.change.value
    yield Run(f"  {SIGNS[line.change]} ", role), Run(line.name, "name"), Run(where)
    for facet in line.facets:
        yield Run("      "), Run(facet.text, facet.verdict)
