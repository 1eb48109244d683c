"""From the HTML Python-Markdown writes to HTML that is safe, cut at its addresses.

nh3 decides what may stay. What it writes is regular: each tag and attribute in one way, text escaped. So a small reader
goes over it once, in the order of the document, and makes it prose: headings get their anchors, addresses and drawings
leave a gap, and what a style attribute would say becomes a class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape

import nh3

from parcours.parse.prose_extensions import PIPE
from parcours.parse.prose_links import Places
from parcours.parse.prose_names import Names
from parcours.parse.prose_pieces import SCHEMES, Drawing, Heading, Link, ProseLink

_EVERYWHERE = {"class", "dir", "id", "lang", "title"}
_ALLOWED: dict[str, set[str]] = {
    "a": {"href", "data-wiki"},
    "audio": {"loop", "muted", "preload", "src"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"datetime"},
    "details": {"open"},
    "div": {"data-diagram"},
    "img": {"alt", "height", "src", "width"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "source": {"src", "type"},
    "span": {"data-task"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"abbr", "align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"height", "loop", "muted", "poster", "preload", "src", "width"},
}
_PLAIN = (
    "abbr article aside b bdi bdo blockquote br caption cite code dd dfn dl dt em figcaption figure footer h1 h2 h3 h4"
    " h5 h6 header hr i kbd mark p pre q s samp section small strong sub summary sup table tbody tfoot thead tr u ul"
    " var wbr"
)
_GONE_WITH_WORDS = {"iframe", "math", "noscript", "object", "script", "style", "svg", "template", "textarea", "title"}
_CLEANER = nh3.Cleaner(
    tags={*_ALLOWED, *_PLAIN.split()},
    clean_content_tags=_GONE_WITH_WORDS,
    attributes={"*": _EVERYWHERE, **_ALLOWED},
    link_rel=None,
    url_schemes=set(SCHEMES),
)
_PASSES = 5

_TOKEN = re.compile(r'<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?: [^\s=>"]+="[^"]*")*)>|(?P<text>[^<]+)')
_ATTRIBUTE = re.compile(r' ([^\s=>"]+)="([^"]*)"')
_EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>\n?")
_ADDRESSES = {
    "href": frozenset({"a"}),
    "src": frozenset({"audio", "img", "source", "track", "video"}),
    "poster": frozenset({"video"}),
}
_BLOCKS = frozenset(
    "article aside blockquote br caption dd details div dl dt figcaption figure footer h2 h3 h4 h5 h6 header hr li ol p"
    " pre section summary table tbody td tfoot th thead tr ul".split()
)
_VOID = frozenset({"br", "col", "hr", "img", "source", "track", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NEVER_BARE = _HEADINGS | {"a", "audio", "img", "video"}
"""Tags that are more than what is written of them, even without attributes."""
_SWITCHES = frozenset({"default", "loop", "muted", "open", "reversed"})
_CLASS = re.compile(r"[A-Za-z][\w-]*")
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)


def safe(html: str) -> str:
    """HTML with nothing in it but what prose may hold, written in one regular way.

    What is left when a tag is taken away may have to be mended (a paragraph that now stands in a paragraph), so it is
    read until it stays the same; what never does is shown as text.
    """
    for _ in range(_PASSES):
        html, before = _EMPTY_PARAGRAPH.sub("", _CLEANER.clean(html)), html
        if html == before:
            return _printable(html)
    return _printable(escape(html))


def _printable(text: str) -> str:
    """A text without characters that HTML forbids; those of our own come back as what they stand for."""
    return _NOT_TEXT.sub("", text.replace(PIPE, "|"))


@dataclass(slots=True)
class _Title:
    """A heading that is being read: where its tag goes among the parts, and which heading it is."""

    at: int
    number: int
    level: int
    own: str
    words: list[str] = field(default_factory=list[str])


class Cut:
    """Safe HTML being cut: ``parts``, ``links``, ``headings`` and ``text`` are what came of it."""

    def __init__(self, html: str, key: str, places: Places, prefix: str = "") -> None:
        self.parts: list[str | Link | Drawing] = []
        self.links: list[ProseLink] = []
        self.headings: list[Heading] = []
        self._key = f"{key}:"
        self._places = places
        self._names = Names(html, key, prefix)
        self._text: list[str] = []
        self._titles: list[_Title] = []
        self._ends: list[str] = []  # what each open tag will be closed with
        self._silent = 0  # how many open tags keep their words out of the text
        for token in _TOKEN.finditer(html):
            if token["text"]:
                self._words(token["text"])
            elif token["end"]:
                self._close(token["tag"])
            else:
                self._start(token["tag"], token["attributes"])
        self.parts = _joined(self.parts)

    @property
    def text(self) -> str:
        """The words, a line a block, white space made single."""
        lines = (" ".join(line.split()) for line in "".join(self._text).split("\0"))
        return "\n".join(line for line in lines if line)

    def _words(self, escaped: str) -> None:
        self.parts.append(escaped)
        if not self._silent:
            words = unescape(escaped)
            self._text.append(words)
            for title in self._titles:
                title.words.append(words)

    def _start(self, tag: str, written: str) -> None:
        if not written and tag not in _NEVER_BARE:
            self.parts.append(f"<{tag}>")
            self._begun(tag)
            return
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(written)}
        if self._ours(tag, attributes):
            return
        if tag in _HEADINGS:
            tag = f"h{min(6, int(tag[1]) + 1)}"
            self._heading(tag, attributes)
            return
        self.parts.append(f"<{tag}")
        self._names.adopt(attributes)
        self._addresses(tag, attributes)
        self.parts.append(f"{self._plain(attributes)}{_always(tag, attributes)}>")
        self._begun(tag)

    def _begun(self, tag: str) -> None:
        if tag not in _VOID:
            self._opened(tag, f"</{tag}>")
        elif tag in _BLOCKS:
            self._text.append("\0")

    def _heading(self, tag: str, attributes: dict[str, str]) -> None:
        level = int(tag[1])
        self._titles.append(_Title(len(self.parts), len(self.headings), level, attributes.pop("id", "")))
        self.headings.append(Heading(level, "", ""))
        self.parts.append("")  # the tag and its id, once the words of the heading are known
        self.parts.append(f"{self._plain(attributes)}>")
        self._opened(tag, f"</{tag}>")

    def _ours(self, tag: str, attributes: dict[str, str]) -> bool:
        """What our own extensions left: a drawing's place, a task. Theirs alone carry the key."""
        diagram, task = (self._keyed(attributes.pop(name, "")) for name in ("data-diagram", "data-task"))
        if diagram:
            self.parts.append(Drawing(int(diagram)))
            self._opened(tag, "")
            return True
        if task:
            box = '<input type="checkbox" disabled checked>' if task == "done" else '<input type="checkbox" disabled>'
            self.parts.append(f"<label>{box} ")
            self._opened(tag, "</label>")
            return True
        return False

    def _keyed(self, value: str) -> str:
        return value.removeprefix(self._key) if value.startswith(self._key) else ""

    def _opened(self, tag: str, end: str) -> None:
        self._ends.append(end)
        if tag in _BLOCKS:
            self._text.append("\0")

    def _close(self, tag: str) -> None:
        end = self._ends.pop() if self._ends else ""
        self.parts.append(end)
        if tag == "a" and self._silent:
            self._silent -= 1
        if tag in _HEADINGS and self._titles:
            self._entitle(self._titles.pop())
        if tag in _BLOCKS or end[2:-1] in _BLOCKS:
            self._text.append("\0")

    def _entitle(self, title: _Title) -> None:
        words = " ".join("".join(title.words).split())
        anchor = self._names.anchor(title.own, words)
        self.parts[title.at] = f'<h{title.level} id="{escape(anchor)}"'
        self.headings[title.number] = Heading(title.level, words, anchor)

    def _addresses(self, tag: str, attributes: dict[str, str]) -> None:
        """Leaves a gap for each address, and notes the link."""
        wiki = self._keyed(attributes.pop("data-wiki", ""))
        if wiki:
            self._gap("href", ProseLink(wiki, self._places.of(wiki), wiki=True))
        elif tag == "a" and (note := self._names.note(attributes.get("href", ""), attributes.get("class", ""))):
            attributes.pop("href")
            self.parts.append(note)
            self._silent += 1
        elif self._silent and tag == "a":
            self._silent += 1
        for attribute, tags in _ADDRESSES.items():
            target = attributes.pop(attribute, "")
            if target and tag in tags:
                image = tag == "img"
                alt = attributes.get("alt", "").strip() or None if image else None
                self._gap(attribute, ProseLink(target, self._places.of(target), image, alt))

    def _gap(self, attribute: str, link: ProseLink) -> None:
        self.parts.append(Link(len(self.links), attribute))
        self.links.append(link)

    @staticmethod
    def _plain(attributes: dict[str, str]) -> str:
        """The attributes that are not addresses, as they are written."""
        align = attributes.pop("align", "").casefold()
        names = [name for name in attributes.pop("class", "").split() if _CLASS.fullmatch(name)]
        if align in {"left", "center", "right"}:
            names.append(f"align-{align}")
        kept = {**({"class": " ".join(names)} if names else {}), **attributes}
        return "".join(
            f" {name}" if name in _SWITCHES else f' {name}="{escape(value)}"'
            for name, value in kept.items()
            if value or name in _SWITCHES
        )


def _always(tag: str, attributes: dict[str, str]) -> str:
    """What a tag gets whether it was written or not: a player nobody can start is of no use."""
    if tag in {"audio", "video"}:
        return " controls"
    return ' alt=""' if tag == "img" and not attributes.get("alt") else ""


def _joined(parts: list[str | Link | Drawing]) -> list[str | Link | Drawing]:
    """Parts in which no two texts follow one another."""
    joined: list[str | Link | Drawing] = []
    texts: list[str] = []
    for part in (*parts, None):
        if isinstance(part, str):
            texts.append(part)
            continue
        if text := "".join(texts):
            joined.append(text)
        texts.clear()
        if part is not None:
            joined.append(part)
    return joined
