"""``export markdown`` read back: the map each page carries in a comment, with what was changed in its words."""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from parcours.analyse.carried import MARK
from parcours.analyse.carried_page import Section, sections_of
from parcours.bring.draft import Around, Read
from parcours.bring.own.atlas import read_data
from parcours.bring.own.columns import Column, Data, Returned
from parcours.bring.remark import remark
from parcours.model.base import entries_of, items_of
from parcours.source.text import Place, Source

_CARRIED = re.compile(rf"<!-- {MARK}\n([A-Za-z0-9+/=\s]+)-->")
LARGEST = 20_000_000
"""Bytes that what is carried may unpack to."""


def is_markdown(source: Source) -> bool:
    """Whether a text is a page of ours that can come back."""
    return f"<!-- {MARK}\n" in source.text


def read_markdown(source: Source, around: Around) -> Read:
    """The journeys of a page. Never raises."""
    read, at = Read(), 0
    project: dict[str, Any] = {}
    journeys: list[Data] = []
    for found in _CARRIED.finditer(source.text):
        place = source.place(found.start())
        carried = _unpacked(found[1])
        if not carried.get("journeys"):
            read += Read(remarks=(remark("own-broken", place, reason="…"),))
            continue
        project = _joined(project, carried)
        journey, more = _journey(carried, source.text[at : found.start()], place)
        journeys.append(journey)
        read += more
        at = found.end()
    if not journeys:
        return read if read.remarks else Read(remarks=(remark("own-broken", source.start(), reason="…"),))
    return read + read_data({**project, "journeys": journeys}, source.start(), around, "markdown")


def _unpacked(text: str) -> dict[str, Any]:
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(base64.b64decode(text), LARGEST)
        return dict(entries_of(json.loads(data)) or {})
    except (ValueError, zlib.error, binascii.Error, RecursionError):
        return {}


def _joined(project: dict[str, Any], carried: Mapping[str, Any]) -> dict[str, Any]:
    """What several pages say of the things around them, each thing once."""
    joined = dict(project)
    for key, value in carried.items():
        if key in ("journeys", "labels", "shown"):
            continue
        if (things := items_of(value)) is not None:
            known: list[object] = list(joined.get(key, ()))
            joined[key] = [*known, *(one for one in things if one not in known)]
        else:
            joined.setdefault(key, value)
    return joined


def _journey(carried: Mapping[str, Any], text: str, place: Place) -> tuple[Data, Read]:
    journey = dict(carried["journeys"][0])
    labels: Mapping[str, str] = carried.get("labels", {})
    ids = dict(_ids(journey))
    shown = {ids.get(key, key): told for key, told in carried.get("shown", {}).items()}
    for stage, step in _first(journey):
        shown.setdefault(f"step:{step}", {})["stage"] = shown.get(f"stage:{stage}", {}).get("stage", "")
    came = Returned({"journey": journey, "shown": shown}, place, "\n")
    sections = list(sections_of(text))
    head = next((one for one in sections if one.level == 1), Section(1, str(journey.get("name", ""))))
    facts = {labels[key]: value for label, value in head.cells.items() if (key := f"head:{label}") in labels}
    made = came.journey({"name": head.title, **facts}, _columns(sections, labels, ids))
    return made, Read(remarks=tuple(came.remarks))


def _ids(journey: Data) -> Iterator[tuple[str, str]]:
    """The id of each stage and step by its number on the page."""
    for n, stage in enumerate(journey.get("stages", []), 1):
        yield f"stage:{n}", f"stage:{stage['id']}"
        for k, step in enumerate(stage.get("steps", []), 1):
            yield f"step:{n}.{k}", f"step:{step['id']}"


def _first(journey: Data) -> Iterator[tuple[str, str]]:
    """The first step of each stage, with the stage's id."""
    for stage in journey.get("stages", []):
        yield from ((stage["id"], step["id"]) for step in stage.get("steps", [])[:1])


def _columns(sections: list[Section], labels: Mapping[str, str], ids: Mapping[str, str]) -> Iterator[Column]:
    stage, number, alone = "", 0, False
    for section in sections:
        if section.level == 2:
            if alone:
                yield Column(ids.get(f"stage:{number}", ""), stage, "", {})
            stage, number, alone = section.title, number + 1, True
        elif section.level == 3:
            cells = dict.fromkeys(labels.values(), "")
            cells |= {labels[label]: text for label, text in section.cells.items() if label in labels}
            kept = {key: text for key, text in cells.items() if key not in _FACTS or key == "duration"}
            yield Column(ids.get(f"step:{section.number}", ""), stage, section.title, kept)
            stage, alone = "", False
    if alone:
        yield Column(ids.get(f"stage:{number}", ""), stage, "", {})


_FACTS = frozenset({"scenario", "trigger", "goal"})
