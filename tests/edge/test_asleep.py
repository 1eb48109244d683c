"""What was kept sleeps until somebody looks at it, and is then what it was, whoever looks and however."""

from __future__ import annotations

import copy
import gc
import pickle
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import CellType
from typing import Any

import pytest

from parcours.edge.asleep import Sleep
from parcours.edge.signed import read_signed, write_signed
from parcours.model.journey import Journey
from parcours.parse.document import Document, Front, read_document, role_of
from parcours.source.text import Place, Source

SLEEPS: Mapping[type, Sleep] = {
    Document: Sleep(lambda document: document.role.id, ("source",), along=lambda document: document.front),
    Front: Sleep(lambda front: front.role.id, ("role",), along=lambda front: front.record),
    Journey: Sleep(id, ("lang",)),
    Source: Sleep(lambda source: source.path, ("path", "digest")),
}
TEXT = """---
title: Buy
lang: fr
stages:
  - name: Compare
    steps: [{id: look, action: Looks around}]
---
A story.
"""


def document(name: str) -> Document:
    path = f"content/journeys/{name}.md"
    role = role_of(path, {path})
    assert role is not None
    return read_document(Source.of(path, TEXT.replace("Buy", name)), role)


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[object], Any]:
    """A value as another process reads it back."""

    def again(value: object) -> Any:
        assert write_signed(tmp_path / "some.kept", value, "tests", SLEEPS)
        return read_signed(tmp_path / "some.kept", "tests", SLEEPS)

    return again


def asleep(value: object) -> bool:
    return type(value).__name__.endswith("Asleep")


def test_it_is_what_it_was(kept: Callable[[object], Any]) -> None:
    value = {name: document(name) for name in ("buy", "move")}
    back = kept(value)
    assert asleep(back["buy"])
    assert back == value
    assert not asleep(back["buy"])
    assert type(back["buy"]) is Document


LOOKS: dict[str, Callable[[Any], object]] = {
    "field": lambda one: one.prose,
    "property": lambda one: one.front.table,
    "method": lambda one: one.front.lacks("title"),
    "equal": lambda one: one == document("buy"),
    "equal to it": lambda one: document("buy") == one,
    "hash": lambda one: hash(one.source),
    "words": repr,
    "replaced": lambda one: replace(one, prose_line=3),
    "copied": copy.copy,
    "pickled": lambda one: pickle.loads(pickle.dumps(replace(one, front=replace(one.front, read=None)))),
}


@pytest.mark.parametrize("look", LOOKS)
def test_whoever_looks_sees_what_was_kept(kept: Callable[[object], Any], look: str) -> None:
    was, back = document("buy"), kept(document("buy"))
    assert asleep(back)
    assert LOOKS[look](back) == LOOKS[look](was)


RECORD_LOOKS: dict[str, Callable[[Any], object]] = {
    "field": lambda one: one.stages,
    "method": lambda one: one.model_dump(),
    "all fields": dict,
    "attributes": vars,
    "words": repr,
    "equal": lambda one: one == document("buy").record,
}


@pytest.mark.parametrize("look", RECORD_LOOKS)
def test_a_record_wakes_however_it_is_looked_at(kept: Callable[[object], Any], look: str) -> None:
    was = document("buy").record
    back = kept([was])[0]
    assert asleep(back)
    assert RECORD_LOOKS[look](back) == RECORD_LOOKS[look](was)
    assert type(back) is Journey


def test_what_is_known_wakes_nobody(kept: Callable[[object], Any]) -> None:
    back = kept([document("buy"), document("move")])
    one: Any = back[0]
    assert (one.source.path, one.source.digest) == ("content/journeys/buy.md", document("buy").source.digest)
    assert [isinstance(one, kind) for kind in (Document, Place)] == [True, False]
    assert one.__class__ is Document
    assert asleep(one)
    assert asleep(one.source)


def test_those_of_a_group_wake_together_and_share_what_they_shared(kept: Callable[[object], Any]) -> None:
    one, other = document("buy"), document("move")
    back = kept([one, other, one.record])
    assert back[0].record is back[2]
    assert back[0].prose == one.prose
    assert not asleep(back[2])
    assert asleep(back[1])


def test_one_that_is_met_twice_is_one(kept: Callable[[object], Any]) -> None:
    one = document("buy")
    back = kept((one, {"again": one}))
    assert back[0] is back[1]["again"]


def test_what_sleeps_can_be_kept_again(kept: Callable[[object], Any]) -> None:
    was = [document("buy"), document("move")]
    back = kept(kept(was))
    assert asleep(back[0])
    assert back == was


def test_all_are_read_at_once_where_something_is_to_be_done_meanwhile(tmp_path: Path) -> None:
    value = [document(f"journey-{number}") for number in range(5)]
    assert write_signed(tmp_path / "some.kept", value, "tests", SLEEPS)
    calls: list[None] = []
    back = read_signed(tmp_path / "some.kept", "tests", SLEEPS, lambda: calls.append(None))
    assert not any(asleep(one) or asleep(one.source) or asleep(one.record) for one in back)
    assert back == value
    assert len(calls) >= len(value)


def held(cell: CellType) -> bytes:
    """The bytes that a function holds in a cell; none where it holds something else."""
    try:
        return cell.cell_contents if isinstance(cell.cell_contents, bytes) else b""
    except ValueError:
        return b""


def test_what_all_were_read_from_is_let_go_without_a_search_for_circles(tmp_path: Path) -> None:
    assert write_signed(tmp_path / "some.kept", [document("buy")], "tests", SLEEPS)
    gc.collect()
    gc.disable()
    try:
        back = read_signed(tmp_path / "some.kept", "tests", SLEEPS, lambda: None)
        left = [cell for cell in gc.get_objects() if isinstance(cell, CellType) and b"A story." in held(cell)]
    finally:
        gc.enable()
    assert left == []
    assert back == [document("buy")]
