"""``atlas.json`` read back: every page of a project, as its files were written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from parcours.analyse.contract import REFERRING
from parcours.bring.draft import Around, Draft, Plain, Read
from parcours.bring.own.journey import Data, Home, journey_of, whole
from parcours.bring.own.pictures import with_pictures
from parcours.bring.remark import Remark, remark
from parcours.model.base import entries_of
from parcours.model.kinds import FILE_MODELS, Kind
from parcours.source.text import Place, Source

FORMAT = "parcours-atlas"
VERSION = 1
_OURS = ("id", "name", "page", "declared", "unnamed", "text", "written")


def is_atlas(source: Source) -> bool:
    """Whether a text is an ``atlas.json``, by its first words."""
    return source.text.lstrip()[:1] == "{" and f'"{FORMAT}"' in source.text[:400]


def read_atlas(source: Source, around: Around) -> Read:
    """The pages of an ``atlas.json``. Never raises; what is no such file after all is told."""
    try:
        data = entries_of(json.loads(source.text))
    except (ValueError, RecursionError) as error:
        return Read(remarks=(remark("own-broken", source.start(), reason=str(error)),))
    return read_data(data or {}, source.start(), around, "json")


def read_data(data: Data, place: Place, around: Around, kind: str) -> Read:
    """The pages of the data of an ``atlas.json``, wherever it was kept; ``kind`` is that of the export."""
    if data.get("format") != FORMAT:
        return Read(remarks=(remark("own-none", place),))
    if not isinstance(data.get("version"), int) or data["version"] > VERSION:
        return Read(remarks=(remark("own-version", place, version=data.get("version", "?")),))
    try:
        drafts, remarks = _drafts(data, place, around)
        drafts, missing = with_pictures(drafts, around, place)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        return Read(remarks=(remark("own-broken", place, reason=repr(error)),))
    return Read(
        drafts, (remark("own-read", place, count=len(drafts)), *remarks, *missing, remark(f"own-lost-{kind}", place))
    )


def _drafts(data: Data, place: Place, around: Around) -> tuple[tuple[Draft, ...], tuple[Remark, ...]]:
    names = _Names(data)
    journeys = cast("list[Data]", data.get("journeys", []))
    there = {*around.known.get(Kind.JOURNEY, {}).values(), *(str(one["id"]) for one in journeys)}
    home = Home(around.scale, names.written, frozenset(there), place)
    pages = [
        _thing(one, kind, names, place)
        for kind in FILE_MODELS
        if kind is not Kind.JOURNEY
        for one in cast("list[Data]", data.get(kind.value, []))
        if one.get("declared") or (kind is Kind.PERSONA and names.needs(str(one["id"])))
    ]
    return (*pages, *(journey_of(one, home) for one in journeys)), tuple(home.remarks)


class _Names:
    """By what words a thing is meant: its id where it has a file, else its name."""

    def __init__(self, data: Data) -> None:
        self.names: dict[tuple[Kind, str], str] = {}
        self.personas = {str(id_) for one in data.get("journeys", []) for id_ in one.get("personas", [])}
        for kind in Kind:
            for one in cast("list[Data]", data.get(kind.value, [])):
                if not one.get("declared") and kind is not Kind.JOURNEY and kind is not Kind.PERSONA:
                    self.names[kind, str(one["id"])] = str(one.get("name", one["id"]))

    def written(self, kind: Kind, id_: str) -> str:
        """The words."""
        return self.names.get((kind, id_), id_)

    def needs(self, persona: str) -> bool:
        """Whether a journey is that of a persona."""
        return persona in self.personas


def _thing(one: Data, kind: Kind, names: _Names, place: Place) -> Draft:
    id_ = str(one["id"])
    record: dict[str, Plain] = {key: whole(value) for key, value in one.items() if key not in _OURS}
    if "name" in FILE_MODELS[kind].model_fields and not one.get("unnamed"):
        record = {"name": one.get("name"), **record}
    for key, value in _referring(record, names):
        record[key] = value
    if kind is Kind.OPPORTUNITY and "steps" in record:
        written = cast("Mapping[str, Any]", one.get("written", {}))
        record["steps"] = written.get("steps") or _steps(cast("list[Data]", one["steps"]))
    return Draft(kind, id_, record, place, prose=str(one.get("text", "")), shared=True)


def _referring(record: Mapping[str, Plain], names: _Names) -> Iterator[tuple[str, Plain]]:
    for key, kind in REFERRING.items():
        value = record.get(key)
        if isinstance(value, str):
            yield key, names.written(kind, value)
        elif isinstance(value, list | tuple):
            yield key, [names.written(kind, str(one)) for one in value]


def _steps(answers: list[Data]) -> list[Plain]:
    return [f"{one['journey']}#{one['step']}" if "step" in one else str(one["journey"]) for one in answers]
