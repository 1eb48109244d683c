"""The one way a text enters a Mermaid script.

Mermaid's grammars cut at colons, drop what follows ``#``, break at ``;``, split actors at commas and swallow lines that
begin with one of their words, most of it silently. So whatever is not known to be safe is written as ``#codepoint;``,
which Mermaid turns back into the character when it draws.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

EMPTY = "—"
"""What stands for a text with nothing in it."""

_KEPT = frozenset("-'’.()!?/+=«»°€…–— ")
_RISKY_FIRST = frozenset("-+=.'()!?/")

# Mermaid's own marks for coded characters (utils.ts, encodeEntities); it decodes labels twice, so coding does not help.
_MERMAIDS_OWN = (("\ufb02°", "fl°"), ("¶ß", "¶ ß"))

_JOINER = "\u200d"
_EMOJI_BLOCKS = ((0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF))
_EMOJI_CATEGORIES = frozenset({"So", "Sk"})  # pictures and skin tones

# "journey" needs no word end after it in Mermaid's lexer; the others do, or are words of the flow chart.
_KEYWORD = re.compile(
    r"journey|(?:title|section|acctitle|accdescr|end|graph|flowchart|subgraph|click|style|class|classdef|linkstyle"
    r"|direction|default|href|call|interpolate|sequencediagram|statediagram|classdiagram|pie|gantt|mindmap|timeline"
    r")\b",
    re.IGNORECASE,
)
# At the start of a label Mermaid 11 reads "1." and "1)" as a Markdown list, and "www." as a link, and draws an error.
_MARKDOWN = re.compile(r"(?:\d+(?=[.)])|www(?=\.)|ftp(?=:))", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_LETTERS = "[-A-Za-z0-9À-ÖØ-öø-ÿ'’.()!?/+=«»°€…–—]+"
_USUAL = re.compile(f"{_LETTERS}(?: {_LETTERS})*")
"""Texts of which every character is kept as it is, the first one apart: most."""
_NO_BREAK = frozenset("\u00a0\u202f")


def plain(text: str) -> str:
    """The text as a reader of the diagram sees it: NFC, one line, no control character, never empty.

    Newlines and runs of white space become one space (a single no-break space stays); lone surrogates and
    noncharacters, which no drawing can hold, are dropped.
    """
    if _USUAL.fullmatch(text):
        return text
    drawable = text if text.isprintable() else "".join(c for c in text if _drawable(c))
    composed = unicodedata.normalize("NFC", drawable)
    for mark, instead in _MERMAIDS_OWN:
        composed = composed.replace(mark, instead)
    return _SPACES.sub(_space, composed).strip() or EMPTY


@lru_cache(maxsize=8192)
def escape(text: str) -> str:
    """``plain(text)`` as it may stand anywhere in a script: title, section, task, actor, label.

    Letters, marks, digits, emoji, space and ``- ' ’ . ( ) ! ? / + = « » ° € … – —`` are kept; everything else becomes
    ``#codepoint;``, as does a first character that would make Mermaid read a keyword or a mark of its own.
    """
    shown = plain(text)
    first = 1 if shown[0] in _RISKY_FIRST or _KEYWORD.match(shown) else 0
    coded = {0} if first else set[int]()
    if markdown := _MARKDOWN.match(shown):
        coded.add(markdown.end())
    if not coded and _USUAL.fullmatch(shown):
        return shown
    return "".join(_code(c) if k in coded else _written(c) for k, c in enumerate(shown))


@lru_cache(maxsize=4096)
def _written(character: str) -> str:
    return character if _kept(character) else _code(character)


def _space(found: re.Match[str]) -> str:
    run = found.group()
    return run if run in _NO_BREAK else " "


def _drawable(character: str) -> bool:
    if character.isspace():
        return True
    point = ord(character)
    if 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE:
        return False
    return unicodedata.category(character) not in {"Cc", "Cs"}


def _kept(character: str) -> bool:
    if character in _KEPT:
        return True
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd" or _emoji(character, category)


def _emoji(character: str, category: str) -> bool:
    if character == _JOINER:
        return True
    point = ord(character)
    return category in _EMOJI_CATEGORIES and any(low <= point <= high for low, high in _EMOJI_BLOCKS)


def _code(character: str) -> str:
    return f"#{ord(character)};"
