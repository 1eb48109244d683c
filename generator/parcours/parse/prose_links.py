"""Where each address of a body stands, so that what is wrong with one can be said at its place.

Python-Markdown does not say where a link was written. So whatever could be an address is looked for in the body, in
order, and matched with the addresses that came out by what they say.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from parcours.parse.prose_pieces import SCHEMES, scheme
from parcours.source.text import Place

LONGEST, DEEPEST = 2000, 32
"""How many characters of an address are looked at, and how many brackets may be open in it."""

_CANDIDATE = re.compile(
    r"(?P<inline>\]\()"
    r"|^(?P<before>[ >]*\[(?!\^)[^\[\]\n]{1,200}\]: *<?)(?P<reference>[^\s<>]+)"
    r"|\[\[(?P<wiki>[^\[\]\n]+)\]\](?!\()"
    r"|\b(?:href|src|poster)\s*=\s*(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s\"'=<>`]+))"
    r"|<(?P<auto>[a-zA-Z][\w.+-]*:[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>"
    r"|(?P<loose>\bhttps?://[^\s<>]+)",
    re.MULTILINE | re.IGNORECASE,
)
_GROUPS = ("reference", "wiki", "double", "single", "bare", "auto", "loose")
_TITLE = re.compile(r"""(?<=\S)\s+(?:"[^"]*"|'[^']*')\s*$""")
_ENTITY = re.compile(r"&#?\w+;")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|~])")
_TICKS_OR_GAP = re.compile(r"`+|\n[ \t>]*(?=\n)")
_NOT_A_LINE_END = re.compile(r"[^\n]")


@dataclass(slots=True)
class Places:
    """The places of a body's addresses, given out in the order they stand there."""

    path: str
    first_line: int
    body: str
    code: frozenset[int]
    _waiting: dict[str, deque[tuple[int, int]]] = field(default_factory=dict[str, deque[tuple[int, int]]])
    _refused: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def __post_init__(self) -> None:
        for start, end, is_address in _candidates(without_code(self.body, self.code)):
            target = decoded(self.body[start:end])
            self._waiting.setdefault(target, deque()).append((start, end - start))
            if is_address and scheme(target) not in {"", *SCHEMES}:
                self._refused.append((start, end - start))

    def refused(self) -> Iterator[tuple[str, Place]]:
        """The addresses no page may hold, and where they stand: ``javascript:…`` and the like."""
        return ((decoded(self.body[start : start + length]), self.at(start, length)) for start, length in self._refused)

    def of(self, target: str) -> Place:
        """The place of the next address that says ``target``; the last such one again when there is no other.

        The first character of the body when none says so.
        """
        spans = self._waiting.get(target)
        if spans:
            return self.at(*(spans.popleft() if len(spans) > 1 else spans[0]))
        start = max(0, self.body.find(target)) if target else 0
        length = len(target) if target and self.body.startswith(target, start) and "\n" not in target else 1
        return self.at(start, length)

    def at(self, start: int, length: int) -> Place:
        """The place of a run of characters of the body, counted from its start."""
        line_start = self.body.rfind("\n", 0, start) + 1
        line = self.first_line + self.body.count("\n", 0, start)
        return Place(self.path, line, start - line_start + 1, max(1, length))


def decoded(written: str) -> str:
    r"""What an address says once its entities and backslashes are read: ``a\_b&amp;c`` is ``a_b&c``.

    An entity ends with its semicolon, as CommonMark has it: ``a&deg.md`` stays what it is.
    """
    return _ENTITY.sub(lambda found: unescape(found[0]), _ESCAPED.sub(r"\1", written)).strip()


def without_code(body: str, code: frozenset[int]) -> str:
    """A body of the same length with spaces instead of its code (``code``: the lines that are) and its comments."""
    lines = body.split("\n")
    text = "\n".join(" " * len(line) if number in code else line for number, line in enumerate(lines))
    text = _without(text, _comments(text)) if "<!--" in text else text
    return _without(text, _code_spans(text)) if "`" in text else text


def _without(text: str, spans: Iterator[tuple[int, int]]) -> str:
    """Puts spaces in place of the spans, which stand in order; line ends stay."""
    written: list[str] = []
    done = 0
    for start, end in spans:
        written += (text[done:start], _NOT_A_LINE_END.sub(" ", text[start:end]))
        done = end
    return "".join((*written, text[done:]))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end)


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """From a run of backticks to the next of its length in the same paragraph, and so on after that one."""
    paragraph: list[tuple[int, int]] = []
    for found in _TICKS_OR_GAP.finditer(text):
        if found[0].startswith("`"):
            paragraph.append(found.span())
        else:
            yield from _pairs(paragraph)
            paragraph = []
    yield from _pairs(paragraph)


def _pairs(runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    following: dict[int, deque[int]] = {}
    for index, (start, end) in enumerate(runs):
        following.setdefault(end - start, deque()).append(index)
    closed = -1
    for index, (start, end) in enumerate(runs):
        same = following[end - start]
        same.popleft()
        if index <= closed:
            continue
        if same:
            closed = same[0]
            yield start, runs[closed][1]


def _candidates(text: str) -> Iterator[tuple[int, int, bool]]:
    """The runs that could be addresses, and whether each is one beyond doubt."""
    for found in _CANDIDATE.finditer(text):
        if found["inline"]:
            span = _inline(text, found.end())
            if span:
                yield *span, True
            continue
        start, end = next(found.span(name) for name in _GROUPS if found[name] is not None)
        if found["wiki"]:
            end = start + len(re.split(r"\\?\|", found["wiki"], maxsplit=1)[0])
        yield *_trimmed(text, start, end), found.lastgroup in {"double", "single", "bare"}


def _inline(text: str, start: int) -> tuple[int, int] | None:
    """The address after ``](``: up to the bracket that closes it, without the title."""
    while start < len(text) and text[start] in " \t":
        start += 1
    line_end = text.find("\n", start, start + LONGEST)
    end = line_end if line_end >= 0 else min(len(text), start + LONGEST)
    if text[start : start + 1] == "<":
        close = text.find(">", start, end)
        return (start + 1, close) if close > 0 else None
    depth = 1
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth > DEEPEST:
            return None
        if depth == 0:
            end = at
            break
    title = _TITLE.search(text[start:end])
    return _trimmed(text, start, start + title.start() if title else end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A run without the white space around it."""
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), end - (len(written) - len(written.rstrip()))
