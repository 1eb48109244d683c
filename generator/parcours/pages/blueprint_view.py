"""What the page of a service blueprint shows."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.figure_table import TableView
from parcours.pages.map_view import MapView
from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class BlueprintPage:
    """The blueprint: the map cut to what the organisation does, and who and what carries it."""

    frame: Frame
    journey: Hyperlink
    map: MapView
    systems: TableView
    teams: TableView
