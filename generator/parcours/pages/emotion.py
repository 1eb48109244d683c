"""The page of the emotion analysis."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.analyses import Analyses
from parcours.analyse.emotion import Emotion, Fall, Moment, Parting
from parcours.analyse.figures import Figures
from parcours.link.atlas import Atlas, LinkedJourney, Ref
from parcours.link.measures import Measured
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import analysis_frame, persona_link, points, score_view, step_link
from parcours.pages.analysis_view import AnalysisHead, Told
from parcours.pages.emotion_view import (
    EmotionPage,
    EmotionRow,
    FallView,
    JourneyEmotionView,
    MomentView,
    PartingView,
    StageMeans,
    TrendView,
)
from parcours.pages.figures import day, with_unit
from parcours.pages.here import Here
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page
from parcours.source.address import slug

KEY = "emotion"

MOST_JOURNEYS = 60
"""Journeys on the page at most."""

OF_FEELING = frozenset({"nps", "csat", "ces", "satisfaction"})
"""Metrics that tell what customers feel."""


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether any feeling is recorded."""
    return any(one.emotion.personas for one in analyses.figures.values())


def emotion_page(here: Here, analyses: Analyses) -> Page:
    """The page: journeys with the deepest falls first."""
    felt = sorted((one for one in analyses.figures.values() if one.emotion.personas), key=_deepest_first)
    head = AnalysisHead(KEY, result(here, analyses))
    shown = tuple(_journey(here, one) for one in felt[:MOST_JOURNEYS])
    view = EmotionPage(analysis_frame(here, KEY), head, shown, max(0, len(felt) - MOST_JOURNEYS))
    return Page(here.address, "analysis-emotion.html", view)


def _depth(one: Figures) -> float:
    return max((felt.fall.size for felt in one.emotion.personas if felt.fall), default=0.0)


def _deepest_first(one: Figures) -> tuple[float, str, str]:
    return -_depth(one), one.journey.name.casefold(), one.journey.ref.id


def result(here: Here, analyses: Analyses) -> Told:
    """The journey with the deepest fall."""
    deepest = min((one for one in analyses.figures.values() if one.emotion.personas), key=_deepest_first)
    if not _depth(deepest):
        return Told("analysis.emotion.result_none")
    values = (("points", points(here, _depth(deepest))), ("journey", deepest.journey.name))
    return Told("analysis.emotion.result", values)


def _journey(here: Here, one: Figures) -> JourneyEmotionView:
    journey = here.to(one.journey.ref)
    return JourneyEmotionView(
        journey,
        one.journey.journey.state,
        tuple(_row(here, felt) for felt in one.emotion.personas),
        tuple(_stages(here, one, journey)),
        _parting(here, one.emotion.parting) if one.emotion.parting else None,
        tuple(_trends(here, one.journey)),
    )


def _row(here: Here, felt: Emotion) -> EmotionRow:
    return EmotionRow(
        persona_link(here, felt.persona),
        _moment(here, felt.peak),
        _moment(here, felt.pit),
        _moment(here, felt.end),
        score_view(here, felt.mean),
        score_view(here, felt.remembered),
        _fall(here, felt.fall) if felt.fall else None,
    )


def _moment(here: Here, moment: Moment) -> MomentView:
    return MomentView(score_view(here, moment.score), step_link(here, moment.at))


def _fall(here: Here, fall: Fall) -> FallView:
    return FallView(points(here, fall.size), _moment(here, fall.before), _moment(here, fall.after))


def _stages(here: Here, one: Figures, journey: Hyperlink) -> Iterator[StageMeans]:
    for stage in one.journey.stages:
        means = tuple(score_view(here, felt.stages[stage.index]) for felt in one.emotion.personas)
        if any(mean.level for mean in means):
            yield StageMeans(Hyperlink(stage.stage.name or stage.id, f"{journey.href}#{stage.anchor}"), means)


def _parting(here: Here, parting: Parting) -> PartingView:
    return PartingView(
        step_link(here, parting.at),
        points(here, parting.gap),
        here.to(Ref(Kind.PERSONA, parting.worse)),
        score_view(here, parting.low),
        here.to(Ref(Kind.PERSONA, parting.better)),
        score_view(here, parting.high),
    )


def _trends(here: Here, journey: LinkedJourney) -> Iterator[TrendView]:
    link = here.to(journey.ref)
    for measured in journey.measured:
        yield from _trend(here, measured, link)
    for stage in journey.stages:
        named = Hyperlink(stage.stage.name or stage.id, f"{link.href}#{stage.anchor}")
        for measured in stage.measured:
            yield from _trend(here, measured, named)
        for step in stage.steps:
            for measured in step.measured:
                yield from _trend(here, measured, Hyperlink(step.step.action or step.id, f"{link.href}#{step.anchor}"))


def _trend(here: Here, measured: Measured, where: Hyperlink) -> Iterator[TrendView]:
    dated = [metric for metric in measured.dated if isinstance(metric.value, float)]
    if slug(measured.latest.name) not in OF_FEELING or len(dated) < 2:
        return
    first, last = dated[0], dated[-1]
    if isinstance(first.value, float) and isinstance(last.value, float):
        change = round(last.value - first.value, 2)
        unit = measured.latest.unit
        yield TrendView(
            measured.latest.name,
            where,
            with_unit(first.value, unit, here.language),
            day(first.date, here.language),
            with_unit(last.value, unit, here.language),
            day(last.date, here.language),
            f"+{here.figure(change)}" if change > 0 else here.figure(change).replace("-", "−"),
        )
