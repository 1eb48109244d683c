"""Volume: how many customers come by, where a metric says so."""

from __future__ import annotations

from parcours.link.atlas import LinkedJourney, LinkedStep
from parcours.link.measures import Measured
from parcours.source.address import slug

VOLUME = frozenset({"volume", "volumes", "visits", "visites", "contacts", "customers", "clients"})
"""The names of metrics that count customers, English and French."""


def volume_of(measured: tuple[Measured, ...]) -> float | None:
    """The latest count of customers among some figures; None where there is none."""
    for one in measured:
        if isinstance(one.latest.value, float) and slug(one.latest.name) in VOLUME:
            return one.latest.value
    return None


def measured_share(journey: LinkedJourney, step: LinkedStep) -> float | None:
    """The share of the journey's customers who come by a step (0 to 1), where both have a volume."""
    if not step.measured or not journey.measured:
        return None
    whole, part = volume_of(journey.measured), volume_of(step.measured)
    return None if not whole or part is None else min(1.0, max(0.0, part / whole))
