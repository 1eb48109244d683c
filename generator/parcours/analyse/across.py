"""Gaps that only show across journeys: quality that differs by channel, touchpoints that many share and nobody owns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.analyse.figures import Figures
from parcours.analyse.gaps import Gap, Side, weighed
from parcours.analyse.ground import Ground
from parcours.analyse.insight import StepAt
from parcours.analyse.matrix import NO_CHANNEL, Cells, Sum
from parcours.analyse.phase import PHASES
from parcours.link.atlas import LinkedJourney, LinkedStep, Ref
from parcours.model.kinds import Kind

FEWEST_SCORES = 3
"""Scores of a channel in a phase; the mean of fewer may be chance."""


def uneven_quality(cells: Cells, ground: Ground) -> Iterator[Gap]:
    """For each phase the channel that feels worst, where the best feels better by as much as a fall must be.

    The share is that of the phase's steps with a score that happen on the worst channel.
    """
    for phase in PHASES:
        means = {
            channel: (one.mean, one)
            for (row, channel), one in cells.items()
            if row == phase and channel != NO_CHANNEL and one.scored >= FEWEST_SCORES and one.mean is not None
        }
        if len(means) < 2:
            continue
        low = min(means, key=lambda channel: (means[channel][0] or 0.0, -means[channel][1].scored, channel))
        high = max(means, key=lambda channel: (means[channel][0] or 0.0, channel))
        points = round((means[high][0] or 0.0) - (means[low][0] or 0.0), 2)
        if points >= ground.weights.least_fall and points > 0:
            share = means[low][1].scored / sum(one.scored for _, one in means.values())
            yield _uneven(phase, (low, high), means[low][1], (points, share), ground)


def _uneven(
    phase: str,
    ends: tuple[str, str],
    worst: Sum,
    size: tuple[float, float],
    ground: Ground,
) -> Gap:
    points, share = size
    steps = tuple(at for _, at in worst.worst)
    change: tuple[Side, ...] = (f"phase.{phase}", *(Ref(Kind.CHANNEL, channel) for channel in ends))
    weight = weighed("quality", points, share, False, ground)
    return Gap(("quality",), steps, change, points, round(share, 6), False, weight)


def unowned_touchpoints(members: Iterable[Figures], ground: Ground) -> Iterator[Gap]:
    """Touchpoints of journeys with different owners that have none of their own, each told once."""
    used: dict[str, list[tuple[LinkedJourney, LinkedStep]]] = {}
    for one in members:
        for step in one.unowned:
            used.setdefault(step.touchpoint.id if step.touchpoint else "", []).append((one.journey, step))
    for touchpoint, places in sorted(used.items()):
        owners = dict.fromkeys(journey.journey.owner for journey, _ in places if journey.journey.owner)
        if len({owner.casefold() for owner in owners}) > 1:
            steps = tuple(StepAt(journey.ref.id, step.id) for journey, step in places)
            moment = any(step.step.moment_of_truth for _, step in places)
            weight = weighed("unowned", 0.0, 1.0, moment, ground)
            change: tuple[Side, ...] = (Ref(Kind.TOUCHPOINT, touchpoint), *sorted(owners))
            yield Gap(("unowned",), steps, change, 0.0, 1.0, moment, weight)
