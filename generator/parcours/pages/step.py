"""A step as the map shows it."""

from __future__ import annotations

from parcours.link.atlas import Felt, LinkedJourney, LinkedStep, Ref, Way
from parcours.link.mentions import opportunity_key, survey_key
from parcours.model.feeling import Feeling, Feelings
from parcours.model.flow import Actors
from parcours.model.kinds import Kind
from parcours.model.opportunity import Opportunity, OpportunityMention
from parcours.model.places import Channel
from parcours.model.step import Step, SubStep
from parcours.model.survey import Survey, SurveyMention
from parcours.pages.figures import percent
from parcours.pages.here import Here
from parcours.pages.icons import channel_icon, device_icon
from parcours.pages.map_view import (
    ActorView,
    ChannelView,
    FeelingView,
    OpportunityView,
    StepView,
    SubStepView,
    SurveyView,
    WayView,
)
from parcours.pages.view import Hyperlink, PersonaFace
from parcours.source.address import slug

# What is only named, without a file of its own, has nothing to say.
_CHANNEL, _OPPORTUNITY, _SURVEY = Channel(), Opportunity(), Survey()


def actors_view(actors: Actors) -> tuple[ActorView, ...]:
    """Who acts."""
    return tuple(ActorView(actor.name, actor.kind) for actor in actors)


def step_view(
    here: Here, journey: LinkedJourney, linked: LinkedStep, before: LinkedStep | None, faces: tuple[PersonaFace, ...]
) -> StepView:
    """Everything a column of the map shows."""
    step, source = linked.step, journey.stages[linked.stage].front.path
    return StepView(
        id=linked.id,
        anchor=linked.anchor,
        number=_number(journey, linked),
        action=step.action or linked.id.replace("-", " "),
        description=step.description,
        actors=actors_view(step.actors),
        channel=channel_view(here, linked.channel),
        touchpoint=here.to(linked.touchpoint) if linked.touchpoint else None,
        device=step.device,
        device_icon=device_icon(step.device),
        changes=_changes(linked, before),
        duration=step.duration,
        motivation=step.motivation,
        expects=step.expects,
        thinking=step.thinking,
        feelings=tuple(_feelings(linked.felt, faces)),
        satisfaction=step.satisfaction,
        engagement=step.engagement,
        quotes=tuple(here.quote(quote) for quote in step.quote),
        pain_points=step.pain_points,
        opportunities=tuple(_opportunity(here, opportunity) for opportunity in step.opportunities),
        moment_of_truth=bool(step.moment_of_truth),
        moment_reason=step.moment_of_truth if isinstance(step.moment_of_truth, str) else "",
        metrics=here.metrics(linked.measured, of_journey=True),
        surveys=tuple(_survey(here, survey) for survey in step.survey),
        evidence=here.all_named(Kind.EVIDENCE, step.evidence),
        assumptions=step.assumptions,
        frontstage=step.frontstage,
        backstage=step.backstage,
        support=step.support,
        physical_evidence=step.physical_evidence,
        lanes=tuple((lane.name, lane.items) for lane in step.lanes),
        pictures=here.pictures((step.image, *step.images), source),
        videos=here.pictures((step.video,), source),
        owner=here.maybe(Kind.OWNER, step.owner),
        sub_steps=tuple(_sub_step(here, inner, n, faces) for n, inner in enumerate(step.steps, 1)),
        ways=(*_opens(here, linked), *(_way(here, journey, way) for way in linked.ways if step.next is not None)),
    )


def _number(journey: LinkedJourney, linked: LinkedStep) -> str:
    first = journey.stages[linked.stage].steps[0].index
    return f"{linked.stage + 1}.{linked.index - first + 1}"


def _changes(linked: LinkedStep, before: LinkedStep | None) -> tuple[str, ...]:
    if before is None:
        return ()
    channel = linked.channel and before.channel and linked.channel != before.channel
    device = linked.step.device and before.step.device and linked.step.device != before.step.device
    return (*(("channel",) if channel else ()), *(("device",) if device else ()))


def channel_view(here: Here, ref: Ref | None) -> ChannelView | None:
    """A channel with its icon, and whether it is online."""
    if ref is None:
        return None
    thing = here.atlas.things[ref]
    record = thing.record if isinstance(thing.record, Channel) else _CHANNEL
    mode = {True: "online", False: "offline", None: ""}[record.online]
    return ChannelView(thing.name, here.href(ref.address), channel_icon(record.icon, thing.name), mode)


def _feelings(felt: tuple[Felt, ...], faces: tuple[PersonaFace, ...]) -> list[FeelingView]:
    index = {face.id: face.index for face in faces}
    names = {face.id: face.name for face in faces}
    return [
        FeelingView(
            names.get(one.persona, ""),
            index.get(one.persona, -1),
            one.score,
            one.start,
            one.end,
            one.feeling.label,
            one.feeling.emoji,
            _written(one.feeling),
        )
        for one in felt
    ]


def _written(feeling: Feeling) -> str:
    if feeling.start is not None and feeling.end is not None:
        return f"{feeling.start:g} → {feeling.end:g}"
    score = next((s for s in (feeling.score, feeling.start, feeling.end) if s is not None), None)
    return "" if score is None else f"{score:g}"


def _opportunity(here: Here, written: OpportunityMention) -> OpportunityView:
    thing = here.atlas.find(Kind.OPPORTUNITY, opportunity_key(written))
    filed = thing.record if thing and isinstance(thing.record, Opportunity) else _OPPORTUNITY
    return OpportunityView(
        title=written.title or filed.title or written.id,
        href=here.href(thing.ref.address) if thing else "",
        impact=here.figure(written.impact or filed.impact),
        effort=here.figure(written.effort or filed.effort),
        status=written.status or filed.status or "",
        owner=here.maybe(Kind.OWNER, written.owner or filed.owner),
        ticket=written.ticket or filed.ticket,
    )


def _survey(here: Here, written: SurveyMention) -> SurveyView:
    thing = here.atlas.find(Kind.SURVEY, survey_key(written))
    filed = thing.record if thing and isinstance(thing.record, Survey) else _SURVEY
    return SurveyView(
        name=written.name or (thing.name if thing else survey_key(written)),
        href=here.href(thing.ref.address) if thing else "",
        channel=here.maybe(Kind.CHANNEL, written.channel or filed.channel),
        subject=written.subject or filed.subject,
        indicators=written.indicators or filed.indicators,
        recurrence=written.recurrence or filed.recurrence,
        questions=written.questions or filed.questions,
        owner=here.maybe(Kind.OWNER, written.owner or filed.owner),
    )


def _sub_step(here: Here, inner: SubStep, number: int, faces: tuple[PersonaFace, ...]) -> SubStepView:
    felt = tuple(_felt_inside(here, inner.feeling))
    return SubStepView(
        id=slug(inner.id) or str(number),
        action=inner.action,
        description=inner.description,
        channel=here.maybe(Kind.CHANNEL, inner.channel),
        device=inner.device,
        duration=inner.duration,
        actors=actors_view(inner.actors),
        feelings=tuple(_feelings(felt, faces)),
    )


def _felt_inside(here: Here, feelings: Feelings) -> list[Felt]:
    scale = here.atlas.settings.feeling_scale
    found: list[Felt] = []
    for feeling in feelings:
        thing = here.atlas.find(Kind.PERSONA, feeling.persona) if feeling.persona else None
        scores = [
            scale.on_five(score) if score is not None and scale.holds(score) else None
            for score in (feeling.score, feeling.start, feeling.end)
        ]
        found.append(Felt(thing.ref.id if thing else "", scores[0], scores[1], scores[2], feeling))
    return found


def _opens(here: Here, linked: LinkedStep) -> tuple[WayView, ...]:
    """The way down into the journey that a step contains."""
    return (WayView(here.to(linked.opens), "opens"),) if linked.opens is not None else ()


def _way(here: Here, journey: LinkedJourney, way: Way) -> WayView:
    share = percent(way.share, here.language)
    if way.journey:
        known = (way.journey, way.step) in here.glances.actions
        link = here.to(Ref(Kind.JOURNEY, way.journey), f"step.{way.step}" if known else "")
        return WayView(link, way.kind, way.when, share)
    to = next(step for step in journey.steps if step.id == way.step)
    return WayView(Hyperlink(_action(to.step, to.id), f"#{to.anchor}"), way.kind, way.when, share, to.anchor)


def _action(step: Step, id_: str) -> str:
    return step.action or id_
