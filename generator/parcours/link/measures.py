"""Figures of one metric over time, and the one to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parcours.model.metric import Metric
from parcours.source.address import slug


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric as it stands: the latest figure, and all dated ones from the oldest to the newest."""

    latest: Metric
    dated: tuple[Metric, ...] = ()


def gathered(inline: Iterable[Metric], rows: Iterable[Metric]) -> tuple[Measured, ...]:
    """Metrics written on a step and rows of tables, one for each name; the newest date is the latest.

    A figure without a date yields to a dated one. Target, unit and source missing from the latest are taken from the
    others, so a target stated once on the step serves each month's row.
    """
    by_name: dict[str, list[Metric]] = {}
    for metric in (*inline, *rows):
        by_name.setdefault(slug(metric.name) or metric.name, []).append(metric)
    return tuple(_measured(metrics) for metrics in by_name.values())


def _measured(metrics: list[Metric]) -> Measured:
    ordered = sorted(
        metrics, key=lambda metric: (metric.date is not None, metric.date.isoformat() if metric.date else "")
    )
    latest = ordered[-1]
    for other in reversed(ordered[:-1]):
        latest = latest.model_copy(
            update={
                key: getattr(other, key)
                for key in ("unit", "source", "target")
                if not getattr(latest, key) and getattr(other, key)
            }
        )
    return Measured(latest.model_copy(update={"name": metrics[0].name}), tuple(m for m in ordered if m.date))
