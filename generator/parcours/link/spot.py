"""Where something is written, worked out only when somebody asks: most of what is linked is never spoken of."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from parcours.parse.document import Front
from parcours.parse.shape import Location, trail_of
from parcours.source.text import Place


class Somewhere(Protocol):
    """What has a place in a text."""

    @property
    def place(self) -> Place:
        """The place, in a file of the project."""
        ...


class Spot(NamedTuple):
    """The value at a location of a file's record, or the key it stands under."""

    front: Front
    location: Location
    of_key: bool = False

    @property
    def place(self) -> Place:
        """Where it is written, or what is around it."""
        table = self.front.table
        trail = trail_of(table.value, self.location)
        return table.key_place(trail) if self.of_key else table.place(trail)


class At(NamedTuple):
    """A place that is known already: a cell of a table."""

    place: Place


def place_of(front: Front, location: Location) -> Place:
    """Where the value at a location of the model is written."""
    return Spot(front, location).place
