"""Advice about the figures of a journey: which are too old, miss their target, or rest on too few answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from parcours.analyse.metrics import Measure, is_small, metrics_of, old_after, sample_of, verdict
from parcours.analyse.places import spot
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney
from parcours.link.spot import place_of
from parcours.model.metric import Metric
from parcours.source.address import slug
from parcours.source.text import Place


def doubtful_figures(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """Latest figures that miss their target or rest on too few answers."""
    least = atlas.settings.measures.smallest_sample
    for measure in metrics_of(journey):
        latest = measure.measured.latest
        if verdict(measure.measured) == "missed":
            value, target = _figure(latest.value, latest.unit), _figure(latest.target, latest.unit)
            place = _place_of(journey, measure)
            yield finding("map/missed-target", place, metric=latest.name, value=value, target=target)
        if is_small(measure.measured, least):
            place, sample = _place_of(journey, measure), str(sample_of(latest.sample))
            yield finding("map/small-sample", place, metric=latest.name, sample=sample, least=str(least))


def old_figures(journey: LinkedJourney, atlas: Atlas) -> Iterator[tuple[dt.date, Finding]]:
    """For each latest figure with a date the day after which it is too old, and what is told then."""
    after = atlas.settings.measures.stale_after
    for measure in metrics_of(journey):
        latest, day = measure.measured.latest, old_after(measure.measured, after)
        if day is not None and latest.date is not None:
            place, date = _place_of(journey, measure), latest.date.isoformat()
            yield day, finding("map/old-figure", place, metric=latest.name, date=date, after=after)


def _figure(value: float | str | None, unit: str) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return f"{text} {unit}" if unit else text


def _place_of(journey: LinkedJourney, measure: Measure) -> Place:
    """Where a metric is written; that of its step, stage or journey where it comes from a table."""
    wanted = measure.measured.latest.name
    if measure.at.step:
        step = next(step for step in journey.steps if step.id == measure.at.step)
        n = _among(step.step.metrics, wanted)
        return step.place if n is None else spot(journey, step, "metrics", n, "name")
    stage = next((stage for stage in journey.stages if stage.id == measure.stage), None)
    if stage is not None:
        base = () if stage.own_file else ("stages", stage.index)
        n = _among(stage.stage.metrics, wanted)
        return place_of(stage.front, (*base, "name") if n is None else (*base, "metrics", n, "name"))
    return _of_journey(journey, _among(journey.journey.metrics, wanted))


def _of_journey(journey: LinkedJourney, n: int | None) -> Place:
    return place_of(journey.front, ("title",) if n is None else ("metrics", n, "name"))


def _among(metrics: tuple[Metric, ...], name: str) -> int | None:
    return next((n for n, metric in enumerate(metrics) if slug(metric.name) == slug(name)), None)
