"""What all journeys together hold, as tables: touchpoints, pain points, opportunities, surveys, metrics."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.table import Cell, Table
from parcours.export.told import Told, mean_felt, steps_of
from parcours.pages.map_view import StageView, StepView
from parcours.pages.view import MetricView

_PLACE = ("journey", "stage", "step")


def inventories(told: Told) -> tuple[Table, ...]:
    """The tables, those with nothing in them too: who looks for surveys must see that there are none."""
    return (
        Table(
            "touchpoints", ("channel", "touchpoint", "device", "owner", "feeling", *_PLACE), tuple(_touchpoints(told))
        ),
        Table("pain_points", ("pain_point", "channel", "feeling", *_PLACE), tuple(_pains(told))),
        Table(
            "opportunities",
            ("opportunity", "impact", "effort", "status", "owner", "ticket", *_PLACE),
            tuple(_opportunities(told)),
        ),
        Table("surveys", ("survey", "channel", "subject", "indicators", "recurrence", *_PLACE), tuple(_surveys(told))),
        Table("metrics", ("metric", "value", "target", "verdict", "sample", "date", *_PLACE), tuple(_metrics(told))),
    )


Row = tuple[Cell, ...]


def _steps(told: Told) -> Iterator[tuple[Row, StageView, StepView]]:
    for _, page in told.journeys:
        for stage, step in steps_of(page):
            yield (page.frame.title, stage.name, f"{step.number} {step.action}"), stage, step


def _touchpoints(told: Told) -> Iterator[Row]:
    for place, _, step in _steps(told):
        if step.channel or step.touchpoint:
            channel, point = step.channel.name if step.channel else "", step.touchpoint.text if step.touchpoint else ""
            yield channel, point, step.device, step.owner.text if step.owner else "", mean_felt(step), *place


def _pains(told: Told) -> Iterator[Row]:
    for place, _, step in _steps(told):
        for pain in step.pain_points:
            yield pain, step.channel.name if step.channel else "", mean_felt(step), *place


def _opportunities(told: Told) -> Iterator[Row]:
    for place, _, step in _steps(told):
        for one in step.opportunities:
            owner = one.owner.text if one.owner else ""
            yield one.title, figure(one.impact), figure(one.effort), one.status, owner, one.ticket, *place


def _surveys(told: Told) -> Iterator[Row]:
    for place, _, step in _steps(told):
        for one in step.surveys:
            channel = one.channel.text if one.channel else ""
            yield one.name, channel, one.subject, ", ".join(one.indicators), one.recurrence, *place


def _metrics(told: Told) -> Iterator[Row]:
    for _, page in told.journeys:
        yield from (_metric(one, (page.frame.title, "", "")) for one in page.metrics)
        for stage in page.map.stages:
            yield from (_metric(one, (page.frame.title, stage.name, "")) for one in stage.metrics)
    for place, _, step in _steps(told):
        yield from (_metric(one, place) for one in step.metrics)


def _metric(one: MetricView, place: Row) -> Row:
    return one.name, figure(one.value), figure(one.target), one.verdict, one.sample, one.date, *place


def figure(shown: str) -> Cell:
    """A figure as it is shown, as a number where it is no more than one."""
    try:
        return float(shown.replace(",", ".")) if shown else None
    except ValueError:
        return shown
