"""Rules about the ways through a journey: what nobody reaches, and what nobody leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep

MOST_NAMED = 6
"""Steps of a loop that are named before the rest is left to an ellipsis."""


def unreachable_step(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """Steps no way leads to; of a chain of them the first is told.

    A journey may be entered at its first step, and at any step another journey leads to.
    """
    doors = atlas.doors.get(journey.ref.id, ())
    steps = journey.steps
    if any(step.lost for step in steps) or journey.lacks("next", "to", "id"):
        return
    ways = {step.id: _inside(step) for step in steps}
    starts = [s.id for n, s in enumerate(steps) if n == 0 or s.id in doors]
    reached = _reached(starts, ways)
    for step in steps:
        if step.id not in reached:
            reached |= _reached([step.id], ways)
            yield finding("refs/unreachable-step", step.place, step=step.step.action or step.id, id=step.id)


def endless_loop(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """Steps from which the journey never ends: no way on leads out of their circle."""
    ways = {step.id: _inside(step) for step in journey.steps}
    ends = [step.id for step in journey.steps if not step.ways or step.lost or any(w.journey for w in step.ways)]
    backwards: dict[str, list[str]] = {step.id: [] for step in journey.steps}
    for step, following in ways.items():
        for other in following:
            backwards[other].append(step)
    yield from _loops(journey, ways, _reached(ends, backwards))


def _loops(journey: LinkedJourney, ways: Mapping[str, list[str]], ending: set[str]) -> Iterator[Finding]:
    by_id = {step.id: step for step in journey.steps}
    told = set(ending)
    for step in journey.steps:
        if step.id in told or step.id not in _reached(ways[step.id], ways):
            continue
        # Everything from here leads back here, or round another circle further on, which is told by itself.
        circle = [i for i in by_id if i in _reached([step.id], ways) and step.id in _reached(ways[i], ways)]
        told |= set(circle)
        names = [by_id[i].step.action or i for i in (*circle, step.id)]
        loop = " → ".join(names if len(names) <= MOST_NAMED else (*names[: MOST_NAMED - 2], "…", names[-1]))
        yield finding("refs/endless-loop", step.place, step=step.step.action or step.id, loop=loop)


def _inside(step: LinkedStep) -> list[str]:
    return [way.step for way in step.ways if not way.journey]


def _reached(starts: list[str], ways: Mapping[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        step = waiting.pop()
        if step not in reached:
            reached.add(step)
            waiting += ways[step]
    return reached
