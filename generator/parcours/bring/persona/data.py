"""Personas as YAML or JSON: a list, one record, or records by name, with the keys people give them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from pydantic import ValidationError

from parcours.bring.draft import Plain
from parcours.bring.persona.blocks import Block
from parcours.bring.persona.labels import field_of, is_page_word
from parcours.bring.persona.said import Person, Said
from parcours.model.base import entries_of, items_of
from parcours.model.persona import Persona
from parcours.parse.yaml_reader import Trail, read_yaml

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NAMED = ("src", "url", "path", "file", "href")
DEEPEST = 30


class Places:
    """The lines of values by their trail; those of the nearest thing around where a value has none."""

    def __init__(self, lines: Mapping[Trail, int]) -> None:
        self.lines = lines

    def at(self, trail: Trail) -> int:
        """The line (from 1) of what stands at a trail."""
        return next((self.lines[trail[:n]] for n in range(len(trail), -1, -1) if trail[:n] in self.lines), 1)


def loaded(text: str, first_line: int = 1) -> tuple[Any, Places] | None:
    """The value of a JSON or YAML text with its lines; None where it is neither a list nor a mapping."""
    shifted = "\n".join(f"  {line}" for line in text.split("\n"))
    table, findings = read_yaml(f"all:\n{shifted}", "", first_line - 1)
    lines = {trail[1:]: spot[0] for trail, spot in (*table.keys.items(), *table.spots.items()) if trail[:1] == ("all",)}
    value = None if findings or table.broken else table.value.get("all")
    if value is None:
        value = _json(text)
    return (cast("Any", value), Places(lines)) if isinstance(value, list | dict) and value else None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def persons_of(value: Any, places: Places, trail: Trail = ()) -> tuple[Person, ...]:
    """The personas of a value; none where it does not look like any."""
    items, entries = items_of(value), entries_of(value)
    if items is not None:
        people = [_person(one, places, (*trail, n)) for n, one in enumerate(items) if entries_of(one)]
        return (
            tuple(people)
            if people and len(people) == len(items) and any(one.own or one.fields() for one in people)
            else ()
        )
    if entries is None or len(trail) > DEEPEST:
        return ()
    if len(entries) == 1:
        (key, inner), *_ = entries.items()
        if is_page_word(str(key)) and isinstance(inner, list | dict):
            first, *more = persons_of(inner, places, (*trail, key)) or (_NOBODY,)
            group = Said(str(key), "group", places.at((*trail, key)))
            return (replace(first, said=(group, *first.said)), *more) if first is not _NOBODY else ()
    if not any(_field(key) for key in entries):
        named = [_named(str(key), inner, places, (*trail, key)) for key, inner in entries.items()]
        people = [person for person in named if person is not None]
        if people and len(people) == len(entries):
            return tuple(people)
    one = _person(entries, places, trail)
    return (one,) if one.own or one.fields() else ()


_NOBODY = Person("", 1)


def _spaced(key: object) -> str:
    """A key as words: ``jobTitle`` and ``job_title`` are ``job Title`` and ``job title``."""
    return _CAMEL.sub(" ", str(key)).replace("_", " ")


def _field(key: object) -> str:
    return field_of(_spaced(key))


def own_of(value: Any) -> Mapping[str, Plain]:
    """A record as it is where it is one of our own front matter; empty where it is anybody else's."""
    entries = entries_of(value)
    if not entries or not entries.keys() & _OURS:
        return {}
    try:
        Persona.model_validate(entries)
    except ValidationError:
        return {}
    return cast("Mapping[str, Plain]", entries)


_OURS = frozenset({"empathy", "behaviours", "skills", "frustrations", "portrait", "assumptions", "evidence", "segment"})
"""Keys by which our own front matter is known."""


def _named(key: str, value: Any, places: Places, trail: Trail) -> Person | None:
    if not entries_of(value):
        return None
    person = _person(value, places, trail)
    return replace(person, heading=person.heading or key) if person.said or person.own else None


def _person(value: Any, places: Places, trail: Trail) -> Person:
    own = own_of(value)
    said = tuple(_said({} if own else value, places, trail))
    told = (one for one in said if one.field == "name" and one.blocks)
    name = own.get("name") or next((one.blocks[0].text for one in told), "")
    return Person(str(name), places.at(trail), said, own)


def _said(value: Any, places: Places, trail: Trail) -> Iterator[Said]:
    all_ = entries_of(value) or {}
    for key, inner in all_.items():
        here = (*trail, key)
        field = "name" if key == "title" and "name" not in all_ else _field(key)
        label = str(key) if field else _spaced(key)
        entries = entries_of(inner)
        if field == "skills" and entries:
            yield Said(label, field, places.at(here), tuple(_skills(entries, places, here)))
        elif entries and (field in ("group", "empathy", "bio", "about") or (not field and _holds(entries))):
            yield Said(label, field or "group", places.at(here))
            yield from _said(entries, places, here)
        else:
            yield Said(label, field, places.at(here), tuple(_blocks(inner, places, here, field)))


def _holds(entries: Mapping[str, object]) -> bool:
    return any(map(_field, entries))


def _skills(entries: Mapping[str, object], places: Places, trail: Trail) -> Iterator[Block]:
    for key, value in entries.items():
        words = f"{key}: {value}/5" if isinstance(value, int | float) else f"{key}: {_flat(value)}"
        yield Block("item", words, places.at((*trail, key)))


def _blocks(value: Any, places: Places, trail: Trail, field: str) -> Iterator[Block]:
    items, line = items_of(value), places.at(trail)
    if items is not None:
        for n, one in enumerate(items):
            yield from _item(one, places.at((*trail, n)), field)
    elif (entries := entries_of(value)) is not None:
        yield from (
            _item(entries, line, field)
            if field
            else (Block("item", f"{key}: {_flat(one)}", places.at((*trail, key))) for key, one in entries.items())
        )
    elif value is not None:
        yield _picture(_flat(value), line) if field == "portrait" else Block("text", _flat(value), line)


def _item(value: object, line: int, field: str) -> Iterator[Block]:
    entries = entries_of(value) or {}
    source = next((entries[key] for key in _NAMED if entries.get(key)), None)
    if field == "portrait":
        target = _flat(source if entries else value)
        yield _picture(target, line, _flat(entries.get("alt", "")))
    elif field == "skills" and entries.get("name") and isinstance(entries.get("level"), int | float):
        yield Block("item", f"{entries['name']}: {entries['level']}/5", line)
    elif field == "quote" and entries.get("text"):
        yield Block("text", _flat(entries["text"]), line)
        yield from (Block("text", f"{key}: {_flat(one)}", line) for key, one in entries.items() if key != "text")
    else:
        yield Block("item", _flat(value), line)


def _picture(target: str, line: int, alt: str = "") -> Block:
    words = target if any(c in target for c in " ()<>") or not target else f"![{alt.replace(']', ')')}]({target})"
    return Block("text", words, line)


def _flat(value: object, deep: int = 0) -> str:
    """A value as one text."""
    entries, items = entries_of(value), items_of(value)
    if deep > DEEPEST:
        return "…"
    if entries is not None:
        return ", ".join(f"{key}: {_flat(one, deep + 1)}" for key, one in entries.items())
    if items is not None:
        return ", ".join(_flat(one, deep + 1) for one in items)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: ""}[value]
    return str(getattr(value, "written", value))
