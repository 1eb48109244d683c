"""The page of a channel, touchpoint, segment, piece of evidence, survey, opportunity, tag or owner."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from parcours.analyse.insight import StepAt
from parcours.analyse.teams import Team
from parcours.link.atlas import Mention, Ref, Thing
from parcours.link.measures import gathered
from parcours.model.kinds import Kind
from parcours.model.media import Picture
from parcours.model.opportunity import Opportunity
from parcours.model.places import Touchpoint
from parcours.pages.analysis_parts import score_view
from parcours.pages.around import around_view
from parcours.pages.cards import first_of, journey_card, mean_feeling
from parcours.pages.facts import facts_of, lists_of
from parcours.pages.figure_table import MOST_ROWS, CellView, RowView, TableView, steps_cell, table_view
from parcours.pages.forms import step_in
from parcours.pages.here import Here
from parcours.pages.icons import icon_of
from parcours.pages.thing_view import Appearance, AppearancesIn, ThingPage
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page

GATHERING = frozenset({Kind.SEGMENT, Kind.TAG, Kind.OWNER})
"""Kinds that whole journeys belong to; the others appear at steps, which say more."""


def thing_page(here: Here, thing: Thing, members: tuple[str, ...] = (), team: Team | None = None) -> Page:
    """The page of one thing, whether it has a file of its own or is only named inside others; an owner's as a team."""
    kind, record = thing.ref.kind, thing.record
    source = thing.front.path if thing.front else ""
    mentions: dict[Ref, list[Mention]] = {}
    for mention in here.atlas.mentions.get(thing.ref, ()):
        mentions.setdefault(mention.page, []).append(mention)
    pointing = mentions.keys()
    touch = record if isinstance(record, Touchpoint) else Touchpoint()
    images: tuple[Picture, ...] = touch.images
    frame = here.frame(
        thing.name,
        kind.value,
        ref=thing.ref,
        front=thing.front,
        breadcrumb=(Hyperlink(kind.value, here.href(f"{kind.value}/index.html")),),
        description=record.description if record else "",
    )
    personas = sorted(ref for ref in pointing if ref.kind is Kind.PERSONA)
    journeys = _journeys(here, thing, pointing) if kind in GATHERING else _at_steps(mentions)
    shown = first_of(journeys)
    view = ThingPage(
        frame=frame,
        kind=kind.value,
        name=thing.name,
        icon=icon_of(thing),
        description=record.description if record else "",
        facts=facts_of(here, record),
        lists=lists_of(record),
        metrics=here.metrics(gathered(touch.metrics, ())),
        pictures=here.pictures(images, source),
        tags=here.all_named(Kind.TAG, record.tags) if record else (),
        personas=tuple(here.face(ref, n) for n, ref in enumerate(personas)),
        journeys=tuple(journey_card(here, id_) for id_ in shown) if kind in GATHERING else (),
        appearances=tuple(
            one
            for id_ in shown
            if (one := _appearances(here, id_, mentions.get(Ref(Kind.JOURNEY, id_), ()))).appearances
        ),
        others=tuple(here.to(Ref(Kind.JOURNEY, id_)) for id_ in journeys[len(shown) :]),
        solutions=_solutions(here, record) if isinstance(record, Opportunity) else (),
        declared=thing.front is not None,
        team=_team(here, team) if team is not None else None,
        story=here.story(thing.front),
        around=around_view(here, thing.ref, members),
    )
    return Page(here.address, "thing.html", view)


def _journeys(here: Here, thing: Thing, pointing: Collection[Ref]) -> list[str]:
    """The journeys that name a thing; for a segment, those its personas take."""
    named = {ref.id for ref in pointing if ref.kind is Kind.JOURNEY}
    if thing.ref.kind is Kind.SEGMENT:
        named.update(id_ for ref in pointing if ref.kind is Kind.PERSONA for id_ in here.atlas.taken.get(ref.id, ()))
    return sorted(named)


def _at_steps(mentions: Mapping[Ref, Iterable[Mention]]) -> list[str]:
    """The journeys that name a thing at a step, by the pages that name it."""
    there = (ref for ref, those in mentions.items() if any(mention.anchor for mention in those))
    return sorted(ref.id for ref in there if ref.kind is Kind.JOURNEY)


def _appearances(here: Here, id_: str, mentions: Iterable[Mention]) -> AppearancesIn:
    return AppearancesIn(
        here.to(Ref(Kind.JOURNEY, id_)),
        here.glances.heads[id_].state,
        tuple(_appearance(here, mention) for mention in mentions if mention.anchor),
    )


def _appearance(here: Here, mention: Mention) -> Appearance:
    link = here.to(mention.page, mention.anchor, mention.label)
    stop = here.glances.stops.get((mention.page.id, step_in(mention.anchor)))
    if stop is None:
        return Appearance(link, mention.label, None, "")
    note = here.to(stop.touchpoint).text if stop.touchpoint else ""
    return Appearance(link, stop.stage, mean_feeling(here, stop.mean), note)


def _solutions(here: Here, record: Opportunity) -> tuple[tuple[str, str, Hyperlink | None, str], ...]:
    return tuple(
        (one.title, one.status or "", here.maybe(Kind.OWNER, one.owner), one.ticket) for one in record.solutions
    )


def _team(here: Here, team: Team) -> TableView | None:
    """The steps a team owns, serves, or is touched by, in this order."""
    kinds = (("owns", team.owns), ("serves", team.serves), ("touched", team.touched))
    all_steps = [(key, at) for key, steps in kinds for at in steps]
    rows = (_team_row(here, key, at) for key, at in all_steps[:MOST_ROWS])
    columns = ("step", "how", "feeling")
    return table_view("analysis.teams.of_team", columns, rows, len(all_steps)) if all_steps else None


def _team_row(here: Here, key: str, at: StepAt) -> RowView:
    stop = here.glances.stops.get(at)
    feeling = stop.mean if stop is not None else None
    score = CellView(score=score_view(here, feeling)) if feeling is not None else CellView()
    return RowView((steps_cell(here, (at,)), CellView(word=f"analysis.column.{key}"), score))
