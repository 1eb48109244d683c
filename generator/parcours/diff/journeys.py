"""Two journeys: which stages and steps are added, removed, moved or changed, and how each is felt on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parcours.compare.feelings import FeelingChange
from parcours.compare.steps import AlignedStep, JourneyComparison, Kind, compare_journeys
from parcours.diff.difference import Called, Change, PartChange, Spot, ThingChange, spot_of
from parcours.diff.fields import PARTS, fields_between
from parcours.diff.model import Data
from parcours.link.atlas import LinkedJourney, LinkedStage, LinkedStep

CHANGES = {Kind.ADDED: Change.ADDED, Kind.REMOVED: Change.REMOVED, Kind.MOVED: Change.MOVED}


def journey_change(a: LinkedJourney, b: LinkedJourney, model_a: Data, model_b: Data) -> ThingChange | None:
    """What differs between two journeys, given what their models say; None when nothing does."""
    if a.ref.id == b.ref.id and model_a == model_b:
        return None
    compared = compare_journeys(a, b)
    sides = _Sides(compared, _Side.of(a, model_a), _Side.of(b, model_b))
    fields = fields_between(model_a, model_b, PARTS)
    stages = tuple(sorted(sides.stages(), key=_stage_key))
    steps = tuple(sorted(sides.steps(), key=step_key))
    if a.ref.id == b.ref.id and not (fields or stages or steps):
        return None
    return ThingChange(
        a.ref.kind.value,
        Change.CHANGED,
        Called(a.ref.id, a.name),
        Called(b.ref.id, b.name),
        fields=fields,
        stages=stages,
        steps=steps,
        feelings=by_persona((*compared.feelings, compared.overall)),
        compared=compared,
    )


def by_persona(feelings: tuple[FeelingChange, ...]) -> tuple[FeelingChange, ...]:
    """Feelings told on a side, each persona once, in the order of their ids; over all comes first."""
    told = {one.persona: one for one in feelings if (one.a, one.b) != (None, None)}
    return tuple(told[persona] for persona in sorted(told))


def step_key(part: PartChange) -> tuple[tuple[int, ...], str]:
    """The reading order: by the number on the map, where the step stands now."""
    return tuple(int(figure) for figure in spot_of(part).number.split(".")), part.change.value


def _stage_key(part: PartChange) -> tuple[int, str]:
    return spot_of(part).index, part.change.value


@dataclass(frozen=True, slots=True)
class _Side:
    """A journey with what its model says of each step, and where each stands in its stage."""

    journey: LinkedJourney
    stages: tuple[Data, ...]
    steps: Mapping[int, Data]
    places: Mapping[int, int]

    @classmethod
    def of(cls, journey: LinkedJourney, model: Data) -> _Side:
        stages: tuple[Data, ...] = tuple(model.get("stages", ()))
        placed = [(step, n) for stage in journey.stages for n, step in enumerate(stage.steps)]
        steps = {step.index: stages[step.stage]["steps"][n] for step, n in placed}
        return cls(journey, stages, steps, {step.index: n for step, n in placed})

    def stage(self, stage: LinkedStage) -> Spot:
        return Spot(stage.id, stage.stage.name, stage.index, str(stage.index + 1))

    def stage_model(self, stage: LinkedStage) -> Data:
        return {key: value for key, value in self.stages[stage.index].items() if key not in PARTS}

    def step(self, step: LinkedStep) -> Spot:
        place = self.places[step.index]
        stage = self.journey.stages[step.stage]
        return Spot(step.id, step.step.action, place, f"{step.stage + 1}.{place + 1}", stage.id)


@dataclass(frozen=True, slots=True)
class _Sides:
    compared: JourneyComparison
    a: _Side
    b: _Side

    def stages(self) -> Iterator[PartChange]:
        for aligned in self.compared.stages:
            a, b = aligned.pair.a, aligned.pair.b
            if a and b:
                fields = fields_between(self.a.stage_model(a), self.b.stage_model(b))
                if fields or aligned.pair.moved:
                    change = Change.MOVED if aligned.pair.moved else Change.CHANGED
                    yield PartChange(change, self.a.stage(a), self.b.stage(b), fields=fields)
            elif a:
                yield PartChange(Change.REMOVED, self.a.stage(a), None, self.a.stage_model(a))
            elif b:
                yield PartChange(Change.ADDED, None, self.b.stage(b), self.b.stage_model(b))

    def steps(self) -> Iterator[PartChange]:
        for stage in self.compared.stages:
            for aligned in stage.steps:
                change = self._step(aligned)
                if change is not None:
                    yield change

    def _step(self, aligned: AlignedStep) -> PartChange | None:
        if aligned.kind is Kind.MOVED and aligned.b is None:
            return None  # It is told where it stands now.
        before, after = aligned.a or aligned.twin, aligned.b
        if aligned.kind is Kind.ADDED and after:
            return PartChange(Change.ADDED, None, self.b.step(after), self.b.steps[after.index])
        if aligned.kind is Kind.REMOVED and before:
            return PartChange(Change.REMOVED, self.a.step(before), None, self.a.steps[before.index])
        if before is None or after is None:
            return None
        fields = fields_between(self.a.steps[before.index], self.b.steps[after.index])
        if not fields and aligned.kind is not Kind.MOVED:
            return None
        change = CHANGES.get(aligned.kind, Change.CHANGED)
        felt = tuple(one for one in aligned.difference.feelings if one.a != one.b) if aligned.difference else ()
        return PartChange(change, self.a.step(before), self.b.step(after), fields=fields, feelings=by_persona(felt))
