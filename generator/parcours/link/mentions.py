"""Who names what: every reference in every record, resolved and noted as a mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.findings.suggest import nearest
from parcours.link.atlas import LinkedJourney, LinkedStage, LinkedStep, Mention, Ref, Thing
from parcours.link.outline import Outline, no_step
from parcours.link.register import Register
from parcours.link.spot import At, Spot, place_of
from parcours.model.base import Record
from parcours.model.evidence import Quote
from parcours.model.journey import Journey
from parcours.model.kinds import Kind
from parcours.model.metric import Metric
from parcours.model.opportunity import Opportunity, OpportunityMention
from parcours.model.persona import Persona
from parcours.model.places import Touchpoint
from parcours.model.survey import SurveyMention
from parcours.parse.document import Front
from parcours.source.address import slug

Named = tuple[Kind, str, tuple[str | int, ...]]
"""A kind, an id or name as written, and where in the record."""


def each(kind: Kind, names: tuple[str, ...], key: str) -> Iterator[Named]:
    """The references of a list of names."""
    for n, name in enumerate(names):
        yield kind, name, (key, n)


def _quotes(quotes: tuple[Quote, ...], key: str) -> Iterator[Named]:
    for n, quote in enumerate(quotes):
        yield Kind.EVIDENCE, quote.source, (key, n, "from")


def _metrics(metrics: tuple[Metric, ...]) -> Iterator[Named]:
    for n, metric in enumerate(metrics):
        yield Kind.EVIDENCE, metric.source, ("metrics", n, "source")


NAMED_BY: dict[str, Kind] = {
    "segment": Kind.SEGMENT,
    "channel": Kind.CHANNEL,
    "channels": Kind.CHANNEL,
    "evidence": Kind.EVIDENCE,
    "tags": Kind.TAG,
    "owner": Kind.OWNER,
}
"""The fields that name things by themselves, in whatever record they stand."""


def named_in(record: Record) -> Iterator[Named]:
    """Every reference a page's record makes outside its stages."""
    for field, kind in NAMED_BY.items():
        value = getattr(record, field, ())
        if isinstance(value, str):
            yield kind, value, (field,)
        else:
            yield from each(kind, value, field)
    if isinstance(record, Journey | Touchpoint):
        yield from _metrics(record.metrics)
    if isinstance(record, Persona) and record.quote:
        yield Kind.EVIDENCE, record.quote.source, ("quote", "from")
    if isinstance(record, Opportunity):
        for n, solution in enumerate(record.solutions):
            yield Kind.OWNER, solution.owner, ("solutions", n, "owner")


def note_page(thing: Thing, register: Register) -> None:
    """Notes every reference a thing's own file makes."""
    if thing.record is None or thing.front is None:
        return
    for kind, written, location in named_in(thing.record):
        if written:
            ref = register.name(kind, written, Spot(thing.front, location))
            register.mention(ref, Mention(thing.ref, "", ""))


def survey_key(survey: SurveyMention) -> str:
    """What names a survey told in place: its id, else its name, else its subject with its channel."""
    return survey.id or survey.name or " ".join(word for word in (survey.subject, survey.channel) if word)


def _in_step(linked: LinkedStep) -> Iterator[Named]:
    step = linked.step
    yield from each(Kind.EVIDENCE, step.evidence, "evidence")
    yield from _quotes(step.quote, "quote")
    yield from _metrics(step.metrics)
    yield Kind.OWNER, step.owner, ("owner",)
    for n, survey in enumerate(step.survey):
        yield (
            Kind.SURVEY,
            survey_key(survey),
            ("survey", n, "id" if survey.id else "name" if survey.name else "subject"),
        )
        yield Kind.CHANNEL, survey.channel, ("survey", n, "channel")
        yield Kind.OWNER, survey.owner, ("survey", n, "owner")
    for n, opportunity in enumerate(step.opportunities):
        yield Kind.OPPORTUNITY, opportunity_key(opportunity), ("opportunities", n, "id" if opportunity.id else "title")
        yield Kind.OWNER, opportunity.owner, ("opportunities", n, "owner")
    for n, inner in enumerate(step.steps):
        yield Kind.CHANNEL, inner.channel, ("steps", n, "channel")


def opportunity_key(opportunity: OpportunityMention) -> str:
    """What names an opportunity told in place: its id, else its title."""
    return opportunity.id or opportunity.title


def note_journey(journey: LinkedJourney, it: Outline, register: Register) -> None:
    """Notes every reference a journey's stages and steps make, and those that linking them found."""
    page = journey.ref
    for persona in journey.personas:
        register.mention(Ref(Kind.PERSONA, persona), Mention(page, "", ""))
    register.mention(journey.current, Mention(page, "", ""))
    for measured in journey.measured:
        _note_sources(measured.dated, page, "", "", journey.front, register)
    for stage, (_, at) in zip(journey.stages, it.stages, strict=True):
        for kind, written, location in (
            *each(Kind.EVIDENCE, at.stage.evidence, "evidence"),
            *_metrics(at.stage.metrics),
        ):
            if written:
                ref = register.name(kind, written, at.spot(*location))
                register.mention(ref, Mention(page, stage.anchor, stage.stage.name))
        for measured in stage.measured:
            _note_sources(measured.dated, page, stage.anchor, stage.stage.name, at.front, register)
        for linked in stage.steps:
            _note_step(journey, stage, linked, it, register)


def _note_step(journey: LinkedJourney, stage: LinkedStage, linked: LinkedStep, it: Outline, register: Register) -> None:
    at = it.stages[stage.index][1]
    inner = it.steps[linked.index][2]
    here = Mention(journey.ref, linked.anchor, linked.step.action or linked.id)
    register.mention(linked.channel, here)
    register.mention(linked.touchpoint, here)
    for kind, written, location in _in_step(linked):
        if written:
            register.mention(register.name(kind, written, at.spot("steps", inner, *location)), here)
    for measured in linked.measured:
        _note_sources(measured.dated, here.page, here.anchor, here.label, at.front, register)
    register.mention(linked.opens, here)
    for way in linked.ways:
        if way.journey:
            register.mention(Ref(Kind.JOURNEY, way.journey), here)


def _note_sources(
    metrics: tuple[Metric, ...], page: Ref, anchor: str, label: str, front: Front, register: Register
) -> None:
    for metric in metrics:
        if metric.source:
            ref = register.name(Kind.EVIDENCE, metric.source, At(front.start))
            register.mention(ref, Mention(page, anchor, label))


def note_opportunity_steps(
    thing: Thing, outlines: Mapping[str, Outline], register: Register
) -> tuple[tuple[str, str], ...]:
    """The steps an opportunity's file answers, as (journey, step) ids; what is unknown is told."""
    if not isinstance(thing.record, Opportunity) or thing.front is None:
        return ()
    found: list[tuple[str, str]] = []
    for n, written in enumerate(thing.record.steps):
        spot = Spot(thing.front, ("steps", n))
        journey, _, step = written.partition("#")
        ref = register.name(Kind.JOURNEY, journey, spot)
        if ref is None:
            continue
        it = outlines[ref.id]
        index = it.step_index(step) if step else None
        if step and index is None:
            no_step(it, step, spot, register)
            continue
        id_ = "" if index is None else it.steps[index][0]
        found.append((ref.id, id_))
        action = "" if index is None else it.stages[it.steps[index][1]][1].stage.steps[it.steps[index][2]].action
        register.mention(thing.ref, Mention(ref, f"step.{id_}" if id_ else "", action))
        register.mention(ref, Mention(thing.ref, "", ""))
    return tuple(found)


def unknown_stage(thing: Thing, outlines: Mapping[str, Outline]) -> Iterator[Finding]:
    """Tells a touchpoint's file that names a stage no journey has."""
    if not isinstance(thing.record, Touchpoint) or thing.front is None or not thing.record.stage:
        return
    if any(it.lacks("name") for it in outlines.values()):
        return
    known = {id_: id_ for it in outlines.values() for id_, _ in it.stages}
    known |= {slug(at.stage.name): at.stage.name for it in outlines.values() for _, at in it.stages if at.stage.name}
    wanted = slug(thing.record.stage)
    if wanted not in known:
        place = place_of(thing.front, ("stage",))
        suggestion = known.get(nearest(wanted, known), "")
        yield finding("refs/unknown-stage", place, suggestion=suggestion, id=thing.record.stage)
