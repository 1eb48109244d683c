"""Values to try at a key: of every kind, right and wrong, each short form and each way to miss it."""

from __future__ import annotations

from typing import Any

from parcours.schema.pieces import Schema

ALONE: tuple[Any, ...] = (
    *(None, True, False, 0, 1, 3, 5, 6, -1, 0.5, 3.5, 20, 100, 101, 7.25),
    *("", " ", "x", "3", "3.5", "6", "0.5", " 4 ", "yes", "On", "oui", "online", "offline"),
    *("en", "draft", "idea", "persona", "team", "error", "off"),
    *("2026-09-01", "2026-02-30", "2024-02-29", "2023-02-29", "2026-9-1", "1.9.2026"),
    *("20%", "20 %", "12,5%", "120%", "-1", "most"),
    *("1..5", "-2..2", "5..1", "1..1", "1-5", "0..10", "-0.5 .. 0.5", "-2..-4"),
    *("6 months", "6 MOIS", "P6M", "un an", "often", "2 ans"),
)

RECORDS: tuple[Any, ...] = (
    {},
    *({"x": value} for value in (3, "y", None, [], ["a", None], {}, {"score": 3}, {"score": "x"})),
    *({"score": value} for value in (3, "3", "x", None, [3])),
    *({"from": 2, "to": 4}, {"persona": "a", "score": 3}, {"score": 3, "other": 1}, {"a": 3, "score": 3}),
    *({"": 3}, {" ": 3}, {"name": ""}, {"name": None}, {"name": "x"}),
    *({"name": "x", key: value} for key, value in (("value", 3), ("level", 3), ("level", 9), ("items", ["y"]))),
    *({"name": "x", key: value} for key, value in (("kind", "team"), ("kind", "robot"), ("nmae", "y"))),
    *({"name": "x", "date": value} for value in ("2026-09-01", "1.9.2026", None)),
    *({"to": "x", "share": value} for value in ("20%", None, -1, "most")),
    *({"to": ""}, {"to": 3}, {"when": "x"}),
    *({"text": "x"}, {"text": ""}, {"text": "x", "from": "y"}, {"from": "y"}, {"source": "x", "text": "y"}),
    *({"src": "x"}, {"src": None}, {"alt": "x"}),
    *({"id": "x"}, {"channel": "x"}, {"action": "x"}, {"action": "", "id": "x"}),
    *({"title": "x", key: value} for key, value in (("impact", 5), ("impact", 6), ("status", "maybe"))),
    *({"title": ""}, {"title": None}),
    *({"every": "6 months"}, {"every": "often"}, {"period": "a week"}),
    *({"limit": value} for value in (3, 0, "3", 2.5, None)),
    *({"worst": 1, "best": 5}, {"worst": "x"}, {"sees": "x"}, {"sees": ["x"], "smells": 1}),
    {"steps": "x"},
    {"steps": []},
    {"steps": {"action": "x"}},
    {"steps": [{"action": "x", "steps": [{"action": "y"}]}]},
    {"steps": [{"action": "x", "steps": [{"action": "y", "steps": []}]}]},
    *({"map/no-owner": value} for value in ("off", "of", {"a": "off"}, {"a": "of"})),
)

VALUES: tuple[Any, ...] = (
    *ALONE,
    *RECORDS,
    *([record] for record in RECORDS),
    *([], ["x"], [3], [None], [True], [[]], ["x", 3, None], [""], ["x", {"name": "y"}]),
)

REQUIRED = {
    "Next": {"to": "x"},
    "Quote": {"text": "x"},
    "Solution": {"title": "x"},
    "Picture": {"src": "x"},
    **{record: {"name": "x"} for record in ("Lane", "Actor", "Metric", "Skill")},
}
"""What a record cannot do without."""


def within(schema: Schema, record: str) -> Schema:
    """The schema of a record that stands inside a file, taken from that of the file."""
    return {"$ref": f"#/definitions/{record}", "definitions": schema["definitions"]}
