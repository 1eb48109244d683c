"""The lines of a Mermaid journey: its titles, sections, tasks and comments, leniently; what is none of them is kept."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from parcours.bring.task import read_task
from parcours.source.text import Place

Sort = Literal["title", "section", "description", "task", "comment", "left"]

_HEAD = re.compile(r"(?:user[ -]?)?journey\b\s*[:;]?\s*(.*)", re.IGNORECASE)
_WORD = re.compile(r"(title|section|acctitle|accdescr)\b\s*[:：]?\s*(.*)", re.IGNORECASE)
_NOT_OURS = re.compile(
    r"(?:classDef|class|click|style|linkStyle|direction|subgraph|end|graph|flowchart|participant|dateFormat|autonumber)"
    r"\b(?!.*:.*:)"
)
_BREAK = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w+;")
_CODED = re.compile(r"#(\d+|[a-zA-Z]\w*);")
_SORTS: dict[str, Sort] = {"title": "title", "acctitle": "title", "section": "section", "accdescr": "description"}


@dataclass(frozen=True, slots=True)
class Said:
    """One line and what it is; ``words`` are without the keyword, with coded characters decoded."""

    sort: Sort
    words: str
    place: Place
    raw: str


@dataclass(slots=True)
class _Script:
    """Reads lines one after the other; ``until`` is what ends the block of several lines we are in."""

    said: list[Said] = field(default_factory=list[Said])
    begun: bool = False
    until: str = ""
    sort: Sort = "comment"

    def read(self, text: str, place: Place) -> None:
        raw = text.strip()
        if self.until:
            self._inside(raw, place)
        elif not raw or (not self.begun and self._head(raw, place)):
            return
        elif raw.startswith(("%%", "//")) or re.match(r"#(?!\w+;)", raw):
            self._comment(raw, place)
        else:
            self._statement(raw, place)

    def _inside(self, raw: str, place: Place) -> None:
        ends = raw == self.until if self.until == "---" else self.until in raw
        words = raw.replace(self.until, "", 1).strip() if ends else raw
        if self.until == "---" and (found := re.match(r"title\s*:\s*(.*)", raw)):
            self.said.append(Said("title", decoded(found[1].strip("\"' ")), place, raw))
        elif words:
            self.said.append(Said(self.sort, decoded(words) if self.sort == "description" else raw, place, raw))
        self.until = "" if ends else self.until

    def _head(self, raw: str, place: Place) -> bool:
        if raw == "---" and not self.said:
            self.until, self.sort = "---", "left"
            return True
        found = _HEAD.fullmatch(raw)
        if not found:
            return False
        self.begun = True
        if found[1]:
            self.read(found[1], place)
        return True

    def _comment(self, raw: str, place: Place) -> None:
        self.said.append(Said("comment", raw, place, raw))
        if raw.startswith("%%{") and "}%%" not in raw:
            self.until, self.sort = "}%%", "comment"

    def _statement(self, raw: str, place: Place) -> None:
        found = _WORD.match(raw)
        if found and not _is_task(raw):
            self._keyword(found[1].casefold(), found[2], place, raw)
        elif _NOT_OURS.match(raw):
            self.said.append(Said("left", raw, place, raw))
        else:
            self.said.append(Said("task", decoded(_without_end(raw)), place, raw))

    def _keyword(self, word: str, rest: str, place: Place, raw: str) -> None:
        words = decoded(_without_end(rest).strip())
        if word == "accdescr" and rest.startswith("{"):
            self.sort, self.until = "description", "" if "}" in rest else "}"
            words = decoded(rest.strip("{} "))
        if words or word == "section":
            self.said.append(Said(_SORTS[word], words, place, raw))


def _is_task(raw: str) -> bool:
    """Whether a line that begins with a keyword is a whole task all the same: ``Title search: 4: Buyer``."""
    task = read_task(raw)
    return bool(task.score and task.actors and task.odd in ("", "colons") and ":" not in raw.split(maxsplit=1)[0])


def read_script(lines: Iterable[tuple[str, Place]]) -> tuple[Said, ...]:
    """What the lines of a journey say, in their order; blank lines and the word ``journey`` say nothing."""
    script = _Script()
    for text, place in lines:
        script.read(text, place)
    return tuple(script.said)


def is_journey(lines: Iterable[tuple[str, Place]]) -> bool:
    """Whether a Mermaid script is a journey: its first word says so, after front matter and comments."""
    script = _Script()
    for text, place in lines:
        script.read(text, place)
        if script.begun:
            return True
        if any(one.sort not in ("comment", "left", "title") or _is_graph(one) for one in script.said):
            return False
    return False


def _is_graph(one: Said) -> bool:
    return one.sort == "left" and _NOT_OURS.match(one.raw) is not None


def decoded(text: str) -> str:
    """A text with Mermaid's coded characters as they are meant, and breaks as spaces."""
    plain = _CODED.sub(lambda found: html.unescape(f"&#{found[1]};" if found[1].isdigit() else f"&{found[1]};"), text)
    return " ".join(_ENTITY.sub(lambda found: html.unescape(found[0]), _BREAK.sub(" ", plain)).split())


def _without_end(text: str) -> str:
    return text if re.search(r"#\w+;$", text) else text.rstrip("; ")


def words_of(said: Iterable[Said], sort: Sort) -> Iterator[Said]:
    """The lines of a sort."""
    return (one for one in said if one.sort == sort)
