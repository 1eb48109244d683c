"""A journey resolved: its personas, ways on, feelings on one scale, touchpoints, what was measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from parcours.findings.catalogue import finding
from parcours.findings.suggest import nearest
from parcours.link.atlas import Felt, LinkedJourney, LinkedStage, LinkedStep, Ref, Way
from parcours.link.cast import Cast
from parcours.link.measures import Measured, gathered
from parcours.link.outline import Outline, no_step
from parcours.link.register import Register
from parcours.link.spot import At, Spot
from parcours.model.evidence import IMPORT, Evidence
from parcours.model.feeling import Feeling
from parcours.model.flow import Next
from parcours.model.kinds import Kind
from parcours.model.metric import Metric
from parcours.model.settings import Scale
from parcours.parse.measures import MeasureRow
from parcours.source.address import slug


def resolve(
    it: Outline, outlines: Mapping[str, Outline], rows: Sequence[MeasureRow], scale: Scale, register: Register
) -> LinkedJourney:
    """The journey with its personas, ways, feelings and touchpoints resolved; what fails is told to the register."""

    def spot(*location: str | int) -> Spot:
        return Spot(it.front, location)

    personas = tuple(
        ref.id
        for n, written in enumerate(it.journey.personas)
        if (ref := register.name(Kind.PERSONA, written, spot("personas", n))) is not None
    )
    written = frozenset(slug(name) for name in it.journey.personas)
    cast = Cast(personas, written, whole=len(personas) == len(it.journey.personas))
    current = register.name(Kind.JOURNEY, it.journey.of, spot("of")) if it.journey.of else None
    by_step = _rows_by_step(it, rows, register)
    steps = tuple(_step(it, outlines, index, cast, scale, by_step, register) for index in range(len(it.steps)))
    stages = tuple(
        LinkedStage(
            id_,
            index,
            at.stage,
            at.front,
            tuple(step for step in steps if step.stage == index),
            own_file=bool(at.given_id),
            measured=gathered(at.stage.metrics, by_step.get(("stage", index), ())),
        )
        for index, (id_, at) in enumerate(it.stages)
    )
    measured = gathered(it.journey.metrics, by_step.get(("journey", 0), ()))
    return LinkedJourney(
        it.thing.ref,
        it.thing.name,
        it.front,
        it.journey,
        tuple(dict.fromkeys(personas)),
        current,
        stages,
        measured,
        _imports(it, register),
    )


def _imports(it: Outline, register: Register) -> frozenset[str]:
    """The evidence a journey and its stages cite that only says where they were brought in from."""
    cited = dict.fromkeys((*it.journey.evidence, *(name for _, at in it.stages for name in at.stage.evidence)))
    refs = {name: ref for name in cited if (ref := register.find(Kind.EVIDENCE, name)) is not None}
    records = {name: register.declared.things[ref].record for name, ref in refs.items()}
    return frozenset(name for name, record in records.items() if isinstance(record, Evidence) and record.kind == IMPORT)


def _rows_by_step(it: Outline, rows: Sequence[MeasureRow], register: Register) -> dict[tuple[str, int], list[Metric]]:
    found: dict[tuple[str, int], list[Metric]] = {}
    told: set[str] = set()
    stage_ids = [id_ for id_, _ in it.stages]
    stage_names = [slug(at.stage.name) for _, at in it.stages]
    for row in rows:
        key: tuple[str, int] | None = ("journey", 0)
        if row.step:
            index = it.step_index(row.step)
            if index is None and row.step not in told:
                told.add(row.step)
                no_step(it, row.step, At(row.cell("step")), register)
            key = None if index is None else ("step", index)
        elif row.stage:
            wanted = slug(row.stage)
            index = next(
                (n for n, names in enumerate(zip(stage_ids, stage_names, strict=True)) if wanted in names), None
            )
            if index is None and row.stage not in told and not it.lacks("name"):
                told.add(row.stage)
                suggestion = nearest(wanted, stage_ids)
                register.findings.append(
                    finding("refs/unknown-stage", row.cell("stage"), suggestion=suggestion, id=row.stage)
                )
            key = None if index is None else ("stage", index)
        if key is not None:
            found.setdefault(key, []).append(row.metric)
    return found


def _step(
    it: Outline,
    outlines: Mapping[str, Outline],
    index: int,
    cast: Cast,
    scale: Scale,
    rows: dict[tuple[str, int], list[Metric]],
    register: Register,
) -> LinkedStep:
    id_, stage_index, inner = it.steps[index]
    at = it.stages[stage_index][1]
    step = at.stage.steps[inner]
    where: Callable[..., Spot] = lambda *location: at.spot("steps", inner, *location)  # noqa: E731
    channel = register.name(Kind.CHANNEL, step.channel, where("channel"))
    touchpoint = _touchpoint(step.touchpoint, at.stage.name, channel, where, register)
    ways = _ways(it, outlines, index, step.next, where, register)
    felt = tuple(
        resolved
        for n, feeling in enumerate(step.feeling)
        if (
            resolved := _felt(feeling, cast, scale, where("feeling", n), at.key("steps", inner, "feeling", n), register)
        )
        is not None
    )
    measured: tuple[Measured, ...] = gathered(step.metrics, rows.get(("step", index), ()))
    named = where("action") if step.action else where("id") if step.id else where()
    opens = register.name(Kind.JOURNEY, step.journey, where("journey")) if step.journey else None
    return LinkedStep(id_, index, stage_index, step, named, channel, touchpoint, ways, felt, measured, opens)


def _touchpoint(
    written: str, stage: str, channel: Ref | None, where: Callable[..., Spot], register: Register
) -> Ref | None:
    """The touchpoint that is named, else the one where the stage crosses the channel."""
    if written:
        return register.name(Kind.TOUCHPOINT, written, where("touchpoint"))
    if channel is None or not stage:
        return None
    return register.derive(Kind.TOUCHPOINT, f"{stage} × {register.title(channel)}", where("channel"))


def _ways(
    it: Outline,
    outlines: Mapping[str, Outline],
    index: int,
    written: tuple[Next, ...] | None,
    where: Callable[..., Spot],
    register: Register,
) -> tuple[Way, ...]:
    if written is None:
        following = it.steps[index + 1][0] if index + 1 < len(it.steps) else ""
        return (Way("next", following, written=False),) if following else ()
    resolved = (_way(it, outlines, index, way, where("next", n, "to"), register) for n, way in enumerate(written))
    return tuple(way for way in resolved if way is not None)


def _way(
    it: Outline, outlines: Mapping[str, Outline], index: int, way: Next, spot: Spot, register: Register
) -> Way | None:
    """A written way: to a step (``pay``), another journey (``install``) or a step of it (``install#unpack``)."""
    journey, hash_, step = way.to.rpartition("#")
    if not hash_ and it.step_index(way.to) is None and register.find(Kind.JOURNEY, way.to) is not None:
        journey, step = way.to, ""
    if journey:
        other = register.name(Kind.JOURNEY, journey, spot)
        if other is None:
            return None
        if other != it.thing.ref:
            return _way_out(outlines[other.id], step, way, spot, register)
    to = it.step_index(step)
    if to is None:
        no_step(it, step, spot, register)
        return None
    kind = "next" if to == index + 1 else "back" if to <= index else "skip"
    return Way(kind, it.steps[to][0], when=way.when, share=way.share)


def _way_out(other: Outline, step: str, way: Next, spot: Spot, register: Register) -> Way:
    to = other.step_index(step) if step else None
    if step and to is None:
        no_step(other, step, spot, register)
    return Way("out", "" if to is None else other.steps[to][0], other.thing.ref.id, way.when, way.share)


def _felt(feeling: Feeling, cast: Cast, scale: Scale, spot: Spot, key: Spot, register: Register) -> Felt | None:
    """A feeling with its persona found and its scores on the common scale; None when it is nobody's."""
    persona = cast.find(feeling.persona, key, register) if feeling.persona else ""
    if persona is None:
        return None
    scores = [_on_scale(score, scale, spot, register) for score in (feeling.score, feeling.start, feeling.end)]
    return Felt(persona, scores[0], scores[1], scores[2], feeling)


def _on_scale(score: float | None, scale: Scale, spot: Spot, register: Register) -> float | None:
    if score is None or scale.holds(score):
        return None if score is None else scale.on_five(score)
    lowest, highest = f"{scale.worst:g}", f"{scale.best:g}"
    register.findings.append(
        finding("refs/off-scale", spot.place, value=f"{score:g}", scale=str(scale), lowest=lowest, highest=highest)
    )
    return None
