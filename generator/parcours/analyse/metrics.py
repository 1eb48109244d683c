"""Metrics: what the well-known ones mean, which way is better, and which figures are old, missed or thin.

NPS: share of promoters (9, 10) minus share of detractors (0 to 6) on "would you recommend us?", from −100 to 100.
F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 81 (12), 2003, 46–54.
CES: how much effort a customer had to make. M. Dixon, K. Freeman, N. Toman, "Stop Trying to Delight Your Customers",
Harvard Business Review 88 (7/8), 2010, 116–122; asked there from 1 (very little) to 5 (very much), later from 1 to 7
with 7 the easiest, so that which way is better cannot be told from the figure.
CSAT: the mean of answers on a scale (1 to 5, 1 to 7, 1 to 10), or the share of the two best answers; which of them is
the writer's to say.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from parcours.analyse.insight import StepAt
from parcours.link.atlas import LinkedJourney
from parcours.link.measures import Measured
from parcours.model.duration import read_duration
from parcours.source.address import slug


class Known(NamedTuple):
    """A metric with a definition: the slugs it is written with, and whether more of it is better (None: unknown)."""

    slugs: tuple[str, ...]
    higher_is_better: bool | None


KNOWN: dict[str, Known] = {
    "nps": Known(("nps", "net-promoter-score"), True),
    "csat": Known(("csat", "satisfaction", "customer-satisfaction"), True),
    "ces": Known(("ces", "customer-effort-score", "effort"), None),
    "conversion": Known(("conversion", "conversion-rate", "taux-de-conversion"), True),
    "waiting-time": Known(("waiting-time", "attente", "temps-d-attente"), False),
    "volume": Known(("volume",), None),
    "first-contact-resolution": Known(("first-contact-resolution", "fcr", "resolution-au-premier-contact"), True),
    "retention": Known(("retention", "retention-rate", "taux-de-retention"), True),
    "churn": Known(("churn", "attrition", "churn-rate", "taux-d-attrition"), False),
    "abandonment": Known(("abandonment", "abandon", "abandonment-rate", "taux-d-abandon"), False),
}
"""The metrics whose meaning is told on the page, by the key of their words."""

_KEYS = {written: key for key, known in KNOWN.items() for written in known.slugs}


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric at a step, a stage (``stage`` is its id, the step empty) or a whole journey (both empty).

    ``moment`` says that the step is a moment of truth.
    """

    at: StepAt
    stage: str
    measured: Measured
    moment: bool = False

    @property
    def key(self) -> str:
        """What gathers figures of one metric: the key of its definition, else the slug of its name."""
        return key_of(self.measured.latest.name)


def key_of(name: str) -> str:
    """The key of a metric's definition (``taux de conversion`` is ``conversion``), else the slug of its name."""
    written = slug(name) or name
    return _KEYS.get(written, written)


def metrics_of(journey: LinkedJourney) -> tuple[Measure, ...]:
    """The metrics of one journey: its own, then those of each stage and its steps."""
    id_ = journey.ref.id
    found = [Measure(StepAt(id_, ""), "", one) for one in journey.measured]
    for stage in journey.stages:
        found += [Measure(StepAt(id_, ""), stage.id, one) for one in stage.measured]
        for step in stage.steps:
            if step.measured:
                moment = bool(step.step.moment_of_truth)
                found += [Measure(StepAt(id_, step.id), stage.id, one, moment) for one in step.measured]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric over all maps; ``defined`` says whether there are words for what it means."""

    key: str
    name: str
    defined: bool
    measures: tuple[Measure, ...]


def metrics(parts: Iterable[tuple[Measure, ...]]) -> tuple[Metric, ...]:
    """All metrics: those with a definition first, as listed there, then the others by name."""
    found: dict[str, list[Measure]] = {}
    for part in parts:
        for measure in part:
            found.setdefault(measure.key, []).append(measure)
    order = list(KNOWN)
    made = (Metric(key, ms[0].measured.latest.name, key in KNOWN, tuple(ms)) for key, ms in found.items())
    return tuple(sorted(made, key=lambda m: (order.index(m.key) if m.defined else len(order), m.name.casefold())))


def verdict(measured: Measured) -> str:
    """Whether the latest figure meets its target: ``met``, ``missed``, or empty when that cannot be said.

    Only for metrics whose better direction is beyond doubt (a higher NPS, a shorter wait); an effort score is not one,
    as its scale runs either way.
    """
    value, target = measured.latest.value, measured.latest.target
    if not isinstance(value, float) or not isinstance(target, float):
        return ""
    known = KNOWN.get(key_of(measured.latest.name))
    if known is None or known.higher_is_better is None:
        return ""
    met = value >= target if known.higher_is_better else value <= target
    return "met" if met else "missed"


def sample_of(text: str) -> int | None:
    """The number of answers in a text (``462``, ``12 customers``, ``8 200``, ``1,200``); None without one."""
    found = re.search(r"\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+|\d+", text)
    return int(re.sub(r"\D", "", found[0])) if found else None


def is_small(measured: Measured, least: int) -> bool:
    """Whether the latest figure rests on fewer answers than ``least``; not where the sample is not told."""
    sample = sample_of(measured.latest.sample)
    return sample is not None and sample < least


def old_after(measured: Measured, after: str) -> dt.date | None:
    """The day after which the latest figure is too old; None without a date or without a length of time."""
    length = read_duration(after) if measured.latest.date is not None else None
    return length.after(measured.latest.date) if length is not None and measured.latest.date is not None else None


def points_of(measured: Measured) -> tuple[tuple[dt.date, float], ...]:
    """The dated figures that are numbers, from the oldest to the newest: what a trend is drawn from."""
    return tuple((m.date, m.value) for m in measured.dated if m.date is not None and isinstance(m.value, float))
