"""The JSON Schema of ``parcours diff --format json``: a data contract for whoever reads differences."""

from __future__ import annotations

from parcours.model.kinds import FILE_MODELS
from parcours.schema.pieces import Schema, to

VERSION = 1
KINDS = (*(kind.value for kind in FILE_MODELS), "site")
TEXT: Schema = {"type": "string"}
SCORE: Schema = {"type": ["number", "null"], "minimum": 1, "maximum": 5}


def difference_schema() -> Schema:
    """The schema, draft 7. Readers should pass over keys they do not know: new ones do not raise the version."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Parcours: diff",
        "description": "What differs between two states of a project. Null is what a side does not tell.",
        **_record(
            {
                "format": {"const": "parcours-diff"},
                "version": {"const": VERSION},
                "a": to("side"),
                "b": to("side"),
                "same": {"type": "boolean", "description": "Whether nothing differs: changes is empty."},
                "changes": _list("thing", "In the order of kinds and ids."),
            }
        ),
        "definitions": {
            "side": _side(),
            "thing": _thing(),
            "part": _part(("id", "name", "number", "index")),
            "step": _part(("id", "name", "number", "index", "stage")),
            "field": _both(
                {"key": {**TEXT, "description": "The key in front matter; text is the story below it."}}, {}
            ),
            "feeling": _both({"persona": {**TEXT, "description": "Its id; empty stands for everyone."}}, SCORE),
            "called": _record({"id": TEXT, "name": TEXT}),
            "record": {"type": "object", "description": "All that is said, with ids resolved, feelings on 1 to 5."},
        },
    }


def _record(properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    return {"type": "object", "required": [key for key in properties if key not in optional], "properties": properties}


def _list(of: str, description: str = "") -> Schema:
    return {"type": "array", "items": to(of), **({"description": description} if description else {})}


def _side() -> Schema:
    kinds = ["revision", "working-tree", "folder", "journey"]
    commit = {**TEXT, "description": "The commit a revision names."}
    return _record({"kind": {"enum": kinds}, "name": TEXT, "commit": commit}, ("commit",))


def _both(properties: Schema, value: Schema) -> Schema:
    return _record({**properties, "a": value, "b": value})


def _one_sided(change: str, there: str, absent: str, of: Schema) -> Schema:
    """What only one side has comes whole."""
    return _record({"change": {"const": change}, there: of, absent: {"type": "null"}, "record": to("record")})


def _thing() -> Schema:
    called = to("called")
    differing = _record(
        {
            "change": {"const": "changed"},
            "a": called,
            "b": called,
            "fields": _list("field"),
            "feelings": _list("feeling", "Of journeys: each persona's mean over all steps."),
            "stages": _list("part", "Of journeys: stages that are not the same; their steps are apart."),
            "steps": _list("step", "Of journeys: steps that are not the same, in reading order."),
        },
        ("feelings", "stages", "steps"),
    )
    sides = (_one_sided("added", "b", "a", called), _one_sided("removed", "a", "b", called))
    return {"required": ["kind"], "properties": {"kind": {"enum": list(KINDS)}}, "oneOf": [*sides, differing]}


def _part(keys: tuple[str, ...]) -> Schema:
    figures: Schema = {"number": {**TEXT, "pattern": r"^\d+(\.\d+)?$"}, "index": {"type": "integer", "minimum": 0}}
    spot = _record({key: figures.get(key, TEXT) for key in keys})
    differing = _record(
        {
            "change": {"enum": ["changed", "moved"]},
            "a": spot,
            "b": spot,
            "fields": _list("field"),
            "feelings": _list("feeling", "Of steps: who feels otherwise there."),
        },
        ("feelings",),
    )
    return {"oneOf": [_one_sided("added", "b", "a", spot), _one_sided("removed", "a", "b", spot), differing]}
