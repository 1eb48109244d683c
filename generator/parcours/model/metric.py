"""Metrics: figures about a step, a stage or a journey, with where and when they were measured."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from parcours.model.base import Date, Needed, Record, Text, as_text, keyed, named


def as_measure(value: object) -> object:
    """A number as a number, anything else (``2 min 30``, ``45 %``) as the text it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return as_text(value)
    return float(value)


Measure = Annotated[float | str | None, BeforeValidator(as_measure)]


class Metric(Record):
    """One measured figure. ``sample`` is the number of answers or cases; ``target`` is what is aimed at."""

    name: Needed
    value: Measure = None
    unit: Text = ""
    date: Date = None
    sample: Text = ""
    source: Text = ""
    target: Measure = None


Metrics = Annotated[tuple[Annotated[Metric, named("name")], ...], keyed("name", "value")]
"""Metrics, written as ``{csat: 3.4}`` or as a list of records."""
