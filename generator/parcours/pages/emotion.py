"""The page of the emotion analysis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.analyse.analyses import Analyses
from parcours.analyse.emotion import Emotion, Fall, JourneyEmotion, Moment, Parting, Trend
from parcours.analyse.matrix import Row
from parcours.link.atlas import Atlas, Ref
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

KEY = "emotion"

MOST_JOURNEYS = 60
"""Journeys on the page at most."""


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether any feeling is recorded."""
    return any(one.emotion.personas for one in analyses.figures.values())


def emotion_page(here: Here, _: object) -> Page:
    """The page: journeys with the deepest falls first."""
    felt = _deepest_first(here)
    shown = tuple(_journey(here, id_) for _, id_ in felt[:MOST_JOURNEYS])
    head = AnalysisHead(KEY, _told(here, felt))
    view = EmotionPage(analysis_frame(here, KEY), head, shown, max(0, len(felt) - MOST_JOURNEYS))
    return Page(here.address, "analysis-emotion.html", view)


def _deepest_first(here: Here) -> list[tuple[float, str]]:
    """The journeys in which anything is felt, each with its deepest fall."""
    found = ((here.glances.depths[id_], id_) for id_ in here.journeys)
    felt = [(depth, id_) for depth, id_ in found if depth is not None]
    return sorted(felt, key=lambda one: (-one[0], here.name_of(one[1]).casefold(), one[1]))


def result(here: Here, _: object) -> Told:
    """The journey with the deepest fall."""
    return _told(here, _deepest_first(here))


def _told(here: Here, felt: list[tuple[float, str]]) -> Told:
    depth, id_ = felt[0]
    if not depth:
        return Told("analysis.emotion.result_none")
    return Told("analysis.emotion.result", (("points", points(here, depth)), ("journey", here.name_of(id_))))


def _journey(here: Here, id_: str) -> JourneyEmotionView:
    journey, emotion = here.to(Ref(Kind.JOURNEY, id_)), here.glances.emotions[id_]
    return JourneyEmotionView(
        journey,
        here.glances.heads[id_].state,
        tuple(_row(here, felt) for felt in emotion.personas),
        tuple(_stages(here, here.glances.grids[id_].rows, emotion, journey)),
        _parting(here, emotion.parting) if emotion.parting else None,
        tuple(_trend(here, one, journey) for one in here.glances.trends[id_]),
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


def _stages(here: Here, stages: Iterable[Row], emotion: JourneyEmotion, journey: Hyperlink) -> Iterator[StageMeans]:
    for index, stage in enumerate(stages):
        means = tuple(score_view(here, felt.stages[index]) for felt in emotion.personas)
        if any(mean.level for mean in means):
            yield StageMeans(Hyperlink(stage.name, f"{journey.href}#stage.{stage.id}"), means)


def _parting(here: Here, parting: Parting) -> PartingView:
    return PartingView(
        step_link(here, parting.at),
        points(here, parting.gap),
        here.to(Ref(Kind.PERSONA, parting.worse)),
        score_view(here, parting.low),
        here.to(Ref(Kind.PERSONA, parting.better)),
        score_view(here, parting.high),
    )


def _trend(here: Here, one: Trend, journey: Hyperlink) -> TrendView:
    (since, first), (until, last) = one.first, one.last
    change = round(last - first, 2)
    return TrendView(
        one.metric,
        Hyperlink(one.name, f"{journey.href}#{one.anchor}") if one.anchor else journey,
        with_unit(first, one.unit, here.language),
        day(since, here.language),
        with_unit(last, one.unit, here.language),
        day(until, here.language),
        f"+{here.figure(change)}" if change > 0 else here.figure(change).replace("-", "−"),
    )
