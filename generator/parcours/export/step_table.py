"""Steps as a table, one a row: what spreadsheets and scripts want."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from parcours.analyse.table import Cell, Table
from parcours.export.told import Told, mean_felt, steps_of
from parcours.pages.map_view import OpportunityView, StageView, StepView, WayView
from parcours.pages.view import MetricView

Read = Callable[[StageView, StepView], Cell]


def step_table(told: Told) -> Table:
    """All steps of the journeys: columns are words of the format, lists are parted by semicolons."""
    rows = tuple(
        (id_, *(read(stage, step) for _, read in COLUMNS))
        for id_, page in told.journeys
        for stage, step in steps_of(page)
    )
    return Table("steps", ("journey", *(name for name, _ in COLUMNS)), rows)


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(text for text in texts if text)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _opportunity(one: OpportunityView) -> str:
    weights = (f"impact {one.impact}" if one.impact else "", f"effort {one.effort}" if one.effort else "")
    return _joined(one.title, one.status, *weights, one.ticket)


def _metric(one: MetricView) -> str:
    return _joined(f"{one.name}: {one.value}", f"target {one.target}" if one.target else "", one.date)


def _way(one: WayView) -> str:
    return _joined(f"{one.kind} → {one.to.text}", one.when, one.share)


COLUMNS: tuple[tuple[str, Read], ...] = (
    ("stage", lambda stage, _: stage.name),
    ("number", lambda _, s: s.number),
    ("id", lambda _, s: s.id),
    ("action", lambda _, s: s.action),
    ("description", lambda _, s: s.description),
    ("actors", lambda _, s: _listed(actor.name for actor in s.actors)),
    ("channel", lambda _, s: s.channel.name if s.channel else ""),
    ("touchpoint", lambda _, s: s.touchpoint.text if s.touchpoint else ""),
    ("device", lambda _, s: s.device),
    ("duration", lambda _, s: s.duration),
    ("motivation", lambda _, s: s.motivation),
    ("expects", lambda _, s: s.expects),
    ("thinking", lambda _, s: s.thinking),
    ("feeling", lambda _, s: mean_felt(s)),
    ("feelings", lambda _, s: _listed(_joined(f.persona, f.written, f.label) for f in s.feelings)),
    ("engagement", lambda _, s: s.engagement),
    ("satisfaction", lambda _, s: s.satisfaction),
    ("quote", lambda _, s: _listed(quote.text for quote in s.quotes)),
    ("pain_points", lambda _, s: _listed(s.pain_points)),
    ("opportunities", lambda _, s: _listed(map(_opportunity, s.opportunities))),
    ("moment_of_truth", lambda _, s: s.moment_of_truth),
    ("metrics", lambda _, s: _listed(map(_metric, s.metrics))),
    ("survey", lambda _, s: _listed(survey.name for survey in s.surveys)),
    ("evidence", lambda _, s: _listed(one.text for one in s.evidence)),
    ("assumptions", lambda _, s: _listed(s.assumptions)),
    ("physical_evidence", lambda _, s: _listed(s.physical_evidence)),
    ("frontstage", lambda _, s: _listed(s.frontstage)),
    ("backstage", lambda _, s: _listed(s.backstage)),
    ("support", lambda _, s: _listed(s.support)),
    ("lanes", lambda _, s: _listed(f"{name}: {_listed(items)}" for name, items in s.lanes)),
    ("owner", lambda _, s: s.owner.text if s.owner else ""),
    ("next", lambda _, s: _listed(map(_way, s.ways))),
)
