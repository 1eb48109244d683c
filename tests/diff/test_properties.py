"""What holds for any two projects: a difference can be applied, turned around, and is empty between equals."""

from __future__ import annotations

import json
from copy import deepcopy

from hypothesis import given, settings

from parcours.diff.apply import apply
from parcours.diff.contract import as_data, as_json, mirrored
from parcours.diff.projects import State, difference
from tests.diff.projects import Files, pairs, projects, state


def data_of(a: State, b: State) -> dict[str, object]:
    """The difference as a reader of the file gets it."""
    data: dict[str, object] = json.loads(as_json(as_data(difference(a, b), {"name": "a"}, {"name": "b"})))
    return data


@given(projects())
@settings(deadline=None, max_examples=30)
def test_nothing_differs_from_itself(files: Files) -> None:
    assert not difference(state(files), state(files))


@given(pairs())
@settings(deadline=None, max_examples=80)
def test_applied_to_side_a_it_gives_side_b(files: tuple[Files, Files]) -> None:
    a, b = state(files[0]), state(files[1])
    untouched = deepcopy(a.model)
    assert apply(a.model, data_of(a, b)) == b.model
    assert a.model == untouched


@given(pairs())
@settings(deadline=None, max_examples=80)
def test_from_the_other_side_it_is_the_mirror(files: tuple[Files, Files]) -> None:
    a, b = state(files[0]), state(files[1])
    there, back = data_of(a, b), data_of(b, a)
    assert back == {**mirrored(there), "a": {"name": "a"}, "b": {"name": "b"}}
    assert mirrored(mirrored(there)) == there
    assert apply(b.model, mirrored(there)) == a.model


@given(pairs())
@settings(deadline=None, max_examples=30)
def test_it_is_empty_only_between_equals(files: tuple[Files, Files]) -> None:
    a, b = state(files[0]), state(files[1])
    assert bool(difference(a, b)) == (a.model != b.model)
