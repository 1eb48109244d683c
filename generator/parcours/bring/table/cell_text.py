"""What stands in a cell, without the markup around it, and the pieces it is made of."""

from __future__ import annotations

import html
import re

_BREAK = re.compile(r"<\s*(?:br|/p|/li|/div|hr)\s*/?>", re.IGNORECASE)
_ITEM = re.compile(r"<\s*li[^<>]*>", re.IGNORECASE)
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(([^()\s]+)[^()]*\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s]+)[^()]*\)")
_ANCHOR = re.compile(r"<a\b[^<>]*?href=[\"']?([^\"'<>\s]+)[^<>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"</?(?:b|i|u|s|em|strong|span|small|sub|sup|p|ul|ol|div|font|code|mark|center|del)\b[^<>]*>", re.IGNORECASE
)
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
_LIGHT = re.compile(r"(?<![\w*])([*_`])(?=\S)([^*_`]+)(?<=\S)\1(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_BULLET = re.compile(r"\A\s*(?:[-*+–—](?=\s)|[•◦‣▪●○→➔✓✔・]|\d{1,2}[.)](?=\s)|\[[ xX]\])\s*")
_SPLIT = re.compile(r"\n|[;；]|\s*[•◦‣▪●・]\s*")
_NUMBER = re.compile(
    r"\s*(?:第\s*[\d一二三四五六七八九十]+\s*(?:阶段|階段|段階|フェーズ|ステップ|步)\s*[:：.、\-–—]?"
    r"|(?:(?:phase|stage|step|étape|etape|fase|etapa|paso|passo|tappa|schritt|этап|шаг|фаза|阶段|階段|步骤|ステージ|フェーズ|"
    r"ステップ|단계)\s*)(?:\d+|[ivx]+|[a-z](?![a-z]))\s*(?:[:：.)、\-–—]+|\s(?=\S))"
    r"|\d{1,2}\s*(?:[:：.)、](?!\d)|[-–—](?=\s))|\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s)"
    r"|[①-⑳⓪❶-❿]|\d\ufe0f?\u20e3|🔟)\s*",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text of a cell without emphasis, tags and escapes; breaks are line ends, addresses stand in brackets."""
    text = _ANCHOR.sub(r"\2 (\1)", _ITEM.sub("\n- ", _BREAK.sub("\n", text)))
    text = _LINK.sub(r"\1 (\2)", _PICTURE.sub(r"\1 (\2)", _TAG.sub("", text)))
    for _ in range(2):
        text = _LIGHT.sub(r"\2", _STRONG.sub(r"\2", text))
    return html.unescape(_ESCAPED.sub(r"\1", text)).strip()


def pieces(text: str) -> tuple[str, ...]:
    """The things a cell lists: apart by line ends, semicolons, bullets; never by commas."""
    found = (" ".join(_BULLET.sub("", piece, count=1).split()) for piece in _SPLIT.split(text))
    return tuple(piece for piece in found if piece.strip("-–— "))


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def unnumbered(name: str) -> str:
    """A name without the number in front of it (``Phase 2:``, ``1️⃣``, ``3.``); all of it where nothing else is there."""
    rest = _NUMBER.sub("", name, count=1).strip() if _NUMBER.match(name) else name
    return rest or name
