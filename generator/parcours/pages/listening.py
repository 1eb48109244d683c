"""The page of the listening plan: who is asked where, how often, and what nobody asks about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from parcours.analyse.analyses import Analyses
from parcours.analyse.insight import StepAt
from parcours.analyse.listening import CalendarRow, Listening, Repeat, Request, Solicitation
from parcours.analyse.table import Table
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import analysis_frame, step_link
from parcours.pages.analysis_view import AnalysisHead, Told
from parcours.pages.figure_table import (
    MOST_ROWS,
    CellView,
    FigurePage,
    RowView,
    TableView,
    cell,
    figure_cell,
    linked,
    steps_cell,
    table_view,
)
from parcours.pages.here import Here
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page

KEY = "listening"

MONTHS = tuple(f"month_{n}" for n in range(1, 13))
PLAN = ("survey", "step", "touchpoint", "channel", "subject", "indicators", "recurrence")


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether anybody is asked anything."""
    return bool(analyses.practice.listening.requests)


def given(analyses: Analyses) -> Listening:
    """What the page is made from."""
    return analyses.practice.listening


def listening_page(here: Here, plan: Listening) -> Page:
    """The page: who is asked too often first."""
    data = (_persona_data(plan), _plan_data(plan), _calendar_data(plan))
    head = AnalysisHead(KEY, result(here, plan), tuple(table.name for table in data))
    tables = (
        _table(
            "personas", ("persona", "requests", "surveys"), plan.solicitations, lambda one: _persona(here, plan, one)
        ),
        _table("repeats", ("touchpoint", "indicators", "surveys", "steps"), plan.repeats, partial(_repeat, here)),
        _table("unasked", ("moment", "journey"), plan.unasked, partial(_moment, here)),
        _table("plan", PLAN, plan.requests, partial(_request, here)),
        _table("calendar", ("survey", "recurrence", *MONTHS), plan.calendar, partial(_calendar, here)),
    )
    limit = (("limit", here.figure(float(plan.limit or 0))), ("period", plan.period))
    notes = (Told(f"analysis.{KEY}.limit" if plan.limit else f"analysis.{KEY}.no_limit", limit),)
    shown = tuple(table for table in tables if table.rows)
    view = FigurePage(analysis_frame(here, KEY), head, shown, notes)
    return Page(here.address, "analysis-tables.html", view, data)


Figure = TypeVar("Figure")


def _table(
    name: str, columns: tuple[str, ...], those: tuple[Figure, ...], row: Callable[[Figure], RowView]
) -> TableView:
    return table_view(f"analysis.{KEY}.{name}", columns, map(row, those[:MOST_ROWS]), len(those))


def result(here: Here, plan: Listening) -> Told:
    """Who is asked too often, else how many requests there are."""
    over = plan.over
    if over:
        worst = here.to(Ref(Kind.PERSONA, over[0].persona)).text
        values = (("persona", worst), ("count", here.figure(float(over[0].count))), ("period", plan.period))
        return Told(f"analysis.{KEY}.result_over", values)
    return Told(f"analysis.{KEY}.result", count=len(plan.requests))


def _persona(here: Here, plan: Listening, one: Solicitation) -> RowView:
    over = plan.limit is not None and one.count > plan.limit
    times = {request.survey: 0 for request, _ in one.requests}
    for request, often in one.requests:
        times[request.survey] += often
    asked = tuple(_survey(here, request, times[request.survey]) for request in _first(one))
    count = CellView(
        here.figure(float(one.count)), f"analysis.{KEY}.over" if over else "", tone="bad" if over else "", number=True
    )
    return RowView((linked(here.to(Ref(Kind.PERSONA, one.persona))), count, CellView(links=asked)))


def _first(one: Solicitation) -> tuple[Request, ...]:
    """The first request of each survey."""
    return tuple({request.survey: request for request, _ in reversed(one.requests)}.values())[::-1]


def _survey(here: Here, request: Request, times: int = 1) -> Hyperlink:
    words = request.name if times == 1 else f"{request.name} ×\u202f{times}"
    return here.to(request.survey, text=words)


def _repeat(here: Here, repeat: Repeat) -> RowView:
    surveys = tuple(_survey(here, request) for request in repeat.requests)
    steps = tuple(dict.fromkeys(request.ask.at for request in repeat.requests))
    touchpoint = linked(here.to(repeat.touchpoint))
    return RowView((touchpoint, cell(repeat.indicator), CellView(links=surveys), steps_cell(here, steps)))


def _moment(here: Here, at: StepAt) -> RowView:
    link = step_link(here, at)
    return RowView((linked(link.step), linked(link.journey)))


def _request(here: Here, one: Request) -> RowView:
    channel = here.to(Ref(Kind.CHANNEL, one.channel)) if one.channel else None
    elsewhere = f"analysis.{KEY}.elsewhere" if one.elsewhere else ""
    touchpoint = here.to(one.ask.touchpoint) if one.ask.touchpoint else None
    return RowView(
        (
            linked(_survey(here, one)),
            steps_cell(here, (one.ask.at,)),
            linked(touchpoint),
            CellView(links=(channel,) if channel else (), word=elsewhere, tone="bad"),
            cell(one.subject),
            cell(", ".join(one.indicators)),
            cell(one.recurrence),
        )
    )


def _calendar(here: Here, row: CalendarRow) -> RowView:
    name, rhythm = linked(here.to(row.survey)), cell(row.recurrence)
    months = row.months or (0,) * len(MONTHS)
    return RowView((name, rhythm, *(figure_cell(here, float(n) if n else None) for n in months)))


def _persona_data(plan: Listening) -> Table:
    rows = tuple(
        (one.persona, one.count, plan.limit, plan.period, "; ".join(r.survey.id for r in _first(one)))
        for one in plan.solicitations
    )
    return Table("personas", ("persona", "requests", "limit", "period", "surveys"), rows)


def _plan_data(plan: Listening) -> Table:
    columns = ("survey", "journey", "step", "touchpoint", "channel", "subject", "indicators", "recurrence", "owner")
    rows = tuple(
        (
            *(one.survey.id, one.ask.at.journey, one.ask.at.step),
            one.ask.touchpoint.id if one.ask.touchpoint else None,
            *(one.channel or None, one.subject, "; ".join(one.indicators), one.recurrence, one.owner),
        )
        for one in plan.requests
    )
    return Table("plan", columns, rows)


def _calendar_data(plan: Listening) -> Table:
    rows = tuple((row.survey.id, row.recurrence, *(row.months or (None,) * 12)) for row in plan.calendar)
    return Table("calendar", ("survey", "recurrence", *MONTHS), rows)
