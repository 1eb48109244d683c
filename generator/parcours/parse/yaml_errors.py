"""Mistakes of YAML told in the writer's words: what libyaml says becomes one finding at the place to mend."""

from __future__ import annotations

import json
import re
from typing import Any

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.source.text import Place

_OPENING = re.compile(r"(?:[:,\[{-] +|^)([\"'])(?=[^\"']*$)")
"""A quote at the start of a value, with no other quote up to the end of the line."""
_BAD_STARTS = (
    "found character that cannot start",
    "found a tab character",
    "block sequence entries are not allowed",
    "mapping keys are not allowed",
)
_BEGUN = ("while scanning an alias", "while scanning an anchor", "while scanning a block scalar")
"""What the parser takes a text for that begins with ``*``, ``&``, ``|`` or ``>``."""
_DASHED = re.compile(r"-[^\s-][^:]*:(?: |$)")
"""A list item whose dash stands at its word."""
_BRACKET, _FLOW_END = re.compile(r"[:-] +[\[{][^\]}]*$"), re.compile(r"[,\]}]")
"""A list or group that is open at the end of a line, and what ends a text in it."""
_KEY_VALUE = re.compile(r"^(\s*(?:- +)*[^\s#][^:]*: +)(\S.*?)\s*$")


def told_of(error: Any, text: str, path: str, first_line: int) -> Finding:
    """The finding for an error of the YAML parser."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _unreadable_character(error, text, path, first_line)
    where = _Where(lines, path, first_line, min(mark.line, len(lines) - 1), mark.column)
    problem, context = str(error.problem or ""), getattr(error, "context_mark", None)
    if problem.startswith("mapping values"):
        return _second_colon(where)
    if context is not None and str(error.context).startswith(_BEGUN):
        return _special(where, context.line, context.column)
    if problem.startswith(_BAD_STARTS):
        return _bad_start(where)
    if "unexpected end of stream" in problem and context is not None:
        return finding("syntax/unclosed-quote", where.at(context.line, context.column, 1))
    if problem.startswith("did not find expected ',' or"):
        open_ = where.at(context.line, context.column, 1) if context else where.here()
        return finding("syntax/unclosed-bracket", open_, close=problem[-2])
    if "could not find expected ':'" in problem and context is not None:
        return _no_colon(where, context.line)
    return _by_shape(where, problem)


class _Where:
    """A spot in the text by the parser's own count (from 0), told as places of the file (from 1)."""

    def __init__(self, lines: list[str], path: str, first_line: int, line: int, column: int) -> None:
        self.lines, self.path, self.first_line = lines, path, first_line
        self.line, self.column = line, column

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.lines else ""

    def at(self, line: int, column: int, length: int) -> Place:
        return Place(self.path, line + self.first_line, column + 1, max(1, length))

    def here(self) -> Place:
        return self.at(self.line, self.column, 1)


def _unreadable_character(error: Any, text: str, path: str, first_line: int) -> Finding:
    offset = getattr(error, "position", 0) or 0
    before = text[:offset]
    column = offset - (before.rfind("\n") + 1) + 1
    return finding("syntax/control-character", Place(path, first_line + before.count("\n"), column))


def _second_colon(where: _Where) -> Finding:
    """A colon inside a value that is not quoted, or a line pushed in under a value."""
    found = _KEY_VALUE.match(where.text)
    if found and where.column >= len(found[1]):
        quoted = json.dumps(found[2], ensure_ascii=False)
        place = where.at(where.line, len(found[1]), len(found[2]))
        return finding("syntax/unquoted-colon", place, suggestion=quoted)
    return _crooked(where)


def _crooked(where: _Where) -> Finding:
    """A line that is not indented like its neighbours, or a list item that would be, were there a space in it."""
    stripped = where.text.strip()
    indent = len(where.text) - len(where.text.lstrip())
    if _DASHED.match(stripped):
        place = where.at(where.line, indent, len(stripped))
        return finding("syntax/no-colon", place, suggestion=f"- {stripped[1:]}", text=stripped[:40])
    return finding("syntax/bad-indentation", where.at(where.line, 0, max(1, indent)))


def _bad_start(where: _Where) -> Finding:
    if "\t" in where.text[: len(where.text) - len(where.text.lstrip())] or where.text[where.column :][:1] == "\t":
        return finding("syntax/tab", where.at(where.line, where.text.find("\t"), 1))
    if where.text.startswith("- ", where.column):
        return finding("syntax/stray-item", where.here())
    return _special(where, where.line, where.column)


def _special(where: _Where, number: int, column: int) -> Finding:
    """A text that begins with a mark; between brackets it ends where they or a comma say so."""
    line = where.lines[number]
    rest = line[column:]
    ends = _FLOW_END.search(rest) if _BRACKET.search(line[:column]) else None
    rest = (rest[: ends.start()] if ends else rest).rstrip()
    return finding(
        "syntax/special-character",
        where.at(number, column, len(rest)),
        suggestion=json.dumps(rest, ensure_ascii=False),
        character=rest[:1],
    )


def _no_colon(where: _Where, line: int) -> Finding:
    text = where.lines[line] if line < len(where.lines) else ""
    start = len(text) - len(text.lstrip())
    written = text.strip()
    key, colon, value = written.partition(":")
    suggestion = f"{key}: {value.strip()}" if colon and value.strip() and " " not in key else ""
    return finding("syntax/no-colon", where.at(line, start, len(written)), suggestion=suggestion, text=written[:40])


def _by_shape(where: _Where, problem: str) -> Finding:
    """What is left, by the look of the line: an item where a key is meant, text after a quote, a crooked margin."""
    text = where.text
    stripped = text.lstrip()
    indent = len(text) - len(stripped)
    if where.column > indent and text[: where.column].rstrip()[-1:] in "\"'":
        opened = _opened_above(where)
        if opened is not None:
            return finding("syntax/unclosed-quote", opened)
        rest = text[where.column :].rstrip()
        return finding("syntax/after-quote", where.at(where.line, where.column, len(rest)), text=rest[:40])
    value = _KEY_VALUE.match(text)
    if value and value[2][:1] in "[{" and text[: where.column].rstrip()[-1:] in "]}":
        return _special(where, where.line, len(value[1]))
    if stripped.startswith("- "):
        return finding("syntax/stray-item", where.at(where.line, indent, 1))
    if problem.startswith(("did not find expected key", "did not find expected '-'", "did not find expected <")):
        return _crooked(where)
    return finding("syntax/yaml", where.here(), problem=problem or "?")


def _opened_above(where: _Where) -> Place | None:
    """The quote that the one before this spot was meant to be an opening of: it closed a text begun further up.

    None when the text before it begins on its own line.
    """
    mark = where.text[: where.column].rstrip()[-1:]
    if where.text[: where.column].count(mark) % 2 == 0:
        return None
    for number in range(where.line - 1, -1, -1):
        found = _OPENING.search(where.lines[number])
        if found is not None and found[1] == mark:
            return where.at(number, found.start(1), 1)
    return None
