"""Front matter checked by the model: what does not fit becomes a finding, what fits is kept."""

from __future__ import annotations

import types
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.findings.suggest import nearest
from parcours.model.base import Record, entries_of, items_of
from parcours.model.dates import written_as_date
from parcours.model.journey import Journey, Stage
from parcours.model.step import Step
from parcours.parse.yaml_reader import Table, Trail

R = TypeVar("R", bound=Record)
Location = Sequence[str | int]


def read_record(model: type[R], table: Table) -> tuple[R, tuple[Finding, ...]]:
    """The record a table describes, and what is wrong with it.

    Each value that does not fit is left out and told once; the rest is kept, so a page with one mistake still shows
    everything else.
    """
    value: Any = table.value
    found: tuple[Finding, ...] = tuple(_nameless(table))
    for attempt in range(50):
        try:
            return model.model_validate(value), found
        except ValidationError as error:
            details = _apart(value, error)
            if attempt == 0:
                # All mistakes are known at once; later rounds only clear away what an earlier one uncovered.
                found = tuple(dict.fromkeys((*found, *(_finding(model, table, *detail) for detail in details))))
            for trail, _ in sorted(details, key=lambda pair: [str(part).zfill(9) for part in pair[0]], reverse=True):
                value = _without(value, trail)
    empty: Any = model.model_construct()
    return empty, found


NAMES = frozenset({"title", "name", "action"})
"""Keys that name what they stand in; there is no sense in writing them with nothing after them."""


def _nameless(table: Table) -> Iterable[Finding]:
    for trail in table.keys:
        if trail[-1] in NAMES and trail in table.spots and table.at(trail) in (None, ""):
            yield finding("shape/empty-value", table.key_place(trail), key=str(trail[-1]))


def _apart(value: object, error: ValidationError) -> list[tuple[Trail, Any]]:
    """The errors by the trail they stand at, one for each trail and none inside another."""
    apart: list[tuple[Trail, Any]] = []
    for detail in sorted(error.errors(include_url=False), key=lambda detail: len(detail["loc"])):
        trail = trail_of(value, detail["loc"])
        if detail["type"] == "extra_forbidden" or not _covered(trail, [other for other, _ in apart]):
            apart.append((trail, detail))
    return apart


def _covered(trail: Trail, trails: Iterable[Trail]) -> bool:
    return any(trail[: len(other)] == other for other in trails)


def trail_of(value: Any, location: Location) -> Trail:
    """The trail in the front matter for a location in the model, which short forms may have moved.

    Where a mapping stands for a list (``{csat: 3.4}``), the nth item is the nth key; what has no counterpart (the score
    of a plain number) is the value itself.
    """
    trail: list[str | int] = []
    for part, after in zip_longest(location, location[1:]):
        if _is_there(value, part):
            trail.append(part)
            value = value[part]
            continue
        entries = entries_of(value)
        if isinstance(part, int) and entries is not None and after in entries:
            # A record alone where a list may stand: it is its own first item.
            continue
        step = _toward(value, part)
        if step is not None:
            trail.append(step)
            value = _at(value, (step,))
    return tuple(trail)


def _is_there(value: Any, part: str | int) -> bool:
    """Whether a part of a location is a key or an index of the value itself, as most are."""
    if type(value) is dict:
        return part in value
    return type(value) is list and isinstance(part, int) and part < len(value)  # pyright: ignore[reportUnknownArgumentType]


def _toward(value: object, part: str | int) -> str | int | None:
    """The key or index that a part of a location stands for in a value; None where it has no counterpart."""
    entries, items = entries_of(value), items_of(value)
    if entries is not None:
        if isinstance(part, str):
            return part if part in entries else None
        return list(entries)[part] if part < len(entries) else None
    return part if items is not None and isinstance(part, int) and part < len(items) else None


def _at(value: Any, trail: Trail) -> Any:
    for part in trail:
        value = value[part]
    return value


def _without(value: object, trail: Trail) -> object:
    """The value without what stands at a trail; of a list that loses an item, the others move up."""
    if not trail:
        return {}
    head, rest = trail[0], trail[1:]
    entries, items = entries_of(value), items_of(value)
    if entries is not None:
        kept = {key: inner for key, inner in entries.items() if rest or key != head}
        return {key: _without(inner, rest) if key == head else inner for key, inner in kept.items()}
    if items is not None:
        return [_without(v, rest) if i == head else v for i, v in enumerate(items) if rest or i != head]
    return value


def _meant(key: str, known: Collection[str], *, inside: bool) -> str:
    """The key that was probably meant; with its dash where that stands at the word: ``-id`` for ``- id``."""
    close = nearest(key, known)
    return f"- {close}" if inside and close and key == f"-{close}" else close


def _finding(model: type[Record], table: Table, trail: Trail, detail: Any) -> Finding:
    kind, context = detail["type"], detail.get("ctx", {})
    key = next((str(part) for part in reversed(trail) if isinstance(part, str)), "")
    place = table.place(trail)
    written = str(getattr(detail["input"], "written", detail["input"]))
    if kind == "extra_forbidden":
        known = keys_at(model, detail["loc"][:-1])
        close, place = _meant(key, known, inside=len(trail) > 1), table.key_place(trail)
        home = "" if close else _home(model, key)
        if home:
            return finding("shape/misplaced-key", place, key=key, kind=home)
        return finding("shape/unknown-key", place, suggestion=close, key=key, known=", ".join(sorted(known)))
    if kind == "missing":
        return finding("shape/missing-key", table.key_place(trail), key=str(detail["loc"][-1]))
    if kind == "empty_value":
        return finding("shape/empty-value", table.key_place(trail), key=key)
    if kind in ("bad_date", "bad_share", "bad_scale", "bad_duration", "bad_colour"):
        suggestion = written_as_date(written) if kind == "bad_date" else ""
        place = table.key_place(trail) if detail["input"] is None else place
        return finding(f"shape/{kind.replace('_', '-')}", place, suggestion=suggestion, key=key, value=written)
    if kind in ("literal_error", "string_pattern_mismatch"):
        choices = _choices(context)
        return finding(
            "shape/not-a-choice",
            place,
            suggestion=nearest(written, choices),
            key=key,
            value=written,
            choices=", ".join(choices),
        )
    if kind in ("greater_than_equal", "less_than_equal"):
        lowest, highest = ("1", "5") if context.get("ge", 1) >= 1 else ("0", "1")
        return finding("shape/out-of-range", place, key=key, value=written, lowest=lowest, highest=highest)
    return finding(
        "shape/wrong-kind", place, key=key, expected=_expected(kind), found=_kind_of(_at(table.value, trail))
    )


HOMES: Mapping[type[Record], str] = {Step: "step", Stage: "stage", Journey: "journey"}
"""Records a writer thinks of by name, the innermost first."""


def _home(model: type[Record], key: str) -> str:
    """What a key of a journey belongs to, when it stands at another depth of it; empty for any other key."""
    if not issubclass(model, Journey | Stage):
        return ""
    return next((name for record, name in HOMES.items() if key in keys_at(record, ())), "")


def _choices(context: Mapping[str, Any]) -> list[str]:
    if "pattern" in context:
        return str(context["pattern"]).strip("^()$").split("|")
    return [choice.strip("'") for choice in str(context["expected"]).replace(" or ", ", ").split(", ")]


EXPECTED = {
    "string_type": "text",
    "float_type": "number",
    "float_parsing": "number",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "bool_type": "truth",
    "bool_parsing": "truth",
    "tuple_type": "list",
}


def _expected(kind: str) -> str:
    return EXPECTED.get(kind, "mapping" if kind in ("model_type", "dict_type", "model_attributes_type") else "other")


def _kind_of(value: object) -> str:
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, Mapping):
        return "mapping"
    if isinstance(value, list):
        return "list"
    if isinstance(value, int | float):
        return "number"
    return "text" if isinstance(value, str) else "nothing"


def keys_at(model: type[Record], location: Location) -> tuple[str, ...]:
    """The keys that may stand at a location of a model."""
    for part in location:
        if isinstance(part, str):
            model = _records(model).get(part, model)
    return tuple(written for field in model.model_fields for written in _names(model, field))


def _names(model: type[Record], field: str) -> tuple[str, ...]:
    alias = model.model_fields[field].validation_alias
    choices = getattr(alias, "choices", None)
    if choices:
        return tuple(str(choice) for choice in choices)
    return (alias,) if isinstance(alias, str) else (field,)


@cache
def _records(model: type[Record]) -> dict[str, type[Record]]:
    return {
        name: record
        for field, info in model.model_fields.items()
        for record in [_record_in(info.annotation)]
        if record is not None
        for name in _names(model, field)
    }


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, Record) else None
    if get_origin(annotation) in (Union, types.UnionType, tuple) or get_args(annotation):
        return next((found for arg in get_args(annotation) if (found := _record_in(arg))), None)
    return None
