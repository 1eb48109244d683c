"""The page of the backlog: opportunities by what they bring for their effort."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.analyse.analyses import Analyses
from parcours.analyse.opportunities import Item, by_cell
from parcours.analyse.table import Table
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import analysis_frame, score_view
from parcours.pages.analysis_view import AnalysisHead, Told
from parcours.pages.figure_table import (
    MOST_ROWS,
    CellView,
    FigurePage,
    MatrixDot,
    MatrixPoint,
    MatrixView,
    RowView,
    TableView,
    cell,
    figure_cell,
    linked,
    steps_cell,
    table_view,
)
from parcours.pages.here import Here
from parcours.pages.view import Filter, Hyperlink
from parcours.pages.views import Page
from parcours.source.address import slug

KEY = "opportunities"

COLUMNS = (
    *("opportunity", "impact", "effort", "leverage", "status", "owner"),
    *("feeling", "pains", "shared_by", "steps"),
)
Backlog = tuple[tuple[Item, ...], tuple[tuple[Ref, Ref], ...]]
"""Opportunities, and those of them that say nearly the same."""

MOST_PAINS = 4
"""Pain points a row tells."""

MOST_PERSONAS = 8
"""Personas a row names."""

MOST_POINTS = 40
"""Opportunities in Mermaid's source: a chart of more cannot be read."""


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether there is any opportunity."""
    return bool(analyses.practice.backlog)


def given(analyses: Analyses) -> Backlog:
    """What the page is made from."""
    return analyses.practice.backlog, analyses.practice.twins


def backlog_page(here: Here, backlog: Backlog) -> Page:
    """The page: those with the most impact for their effort first."""
    items, twins = backlog
    data = (_data(items),)
    head = AnalysisHead(KEY, result(here, backlog), tuple(table.name for table in data))
    shown = items[:MOST_ROWS]
    rows = (_row(here, item, number) for number, item in enumerate(shown, start=1))
    tables = [table_view(f"analysis.{KEY}.backlog", COLUMNS, rows, len(items))]
    if twins:
        tables.append(_twins(here, twins))
    view = FigurePage(
        analysis_frame(here, KEY), head, tuple(tables), filters=_filters(here, shown), matrix=_matrix(shown)
    )
    return Page(here.address, "analysis-opportunities.html", view, data)


def result(here: Here, backlog: Backlog) -> Told:
    """What has the most impact for its effort, and how many are open."""
    items, _ = backlog
    best = items[0]
    waiting = sum(item.open for item in items)
    if best.leverage is None:
        return Told(f"analysis.{KEY}.result_unweighed", count=waiting)
    values = (("title", best.title), ("impact", here.figure(best.impact)), ("effort", here.figure(best.effort)))
    return Told(f"analysis.{KEY}.result", values, waiting)


def _row(here: Here, item: Item, number: int) -> RowView:
    pains = "; ".join(item.pains[:MOST_PAINS]) + ("…" if len(item.pains) > MOST_PAINS else "")
    personas = tuple(here.to(Ref(Kind.PERSONA, id_)) for id_ in item.personas[:MOST_PERSONAS])
    shared = Told("count.journeys", count=len(item.journeys))
    score = CellView(score=score_view(here, item.feeling)) if item.feeling is not None else CellView()
    ticket = item.ticket if item.ticket.startswith(("https://", "http://")) else ""
    name = CellView(f"{number}. ", links=(here.to(item.ref, text=item.title),), note="" if ticket else item.ticket)
    return RowView(
        (
            name,
            *(figure_cell(here, value) for value in (item.impact, item.effort, item.leverage)),
            CellView(word=f"opportunity.{item.status}") if item.status else CellView(),
            linked(
                here.maybe(Kind.OWNER, item.owner), Hyperlink(ticket.rpartition("/")[2], ticket) if ticket else None
            ),
            score,
            cell(pains),
            CellView(links=personas, below=shared),
            steps_cell(here, tuple(need.at for need in item.needs)),
        ),
        anchor=f"opportunity.{item.ref.id}",
        keys=tuple(_keys(item)),
    )


def _keys(item: Item) -> Iterable[str]:
    yield f"status:{item.status or 'none'}"
    if item.owner:
        yield f"owner:{slug(item.owner)}"
    yield from (f"persona:{persona}" for persona in item.personas)
    yield from (f"journey:{journey}" for journey in item.journeys)


def _filters(here: Here, items: Iterable[Item]) -> tuple[Filter, ...]:
    those = tuple(items)
    statuses = {item.status or "none": item.status or "none" for item in those}
    owners = {slug(item.owner): here.named(Kind.OWNER, item.owner).text for item in those if item.owner}
    personas = {id_: here.to(Ref(Kind.PERSONA, id_)).text for item in those for id_ in item.personas}
    journeys = {id_: here.to(Ref(Kind.JOURNEY, id_)).text for item in those for id_ in item.journeys}
    found = (("status", statuses), ("owner", owners), ("persona", personas), ("journey", journeys))
    made = (Filter(key, tuple(sorted(choices.items(), key=lambda one: one[1].casefold()))) for key, choices in found)
    return tuple(one for one in made if len(one.choices) > 1)


def _matrix(items: tuple[Item, ...]) -> MatrixView | None:
    numbers = {item.ref: number for number, item in enumerate(items, start=1)}
    dots = tuple(
        MatrixDot(
            effort,
            impact,
            tuple(numbers[item.ref] for item in those),
            "; ".join(item.title for item in those),
            f"#opportunity.{those[0].ref.id}",
        )
        for (effort, impact), those in by_cell(items).items()
    )
    if not dots:
        return None
    weighed = [i for i in items if i.open and i.impact is not None and i.effort is not None][:MOST_POINTS]
    return MatrixView(dots, tuple(MatrixPoint(i.title, i.effort or 1.0, i.impact or 1.0) for i in weighed))


def _twins(here: Here, twins: tuple[tuple[Ref, Ref], ...]) -> TableView:
    rows = (RowView((linked(here.to(one)), linked(here.to(other)))) for one, other in twins[:MOST_ROWS])
    return table_view(f"analysis.{KEY}.twins", ("opportunity", "alike"), rows, len(twins))


def _data(items: tuple[Item, ...]) -> Table:
    columns = (
        *("opportunity", "title", "impact", "effort", "leverage", "status", "owner", "ticket"),
        *("feeling", "pain_points", "personas", "journeys", "steps"),
    )
    rows = tuple(
        (
            *(item.ref.id, item.title, item.impact, item.effort, item.leverage, item.status, item.owner, item.ticket),
            *(item.feeling, "; ".join(item.pains), "; ".join(item.personas), "; ".join(item.journeys)),
            "; ".join(f"{need.at.journey}#{need.at.step}" for need in item.needs),
        )
        for item in items
    )
    return Table("backlog", columns, rows)
