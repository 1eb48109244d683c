"""The JSON Schema of ``atlas.json``: what a reader of it may count on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from parcours.analyse.contract import REFERRING, VERSION
from parcours.model.journey import PHASES
from parcours.model.kinds import FILE_MODELS, Kind
from parcours.schema.pieces import Schema
from parcours.schema.schema import DRAFT

WORD = "atlas"
"""What the schema is called beside those of the files."""

TEXT: Schema = {"type": "string"}
ID: Schema = {"type": "string", "minLength": 1}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
FIVE: Schema = {"type": "number", "minimum": 1, "maximum": 5}
TRUE: Schema = {"const": True}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
VALUE: Schema = {"type": ["number", "string"]}


def contract_schema() -> Schema:
    """The schema; keys that are not required are left out where nothing is recorded."""
    return {
        "$schema": DRAFT,
        "title": "Parcours: atlas.json",
        "description": "A whole project of journey maps, linked. References are ids; feelings are on 1 to 5.",
        **_object(
            {
                "$schema": TEXT,
                "format": {"const": "parcours-atlas"},
                "version": {"const": VERSION},
                "site": _object({"name": TEXT, "description": TEXT, "language": {"enum": ["en", "fr"]}}),
                "feeling_scale": _object({"worst": {"type": "number"}, "best": {"type": "number"}}, "worst", "best"),
                **{kind.value: _list(_ref(kind.word)) for kind in Kind},
            },
            *("format", "version", "site", "feeling_scale", *(kind.value for kind in Kind)),
        ),
        "definitions": {**_things(), **_journeys(), **_steps(), **_parts()},
    }


def _object(properties: dict[str, Schema], *required: str) -> Schema:
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**made, "required": list(required)} if required else made


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _told(schema: Schema, words: str) -> Schema:
    return {**schema, "description": words}


OWN: dict[str, Schema] = {
    "id": ID,
    "name": TEXT,
    "page": _told(ID, "Its page, an address inside the site."),
    "declared": _told(TRUE, "It has a file of its own; else it is only named by others."),
    "unnamed": _told(TRUE, "Its file gives it no name: it is called by its id."),
    "text": _told(TEXT, "The Markdown below the front matter of its file."),
}
"""What each thing has."""


def _things() -> dict[str, Schema]:
    """Every kind but journeys: what its own file says, and what each thing has. Records in it come as definitions."""
    made: dict[str, Schema] = {kind.word: _object(OWN, "id", "name", "page") for kind in (Kind.TAG, Kind.OWNER)}
    for kind, model in FILE_MODELS.items():
        if kind is not Kind.JOURNEY:
            plain = model.model_json_schema(by_alias=True, mode="serialization", ref_template="#/definitions/{model}")
            inner: dict[str, Schema] = plain.get("$defs", {})
            made |= {name: _loose(schema) for name, schema in inner.items()}
            made[kind.word] = _object({**_loose(plain)["properties"], **_referring(model.model_fields), **OWN})
            made[kind.word]["required"] = ["id", "name", "page"]
    made["opportunity"]["properties"]["steps"] = _list(_object({"journey": ID, "step": ID}, "journey"))
    made["opportunity"]["properties"]["written"] = _written(("steps",))
    return made


def _referring(fields: Any) -> dict[str, Schema]:
    """References: one id, or several."""
    one = {"segment", "channel", "owner"}
    return {key: {"type": ["string", "null"]} if key in one else _list(ID) for key in REFERRING if key in fields}


def _loose(schema: Schema) -> Schema:
    """A record of which only what is told is written: nothing is required, no default stands for nothing."""
    kept: Schema = json.loads(json.dumps(schema))
    kept.pop("$defs", None)
    kept.pop("required", None)
    kept.pop("description", None)
    kept["additionalProperties"] = False
    for inner in kept.get("properties", {}).values():
        inner.pop("default", None)
        inner.pop("title", None)
    return kept


def _journeys() -> dict[str, Schema]:
    return {
        "journey": _object(
            {
                **{key: OWN[key] for key in ("id", "name", "page", "unnamed")},
                "kind": {"enum": ["journey", "experience"]},
                "state": {"enum": ["current", "future"]},
                "of": _told(ID, "The current journey this future one answers."),
                "status": {"enum": ["draft", "reviewed", "validated", "retired"]},
                "personas": _list(ID),
                "owner": ID,
                "tags": _list(ID),
                **dict.fromkeys(("description", "scenario", "trigger", "goal", "duration", "review_every"), TEXT),
                "reviewed": DAY,
                "actors": _list(_ref("actor")),
                "evidence": _list(ID),
                "assumptions": _list(TEXT),
                "metrics": _list(_ref("metric")),
                "stages": _list(_ref("stage")),
                "text": OWN["text"],
                "written": _written(("lang", "images")),
            },
            *("id", "name", "page", "kind", "state", "status"),
        ),
        "stage": _object(
            {
                "id": ID,
                "anchor": _told(ID, "The fragment of its place on the journey's page."),
                **dict.fromkeys(("name", "goal", "description"), TEXT),
                "phase": _told({"enum": list(PHASES)}, "Where the stage stands in the purchase cycle."),
                "phase_guessed": _told(TRUE, "Whether its phase is only guessed from its name."),
                "lanes": _list(_ref("lane")),
                "evidence": _list(ID),
                "metrics": _list(_ref("metric")),
                "steps": _list(_ref("step")),
                "text": OWN["text"],
                "written": _written(("file", "lang", "phase", "images")),
            },
            *("id", "anchor"),
        ),
    }


def _written(keys: Iterable[str]) -> Schema:
    """What is kept as it stands in a file; its form is that of the files' own schema."""
    return _told(_object({key: {} for key in keys}), "As it was written: its form is that of the file's own schema.")


def _steps() -> dict[str, Schema]:
    texts = ("action", "description", "device", "duration", "motivation", "expects", "thinking", "moment_reason")
    lists = ("pain_points", "assumptions", "frontstage", "backstage", "support", "physical_evidence")
    return {
        "step": _object(
            {
                "id": ID,
                "anchor": _told(ID, "The fragment of its place on the journey's page."),
                **dict.fromkeys(texts, TEXT),
                **{key: _list(TEXT) for key in lists},
                **dict.fromkeys(("channel", "touchpoint", "owner"), ID),
                "journey": _told(ID, "The journey this step opens."),
                **{key: _list(ID) for key in ("opportunities", "surveys", "evidence")},
                "feelings": _list(_ref("feeling")),
                "satisfaction": FIVE,
                "engagement": FIVE,
                "moment_of_truth": TRUE,
                "quotes": _list(_object({"text": TEXT, "evidence": ID}, "text")),
                "metrics": _list(_ref("metric")),
                "next": _told(_list(_ref("way")), "Where customers go on to; none: the journey ends here."),
                "actors": _list(_ref("actor")),
                "lanes": _list(_ref("lane")),
                "steps": _list(
                    _object(dict.fromkeys(("action", "channel", "device", "duration", "description"), TEXT))
                ),
                "written": _written(
                    ("touchpoint", "opportunities", "survey", "image", "images", "video", "steps", "next")
                ),
            },
            *("id", "anchor"),
        )
    }


def _parts() -> dict[str, Schema]:
    way: Schema = {"enum": ["next", "skip", "back", "out"]}
    figure: dict[str, Schema] = {"value": VALUE, "date": DAY, "sample": TEXT}
    return {
        "feeling": _object(
            {
                "persona": _told(ID, "Whose it is; everybody's where it is left out."),
                **dict.fromkeys(("score", "from", "to"), FIVE),
                **dict.fromkeys(("label", "emoji"), TEXT),
            }
        ),
        "way": _object(
            {"kind": way, "journey": ID, "step": ID, "when": TEXT, "share": SHARE},
            "kind",
        ),
        "metric": _object(
            {
                **figure,
                "name": TEXT,
                "unit": TEXT,
                "target": VALUE,
                "source": ID,
                "values": _told(
                    _list(_object({**figure, "unit": TEXT, "target": VALUE, "source": ID})),
                    "All dated figures, from the oldest to the newest.",
                ),
            },
            "name",
        ),
        "lane": _object({"name": TEXT, "items": _list(TEXT)}, "name", "items"),
        "actor": _object({"name": TEXT, "kind": {"enum": ["persona", "team", "system"]}}, "name", "kind"),
    }
