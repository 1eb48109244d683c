"""Mermaid scripts of charts: who hands over to whom, and what brings much for little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from parcours.draw.click import allowed
from parcours.draw.mermaid_text import escape, plain

_HREF_SAFE = "/#?&=:@.,~%-_+!*"


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two nodes, by their numbers from 0, and what stands on it."""

    start: int
    end: int
    label: str = ""


def graph_script(title: str, nodes: Sequence[tuple[str, str]], arrows: Sequence[Arrow]) -> str:
    """A flow chart from left to right of nodes (words and address, which may be empty) and arrows between them."""
    lines = ["flowchart LR", f"  accTitle: {escape(title)}"]
    lines += [f'  n{n}["{escape(text)}"]' for n, (text, _) in enumerate(nodes)]
    lines += [
        f'  n{one.start} -->|"{escape(one.label)}"| n{one.end}' if one.label else f"  n{one.start} --> n{one.end}"
        for one in arrows
    ]
    hrefs = ((n, quote(href, safe=_HREF_SAFE, errors="replace")) for n, (_, href) in enumerate(nodes))
    lines += [f'  click n{n} "{href}"' for n, href in hrefs if allowed(href)]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a quadrant chart: its words, effort and impact from 1 (little) to 5 (much)."""

    text: str
    effort: float
    impact: float


def quadrant_script(
    title: str, effort: tuple[str, str], impact: tuple[str, str], quadrants: Sequence[str], points: Sequence[Point]
) -> str:
    """Mermaid's ``quadrantChart`` of effort (across) and impact (up); words for both ends of each axis.

    ``quadrants`` are named from the top right against the clock. Mermaid places points from 0 to 1; ours keep clear of
    the edges (1 is 0.05, 5 is 0.95).
    """
    lines = ["quadrantChart", f"  title {_quoted(title, bare=True)}"]
    lines += [f"  x-axis {_quoted(effort[0])} --> {_quoted(effort[1])}"]
    lines += [f"  y-axis {_quoted(impact[0])} --> {_quoted(impact[1])}"]
    lines += [f"  quadrant-{n} {_quoted(name)}" for n, name in enumerate(quadrants, start=1)]
    lines += [f"  {_quoted(one.text)}: [{_at(one.effort)}, {_at(one.impact)}]" for one in points]
    return "\n".join(lines) + "\n"


def _quoted(text: str, *, bare: bool = False) -> str:
    """A text in quotes, which it holds none of; a title takes no quotes and ends at ``;`` and ``#``."""
    shown = plain(text).replace('"', "”")
    return shown.replace(";", ",").replace("#", "№") if bare else f'"{shown}"'


def _at(weight: float) -> str:
    return f"{0.05 + 0.9 * (weight - 1) / 4:.2f}"
