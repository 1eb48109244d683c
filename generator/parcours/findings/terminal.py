"""Findings for a terminal: the source line, a caret under the very token, help; no colour here, only named parts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from parcours.findings.catalogue import told
from parcours.findings.finding import Finding, Severity
from parcours.source.text import Place, Source

WIDEST = 160
"""A source line longer than this is shown only around its mark."""
TAB = "    "

LABELS = {
    "en": {"error": "error", "warning": "warning", "advice": "advice", "help": "help:", "see": "see also:"},
    "fr": {
        "error": "erreur",
        "warning": "attention",
        "advice": "conseil",
        "help": "aide\u202f:",
        "see": "voir aussi\u202f:",
    },
}

COUNTED = {
    "en": {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.ADVICE: ("piece of advice", "pieces of advice"),
    },
    "fr": {
        Severity.ERROR: ("erreur", "erreurs"),
        Severity.WARNING: ("avertissement", "avertissements"),
        Severity.ADVICE: ("conseil", "conseils"),
    },
}


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text and the role that colours it: ``error``, ``warning``, ``advice``, ``place``, ``help`` or plain."""

    text: str
    role: str = ""


def width(text: str) -> int:
    """The columns a text takes in a terminal: wide characters and emoji two, combining marks none."""
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf")
        else 2 if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )  # fmt: skip


def excerpt(source: Source, place: Place) -> tuple[str, str]:
    """The marked line as it is shown, and the line of carets under it. Tabs become four spaces."""
    line = source.line(place.line)
    start = max(0, place.column - 1)
    stop = max(start + 1, min(len(line), start + place.length))
    cut = max(0, start - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[cut : cut + WIDEST]
    before = "".join(TAB if c == "\t" else c for c in line[cut:start])
    marked = "".join(TAB if c == "\t" else c for c in line[start:stop][:WIDEST])
    ellipsis = "…" if cut else ""
    visible = ellipsis + shown.replace("\t", TAB)
    return visible, " " * width(ellipsis + before) + "^" * max(1, width(marked))


def lines_of(found: Finding, sources: Mapping[str, Source], language: str) -> Iterator[tuple[Part, ...]]:
    """One finding, line by line: what is wrong, where, the marked line, what to do, and what else to look at."""
    labels, words = LABELS.get(language, LABELS["en"]), told(found, language)
    severity = found.severity.value
    digits = max(len(str(place.line)) for place in (found.place, *found.related))
    yield Part(labels[severity], severity), Part(f" {words.message} "), Part(f"[{found.rule}]", "rule")
    yield Part(f"{' ' * digits} --> ", "gutter"), Part(_where(found.place), "place")
    yield from _marked(found.place, sources, digits, severity)
    if words.help:
        yield Part(f"{' ' * digits} {labels['help']} ", "help"), Part(words.help)
    for other in found.related:
        yield Part(f"{' ' * digits} {labels['see']} ", "help"), Part(_where(other), "place")
        yield from _marked(other, sources, digits, "help")


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def _marked(place: Place, sources: Mapping[str, Source], digits: int, role: str) -> Iterator[tuple[Part, ...]]:
    source = sources.get(place.path)
    if source is not None and source.line(place.line).strip():
        line, carets = excerpt(source, place)
        yield Part(f"{place.line:>{digits}} | ", "gutter"), Part(line)
        yield Part(f"{' ' * digits} | ", "gutter"), Part(carets, role)


def totals(findings: Iterable[Finding], language: str) -> str:
    """How many of each severity, in words; empty when there is nothing to say."""
    counts = dict.fromkeys(Severity, 0)
    for found in findings:
        counts[found.severity] += 1
    words = COUNTED.get(language, COUNTED["en"])
    return ", ".join(f"{n} {words[severity][n > 1]}" for severity, n in counts.items() if n)
