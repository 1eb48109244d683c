"""The pieces schemas are made of: texts, days, shares, numbers, truth values, nothing at all.

What the model also takes, but nobody should be offered (a number where a text is meant, nothing at all), is told by
what it is not: editors complete from types, and so leave it alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from parcours.schema import patterns

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema, draft 7: the one that all editors know."""


def either(*choices: Schema) -> Schema:
    """What fits one of some schemas, each once; choices within choices are brought up."""
    flat: list[Schema] = []
    for choice in choices:
        for one in choice["anyOf"] if set(choice) == {"anyOf"} else [choice]:
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def to(definition: str) -> Schema:
    """What is defined at the end of the same schema."""
    return {"$ref": f"#/definitions/{definition}"}


def _other_than(*types: str) -> Schema:
    return {"not": {"type": list(types)}}


def _written(pattern: str, english: str = "", french: str = "") -> Schema:
    """A text of a form; editors that can show why another is refused do so in both languages."""
    why = {"patternErrorMessage": f"{english} / {french}"} if english else {}
    return {"type": "string", "pattern": pattern, **why}


STRING: Schema = {"type": "string"}
SAID: Schema = _written(patterns.SAID, "Something must stand here.", "Il faut quelque chose ici.")
BLANK: Schema = _written(patterns.BLANK)
NOTHING: Schema = to("nothing")
PLAIN: Schema = to("plain")

SHARED: Mapping[str, Schema] = {
    "nothing": _other_than("array", "boolean", "number", "object", "string"),
    "plain": _other_than("array", "null", "object", "string"),
}
"""Nothing at all; a number or a truth value where a text is meant. Defined once in every schema that needs them."""

TEXT: Schema = either(STRING, PLAIN, NOTHING)
HOURS: Schema = either(TEXT, {"type": "object"})
"""Opening hours in words, or by day."""

NEEDED_TEXT: Schema = either(SAID, PLAIN)
NAME: Schema = either({"type": "string", "minLength": 1}, PLAIN)
"""A text that may be left out, but says something where its key is written."""

DAY: Schema = _written(patterns.DAY, "A day is written 2026-09-01.", "Un jour s’écrit 2026-09-01.")
PERIOD: Schema = either(
    _written(patterns.PERIOD, "A length of time is written 6 months.", "Une durée s’écrit 6 mois."), NOTHING
)
COLOUR: Schema = _written(
    patterns.COLOUR, 'A colour is written "#7a1f5c", in quotes.', 'Une couleur s’écrit "#7a1f5c", entre guillemets.'
)
SCALE: Schema = _written(
    patterns.SCALE,
    "A scale is written 1..5, the worst score first.",
    "Une échelle s’écrit 1..5, la plus basse note d’abord.",
)
SHARE: Schema = either(
    _written(patterns.SHARE, "A share is written 20%.", "Une part s’écrit 20%."),
    {"type": "number", "minimum": 0, "maximum": 100},
)
TRUTH: Schema = either(
    {"type": "boolean"}, _written(patterns.YES_OR_NO), {"type": "integer", "minimum": 0, "maximum": 1}
)
DECIMAL: Schema = _written(patterns.DECIMAL)
WHOLE: Schema = either({"type": "integer", "minimum": 1}, _written(patterns.WHOLE))


def number(low: float | None = None, high: float | None = None) -> Schema:
    """A number, within limits where both are given (one digit each, not below 0)."""
    if low is None or high is None:
        return either({"type": "number"}, DECIMAL)
    written = _written(patterns.between(int(low), int(high)))
    return either({"type": "number", "minimum": low, "maximum": high}, written)


def score(worst: float, best: float) -> Schema:
    """A feeling on a scale, halves allowed."""
    return {"type": "number", "minimum": worst, "maximum": best, "multipleOf": 0.5}


def listed(item: Schema) -> Schema:
    """A list of something; one alone is a list of one, nothing an empty list."""
    return either({"type": "array", "items": item}, item, NOTHING)
