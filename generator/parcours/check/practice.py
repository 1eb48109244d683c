"""Advice from reading across the maps: who is asked too often, which figures to doubt, what is proposed twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from parcours.analyse.insight import StepAt
from parcours.analyse.listening import Request
from parcours.analyse.metrics import Measure, is_small, sample_of, stale_since, verdict
from parcours.analyse.places import spot
from parcours.analyse.practice import Practice
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep, Ref
from parcours.link.spot import place_of
from parcours.model.kinds import Kind
from parcours.model.metric import Metric
from parcours.source.address import slug
from parcours.source.text import Place

MOST_NAMED = 5
"""Surveys that are named in one message."""


def practice_findings(atlas: Atlas, practice: Practice, today: dt.date | None) -> Iterator[Finding]:
    """All findings of this room."""
    yield from over_asked(atlas, practice)
    yield from asked_twice(atlas, practice)
    yield from off_channel(atlas, practice)
    yield from unasked_moment(atlas, practice)
    yield from doubtful_figures(atlas, practice, today)
    yield from twin_opportunities(atlas, practice)


def over_asked(atlas: Atlas, practice: Practice) -> Iterator[Finding]:
    """A persona who is asked more often than the settings allow."""
    plan = practice.listening
    for one in plan.over:
        thing = atlas.things[Ref(Kind.PERSONA, one.persona)]
        names = list(dict.fromkeys(request.name for request, _ in one.requests))
        surveys = ", ".join(names if len(names) <= MOST_NAMED else [*names[: MOST_NAMED - 1], "…"])
        yield finding(
            "map/over-asked",
            place_of(thing.document, ("name",)) if thing.document else thing.place,
            related=tuple(dict.fromkeys(_of_request(atlas, request) for request, _ in one.requests)),
            persona=thing.name,
            count=str(one.count),
            limit=str(plan.limit),
            period=plan.period,
            surveys=surveys,
        )


def _slips(atlas: Atlas, kind: Kind) -> set[str]:
    """The ids of things told as slips of the hand: one mistake is told once."""
    return {found.value("slug") for found in atlas.findings if found.rule == f"refs/unknown-{kind.word}"}


def asked_twice(atlas: Atlas, practice: Practice) -> Iterator[Finding]:
    """An indicator that a second survey asks about the same touchpoint."""
    slips = _slips(atlas, Kind.SURVEY)
    for repeat in practice.listening.repeats:
        first, *others = (request for request in repeat.requests if request.survey.id not in slips)
        for request in others:
            yield finding(
                "map/asked-twice",
                _of_request(atlas, request),
                related=(_of_request(atlas, first),),
                survey=request.name,
                other=first.name,
                indicator=repeat.indicator,
                touchpoint=atlas.things[repeat.touchpoint].name,
            )


def off_channel(atlas: Atlas, practice: Practice) -> Iterator[Finding]:
    """A survey on a channel that its step does not use."""
    for request in practice.listening.requests:
        if request.elsewhere and not atlas.journeys[request.ask.at.journey].lacks("channel"):
            step = _step(atlas, request.ask.at)
            yield finding(
                "map/off-channel-survey",
                _of_request(atlas, request),
                survey=request.name,
                channel=atlas.things[Ref(Kind.CHANNEL, request.channel)].name,
                channels=", ".join(request.ask.channels),
                step=step.step.action or step.id,
            )


def unasked_moment(atlas: Atlas, practice: Practice) -> Iterator[Finding]:
    """A moment of truth nobody asks about, where others are asked about; that nothing measures it is told elsewhere."""
    for at in practice.listening.unasked:
        if not atlas.journeys[at.journey].lacks("survey"):
            step = _step(atlas, at)
            yield finding("map/unasked-moment", step.place, step=step.step.action or step.id)


def doubtful_figures(atlas: Atlas, practice: Practice, today: dt.date | None) -> Iterator[Finding]:
    """Figures that are too old, miss their target, or rest on too few answers."""
    limits = atlas.settings.measures
    for measure in (measure for metric in practice.metrics for measure in metric.measures):
        latest = measure.measured.latest
        since = stale_since(measure.measured, limits.stale_after, today)
        if since is None and not is_small(measure.measured, limits.smallest_sample) and not verdict(measure.measured):
            continue
        place = place_of_measure(atlas, measure)
        if since is not None and latest.date is not None:
            date = latest.date.isoformat()
            yield finding("map/old-figure", place, metric=latest.name, date=date, after=limits.stale_after)
        if verdict(measure.measured) == "missed":
            value, target = _figure(latest.value, latest.unit), _figure(latest.target, latest.unit)
            yield finding("map/missed-target", place, metric=latest.name, value=value, target=target)
        if is_small(measure.measured, limits.smallest_sample):
            sample = str(sample_of(latest.sample))
            least = str(limits.smallest_sample)
            yield finding("map/small-sample", place, metric=latest.name, sample=sample, least=least)


def _figure(value: float | str | None, unit: str) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return f"{text} {unit}" if unit else text


def twin_opportunities(atlas: Atlas, practice: Practice) -> Iterator[Finding]:
    """Two opportunities whose titles say nearly the same; told where the one is written that has no file."""
    slips = _slips(atlas, Kind.OPPORTUNITY)
    for first, second in practice.twins:
        if slips & {first.id, second.id}:
            continue
        both = (atlas.things[first], atlas.things[second])
        one, other = sorted(both, key=lambda thing: (thing.document is None, thing.place))
        yield finding("map/twin-opportunities", other.place, related=(one.place,), title=other.name, other=one.name)


def _step(atlas: Atlas, at: StepAt) -> LinkedStep:
    return next(step for step in atlas.journeys[at.journey].steps if step.id == at.step)


def _of_request(atlas: Atlas, request: Request) -> Place:
    at, survey = request.ask.at, request.ask.survey
    key = "id" if survey.id else "name" if survey.name else "subject"
    return spot(atlas.journeys[at.journey], _step(atlas, at), "survey", request.ask.index, key)


def place_of_measure(atlas: Atlas, measure: Measure) -> Place:
    """Where a metric is written; that of its step, stage or journey where it comes from a table."""
    journey = atlas.journeys[measure.at.journey]
    wanted = measure.measured.latest.name
    if measure.at.step:
        step = _step(atlas, measure.at)
        n = _among(step.step.metrics, wanted)
        return step.place if n is None else spot(journey, step, "metrics", n, "name")
    stage = next((stage for stage in journey.stages if stage.id == measure.stage), None)
    if stage is not None:
        base = () if stage.own_file else ("stages", stage.index)
        n = _among(stage.stage.metrics, wanted)
        return place_of(stage.document, (*base, "name") if n is None else (*base, "metrics", n, "name"))
    return _of_journey(journey, _among(journey.journey.metrics, wanted))


def _of_journey(journey: LinkedJourney, n: int | None) -> Place:
    return place_of(journey.document, ("title",) if n is None else ("metrics", n, "name"))


def _among(metrics: tuple[Metric, ...], name: str) -> int | None:
    return next((n for n, metric in enumerate(metrics) if slug(metric.name) == slug(name)), None)
