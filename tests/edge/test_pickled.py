"""Values that are pickled in one go come back as they were."""

import io
import pickle
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

import pytest

from parcours.model.step import Step
from parcours.parse.document import Document
from parcours.source.pickled import Ways


class Kind(Enum):
    """A kind."""

    A = "a"


class Pair(NamedTuple):
    """Two values."""

    first: int
    second: object


@dataclass(frozen=True, slots=True)
class One:
    """One value."""

    only: object


@dataclass(frozen=True, slots=True)
class Many:
    """Several values."""

    first: int
    second: str = field(default="", compare=False)
    third: tuple[object, ...] = ()


@dataclass
class Counted:
    """A value that makes something of what it is given."""

    given: int
    made: int = field(init=False)

    def __post_init__(self) -> None:
        self.made = self.given + 1


def back(value: object) -> Any:
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = Ways()
    pickler.dump(value)
    return pickle.loads(out.getvalue())


SHARED = One("shared")


@pytest.mark.parametrize(
    "value",
    [
        One(None),
        Many(1, "two", (One(3), Kind.A, Pair(4, Many(5)))),
        [Kind, Many, Document, Step],
        Step(action="pay", pain_points=("dear",)),
        Counted(1),
        {One(1): frozenset({Kind.A})},
    ],
)
def test_values_come_back_as_they_were(value: object) -> None:
    assert back(value) == value


def test_what_is_one_object_stays_one() -> None:
    first, second = back((SHARED, Many(1, third=(SHARED,))))
    assert second.third[0] is first
    assert back(Many(1, "not compared")).second == "not compared"
