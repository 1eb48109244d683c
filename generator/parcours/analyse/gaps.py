"""Gaps: where customers change device, channel or service and feel worse for it, stop, go back, or find no channel.

The weight of a gap is: points of feeling lost (a gap without a fall of its own counts as one point) × the share of
customers concerned × what a moment of truth counts for × what its kind counts for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from parcours.analyse.felt import cast_of, felt_by, mean, score_of
from parcours.analyse.ground import Ground
from parcours.analyse.insight import Insight, StepAt
from parcours.analyse.sequences import OUT, STOP, Choice, Sequences, choices_of
from parcours.analyse.volume import measured_share
from parcours.link.atlas import LinkedJourney, LinkedStep, Ref
from parcours.model.kinds import Kind

KINDS = ("device", "channel", "handover", "quality", "preference", "unowned", "dead_end", "back_track")
"""Every kind of gap, in the order they are listed."""

NAMED = {"preference": ("who", "what"), "quality": ("phase", "channel", "best"), "unowned": ("what", "one", "other")}
"""What the parts of a change are called, where they are not what it leads from and to."""

Side = str | Ref
"""What a change leads from or to: a device or an owner in words, a channel."""


class FeltChange(NamedTuple):
    """What a persona (empty: everyone) feels before and after, on 1 to 5."""

    persona: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap and the steps it comes from.

    ``change`` is what it leads from and to, or what it is about; ``kinds`` are all kinds it is of, the one it is told
    as first. ``points`` are lost in the mean of the personas (0 where nothing falls), ``share`` of customers (0 to 1).
    Nobody is told of a way back whose share is only ``assumed``.
    """

    kinds: tuple[str, ...]
    steps: tuple[StepAt, ...]
    change: tuple[Side, ...]
    points: float
    share: float
    moment: bool
    weight: float
    falls: tuple[FeltChange, ...] = ()
    assumed: bool = False

    @property
    def kind(self) -> str:
        """The kind it is told as."""
        return self.kinds[0]


def weighed(kind: str, points: float, share: float, moment: bool, ground: Ground) -> float:
    """The weight of a gap, to four places."""
    factor = ground.weights.moment_of_truth if moment else 1.0
    return round((points or 1.0) * share * factor * float(getattr(ground.weights, kind)), 4)


def gaps_of(journey: LinkedJourney, sequences: Sequences, ground: Ground) -> tuple[Gap, ...]:
    """The gaps of one journey, the heaviest first; none for a retired one."""
    if journey.journey.status == "retired" or not journey.steps:
        return ()
    found = [*_on_the_way(journey, sequences, ground), *_dead_ends(journey, sequences, ground)]
    found += _preferences(journey, ground)
    return tuple(sorted(found, key=lambda gap: (-gap.weight, gap.steps, gap.kinds)))


def _on_the_way(journey: LinkedJourney, sequences: Sequences, ground: Ground) -> Iterator[Gap]:
    steps = journey.steps
    places = {step.id: step.index for step in steps}
    for step in steps:
        for choice in choices_of(step, places):
            if choice.to in (OUT, STOP):
                continue
            share = _share(journey, step, steps[choice.to], choice, sequences.reach[step.index])
            if choice.way is not None and choice.way.kind == "back":
                if step.index not in sequences.endless:
                    gap = _back_track(journey, step, steps[choice.to], share, ground)
                    yield replace(gap, assumed=choice.way.share is None)
            else:
                yield from _change(journey, step, steps[choice.to], share, ground)


def _share(journey: LinkedJourney, step: LinkedStep, to: LinkedStep, choice: Choice, reach: float) -> float:
    """The share of customers who take a way: measured where volumes are, else from the shares of all ways."""
    alone = len(step.ways) == 1
    measured = measured_share(journey, to) if alone else None
    return round(reach * choice.share if measured is None else measured, 6)


def _change(journey: LinkedJourney, a: LinkedStep, b: LinkedStep, share: float, ground: Ground) -> Iterator[Gap]:
    changes = dict(_changes(journey, a, b, ground))
    if not changes:
        return
    falls = tuple(_falls(journey, a, b))
    points = mean(max(0.0, fall.before - fall.after) for fall in falls) or 0.0
    if points <= 0.0 or points < ground.weights.least_fall:
        return
    kinds = tuple(sorted(changes, key=lambda kind: _told_first(kind, a, b)))
    moment = bool(a.step.moment_of_truth or b.step.moment_of_truth)
    weight = max(weighed(kind, points, share, moment, ground) for kind in kinds)
    yield Gap(kinds, (_at(journey, a), _at(journey, b)), changes[kinds[0]], points, share, moment, weight, falls)


def _told_first(kind: str, a: LinkedStep, b: LinkedStep) -> int:
    """A hand-over comes first where a step names its owner; one that comes with the channel is a change of channel."""
    order = ("handover", "channel", "device") if a.step.owner or b.step.owner else ("channel", "device", "handover")
    return order.index(kind)


def _changes(
    journey: LinkedJourney, a: LinkedStep, b: LinkedStep, ground: Ground
) -> Iterator[tuple[str, tuple[Side, Side]]]:
    if a.step.device and b.step.device and a.step.device.casefold() != b.step.device.casefold():
        yield "device", (a.step.device, b.step.device)
    if a.channel is not None and b.channel is not None and a.channel != b.channel:
        yield "channel", (a.channel, b.channel)
    before, after = _service(journey, a, ground), _service(journey, b, ground)
    if before and after and before.casefold() != after.casefold():
        yield "handover", (before, after)


def _service(journey: LinkedJourney, step: LinkedStep, ground: Ground) -> str:
    """Who serves the customer at a step; nobody where they are by themselves."""
    return ground.owner(step) or (journey.journey.owner if step.channel is not None else "")


def _falls(journey: LinkedJourney, a: LinkedStep, b: LinkedStep) -> Iterator[FeltChange]:
    for persona in cast_of(journey):
        before, after = score_of(felt_by(a, persona)), score_of(felt_by(b, persona))
        if before is not None and after is not None:
            yield FeltChange(persona, before, after)


def _back_track(journey: LinkedJourney, a: LinkedStep, b: LinkedStep, share: float, ground: Ground) -> Gap:
    moment = bool(a.step.moment_of_truth)
    weight = weighed("back_track", 0.0, share, moment, ground)
    return Gap(("back_track",), (_at(journey, a), _at(journey, b)), (), 0.0, share, moment, weight)


def _dead_ends(journey: LinkedJourney, sequences: Sequences, ground: Ground) -> Iterator[Gap]:
    for step, share in zip(journey.steps, sequences.stops, strict=True):
        if share > 0.0 and not step.lost:
            moment = bool(step.step.moment_of_truth)
            weight = weighed("dead_end", 0.0, share, moment, ground)
            yield Gap(("dead_end",), (_at(journey, step),), (), 0.0, round(share, 6), moment, weight)


def _preferences(journey: LinkedJourney, ground: Ground) -> Iterator[Gap]:
    """Personas none of whose preferred channels the journey offers; an experience offers none by itself."""
    offered = {step.channel.id for step in journey.steps if step.channel}
    if journey.journey.kind != "journey" or not offered or journey.lacks("channel"):
        return
    for persona in journey.personas:
        preferred = ground.preferences.get(persona, ())
        if preferred and offered.isdisjoint(preferred):
            share = round(1 / len(journey.personas), 6)
            weight = weighed("preference", 0.0, share, False, ground)
            wanted: tuple[Side, ...] = tuple(Ref(Kind.CHANNEL, id_) for id_ in preferred)
            change = (Ref(Kind.PERSONA, persona), *wanted)
            yield Gap(("preference",), (StepAt(journey.ref.id, ""),), change, 0.0, share, False, weight)


def _at(journey: LinkedJourney, step: LinkedStep) -> StepAt:
    return StepAt(journey.ref.id, step.id)


def insight_of(gap: Gap) -> Insight:
    """A gap among all that is worth acting on."""
    values: list[tuple[str, str | float | Ref]] = [("share", gap.share), ("points", gap.points)]
    values += list(zip(NAMED.get(gap.kind, ("before", "after")), gap.change, strict=False))
    return Insight(f"gap_{gap.kind}", gap.weight, gap.steps, "gaps", tuple(values))
