"""Python-Markdown as prose needs it: the extensions writers expect, and ours.

Ours are ``[[claire]]``, task lists, ``~~struck~~``, bare addresses that become links, a backslash at the end of a line
that breaks it, and a count of the work a text costs.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from parcours.parse.prose_effort import Effort, count_block, count_lines, count_tags
from parcours.parse.prose_fences import before_mark
from parcours.parse.prose_inline import Inline
from parcours.parse.prose_links import decoded

PIPE = "\ufdd2"
"""What stands for the bar of ``[[claire|her words]]``, which a table would take for the end of a cell."""

Match = tuple[Element | str | None, int | None, int | None]

_WIKI = rf"(?<![!\\])\[\[([^\[\]\n{PIPE}]+)(?:{PIPE}([^\[\]\n]*))?\]\](?!\()"
_WIKI_BAR = re.compile(r"\[\[[^\[\]\n|]{1,500}?(\\?\|)[^\[\]\n]{0,1000}\]\]")
_BARE = r"(?<![\w/:@.-])https?://[^\s<>\x02\x03]*[^\s<>\x02\x03.,;:!?'\"*_~)\]}»’]"
_TASK = re.compile(r"\[([ xX])\] +")


class Engine:
    """One Python-Markdown, used by one call at a time."""

    def __init__(self) -> None:
        self.effort = Effort()
        self.key = ""
        self.markdown = Markdown(
            output_format="html",
            extensions=[
                TableExtension(use_align_attribute=True),
                FootnoteExtension(BACKLINK_TITLE=""),
                AttrListExtension(),
                DefListExtension(),
                AdmonitionExtension(),
                SaneListExtension(),
                AbbrExtension(),
                MarkdownInHtmlExtension(),
                _ProseExtension(self),
            ],
        )

    def convert(self, text: str, key: str) -> str:
        """The HTML of a text, not yet made safe. ``key`` marks what only we may write; the text must not hold it.

        Raises whatever Python-Markdown raises, and TooTangled.
        """
        self.key = key
        self.effort.grant(len(text))
        count_lines(text, self.effort)
        count_tags(text, self.effort)
        self.markdown.reset()
        return self.markdown.convert(_WIKI_BAR.sub(_set_bar, text))


_IDLE: deque[Engine] = deque(maxlen=4)
# Building an engine costs more than reading a page with it, and it is not safe in two threads at once. A deque hands
# out and takes back in one step, so each engine is in one call's hands only; one that failed is thrown away.


def convert(text: str, key: str) -> str:
    """The HTML of a text by an idle engine; see ``Engine.convert``."""
    try:
        engine = _IDLE.pop()
    except IndexError:
        engine = Engine()
    html = engine.convert(text, key)
    _IDLE.append(engine)
    return html


def _set_bar(found: re.Match[str]) -> str:
    start = found.start()
    return found[0][: found.start(1) - start] + PIPE + found[0][found.end(1) - start :]


class _ProseExtension(Extension):
    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        md.inlinePatterns.register(_WikiLink(self.engine), "wiki", 185)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 184)
        md.inlinePatterns.register(_BareAddress(_BARE, md), "bare_address", 85)
        if md.delimiters is not None:
            md.delimiters.add("~", "del", double=True)
        md.treeprocessors.register(_Tasks(self.engine), "tasks", 25)
        md.treeprocessors.register(Inline(md), "inline", 20)
        md.parser.blockprocessors.register(_BlockMeter(md, self.engine.effort), "meter", 1000)
        for pattern in md.inlinePatterns:
            _meter(pattern, self.engine.effort)


class _WikiLink(InlineProcessor):
    """``[[claire]]`` and ``[[claire|her words]]``, marked with the key so that no writer's HTML can pass for one."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(_WIKI)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: ARG002, N802
        target, words = decoded(m[1]), (m[2] or "").strip()
        if not target:
            return None, m.start(), m.end()
        link = Element("a", {"data-wiki": f"{self.engine.key}:{target}"})
        link.text = words or AtomicString(m[1].strip())
        return link, m.start(), m.end()


class _BareAddress(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802
        end = m.end()
        if data[end : end + 1] == ")" and m[0].count("(") > m[0].count(")"):
            end += 1
        link = Element("a", {"href": data[m.start() : end].replace("&amp;", "&")})
        link.text = AtomicString(data[m.start() : end])
        return link, m.start(), end


class _Tasks(Treeprocessor):
    """``- [x] done``: the words of the item become a span marked with the key, later a label around its box."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            holder = item if (item.text or "").strip() or not len(item) or item[0].tag != "p" else item[0]
            found = _TASK.match(holder.text or "")
            if not found:
                continue
            words, rest = before_mark((holder.text or "")[found.end() :])
            state = "done" if found[1] in "xX" else "open"
            label = Element("span", {"data-task": f"{self.engine.key}:{state}"})
            label.text, label.tail = words, rest
            holder.text = None
            holder.insert(0, label)
            item.set("class", "task")


class _BlockMeter(BlockProcessor):
    """Takes no block: counts each that comes by, since one that is split comes by again and again."""

    def __init__(self, md: Markdown, effort: Effort) -> None:
        super().__init__(md.parser)
        self.effort = effort

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        count_block(block, self.effort)
        return False


def _meter(pattern: Any, effort: Effort) -> None:
    """Makes an inline pattern count what it looks at. Its methods are replaced, as many classes share them."""
    handle: Callable[[re.Match[str], str], Match] = pattern.handleMatch

    def handled(m: re.Match[str], data: str) -> Match:
        effort.spend(len(data) // 40)
        return handle(m, data)

    pattern.handleMatch = handled
    for name in ("getText", "getLink"):
        if hasattr(pattern, name):
            setattr(pattern, name, _counting(getattr(pattern, name), effort))
    if hasattr(pattern, "find_code_spans"):
        pattern.find_code_spans = _counting_spans(pattern.find_code_spans, effort)


def _counting(look: Callable[[str, int], Any], effort: Effort) -> Callable[[str, int], Any]:
    def looked(data: str, index: int) -> Any:
        found = look(data, index)
        effort.spend((found[-2] if found[-1] else len(data)) - index)
        return found

    return looked


def _counting_spans(look: Callable[[int, str], Any], effort: Effort) -> Callable[[int, str], Any]:
    def looked(start: int, text: str) -> Any:
        found = look(start, text)
        effort.spend((found[1] or len(text)) - start)
        return found

    return looked
