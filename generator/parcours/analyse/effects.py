"""Did a change help? The figures of a step before and after the map changed there, and whether chance can explain them.

Only what the data permits is claimed. A share of a known number of people is tested by the two-proportion z-test with
pooled variance (NIST/SEMATECH, e-Handbook of Statistical Methods, section 7.3.3), when each side has at least five
cases of either kind. Figures of any other kind (means without their variance, an NPS without its distribution) permit
no test: their difference is shown and nothing is said of it. Before and after is not cause and effect.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parcours.link.atlas import LinkedJourney, LinkedStep
from parcours.link.measures import Measured
from parcours.model.history import Change, Moment
from parcours.model.metric import Metric

LEAST = 5
"""Cases of either kind (those who did, those who did not) that each side must have for the test."""
BEYOND_CHANCE = 0.05
"""The probability of so large a difference by chance alone, below which it is called beyond chance."""
OF_THE_MAP = frozenset(
    {"step_added", "step_moved", "step_renamed", "step_changed", "pain_closed", "pain_opened", "opportunity_status"}
)
"""Changes after which figures may differ. A feeling that is written otherwise is itself a measure."""


class Side(NamedTuple):
    """The figures on one side: their mean (weighed by sample where each has one), the people or cases (0: unknown)."""

    mean: float
    sample: int
    figures: int


@dataclass(frozen=True, slots=True)
class Effect:
    """A metric of a step before and after the map changed there on a day.

    ``verdict`` is ``up`` or ``down`` (beyond chance), ``chance`` (within it), ``small`` (too few cases to say) or
    ``untested`` (the figures permit no test). ``p`` is the probability of the test, two-sided; None without one.
    """

    step: str
    metric: str
    unit: str
    day: dt.date
    changes: tuple[Change, ...]
    before: Side
    after: Side
    verdict: str
    p: float | None = None


def effects_of(journey: LinkedJourney, moments: Iterable[Moment]) -> tuple[Effect, ...]:
    """The effects that can be looked at: by step, then day, then metric. ``moments`` in any order.

    Figures count from the day after a change to the day before the next one of the same step; those of the very day
    belong to neither side.
    """
    days = _days(journey, moments)
    found: list[Effect] = []
    for step in journey.steps:
        if step.id in days:
            told = [effect for measured in step.measured for effect in _effects(step, measured, days[step.id])]
            found += sorted(told, key=lambda effect: effect.day)
    return tuple(found)


def _days(journey: LinkedJourney, moments: Iterable[Moment]) -> Mapping[str, dict[dt.date, list[Change]]]:
    """What changed at each step, by day. An opportunity's own news counts for the steps that name it."""
    named: dict[str, list[str]] = {}
    for step in journey.steps:
        for one in step.step.opportunities:
            named.setdefault(one.title or one.id, []).append(step.id)
    days: dict[str, dict[dt.date, list[Change]]] = {}
    for moment in moments:
        for change in moment.changes:
            steps = [change.step] if change.step else named.get(change.text, [])
            for step_id in steps if change.kind in OF_THE_MAP else ():
                days.setdefault(step_id, {}).setdefault(moment.day, []).append(change)
    return days


def _effects(step: LinkedStep, measured: Measured, days: Mapping[dt.date, list[Change]]) -> Iterator[Effect]:
    told = [(metric.date, metric) for metric in measured.dated if metric.date and isinstance(metric.value, float)]
    ordered = sorted(days)
    for n, day in enumerate(ordered):
        start = ordered[n - 1] if n else dt.date.min
        end = ordered[n + 1] if n + 1 < len(ordered) else dt.date.max
        before = [metric for date, metric in told if start < date < day]
        after = [metric for date, metric in told if day < date < end]
        if before and after:
            unit = measured.latest.unit
            sides = side_of(before), side_of(after)
            verdict, p = judged(*sides, share=unit == "%")
            yield Effect(step.id, measured.latest.name, unit, day, tuple(days[day]), *sides, verdict, p)


def side_of(metrics: Sequence[Metric]) -> Side:
    """The figures of one side as one."""
    values = [metric.value for metric in metrics if isinstance(metric.value, float)]
    samples = [sample_of(metric) for metric in metrics]
    if all(samples):
        whole = sum(samples)
        weighed = sum(value * sample for value, sample in zip(values, samples, strict=True)) / whole
        return Side(round(weighed, 4), whole, len(values))
    return Side(round(sum(values) / len(values), 4), 0, len(values))


def sample_of(metric: Metric) -> int:
    """The number of people or cases a figure rests on; 0 where the writer gave none that is a number."""
    found = re.match(r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?!\d)|\d+", metric.sample)
    return int(re.sub(r"\D", "", found[0])) if found else 0


def judged(before: Side, after: Side, *, share: bool) -> tuple[str, float | None]:
    """The verdict about two sides, and the probability of the test where there is one. ``share``: percentages."""
    if not share or not all(0 <= side.mean <= 100 for side in (before, after)):
        return "untested", None
    if not (before.sample and after.sample):
        return "untested", None
    if any(min(side.mean, 100 - side.mean) / 100 * side.sample < LEAST for side in (before, after)):
        return "small", None
    p = two_proportions(before.mean / 100, before.sample, after.mean / 100, after.sample)
    if p >= BEYOND_CHANCE:
        return "chance", p
    return ("up" if after.mean > before.mean else "down"), p


def two_proportions(one: float, n: int, other: float, m: int) -> float:
    """The two-sided probability that shares of ``n`` and ``m`` cases differ so much by chance: z-test, pooled."""
    pooled = (one * n + other * m) / (n + m)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    return 1.0 if spread == 0 else math.erfc(abs(other - one) / spread / math.sqrt(2))
