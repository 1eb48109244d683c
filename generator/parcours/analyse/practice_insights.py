"""What asking, measuring, improving and assuming have to say that is worth acting on, on the scale of all insights.

Points at stake (0 to 4): each request over the limit is one, and so is an indicator asked twice; a missed target is the
share of it that lacks, of 2; a quick win is what its steps lack to the best feeling × impact ÷ 5; an assumption is its
share of the weight that all assumptions carry, of 4. A moment of truth counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.analyse.claims import Assumption
from parcours.analyse.insight import MOMENT_FACTOR, Insight, StepAt
from parcours.analyse.listening import Listening
from parcours.analyse.metrics import Metric, verdict
from parcours.analyse.opportunities import Item
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind

BEST, WIDTH = 5.0, 4.0
"""The best feeling, and the width of the common scale."""

MOST = 10
"""Insights of a kind."""

QUICK = 2.0
"""Impact by effort from which on an opportunity is a quick win."""


def listening_insights(plan: Listening) -> Iterator[Insight]:
    """Personas over the limit, and indicators that are asked twice."""
    for one in plan.over[:MOST]:
        steps = tuple(dict.fromkeys(request.ask.at for request, _ in one.requests))
        who = Ref(Kind.PERSONA, one.persona)
        told = (("persona", who), ("count", float(one.count)), ("period", plan.period))
        yield Insight("over_asked", min(WIDTH, float(one.count - (plan.limit or 0))), steps, "listening", told)
    for repeat in plan.repeats[:MOST]:
        steps = tuple(dict.fromkeys(request.ask.at for request in repeat.requests))
        values = (("indicator", repeat.indicator), ("touchpoint", repeat.touchpoint))
        yield Insight("asked_twice", 1.0, steps, "listening", values)


def metric_insights(metrics: Iterable[Metric]) -> Iterator[Insight]:
    """Figures that miss their target."""
    for measure in (measure for metric in metrics for measure in metric.measures):
        latest = measure.measured.latest
        if (
            verdict(measure.measured) == "missed"
            and isinstance(latest.value, float)
            and isinstance(latest.target, float)
        ):
            lacking = min(1.0, abs(latest.value - latest.target) / abs(latest.target)) if latest.target else 1.0
            factor = MOMENT_FACTOR if measure.moment else 1.0
            unit = f" {latest.unit}" if latest.unit else ""
            values = (("metric", latest.name), ("value", latest.value), ("target", latest.target), ("unit", unit))
            yield Insight("missed_target", round(WIDTH / 2 * lacking * factor, 2), (measure.at,), "metrics", values)


def backlog_insights(items: Iterable[Item]) -> Iterator[Insight]:
    """Quick wins: much impact for little effort, where something is felt."""
    quick = [item for item in items if item.open and (item.leverage or 0) >= QUICK and item.feeling is not None]
    for item in quick[:MOST]:
        weight = (BEST - (item.feeling or BEST)) * (item.impact or 0) / BEST
        values = (("title", item.title), ("impact", item.impact or 0.0), ("effort", item.effort or 0.0))
        steps = tuple(need.at for need in item.needs[:MOST])
        yield Insight("quick_win", round(weight, 2), steps, "opportunities", values)


def assumption_insights(atlas: Atlas, assumptions: tuple[Assumption, ...]) -> Iterator[Insight]:
    """The assumptions that carry most."""
    total = sum(one.weight for one in assumptions)
    for one in assumptions[:MOST]:
        taken = (StepAt(id_, "") for persona in one.personas for id_ in atlas.taken.get(persona, ()))
        steps = (*one.at, *taken)
        if steps:
            weight = round(WIDTH * one.weight / total, 2)
            yield Insight("assumption", weight, steps[:MOST], "evidence", (("text", one.text),))
