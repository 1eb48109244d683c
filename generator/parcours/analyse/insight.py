"""What a computation has to say: where it comes from, and how much it matters beside all others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from parcours.link.atlas import Ref

MOMENT_FACTOR = 2.0
"""What a moment of truth counts for; the settings may say otherwise."""


class StepAt(NamedTuple):
    """A step by the ids of its journey and of itself; an empty step stands for the whole journey."""

    journey: str
    step: str


@dataclass(frozen=True, slots=True)
class Insight:
    """One thing worth acting on.

    ``kind`` names the words of the locales (``insight.<kind>.told``, and ``.name`` for the kind itself), in which
    ``values`` are filled in the page's language: a Ref as the name of its thing, a ``score`` (1 to 5) and ``points`` on
    the site's own scale. ``weight`` is comparable across all kinds: points of feeling at stake (0 to 4, the width
    of the scale) × the share of customers concerned (0 to 1) × what a moment of truth counts for. ``steps`` are what it
    comes from, the first one first to be shown; ``analysis`` is the key of the analysis that explains it.
    """

    kind: str
    weight: float
    steps: tuple[StepAt, ...]
    analysis: str
    values: tuple[tuple[str, str | float | Ref], ...] = ()


def ranked(insights: Iterable[Insight]) -> tuple[Insight, ...]:
    """The heaviest first; of equal weight in an order that no renaming of files changes."""
    return tuple(sorted(insights, key=lambda one: (-one.weight, one.kind, _plain(one), one.steps)))


def foremost(insights: Iterable[Insight], most: int) -> tuple[Insight, ...]:
    """The first of them when ranked; only those that can be among these are put in order."""
    found = tuple(insights)
    if len(found) > most:
        least = sorted((one.weight for one in found), reverse=True)[most - 1]
        found = tuple(one for one in found if one.weight >= least)
    return ranked(found)[:most]


def _plain(one: Insight) -> tuple[str, ...]:
    return tuple(str(value) for _, value in one.values)
