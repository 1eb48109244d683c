"""The page of metrics: what each means, how it stands, and how it moved."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.analyses import Analyses
from parcours.analyse.metrics import Measure, Metric, is_small, points_of, verdict
from parcours.analyse.table import Cell, Table
from parcours.link.atlas import Atlas
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import analysis_frame, step_link
from parcours.pages.analysis_view import AnalysisHead, StepLink, Told
from parcours.pages.figure_table import (
    MOST_ROWS,
    CellView,
    FigurePage,
    RowView,
    TableView,
    TrendView,
    cell,
    linked,
    table_view,
)
from parcours.pages.figures import day, with_unit
from parcours.pages.here import Here
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page

KEY = "metrics"

COLUMNS = ("where", "value", "target", "date", "sample", "source")
MOST_TRENDS = 24
"""Charts of a page at most."""


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether anything is measured."""
    return bool(analyses.practice.metrics)


def given(analyses: Analyses) -> tuple[Metric, ...]:
    """What the page is made from."""
    return analyses.practice.metrics


def metrics_page(here: Here, metrics: tuple[Metric, ...]) -> Page:
    """The page: metrics with a definition first."""
    measures = tuple(measure for metric in metrics for measure in metric.measures)
    data = (_latest_data(measures), _dated_data(measures))
    head = AnalysisHead(KEY, result(here, metrics), tuple(table.name for table in data))
    trends = tuple(trend for measure in measures for trend in _trend(here, measure))[:MOST_TRENDS]
    tables = tuple(_table(here, metric) for metric in metrics)
    view = FigurePage(analysis_frame(here, KEY), head, tables, trends=trends)
    return Page(here.address, "analysis-metrics.html", view, data)


def result(here: Here, metrics: tuple[Metric, ...]) -> Told:
    """How many figures have a target, and how many miss it."""
    verdicts = [verdict(measure.measured) for metric in metrics for measure in metric.measures]
    aimed = sum(map(bool, verdicts))
    return Told(f"analysis.{KEY}.result", (("aimed", here.figure(float(aimed))),), verdicts.count("missed"))


def _table(here: Here, metric: Metric) -> TableView:
    rows = (_row(here, measure) for measure in metric.measures[:MOST_ROWS])
    return table_view(metric.name, COLUMNS, rows, len(metric.measures), metric.key, defined=metric.defined)


def where(here: Here, measure: Measure) -> StepLink:
    """What a figure is about: a step, a stage or a journey."""
    link = step_link(here, measure.at)
    if measure.at.step or not measure.stage:
        return link
    name = here.glances.stages[measure.at.journey, measure.stage]
    return StepLink(Hyperlink(name, f"{link.journey.href}#stage.{measure.stage}"), link.journey)


def _row(here: Here, measure: Measure) -> RowView:
    latest = measure.measured.latest
    met = verdict(measure.measured)
    tone = {"met": "good", "missed": "bad", "": ""}[met]
    small = is_small(measure.measured, here.atlas.settings.measures.smallest_sample)
    return RowView(
        (
            CellView(steps=(where(here, measure),)),
            CellView(with_unit(latest.value, latest.unit, here.language), number=True),
            CellView(
                with_unit(latest.target, latest.unit, here.language),
                f"metric.{met}" if met else "",
                tone=tone,
                number=True,
            ),
            cell(day(latest.date, here.language)),
            CellView(latest.sample, f"analysis.{KEY}.small" if small else "", tone="bad" if small else "", number=True),
            linked(here.maybe(Kind.EVIDENCE, latest.source)),
        )
    )


def _trend(here: Here, measure: Measure) -> Iterator[TrendView]:
    points, latest, line = points_of(measure.measured), measure.measured.latest, here.trend(measure.measured)
    if line is None:
        return
    (first, start), (last, end) = points[0], points[-1]
    place = where(here, measure)
    of_journey = place.step.href == place.journey.href
    name = place.step.text if of_journey else f"{place.step.text}, {place.journey.text}"
    values = (
        ("metric", latest.name),
        ("where", name),
        ("first", with_unit(start, latest.unit, here.language)),
        ("last", with_unit(end, latest.unit, here.language)),
        ("since", day(first, here.language)),
        ("until", day(last, here.language)),
    )
    yield TrendView(
        measure.key,
        line,
        Told(f"analysis.{KEY}.trend", values),
        tuple(
            (day(one.date, here.language), with_unit(one.value, one.unit or latest.unit, here.language), one.sample)
            for one in measure.measured.dated
        ),
    )


def _latest_data(measures: tuple[Measure, ...]) -> Table:
    columns = ("metric", "journey", "stage", "step", "value", "unit", "target", "met", "date", "sample", "source")
    rows = tuple((*_names(measure), *_latest(measure)) for measure in measures)
    return Table("metrics", columns, rows)


def _names(measure: Measure) -> tuple[Cell, ...]:
    return (measure.key, measure.at.journey, measure.stage or None, measure.at.step or None)


def _latest(measure: Measure) -> tuple[Cell, ...]:
    latest = measure.measured.latest
    met = {"met": True, "missed": False, "": None}[verdict(measure.measured)]
    date = latest.date.isoformat() if latest.date else None
    return latest.value, latest.unit, latest.target, met, date, latest.sample, latest.source


def _dated_data(measures: tuple[Measure, ...]) -> Table:
    rows = tuple(
        (*_names(measure), one.date.isoformat() if one.date else None, one.value, one.sample)
        for measure in measures
        for one in measure.measured.dated
    )
    return Table("values", ("metric", "journey", "stage", "step", "date", "value", "sample"), rows)
