"""Small pairs, told word by word. ``python -m tests.diff`` writes them anew."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft7Validator

from parcours.diff.apply import apply
from parcours.diff.contract import VERSION, mirrored
from parcours.diff.projects import KINDS
from parcours.schema import difference as schema
from parcours.schema.difference import difference_schema
from tests.diff.golden import PAIRS, names, pair, telling


def test_the_schema_speaks_of_the_same_contract() -> None:
    Draft7Validator.check_schema(difference_schema())
    assert schema.VERSION == VERSION
    assert set(schema.KINDS) == set(KINDS)


def test_there_are_enough() -> None:
    assert len(names()) >= 25


@pytest.mark.parametrize("name", names())
def test_told_word_by_word(name: str) -> None:
    assert telling(name) == (PAIRS / f"{name}.told").read_text("utf-8")


@pytest.mark.parametrize("name", names())
def test_the_stored_json_is_as_its_schema_says(name: str) -> None:
    data = json.loads((PAIRS / f"{name}.told").read_text("utf-8").partition("\n=== json\n")[2])
    validator = Draft7Validator(difference_schema())
    assert [error.message for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize("name", names())
def test_the_stored_json_can_be_applied_there_and_back(name: str) -> None:
    a, b = pair(name)
    data = json.loads((PAIRS / f"{name}.told").read_text("utf-8").partition("\n=== json\n")[2])
    assert apply(a.model, data) == b.model
    assert apply(b.model, mirrored(data)) == a.model
