"""``schemas(names)``: a JSON Schema for every kind of file, and for ``parcours.yml``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from parcours.model.base import Record
from parcours.model.journey import StageFile
from parcours.model.kinds import FILE_MODELS
from parcours.model.places import Home
from parcours.model.settings import Settings
from parcours.parse.yaml_core import meaning
from parcours.schema.names import STRICT, Names
from parcours.schema.patterns import spelled
from parcours.schema.pieces import SHARED, Schema, either
from parcours.schema.records import Shapes
from parcours.schema.slots import keys_of, records_in

DRAFT = "http://json-schema.org/draft-07/schema#"
"""A name, never an address to load."""

SETTINGS = "settings"

MODELS: Mapping[str, type[Record]] = {
    **{kind.word: model for kind, model in FILE_MODELS.items()},
    "stage": StageFile,
    "home": Home,
    SETTINGS: Settings,
}
"""What every kind of file is checked with, by the word for it."""


def schemas(names: Names) -> Mapping[str, Schema]:
    """The schema of every kind of file, by its word; ``Names()`` gives those of no project in particular."""
    shapes = Shapes(names)
    return {word: _schema(word, model, shapes) for word, model in MODELS.items()}


def written(schema: Schema) -> str:
    """A schema as the text of its file; the same for the same schema, always."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _schema(word: str, model: type[Record], shapes: Shapes) -> Schema:
    top = shapes.record(model)
    records = {record.__name__: shapes.record(record) for record in _below(model)}
    lists = {what: _listed(what, known) for what, known in shapes.names.known.items()}
    text = json.dumps([top, records])
    shared = {name: schema for name, schema in {**lists, **SHARED}.items() if f'/{name}"' in text}
    return {
        "$schema": DRAFT,
        "title": f"Parcours: {word}",
        **top,
        "definitions": {**dict(sorted(records.items())), **dict(sorted(shared.items()))},
    }


def _below(model: type[Record]) -> Iterable[type[Record]]:
    """All records that may stand somewhere in a record, each once."""
    found: dict[type[Record], None] = {}
    waiting = [model]
    while waiting:
        for _, field in keys_of(waiting.pop()):
            for record in records_in(field.annotation):
                if record not in found:
                    found[record] = None
                    waiting.append(record)
    return found


def _listed(what: str, known: Iterable[str]) -> Schema:
    """What can be named.

    Where no other name is taken, one may be spelled another way, and an id that looks like a number is one too.
    """
    names: list[Any] = list(known)
    if what not in STRICT:
        return {"enum": names}
    numbers = dict.fromkeys(number for name in names if isinstance(number := meaning(name), int | float))
    return either(
        {"enum": names}, *({"const": number} for number in numbers), {"type": "string", "pattern": spelled(names)}
    )
