"""What a page says of one persona: under each label its content, before anybody decides which field it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from parcours.bring.draft import Plain
from parcours.bring.persona.blocks import Block
from parcours.bring.persona.labels import field_of


@dataclass(frozen=True, slots=True)
class Said:
    """Content under a label, as it was written; ``label`` is empty for what stands under none.

    ``field`` is what the label stands for (``labels.field_of``); ``line`` is the label's.
    """

    label: str
    field: str
    line: int
    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.label or self.blocks)


@dataclass(frozen=True, slots=True)
class Person:
    """One persona of a page: the heading or name it stands under (may be empty), its line, and what is said."""

    heading: str
    line: int
    said: tuple[Said, ...] = ()
    own: Mapping[str, Plain] = field(default_factory=dict[str, Plain])
    """What is already as our own front matter has it."""

    def fields(self) -> frozenset[str]:
        """The fields something is said for."""
        return frozenset(one.field for one in self.said if one.field and (one.blocks or one.label))


_ONLY_BOLD = re.compile(r"^(?:\*\*|__)\s*(.+?)\s*(?:\*\*|__)\s*[:：]?\s*$")
_BOLD_FIRST = re.compile(r"^(?:\*\*|__)\s*([^*]+?)\s*([:：]?)\s*(?:\*\*|__)\s*([:：]|[–—-]\s)?\s*(.+)$", re.DOTALL)
_COLON = re.compile(r"^([^:：\n]{1,60}?)\s*[:：](?!//)\s*(.*)$", re.DOTALL)
_EMPHASIS = re.compile(r"^[\s*_]+|[\s*_]+$")
_HOLDING = frozenset({"", "group", "empathy", "bio", "about"})
"""Fields whose content may hold labels of its own."""
_ONCE = frozenset({"name", "kind", "segment", "age", "occupation", "location", "owner", "quote", "portrait"})
"""Fields that one text fills."""


def label_in(text: str) -> tuple[str, str, str] | None:
    """The label a text begins with, the field it stands for and what follows; None where it begins with none.

    A bold word with a colon is a label whatever it says; a plain one only where it is known.
    """
    if only := _ONLY_BOLD.match(text):
        inner = only[1]
        if "**" not in inner:
            return inner.rstrip(":： "), field_of(inner), ""
    if bold := _BOLD_FIRST.match(text):
        known = field_of(bold[1])
        if bold[2] or (bold[3] and bold[3] in ":：") or (known and bold[3]):
            return bold[1].strip(), known, bold[4].strip()
    if plain := _COLON.match(text):
        label = _EMPHASIS.sub("", plain[1])
        if known := field_of(label):
            return label, known, plain[2].strip().removeprefix("**").strip()
    return None


def parted(head: Said, blocks: tuple[Block, ...]) -> tuple[Said, ...]:
    """The content under a label (or under none) parted at the labels it holds itself; empty parts are left out.

    A list field keeps its items, whatever they begin with; only a paragraph with a known label ends it.
    """
    reader = _Reader(head)
    for n, block in enumerate(blocks):
        below = blocks[n + 1] if n + 1 < len(blocks) else None
        reader.read(block, nests=below is not None and below.sort == "item" and below.level > block.level)
    return tuple(one for one in reader.found if one)


class _Reader:
    """Lives while the content under one heading is read. ``scope`` is how far the last label reaches.

    ``page``: to the next label; ``items``: over the items that follow; ``own``: not beyond its own line. ``level`` is
    the indentation of a label that is an item: what is nested in it belongs to it.
    """

    def __init__(self, head: Said) -> None:
        self.found = [head]
        self.scope: Literal["page", "items", "own"] = "page"
        self.level = -1
        self.bold = False
        """Whether the last label is a bold word: the next one is then its equal, whatever it says."""

    def read(self, block: Block, *, nests: bool) -> None:
        if block.sort == "item":
            self._item(block, nests=nests)
        elif block.sort == "text":
            self._text(block)
        elif block.sort == "quote" and self.found[-1].field in _HOLDING:
            self.found.append(Said("", "quote", block.line, (block,)))
            self.scope, self.level = "own", -1
        else:
            self._add(block)

    def _holds(self) -> bool:
        """Whether what follows may be labels: a list of goals only goes on, a text does not."""
        last = self.found[-1]
        return self.scope != "page" or last.field in _HOLDING or (last.field in _ONCE and bool(last.blocks))

    def _item(self, block: Block, *, nests: bool) -> None:
        if self.level >= 0 and block.level > self.level:
            self._add(block)
            return
        bare = (block.text, field_of(block.text), "") if nests and field_of(block.text) else None
        told = (label_in(block.text) or bare) if self._holds() or self.level >= 0 else None
        if told is not None and (told[1] or told[2] or nests):
            self._open(told, block)
            self.scope, self.level = "own", block.level
        elif self.scope == "own":
            self._loose(block)
        else:
            self._add(block)

    def _text(self, block: Block) -> None:
        for n, line in enumerate(block.text.split("\n"), block.line):
            one = replace(block, text=line, line=n)
            told = label_in(line)
            if told is not None and (told[1] or self.bold or self._holds()):
                self._open(told, one)
                self.bold = line.lstrip().startswith(("**", "__"))
                self.scope, self.level = "items" if told[2] else "page", -1
            elif told is not None and not told[2]:
                self._add(replace(one, sort="heading", level=6, text=told[0]))
            elif n > block.line and self.found[-1].blocks:
                self._go_on(line)
            elif self.scope == "page":
                self._add(one)
            else:
                self._loose(one)

    def _open(self, told: tuple[str, str, str], block: Block) -> None:
        label, known, rest = told
        self.found.append(Said(label, known, block.line, (replace(block, text=rest),) if rest else ()))

    def _loose(self, block: Block) -> None:
        """What stands under no label."""
        if self.found[-1].label or self.found[-1].field:
            self.found.append(Said("", "", block.line))
        self.level = -1
        self.scope = "page"
        self._add(block)

    def _add(self, block: Block) -> None:
        last = self.found[-1]
        self.found[-1] = replace(last, blocks=(*last.blocks, block))

    def _go_on(self, line: str) -> None:
        """The next line of the paragraph that came last."""
        last = self.found[-1]
        block = last.blocks[-1]
        self.found[-1] = replace(last, blocks=(*last.blocks[:-1], replace(block, text=f"{block.text}\n{line}")))
