"""Advice from reading across the maps: who is asked too often, what is proposed twice."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.insight import StepAt
from parcours.analyse.listening import Request
from parcours.analyse.places import spot
from parcours.analyse.practice import Practice
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedStep, Ref
from parcours.link.spot import place_of
from parcours.model.kinds import Kind
from parcours.source.text import Place

MOST_NAMED = 5
"""Surveys that are named in one message."""


def practice_findings(atlas: Atlas, practice: Practice) -> Iterator[Finding]:
    """All findings of this room."""
    yield from over_asked(atlas, practice)
    yield from asked_twice(atlas, practice)
    yield from off_channel(atlas, practice)
    yield from unasked_moment(atlas, practice)
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
            place_of(thing.front, ("name",)) if thing.front else thing.place,
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


def twin_opportunities(atlas: Atlas, practice: Practice) -> Iterator[Finding]:
    """Two opportunities whose titles say nearly the same; told where the one is written that has no file."""
    slips = _slips(atlas, Kind.OPPORTUNITY)
    for first, second in practice.twins:
        if slips & {first.id, second.id}:
            continue
        both = (atlas.things[first], atlas.things[second])
        one, other = sorted(both, key=lambda thing: (thing.front is None, thing.place))
        yield finding("map/twin-opportunities", other.place, related=(one.place,), title=other.name, other=one.name)


def _step(atlas: Atlas, at: StepAt) -> LinkedStep:
    return next(step for step in atlas.journeys[at.journey].steps if step.id == at.step)


def _of_request(atlas: Atlas, request: Request) -> Place:
    at, survey = request.ask.at, request.ask.survey
    key = "id" if survey.id else "name" if survey.name else "subject"
    return spot(atlas.journeys[at.journey], _step(atlas, at), "survey", request.ask.index, key)
