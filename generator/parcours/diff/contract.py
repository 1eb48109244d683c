"""A difference as JSON: a data contract, with a version and a schema (``docs/diff.schema.json``).

Its values may be applied (``apply``) and turned around (``mirrored``). A value that is null is not told on that side.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from parcours.compare.feelings import FeelingChange
from parcours.diff.difference import Called, Difference, FieldChange, PartChange, Spot, ThingChange
from parcours.diff.model import Data, whole
from parcours.diff.projects import KINDS

FORMAT = "parcours-diff"
VERSION = 1
"""Raised when a reader of the last version would misread the next. New keys alone do not raise it."""

TURNED = {"added": "removed", "removed": "added"}


def as_data(found: Difference, a: Mapping[str, str], b: Mapping[str, str]) -> Data:
    """A difference as JSON knows it. ``a`` and ``b`` say what was compared (``kind``, ``name``, ``commit``)."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "a": dict(a),
        "b": dict(b),
        "same": not found,
        "changes": [_thing(change) for change in found.changes],
    }


def as_json(data: Data) -> str:
    """The text of the file; the same for the same difference, always."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def mirrored(data: Data) -> Data:
    """The difference from b to a, of the one from a to b."""
    changes = sorted((_turned(change) for change in data["changes"]), key=_thing_key)
    return {**data, "a": data["b"], "b": data["a"], "changes": changes}


def _thing(change: ThingChange) -> Data:
    data: Data = {"kind": change.kind, "change": change.change.value, "a": _called(change.a), "b": _called(change.b)}
    if change.a is None or change.b is None:
        return {**data, "record": change.record}
    data["fields"] = [_field(one) for one in change.fields]
    if change.compared is None:
        return data
    return {
        **data,
        "feelings": [_felt(one) for one in change.feelings],
        "stages": [_part(part) for part in change.stages],
        "steps": [_step(part) for part in change.steps],
    }


def _called(called: Called | None) -> Data | None:
    return {"id": called.id, "name": called.name} if called else None


def _spot(spot: Spot | None) -> Data | None:
    if spot is None:
        return None
    place = {"id": spot.id, "name": spot.name, "number": spot.number, "index": spot.index}
    return {**place, "stage": spot.stage} if spot.stage else place


def _part(part: PartChange) -> Data:
    data: Data = {"change": part.change.value, "a": _spot(part.a), "b": _spot(part.b)}
    if part.a is None or part.b is None:
        return {**data, "record": part.record}
    return {**data, "fields": [_field(one) for one in part.fields]}


def _step(part: PartChange) -> Data:
    felt = {"feelings": [_felt(one) for one in part.feelings]} if part.a and part.b else {}
    return {**_part(part), **felt}


def _field(change: FieldChange) -> Data:
    return {"key": change.key, "a": change.a, "b": change.b}


def _felt(change: FeelingChange) -> Data:
    return {"persona": change.persona, "a": whole(change.a), "b": whole(change.b)}


def _turned(change: Data) -> Data:
    """One change seen from the other side, and all that is in it."""
    turned = {**change, "a": change["b"], "b": change["a"]}
    if "change" in change:
        turned["change"] = TURNED.get(change["change"], change["change"])
    for key in ("fields", "feelings"):
        if key in change:
            turned[key] = [_turned(one) for one in change[key]]
    for key in ("stages", "steps"):
        if key in change:
            turned[key] = sorted((_turned(part) for part in change[key]), key=_part_key)
    return turned


def _part_key(part: Data) -> tuple[tuple[int, ...], str]:
    number = (part["b"] or part["a"])["number"]
    return tuple(int(figure) for figure in number.split(".")), part["change"]


def _thing_key(change: Data) -> tuple[int, Any, str]:
    return KINDS.index(change["kind"]), (change["b"] or change["a"])["id"], change["change"]
