"""Listening: which survey is asked where, how often one customer is asked, and what nobody asks about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from parcours.analyse.insight import StepAt
from parcours.analyse.rhythm import by_month, days_of, interval_of, most_within
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep, Ref, Thing
from parcours.link.mentions import survey_key
from parcours.model.kinds import Kind
from parcours.model.survey import Survey, SurveyMention
from parcours.source.address import slug

PERIOD = {"en": "90 days", "fr": "90 jours"}
"""The period in which requests are counted where the settings name none."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A survey at a step, as the step tells it; ``index`` is its number among those of the step, from 0.

    ``channels`` are the names under which the step, or a step inside it, says where it happens.
    """

    at: StepAt
    index: int
    survey: SurveyMention
    touchpoint: Ref | None
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JourneyListening:
    """What a journey asks, and its moments of truth that are measured in some way while nobody asks about them.

    An experience, which no company provides, has none of these. ``lived`` says whether customers go through it: a
    future or a retired journey asks nobody.
    """

    asks: tuple[Ask, ...]
    unasked: tuple[StepAt, ...]
    personas: tuple[str, ...]
    lived: bool


def listening_of(journey: LinkedJourney) -> JourneyListening:
    """The requests of one journey, in reading order."""
    asks: list[Ask] = []
    unasked: list[StepAt] = []
    asked = journey.journey.kind == "journey"
    for linked in journey.steps:
        step = linked.step
        if step.survey:
            asks += _asks(journey, linked)
        elif asked and step.moment_of_truth and (linked.measured or step.evidence):
            unasked.append(StepAt(journey.ref.id, linked.id))
    lived = journey.journey.state == "current" and journey.journey.status != "retired"
    return JourneyListening(tuple(asks), tuple(unasked), journey.personas, lived)


def _asks(journey: LinkedJourney, linked: LinkedStep) -> list[Ask]:
    at = StepAt(journey.ref.id, linked.id)
    inner = (inner.channel for inner in linked.step.steps)
    channels = tuple(dict.fromkeys(name for name in (linked.step.channel, *inner) if name))
    return [Ask(at, n, survey, linked.touchpoint, channels) for n, survey in enumerate(linked.step.survey)]


@dataclass(frozen=True, slots=True)
class Request:
    """A survey at a step with all that its own file adds.

    ``survey`` identifies it (its page, or the words it is told with), ``channel`` is a channel's id (empty: not told),
    ``elsewhere`` says that the step does not use that channel. ``interval`` is in days, None where it is asked on an
    occasion (``once per purchase``). ``lived`` as for the journey.
    """

    ask: Ask
    survey: Ref
    name: str
    channel: str
    subject: str
    indicators: tuple[str, ...]
    recurrence: str
    owner: str
    interval: Fraction | None
    elsewhere: bool
    lived: bool


@dataclass(frozen=True, slots=True)
class Solicitation:
    """How often at most a persona is asked within the period, who goes once through each journey they take.

    ``requests`` are the requests counted, each with how often; a survey that recurs by itself stands once.
    """

    persona: str
    count: int
    requests: tuple[tuple[Request, int], ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """An indicator that several surveys ask about one touchpoint; the first request of each."""

    touchpoint: Ref
    indicator: str
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A survey over the twelve months after a customer is first asked: how often in each, none known on occasions."""

    survey: Ref
    name: str
    recurrence: str
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listening:
    """The listening plan of all journeys.

    ``limit`` is None where the settings do not tell both a limit and its period; ``period`` is as it is written.
    """

    requests: tuple[Request, ...]
    solicitations: tuple[Solicitation, ...]
    repeats: tuple[Repeat, ...]
    calendar: tuple[CalendarRow, ...]
    unasked: tuple[StepAt, ...]
    limit: int | None
    period: str

    @property
    def over(self) -> tuple[Solicitation, ...]:
        """The personas who are asked more often than the settings allow."""
        limit = self.limit
        return tuple(one for one in self.solicitations if limit is not None and one.count > limit)


def listening_plan(atlas: Atlas, parts: Iterable[JourneyListening]) -> Listening:
    """The plan of a project; moments nobody asks about are told only where somebody is asked at all."""
    settings = atlas.settings.listening
    period = settings.period or PERIOD[atlas.settings.language]
    found: list[Request] = []
    by_persona: dict[str, list[Request]] = {}
    unasked: list[StepAt] = []
    known: dict[str, Thing | None] = {}
    for part in parts:
        requests = [_request(atlas, ask, part.lived, known) for ask in part.asks]
        found += requests
        if part.lived:
            unasked += part.unasked
            for persona in part.personas if requests else ():
                by_persona.setdefault(persona, []).extend(requests)
    days = days_of(period) or Fraction(90)
    solicitations = [_solicitation(persona, requests, days) for persona, requests in by_persona.items()]
    return Listening(
        tuple(found),
        tuple(sorted(solicitations, key=lambda one: (-one.count, one.persona))),
        tuple(_repeats(found)),
        tuple(_calendar(found)),
        tuple(unasked) if found else (),
        settings.limit if settings.period else None,
        period,
    )


def _request(atlas: Atlas, ask: Ask, lived: bool, known: dict[str, Thing | None]) -> Request:
    told, key = ask.survey, survey_key(ask.survey)
    if key not in known:
        known[key] = atlas.find(Kind.SURVEY, key)
    thing = known[key]
    filed = thing.record if thing is not None and isinstance(thing.record, Survey) else Survey()
    channel = _channel(atlas, told.channel or filed.channel)
    recurrence = told.recurrence or filed.recurrence
    return Request(
        ask=ask,
        survey=thing.ref if thing is not None else Ref(Kind.SURVEY, slug(key)),
        name=thing.name if thing is not None else told.name or key,
        channel=channel,
        subject=told.subject or filed.subject,
        indicators=told.indicators or filed.indicators,
        recurrence=recurrence,
        owner=told.owner or filed.owner,
        interval=interval_of(recurrence),
        elsewhere=bool(channel and ask.channels) and channel not in {_channel(atlas, name) for name in ask.channels},
        lived=lived,
    )


def _channel(atlas: Atlas, written: str) -> str:
    thing = atlas.find(Kind.CHANNEL, written) if written else None
    return thing.ref.id if thing is not None else ""


def _solicitation(persona: str, requests: Iterable[Request], period: Fraction) -> Solicitation:
    counted: list[tuple[Request, int]] = []
    recurring: set[Ref] = set()
    for request in requests:
        if request.interval is None:
            counted.append((request, 1))
        elif request.survey not in recurring:
            recurring.add(request.survey)
            counted.append((request, most_within(request.interval, period)))
    return Solicitation(persona, sum(times for _, times in counted), tuple(counted))


def _repeats(requests: Iterable[Request]) -> Iterable[Repeat]:
    asked: dict[tuple[Ref, str], dict[Ref, Request]] = {}
    for request in requests:
        if request.lived and request.ask.touchpoint is not None:
            for indicator in request.indicators:
                asked.setdefault((request.ask.touchpoint, slug(indicator)), {}).setdefault(request.survey, request)
    for (touchpoint, wanted), surveys in asked.items():
        first = next(iter(surveys.values()))
        if len(surveys) > 1:
            indicator = next(name for name in first.indicators if slug(name) == wanted)
            yield Repeat(touchpoint, indicator, tuple(surveys.values()))


def _calendar(requests: Iterable[Request]) -> list[CalendarRow]:
    rows: dict[Ref, CalendarRow] = {}
    for one in requests:
        if one.lived and one.survey not in rows:
            months = by_month(one.interval) if one.interval is not None else ()
            rows[one.survey] = CalendarRow(one.survey, one.name, one.recurrence, months)
    return sorted(rows.values(), key=lambda row: (not row.months, row.name.casefold(), row.survey))
