"""A page of Markdown as blocks with their lines: headings, paragraphs, items, quotes, tables, fences, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from parcours.bring.persona.labels import field_of

Sort = Literal["heading", "text", "item", "quote", "table", "fence"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one sort, from ``line`` (from 1) on.

    ``level`` is that of a heading (1 to 6) or the indentation of an item, in columns. ``text`` is what it says, without
    the marks of its sort; that of a fence is as it was written. ``rows`` are the rows of a table, the head first.
    """

    sort: Sort
    text: str
    line: int
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)


_ATX = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_ITEM = re.compile(r"^([ \t]*)(?:[-*+•◦▪‣–—]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$")
_DEFINED = re.compile(r"^:[ \t]+(.*)$")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?(.*)$")
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})(.*)$")
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_LABEL = re.compile(r"^(\*\*|__)[^*_]{1,60}(?:[:：](?:\*\*|__)|(?:\*\*|__)\s*[:：]|(?:\*\*|__)\s*$)")
_DELIMITER = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELLS = re.compile(r"(?<!\\)\|")


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a page, in order. Simple HTML is read as the Markdown that says the same."""
    lines = [plain_line(line) for line in text.split("\n")]
    found: list[Block] = []
    n = 0
    while n < len(lines):
        n = _next(lines, n, found)
    return tuple(found)


def _next(lines: list[str], n: int, found: list[Block]) -> int:
    """Reads what begins at a line; gives the line after it."""
    line = lines[n]
    if not line.strip() or _RULE.match(line):
        return n + 1
    if mark := _FENCE.match(line):
        return _fence(lines, n, mark[1], found)
    if heading := _ATX.match(line):
        found.append(Block("heading", (heading[2] or "").strip(), n + 1, len(heading[1])))
        return n + 1
    if _is_table(lines, n):
        return _table(lines, n, found)
    if _QUOTE.match(line):
        return _quote(lines, n, found)
    if item := _ITEM.match(line):
        return _item(lines, n, len(item[1].expandtabs(4)), item[2], found)
    return _text(lines, n, found)


def _fence(lines: list[str], n: int, mark: str, found: list[Block]) -> int:
    end = next(
        (k for k in range(n + 1, len(lines)) if (shut := _FENCE.match(lines[k])) and _closes(shut, mark)),
        len(lines) - 1,
    )
    found.append(Block("fence", "\n".join(lines[n : end + 1]), n + 1))
    return end + 1


def _closes(shut: re.Match[str], mark: str) -> bool:
    return shut[1][0] == mark[0] and len(shut[1]) >= len(mark) and not shut[2].strip()


def _is_table(lines: list[str], n: int) -> bool:
    return "|" in lines[n] and n + 1 < len(lines) and "-" in lines[n + 1] and bool(_DELIMITER.match(lines[n + 1]))


def _table(lines: list[str], n: int, found: list[Block]) -> int:
    end = n + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    rows = [cells_of(line) for k, line in enumerate(lines[n:end]) if k != 1]
    found.append(Block("table", "\n".join(lines[n:end]), n + 1, rows=tuple(rows)))
    return end


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a row of a Markdown table."""
    inner = line.strip().removeprefix("|")
    cells = _CELLS.split(inner)
    if inner.endswith("|") and not inner.endswith("\\|"):
        cells = cells[:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def _quote(lines: list[str], n: int, found: list[Block]) -> int:
    end, said = n, list[str]()
    while end < len(lines) and (quoted := _QUOTE.match(lines[end])):
        said.append(quoted[1])
        end += 1
    found.append(Block("quote", "\n".join(said).strip(), n + 1))
    return end


def _item(lines: list[str], n: int, level: int, first: str, found: list[Block]) -> int:
    end, said = n + 1, [first]
    while end < len(lines) and _goes_on(lines[end]) and not _labelled(lines[end]):
        said.append(lines[end].strip())
        end += 1
    found.append(Block("item", "\n".join(said).strip(), n + 1, level))
    return end


def _labelled(line: str) -> bool:
    """Whether a line begins with a label: it is then no part of the item above, though Markdown would have it so."""
    return bool(_LABEL.match(line)) or (
        not line[:1].isspace() and ":" in line and bool(field_of(line.partition(":")[0]))
    )


def _text(lines: list[str], n: int, found: list[Block]) -> int:
    end = n + 1
    while end < len(lines) and _goes_on(lines[end]):
        if _SETEXT.match(lines[end]):
            level = 1 if "=" in lines[end] else 2
            found.append(Block("heading", " ".join(line.strip() for line in lines[n:end]), n + 1, level))
            return end + 1
        if _is_table(lines, end):
            break
        end += 1
    if end < len(lines) and end == n + 1 and _SETEXT.match(lines[end]):
        found.append(Block("heading", lines[n].strip(), n + 1, 2))
        return end + 1
    return _said(lines, n, end, found)


def _said(lines: list[str], n: int, end: int, found: list[Block]) -> int:
    """A paragraph; the definitions under a term (``: 34``) are its items."""
    said: list[str] = []
    for k in range(n, end):
        defined = _DEFINED.match(lines[k])
        if defined and said:
            found.append(Block("text", f"{' '.join(said)}: {defined[1]}", n + 1))
            said, n = [], k + 1
        elif defined:
            found.append(Block("item", defined[1], k + 1))
            n = k + 1
        else:
            said.append(lines[k].strip())
    if said:
        found.append(Block("text", "\n".join(said), n + 1))
    return end


def _goes_on(line: str) -> bool:
    """Whether a line goes on with the paragraph before it."""
    begins = _ATX.match(line) or _QUOTE.match(line) or _ITEM.match(line) or _FENCE.match(line)
    return bool(line.strip()) and not begins and not (_RULE.match(line) and not _SETEXT.match(line))


_PLAIN_TAGS = "p|div|center|span|details|summary|section|ul|ol|li|font|i|em|u"
_HTML: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->"), ""),
    (re.compile(r"<(?:b|strong)>\s*(.*?)\s*</(?:b|strong)>", re.IGNORECASE), r"**\1**"),
    (re.compile(r"<h([1-6])[^>]*>\s*(.*?)\s*</h\1>", re.IGNORECASE), "\0\\1\0 \\2"),
    (re.compile(r"<summary[^>]*>\s*(.*?)\s*</summary>", re.IGNORECASE), "\0006\0 \\1"),
    (re.compile(r"<li[^>]*>", re.IGNORECASE), "- "),
    (re.compile(rf"</?(?:{_PLAIN_TAGS})(?:\s[^>]*)?/?>", re.IGNORECASE), ""),
)
_IMG = re.compile(r"<img\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_LEVEL = re.compile("\0([1-6])\0")


def plain_line(line: str) -> str:
    """A line whose plain HTML (headings, bold, items, pictures) is Markdown."""
    if "<" not in line:
        return line.replace("\0", "")
    line = _IMG.sub(_picture, line.replace("\0", ""))
    for pattern, instead in _HTML:
        line = pattern.sub(instead, line)
    line = _LEVEL.sub(lambda level: "#" * int(level[1]), line)
    return line.lstrip() if line.lstrip().startswith(("#", "- ")) and "<" not in line else line


def _picture(tag: re.Match[str]) -> str:
    told = {
        one[1].lower(): next((value for value in one.groups()[1:] if value), "") for one in _ATTRIBUTE.finditer(tag[1])
    }
    return f"![{told.get('alt', '')}]({told.get('src', '')})" if told.get("src") else tag[0]
