"""How a map came to say what it says: its states one after another, and what became different from each to the next."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parcours.analyse.felt import EVERYONE
from parcours.compare.feelings import score_at
from parcours.compare.likeness import likeness
from parcours.compare.steps import AlignedStep, JourneyComparison, Kind, compare_journeys
from parcours.link.atlas import LinkedJourney, LinkedStep
from parcours.link.mentions import opportunity_key
from parcours.model.history import Change, Moment, Scores
from parcours.model.opportunity import Opportunity

REWORDED = 75.0
"""How alike (0 to 100) two pain points of one step must be to be the same one in other words."""
APART = frozenset({"pain_points", "opportunities", "action"})
"""Fields of a step that are told in words of their own."""


class State(NamedTuple):
    """A journey as a commit left it."""

    commit: str
    day: dt.date
    author: str
    journey: LinkedJourney


class Answer(NamedTuple):
    """An opportunity as a commit left it."""

    commit: str
    day: dt.date
    author: str
    opportunity: Opportunity


def moments(states: Sequence[State], *, whole: bool) -> tuple[Moment, ...]:
    """The moments of a map from its states, oldest first; the answer begins with the newest.

    States that say the same as the one before give none. ``whole`` says whether the oldest state is where the map
    began: then it is a moment too.
    """
    if not states:
        return ()
    first = states[0]
    found = [Moment(first.commit, first.day, first.author, curves(first.journey), (), moved=False, first=True)]
    for before, after in pairwise(states):
        changes = tuple(changes_between(before.journey, after.journey))
        told = curves(after.journey)
        moved = told != curves(before.journey)
        if changes or moved:
            found.append(Moment(after.commit, after.day, after.author, told, changes, moved))
    return tuple(reversed(found if whole or len(found) > 1 else []))


def curves(journey: LinkedJourney) -> tuple[tuple[str, Scores], ...]:
    """What each persona (everybody, where there is none) feels, step by step, on 1 to 5."""
    steps = journey.steps
    told = (
        (persona, tuple(score_at(journey, s, persona) for s in steps)) for persona in journey.personas or (EVERYONE,)
    )
    return tuple((persona, scores) for persona, scores in told if any(score is not None for score in scores))


def changes_between(a: LinkedJourney, b: LinkedJourney) -> Iterator[Change]:
    """Everything that is told of the way from one state of a map to the next: pains and hopes, feelings, steps."""
    compared = compare_journeys(a, b)
    yield from _pains(compared)
    yield from _opportunities(a, b)
    for stage in compared.stages:
        for step in stage.steps:
            yield from _of_step(step)


def _of_step(aligned: AlignedStep) -> Iterator[Change]:
    step = aligned.b or aligned.a
    if step is None or (aligned.kind is Kind.MOVED and aligned.b is None):
        return
    if aligned.kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED):
        yield _told(f"step_{aligned.kind.value}", step)
    if aligned.difference is None:
        return
    for felt in aligned.difference.feelings:
        if felt.verdict in ("better", "worse"):
            yield _told(felt.verdict, step, felt.persona, (f"{felt.a:g}", f"{felt.b:g}"))
    renamed = [change for change in aligned.difference.changes if change.key == "action"]
    for change in renamed:
        yield _told("step_renamed", step, " ".join(change.gone))
    fields = tuple(change.key for change in aligned.difference.changes if change.key not in APART)
    if fields:
        yield _told("step_changed", step, "", fields)


def _pains(compared: JourneyComparison) -> Iterator[Change]:
    """Pain points that are no more, or new; one that only went to another step or into other words is neither."""
    gone: list[tuple[str, LinkedStep]] = []
    new: list[tuple[str, LinkedStep]] = []
    for aligned in (step for stage in compared.stages for step in stage.steps):
        if aligned.kind is Kind.MOVED and aligned.a is not None:
            continue
        before = aligned.a or (aligned.twin if aligned.kind is Kind.MOVED else None)
        pains = (
            Counter(before.step.pain_points if before else ()),
            Counter(aligned.b.step.pain_points if aligned.b else ()),
        )
        lost, found = _unlike((pains[0] - pains[1]).elements(), (pains[1] - pains[0]).elements())
        gone += [(text, step) for text in lost if (step := before)]
        new += [(text, step) for text in found if (step := aligned.b)]
    elsewhere = {text for text, _ in gone} & {text for text, _ in new}
    yield from (_told("pain_closed", step, text) for text, step in gone if text not in elsewhere)
    yield from (_told("pain_opened", step, text) for text, step in new if text not in elsewhere)


def _unlike(gone: Iterable[str], new: Iterable[str]) -> tuple[list[str], list[str]]:
    """Both lists without the pairs that say the same in other words."""
    lost, found = list(gone), list(new)
    for text in list(lost):
        twin = next((other for other in found if likeness(text, other) >= REWORDED), None)
        if twin is not None:
            lost.remove(text)
            found.remove(twin)
    return lost, found


def _opportunities(a: LinkedJourney, b: LinkedJourney) -> Iterator[Change]:
    before, after = _named(a), _named(b)
    for key, (title, status, step) in after.items():
        if key not in before:
            yield _told("opportunity_new", step, title)
        elif status and before[key][1] != status:
            yield _told("opportunity_status", step, title, (before[key][1], status))
    for key, (title, _, step) in before.items():
        if key not in after:
            yield _told("opportunity_gone", step, title)


def _named(journey: LinkedJourney) -> dict[str, tuple[str, str, LinkedStep]]:
    """The opportunities of a map by their key: title, status (may be empty), and the first step that names each."""
    found: dict[str, tuple[str, str, LinkedStep]] = {}
    for step in journey.steps:
        for one in step.step.opportunities:
            found.setdefault(opportunity_key(one), (one.title or one.id, one.status or "", step))
    return found


def answers(states: Sequence[Answer]) -> tuple[Moment, ...]:
    """The moments at which an opportunity's own file gave it another status, newest first; states are oldest first."""
    found = [
        Moment(
            after.commit, after.day, after.author, (), (_status(before.opportunity, after.opportunity),), moved=False
        )
        for before, after in pairwise(states)
        if before.opportunity.status != after.opportunity.status
    ]
    return tuple(reversed(found))


def _status(a: Opportunity, b: Opportunity) -> Change:
    return Change("opportunity_status", "", "", b.title, (a.status or "", b.status or ""))


def _told(kind: str, step: LinkedStep, text: str = "", detail: tuple[str, ...] = ()) -> Change:
    return Change(kind, step.id, step.step.action or step.id.replace("-", " "), text, detail)
