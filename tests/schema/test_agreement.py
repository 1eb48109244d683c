"""The schemas and the model agree: what one takes the other takes, for every key, and for whole files gone wrong."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from parcours.model.base import Record
from parcours.parse.shape import NAMES, read_record
from parcours.parse.yaml_reader import read_yaml
from parcours.schema.names import Names
from parcours.schema.schema import MODELS, schemas
from parcours.schema.slots import keys_of, records_in
from tests.schema.projects import PROJECTS, front_matters
from tests.schema.values import REQUIRED, VALUES, within

SCHEMAS = schemas(Names())
TRUTHS = {"stamp", "state_page", "online", "moment_of_truth"}
"""Keys that a truth value is meant for."""


def records() -> dict[type[Record], Draft7Validator]:
    """Every record, with what its schema takes."""
    found = {model: Draft7Validator(SCHEMAS[word]) for word, model in MODELS.items()}
    waiting = [(model, word) for word, model in MODELS.items()]
    while waiting:
        model, word = waiting.pop()
        for _, field in keys_of(model):
            for record in records_in(field.annotation):
                if record not in found:
                    found[record] = Draft7Validator(within(SCHEMAS[word], record.__name__))
                    waiting.append((record, word))
    return found


RECORDS = records()


def rules(model: type[Record], value: Mapping[str, Any]) -> tuple[tuple[str, ...], Any]:
    """What the model says of a value written as YAML, and the value as it was read."""
    table, broken = read_yaml(json.dumps(value, ensure_ascii=False), "page.md")
    assert broken == ()
    return tuple(found.rule for found in read_record(model, table)[1]), table.value


def differ_rightly(value: Any, told: tuple[str, ...]) -> bool:
    """Where the model is known to be stricter than the schema, and rightly so.

    It holds the keys of free mappings (a lane called ``name``) to what is asked of a title.
    """
    return set(told) == {"shape/empty-value"} and any(empty_names(value))


def empty_names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (key for key, inner in value.items() if key in NAMES and inner in (None, ""))
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from empty_names(inner)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_key_takes_what_the_model_takes(model: type[Record]) -> None:
    told_before = {key for base in model.__mro__[1:] if base in RECORDS for key, _ in keys_of(base)}
    for key, _ in keys_of(model):
        if key in told_before:
            continue
        for value in VALUES:
            told, read = rules(model, {**REQUIRED.get(model.__name__, {}), key: value})
            if RECORDS[model].is_valid(read) != (not told):
                assert key not in TRUTHS
                assert differ_rightly(read, told), f"{key}: {value!r}, {told}"


@cache
def pages() -> tuple[tuple[str, dict[str, Any]], ...]:
    """The front matters of the demonstration and the French site; long journeys are cut after two stages."""
    found: list[tuple[str, dict[str, Any]]] = []
    for project in PROJECTS[:2]:
        for word, value in front_matters(project):
            short = copy.deepcopy(value)
            if isinstance(short.get("stages"), list):
                short["stages"] = [{**stage, "steps": stage.get("steps", [])[:2]} for stage in short["stages"][:2]]
            found.append((word, short))
    return tuple(found)


def spots(value: Any, trail: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a value."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield (*trail, key)
        yield from spots(inner, (*trail, key))


CHANGES = ("replace", "wrap", "rename", "remove", "empty", "key")


def changed(value: dict[str, Any], trail: tuple[Any, ...], change: str, new: Any) -> dict[str, Any]:
    """The value with one thing in it gone wrong, or only written another way."""
    value = copy.deepcopy(value)
    around: Any = value
    for part in trail[:-1]:
        around = around[part]
    key = trail[-1]
    if change == "replace":
        around[key] = new
    elif change == "wrap":
        around[key] = [around[key]]
    elif change == "empty":
        around[key] = None
    elif change == "remove":
        del around[key]
    elif isinstance(around, dict):
        around[f"{key}s" if change == "rename" else "unknown"] = around.pop(key) if change == "rename" else new
    return value


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_a_page_gone_wrong_is_wrong_to_both(data: st.DataObject) -> None:
    word, value = data.draw(st.sampled_from(pages()))
    for _ in range(data.draw(st.integers(1, 2))):
        trail = data.draw(st.sampled_from(tuple(spots(value)) or ((),)))
        if trail:
            value = changed(value, trail, data.draw(st.sampled_from(CHANGES)), data.draw(st.sampled_from(VALUES)))
    told, read = rules(MODELS[word], value)
    valid = RECORDS[MODELS[word]].is_valid(read)
    assert valid == (not told) or differ_rightly(read, told), told


NUMBERS = st.one_of(
    st.integers(-3, 12), st.floats(0.01, 12).map(lambda x: round(x, 2)), st.sampled_from([0, 1, 5, 100, 100.5])
)


@settings(max_examples=300, deadline=None)
@given(number=NUMBERS, text=st.sampled_from(["{}", " {} ", "{}%", "{} %", "+{}", "0{}", "{}.0", "{},5"]))
def test_numbers_in_quotes(number: float, text: str) -> None:
    written = text.format(number)
    for model, key in (("Opportunity", "impact"), ("Settings", "most_assumed"), ("Listening", "limit")):
        record = next(one for one in RECORDS if one.__name__ == model)
        told, _ = rules(record, {key: written})
        assert RECORDS[record].is_valid({key: written}) == (not told), (key, written, told)


@settings(max_examples=300, deadline=None)
@given(
    worst=st.integers(-9, 9),
    best=st.integers(-9, 20),
    half=st.sampled_from(["", ".5"]),
    dots=st.sampled_from(["..", " .. ", ".", "-"]),
)
def test_scales(worst: int, best: int, half: str, dots: str) -> None:
    if worst == best and half:
        return  # 5.5..5 is more than a pattern can tell
    record = MODELS["settings"]
    written = f"{worst}{half}{dots}{best}"
    told, _ = rules(record, {"feeling_scale": written})
    assert RECORDS[record].is_valid({"feeling_scale": written}) == (not told), written
