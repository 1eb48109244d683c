"""The page of a channel, touchpoint, segment, piece of evidence, survey, opportunity, tag or owner."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from parcours.analyse.felt import mean, score_of
from parcours.analyse.figures import Figures
from parcours.analyse.insight import StepAt
from parcours.analyse.teams import Team
from parcours.link.atlas import LinkedJourney, LinkedStep, Mention, Ref, Thing
from parcours.link.measures import gathered
from parcours.model.kinds import Kind
from parcours.model.media import Picture
from parcours.model.opportunity import Opportunity
from parcours.model.places import Channel, Touchpoint
from parcours.pages.analysis_parts import score_view, step_of
from parcours.pages.around import around_view
from parcours.pages.cards import journey_card, mean_feeling
from parcours.pages.facts import facts_of, lists_of
from parcours.pages.figure_table import MOST_ROWS, CellView, RowView, TableView, steps_cell, table_view
from parcours.pages.here import Here
from parcours.pages.icons import channel_icon
from parcours.pages.view import Hyperlink
from parcours.pages.views import Appearance, AppearancesIn, Page, ThingPage

ICONS = {
    Kind.TOUCHPOINT: "touchpoint",
    Kind.SEGMENT: "team",
    Kind.EVIDENCE: "evidence",
    Kind.SURVEY: "survey",
    Kind.OPPORTUNITY: "opportunity",
    Kind.TAG: "tag",
    Kind.OWNER: "team",
}

GATHERING = frozenset({Kind.SEGMENT, Kind.TAG, Kind.OWNER})
"""Kinds that whole journeys belong to; the others appear at steps, which say more."""


def thing_page(here: Here, thing: Thing, members: tuple[Figures, ...] = (), team: Team | None = None) -> Page:
    """The page of one thing, whether it has a file of its own or is only named inside others; an owner's as a team."""
    kind, record = thing.ref.kind, thing.record
    source = thing.document.source.path if thing.document else ""
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
        document=thing.document,
        breadcrumb=(Hyperlink(kind.value, here.href(f"{kind.value}/index.html")),),
        description=record.description if record else "",
    )
    personas = sorted(ref for ref in pointing if ref.kind is Kind.PERSONA)
    journeys = _journeys(here, thing, pointing)
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
        journeys=tuple(journey_card(here, journey) for journey in journeys) if kind in GATHERING else (),
        appearances=tuple(
            shown
            for journey in journeys
            if (shown := _appearances(here, journey, mentions.get(journey.ref, ()))).appearances
        ),
        solutions=_solutions(here, record) if isinstance(record, Opportunity) else (),
        declared=thing.document is not None,
        team=_team(here, team) if team is not None else None,
        story=here.story(thing.document),
        around=around_view(here, thing.ref, members),
    )
    return Page(here.address, "thing.html", view)


def _journeys(here: Here, thing: Thing, pointing: Collection[Ref]) -> list[LinkedJourney]:
    """The journeys that name a thing; for a segment, those its personas take."""
    named = {ref.id for ref in pointing if ref.kind is Kind.JOURNEY}
    if thing.ref.kind is Kind.SEGMENT:
        named.update(id_ for ref in pointing if ref.kind is Kind.PERSONA for id_ in here.atlas.taken.get(ref.id, ()))
    return [here.atlas.journeys[id_] for id_ in sorted(named)]


def icon_of(thing: Thing) -> str:
    """The icon of a thing."""
    if thing.ref.kind is Kind.CHANNEL:
        return channel_icon(thing.record.icon if isinstance(thing.record, Channel) else "", thing.name)
    return ICONS.get(thing.ref.kind, "other")


def _appearances(here: Here, journey: LinkedJourney, mentions: Iterable[Mention]) -> AppearancesIn:
    steps = {step.id: step for stage in journey.stages for step in stage.steps}
    return AppearancesIn(
        here.to(journey.ref),
        journey.journey.state,
        tuple(_appearance(here, m, journey, steps.get(_step_in(m.anchor))) for m in mentions if m.anchor),
    )


def _step_in(anchor: str) -> str:
    """The id of the step that an anchor of a map leads to; empty for any other anchor."""
    return anchor.removeprefix("step.") if anchor.startswith("step.") else ""


def _appearance(here: Here, mention: Mention, journey: LinkedJourney, step: LinkedStep | None) -> Appearance:
    stage = journey.stages[step.stage].stage.name if step else mention.label
    note = here.to(step.touchpoint).text if step and step.touchpoint else ""
    return Appearance(
        here.to(mention.page, mention.anchor, mention.label), stage, mean_feeling(here, (step,)) if step else None, note
    )


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
    step = step_of(here, at)
    feeling = mean(score_of(felt) for felt in step.felt) if step is not None else None
    score = CellView(score=score_view(here, feeling)) if feeling is not None else CellView()
    return RowView((steps_cell(here, (at,)), CellView(word=f"analysis.column.{key}"), score))
