"""The service blueprint of a journey as a page of its own: the customer's steps on top, what carries them below."""

from __future__ import annotations

from dataclasses import replace

from parcours.analyse.insight import StepAt
from parcours.analyse.teams import owner_at, systems_at
from parcours.link.atlas import LinkedJourney
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import address_of
from parcours.pages.blueprint_view import BlueprintPage
from parcours.pages.figure_table import MOST_ROWS, CellView, RowView, TableView, cell, linked, steps_cell, table_view
from parcours.pages.here import Here
from parcours.pages.journey import map_view
from parcours.pages.organisation import SYSTEMS
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page
from parcours.source.address import slug

ABOVE = frozenset({"actors", "touchpoint", "physical_evidence"})
"""The customer's rows that a blueprint keeps."""


def blueprint_page(here: Here, id_: str) -> Page:
    """The page of one journey's blueprint."""
    journey = here.atlas.journeys[id_]
    whole = map_view(here, journey)
    lanes = tuple(lane for lane in whole.lanes if lane.zone != "customer" or lane.key in ABOVE)
    link = here.to(journey.ref)
    section = Hyperlink(Kind.JOURNEY.value, here.href(f"{Kind.JOURNEY.value}/index.html"))
    view = BlueprintPage(
        frame=here.frame(journey.name, Kind.JOURNEY.value, breadcrumb=(section,)),
        journey=link,
        map=replace(whole, lanes=lanes),
        systems=_systems(here, journey),
        teams=_teams(here, journey),
    )
    return Page(here.address, "blueprint.html", view)


def _systems(here: Here, journey: LinkedJourney) -> TableView:
    found: dict[str, tuple[str, list[StepAt]]] = {}
    for step in journey.steps:
        for name in systems_at(step):
            found.setdefault(slug(name) or name, (name, []))[1].append(StepAt(journey.ref.id, step.id))
    inventory = address_of(SYSTEMS)
    rows = [
        RowView((linked(Hyperlink(name, here.href(f"{inventory}#system.{id_}"))), _own_steps(here, steps)))
        for id_, (name, steps) in sorted(found.items(), key=lambda one: (-len(one[1][1]), one[0]))
    ]
    return table_view("blueprint.systems", ("system", "breaks"), rows[:MOST_ROWS], len(rows))


def _teams(here: Here, journey: LinkedJourney) -> TableView:
    owned: dict[str, list[StepAt]] = {}
    served: dict[str, list[StepAt]] = {}
    for step in journey.steps:
        at = StepAt(journey.ref.id, step.id)
        if owner := owner_at(journey, step):
            owned.setdefault(owner, []).append(at)
        for actor in step.step.actors:
            if actor.kind == "team":
                served.setdefault(actor.name, []).append(at)
    rows = [
        RowView(
            (
                linked(here.named(Kind.OWNER, name)) if name in owned else cell(name),
                _own_steps(here, owned.get(name, [])),
                _own_steps(here, served.get(name, [])),
            )
        )
        for name in dict.fromkeys((*owned, *served))
    ]
    return table_view("blueprint.teams", ("team", "owns", "serves"), rows[:MOST_ROWS], len(rows))


def _own_steps(here: Here, steps: list[StepAt]) -> CellView:
    """Steps of the page's own journey, whose name need not be said."""
    shown = steps_cell(here, steps)
    return replace(shown, steps=tuple(replace(one, journey=one.step) for one in shown.steps))
