"""YAML to values with the place of each, built from parse events; PyYAML's own constructors are never used."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, TypeAlias, cast

import yaml

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.parse.yaml_core import meaning
from parcours.parse.yaml_errors import told_of
from parcours.source.text import Place

Value: TypeAlias = bool | int | float | str | list["Value"] | dict[str, "Value"] | None
Trail: TypeAlias = tuple[str | int, ...]
Spot: TypeAlias = tuple[int, int, int]
"""Line, column (both from 1) and length; a Place is made of it when somebody asks."""

DEEPEST = 40
MOST_ALIASES = 200
MOST_NODES = 100_000
CORE_TAGS = frozenset({"!", *(f"tag:yaml.org,2002:{t}" for t in ("str", "int", "float", "bool", "null", "map", "seq"))})
_DECIMAL = re.compile(r"-?\d+,\d+")
"""A number as many languages write it; YAML wants a point."""
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _inside(value: Value, part: str | int) -> Value:
    if isinstance(value, dict):
        return value.get(part) if isinstance(part, str) else None
    if isinstance(value, list):
        return value[part] if isinstance(part, int) and part < len(value) else None
    return None


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping as it was read. ``broken`` says that reading stopped early: ``value`` holds what came before."""

    value: dict[str, Value]
    path: str
    spots: Mapping[Trail, Spot] = field(default_factory=dict[Trail, Spot], repr=False)
    keys: Mapping[Trail, Spot] = field(default_factory=dict[Trail, Spot], repr=False)
    broken: bool = False

    def at(self, trail: Trail) -> Value:
        """The value at a trail; nothing where there is none, as for a repeated key, which is left out."""
        return reduce(_inside, trail, cast("Value", self.value))

    def place(self, trail: Trail) -> Place:
        """The place of a value, else of the nearest thing around it."""
        for length in range(len(trail), -1, -1):
            spot = self.spots.get(trail[:length])
            if spot is not None:
                return Place(self.path, *spot)
        return Place(self.path)

    def key_place(self, trail: Trail) -> Place:
        """The place of the key a value stands under, else of the value."""
        spot = self.keys.get(trail)
        return Place(self.path, *spot) if spot else self.place(trail)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Table, tuple[Finding, ...]]:
    """The mapping a YAML text holds and what is wrong with it; ``first_line`` is where the text begins in its file."""
    reader = _Reader(text, path, first_line)
    reader.read()
    value = reader.root
    if value is not None and not isinstance(value, dict) and not reader.findings:
        reader.findings.append(finding("syntax/not-a-mapping", Place(path, *reader.spots.get((), (first_line, 1, 1)))))
    table = Table(value if isinstance(value, dict) else {}, path, reader.spots, reader.keys, broken=bool(reader.broken))
    return table, tuple(reader.findings)


class _Stop(Exception):
    pass


@dataclass(slots=True)
class _Open:
    """A mapping or list being read; ``key`` is the key a mapping's next value belongs to, ``drop`` that it repeats.

    ``flow`` says that it stands between brackets; ``last`` is then the key whose value came last.
    """

    value: dict[str, Value] | list[Value]
    trail: Trail
    key: str | None = None
    drop: bool = False
    flow: bool = False
    last: str = ""


class _Reader:
    """Builds values from events; lives only while one text is read."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.root: Value = None
        self.spots: dict[Trail, Spot] = {}
        self.keys: dict[Trail, Spot] = {}
        self.findings: list[Finding] = []
        self.open: list[_Open] = []
        self.anchors: dict[str, Value] = {}
        self.nodes = self.aliases = self.documents = 0
        self.broken = False

    def read(self) -> None:
        try:
            for event in _events(self.text):
                if type(event) is yaml.ScalarEvent:  # most are
                    self._scalar(event)
                else:
                    self._event(event)
        except _Stop:
            self.broken = True
        except yaml.YAMLError as error:
            self.broken = True
            told = told_of(error, self.text, self.path, self.first_line)
            if told.rule == "syntax/special-character":  # what seemed to stand between braces is a part of the text
                self.findings = [one for one in self.findings if one.place.line != told.place.line]
            self.findings.append(told)

    def _event(self, event: Any) -> None:
        match event:
            case yaml.MappingStartEvent():
                self._start({}, event)
            case yaml.SequenceStartEvent():
                self._start([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._stop("syntax/second-document", event)
            case _:
                pass

    def _spot(self, event: Any) -> Spot:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        length = end.column - column if end.line == line else 1
        return line + self.first_line, column + 1, length if length > 0 else 1

    def _place(self, event: Any) -> Place:
        return Place(self.path, *self._spot(event))

    def _stop(self, rule: str, event: Any) -> None:
        self.findings.append(finding(rule, self._place(event)))
        raise _Stop

    def _scalar(self, event: Any) -> None:
        if self.open:
            here = self.open[-1]
            if here.key is None:
                if type(here.value) is dict:
                    self._key(here, str(event.value), event)
                    return
            elif here.flow and self._is_bare(here, event):
                self._bare(here, here.key)
                return
        tag = event.tag
        if tag is not None and tag not in CORE_TAGS:
            self._unknown_tag(event)
        plain = event.implicit[0] or (
            tag is not None and tag.startswith("tag:yaml.org,2002:") and not tag.endswith("str")
        )
        self._put(meaning(event.value) if plain else event.value, event)

    def _unknown_tag(self, event: Any) -> None:
        place = self._place(event)
        line = self.text.split("\n")[place.line - self.first_line]
        written, _, _ = line[place.column - 1 :].partition(" ")
        self.findings.append(finding("syntax/unknown-tag", place, tag=written))

    def _key(self, here: _Open, key: str, event: Any) -> None:
        trail = (*here.trail, key)
        here.key = key
        first = self.keys.get(trail)
        here.drop = first is not None
        if first is None:
            self.keys[trail] = self._spot(event)
        else:
            related = (Place(self.path, *first),)
            self.findings.append(finding("syntax/repeated-key", self._place(event), related=related, key=key))

    def _is_bare(self, here: _Open, event: Any) -> bool:
        """Whether a key between braces has no colon after it: its empty value begins where the key ends."""
        line, column, length = self.keys[*here.trail, here.key or ""]
        start = event.start_mark
        ends = (start.line + self.first_line, start.column + 1) == (line, column + length)
        return event.value == "" and event.implicit[0] and ends and event.end_mark.column == start.column

    def _last(self, here: _Open) -> Value:
        return here.value.get(here.last) if isinstance(here.value, dict) else None

    def _bare(self, here: _Open, key: str) -> None:
        """A text cut by its comma, ``{text: Sunday, 20:40}``: told with the text it belongs to, and left out."""
        here.key, here.drop = None, False
        line, column, length = self.keys.pop((*here.trail, key))
        before = self.spots.get((*here.trail, here.last)) if here.last else None
        if before is None or before[0] != line or not isinstance(self._last(here), str | int | float):
            self.findings.append(finding("syntax/no-colon", Place(self.path, line, column, length), text=key[:40]))
            return
        if self.findings and self.findings[-1].rule == "syntax/comma-in-braces":
            told = self.findings[-1].place
            if (told.line, told.column) == (line, before[1]):
                self.findings.pop()
        place = Place(self.path, line, before[1], column + length - before[1])
        written = self.text.split("\n")[line - self.first_line][before[1] - 1 : column + length - 1]
        meant = written.replace(",", ".") if _DECIMAL.fullmatch(written) else json.dumps(written, ensure_ascii=False)
        self.findings.append(finding("syntax/comma-in-braces", place, suggestion=meant, text=key[:40]))

    def _put(self, value: Value, event: Any) -> Trail:
        """Stores a finished or opened value where it belongs, and notes its place."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._stop("syntax/too-much", event)
        trail: Trail = ()
        if not self.open:
            self.root = value
        else:
            here = self.open[-1]
            if isinstance(here.value, list):
                here.value.append(value)
                trail = (*here.trail, len(here.value) - 1)
            else:
                key = here.key or ""
                trail = (*here.trail, key)
                if here.drop:
                    # Kept out, but read to its end: the first of two equal keys stays.
                    trail = (*here.trail, f"\0{key}")
                else:
                    here.value[key] = value
                here.key, here.drop, here.last = None, False, key
        self.spots[trail] = self._spot(event)
        if event.anchor and not isinstance(event, yaml.AliasEvent):
            self.anchors[event.anchor] = value
        return trail

    def _start(self, value: dict[str, Value] | list[Value], event: Any) -> None:
        if len(self.open) >= DEEPEST:
            self._stop("syntax/too-deep", event)
        here = self.open[-1] if self.open else None
        if here is not None and isinstance(here.value, dict) and here.key is None:
            self._stop("syntax/key-not-text", event)
        trail = self._put(value, event)
        if event.tag is not None and event.tag not in CORE_TAGS:
            self._unknown_tag(event)
        self.open.append(_Open(value, trail, flow=bool(event.flow_style)))

    def _alias(self, event: Any) -> None:
        self.aliases += 1
        if self.aliases > MOST_ALIASES:
            self._stop("syntax/too-much", event)
        if event.anchor not in self.anchors:
            self._stop("syntax/unknown-alias", event)
        value = self.anchors[event.anchor]
        if any(opened.value is value for opened in self.open):
            self._stop("syntax/alias-of-itself", event)
        self.nodes += sum(1 for _ in _nodes(value, MOST_NODES))
        self._put(value, event)


def _events(text: str) -> Iterator[Any]:
    """The events of a text; like ``yaml.parse``, which asks each time whether there is one more before it takes it."""
    loader = Loader(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


def _nodes(value: Value, most: int) -> Iterator[None]:
    """Counts what an alias stands for, so that a few lines cannot stand for millions."""
    waiting: list[Value] = [value]
    while waiting and most > 0:
        most -= 1
        yield None
        top = waiting.pop()
        if isinstance(top, dict):
            waiting.extend(top.values())
        elif isinstance(top, list):
            waiting.extend(top)
