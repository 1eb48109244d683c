"""A difference applied: side a's model and the JSON of what differs give side b's model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from parcours.diff.model import Data, Model


def apply(model: Model, difference: Data) -> Model:
    """The model of side b. Nothing that is given is changed.

    Raises KeyError where the difference is not one from this model.
    """
    made = {kind: dict(records) for kind, records in model.items()}
    for change in difference["changes"]:
        records = made.setdefault(change["kind"], {})
        before, after = change["a"], change["b"]
        record = records.pop(before["id"]) if before else {}
        if after:
            records[after["id"]] = _changed(record, change) if before else change["record"]
    return {kind: dict(sorted(records.items())) for kind, records in made.items()}


def _changed(record: Data, change: Data) -> Data:
    made = with_fields(record, change["fields"])
    if "steps" not in change:
        return made
    stages = _journey(record.get("stages", []), change["stages"], change["steps"])
    return {**{key: value for key, value in made.items() if key != "stages"}, **({"stages": stages} if stages else {})}


def with_fields(record: Data, fields: Iterable[Data]) -> Data:
    """A record with some fields as side b has them."""
    made = dict(record)
    for field in fields:
        if field["b"] is None:
            made.pop(field["key"], None)
        else:
            made[field["key"]] = field["b"]
    return made


def _journey(stages: Sequence[Data], changed_stages: Sequence[Data], changed_steps: Sequence[Data]) -> list[Data]:
    """Stages first, then the steps of each: what stays keeps its order, what comes or moves goes to its place."""
    renamed: dict[str, str] = {part["a"]["id"]: part["b"]["id"] for part in changed_stages if part["a"] and part["b"]}
    gone = {part["a"]["id"] for part in changed_stages if part["b"] is None}
    staying: dict[str, Data] = {}
    for stage in stages:
        if stage["id"] not in gone:
            staying[renamed[stage["id"]] if stage["id"] in renamed else stage["id"]] = stage
    bare = [{key: value for key, value in stage.items() if key != "steps"} for stage in stages]
    made = _list(bare, changed_stages)
    return [
        {
            **stage,
            "steps": _list(
                staying.get(stage["id"], {}).get("steps", []),
                [part for part in changed_steps if _concerns(part, stage["id"], staying)],
                _steps_by_id(stages),
                stage["id"],
            ),
        }
        for stage in made
    ]


def _concerns(part: Data, stage: str, staying: dict[str, Data]) -> bool:
    """Whether a step's change has to do with a stage of side b: it stands there, or stood in what that stage was."""
    was = staying.get(stage, {}).get("id")
    return bool((part["b"] and part["b"]["stage"] == stage) or (part["a"] and part["a"]["stage"] == was))


def _steps_by_id(stages: Sequence[Data]) -> dict[str, Data]:
    return {step["id"]: step for stage in stages for step in stage.get("steps", [])}


def _list(
    items: Sequence[Data], changes: Sequence[Data], elsewhere: dict[str, Data] | None = None, stage: str = ""
) -> list[Data]:
    """A list with its changes: in place, taken out, then put in where side b has them, the first places first."""
    here = {item["id"]: item for item in items}
    known = here if elsewhere is None else elsewhere
    in_place = {part["a"]["id"]: part for part in changes if part["change"] == "changed"}
    taken = {part["a"]["id"] for part in changes if part["change"] in ("removed", "moved")}
    made: list[Data] = [
        with_fields(item, in_place[item["id"]]["fields"]) if item["id"] in in_place else item
        for item in items
        if item["id"] not in taken
    ]
    coming = [part for part in changes if part["change"] in ("added", "moved")]
    for part in sorted((part for part in coming if part["b"].get("stage", "") == stage), key=_index):
        item = part["record"] if part["a"] is None else with_fields(known[part["a"]["id"]], part["fields"])
        made.insert(part["b"]["index"], item)
    return made


def _index(part: Data) -> Any:
    return part["b"]["index"]
