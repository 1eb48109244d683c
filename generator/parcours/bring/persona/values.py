"""Texts of a page as values of fields: without marks of Markdown, parted where their field is a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parcours.bring.persona.blocks import Block

PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+[\"'(][^)]*[\"')])?\s*\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+[\"'][^\"']*[\"'])?\s*\)")
_WIKI = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"`([^`\n]+)`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_QUOTES = '“”"«»„‟「」『』《》'
_APART = re.compile(r"\s*[;；・]\s*|\s+[•◦▪]\s+")
_COMMAS = re.compile(r"\s*[,、，]\s*")
_SAID_BY = re.compile(r"(?:\n|^|(?<=[.!?”»\"」])\s+)\s*[—–―-]{1,2}\s*([^\n—]{1,60})$")


@dataclass(frozen=True, slots=True)
class PictureSeen:
    """A picture of the source: where it is, what it shows, its line."""

    src: str
    alt: str
    line: int


def pictures_of(blocks: Sequence[Block]) -> tuple[PictureSeen, ...]:
    """The pictures in some blocks, in order; those in fences are text."""
    return tuple(
        PictureSeen(found[2], found[1].strip(), block.line)
        for block in blocks
        if block.sort != "fence"
        for found in PICTURE.finditer(block.text)
    )


def without_pictures(text: str) -> str:
    """A text without its pictures, and without what was around nothing else (a link's brackets)."""
    return re.sub(r"\[\s*\]\(([^)\s]+)\)", r"\1", PICTURE.sub("", text)).strip()


def plain(text: str) -> str:
    """A text on one line, without Markdown's marks; the address of a link follows its words."""
    text = _LINK.sub(_linked, without_pictures(text))
    text = _WIKI.sub(lambda one: f"{one[2]} ({one[1]})" if one[2] else one[1], text)
    for pattern, group in ((_BOLD, 2), (_ITALIC, 2), (_CODE, 1)):
        text = pattern.sub(rf"\{group}", text)
    return " ".join(_ESCAPED.sub(r"\1", re.sub(r"<br\s*/?>", " ", text, flags=re.IGNORECASE)).split())


def _linked(link: re.Match[str]) -> str:
    words, target = link[1].strip(), link[2]
    return target if not words or words == target else f"{words} ({target})"


def listed(blocks: Sequence[Block]) -> Iterator[str]:
    """Blocks as the items of a list: never parted at commas. A sub-heading goes before each of the items under it."""
    under = ""
    for block in blocks:
        if block.sort == "heading":
            under = plain(block.text)
            continue
        parts = [block.text] if block.sort == "quote" else _APART.split(block.text)
        for part in parts:
            if words := plain(part):
                yield f"{under}: {words}" if under else words


def short(text: str) -> tuple[str, ...]:
    """A text of short things between commas (``phone, laptop``) as these; any other as it is."""
    parts = [part for part in _COMMAS.split(text.rstrip(".")) if part]
    return tuple(parts) if len(parts) > 1 and all(len(part.split()) <= 3 for part in parts) else (text,)


def quoted(text: str, name: str) -> str:
    """A quote without its marks, and without its author where that is the persona."""
    said = text.strip()
    author = _SAID_BY.search(said)
    if author and name and author[1].strip(" *_").casefold() in (name.casefold(), name.split(maxsplit=1)[0].casefold()):
        said = said[: author.start()].strip()
    said = plain(said)
    inner = said.strip(_QUOTES + " ")
    return inner if inner and not any(mark in inner for mark in _QUOTES) else said


_LEVEL = re.compile(r"^(.*?\S)\s*[:：–—-]?\s*\(?\b([1-5])\s*(?:/\s*5|von 5|sur 5|of 5|de 5|out of 5)\)?$")
_STARS = re.compile(r"^(.*?\S)\s*[:：–—-]?\s*([★⭐●⬤◉▮■]{1,5})[☆○◯▯□]*$")


def skill(text: str) -> str | dict[str, str | float]:
    """A skill with its level, from 1 to 5, where that is told as figures or stars."""
    if found := _LEVEL.match(text):
        return {"name": found[1].rstrip(" :："), "level": float(found[2])}
    if found := _STARS.match(text.replace("\ufe0f", "")):
        return {"name": found[1].rstrip(" :："), "level": float(len(found[2]))}
    return text
