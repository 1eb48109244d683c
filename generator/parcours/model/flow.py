"""Where a customer goes after a step, and the free lanes of a map."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from parcours.model.base import Needed, Record, Text, Texts, as_list, entries_of, named


def _share(value: Any) -> Any:
    """A share of customers as a fraction from 0 to 1; ``20%``, ``0.2`` and ``20`` are the same."""
    if value is None:
        return value
    text = str(value).replace("\u202f", "").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        number = float(text.removesuffix("%"))
    except ValueError:
        raise PydanticCustomError("bad_share", "not a share") from None
    fraction = number / 100 if text.endswith("%") or number > 1 else number
    if not 0 <= fraction <= 1:
        raise PydanticCustomError("bad_share", "not a share")
    return fraction


Share = Annotated[float, BeforeValidator(_share), Field(ge=0, le=1)]
"""A share of customers or claims as a fraction, 0 to 1."""


class Next(Record):
    """A way on from a step: to a step's id (``pay``, or ``other-journey#pay``), on a condition, for a share (0–1)."""

    to: Needed
    when: Text = ""
    share: Annotated[float | None, BeforeValidator(_share)] = Field(default=None, ge=0, le=1)


Nexts = Annotated[
    tuple[Annotated[Next, named("to")], ...] | None, BeforeValidator(lambda v: None if v is None else as_list(v))
]
"""Absent: the next step of the map. An empty list: the journey ends here."""


class Lane(Record):
    """A row of the map with a name of the writer's own."""

    name: Needed
    items: Texts = ()


def _lanes(value: Any) -> Any:
    entries = entries_of(value)
    if entries is not None:
        return tuple({"name": name, "items": items} for name, items in entries.items())
    return as_list(value)


Lanes = Annotated[tuple[Lane, ...], BeforeValidator(_lanes)]
"""``{Legal: text or list}``: rows of the map, in the order they first appear."""


def _actor(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Actor(Record):
    """Who acts: a persona, a team or a system."""

    name: Needed
    kind: Annotated[str, Field(pattern="^(persona|team|system)$")] = "persona"


Actors = Annotated[tuple[Annotated[Actor, BeforeValidator(_actor)], ...], BeforeValidator(as_list)]
