"""The drawings of a map, from its view: what is felt, how tense it is, which channel each step is on."""

from __future__ import annotations

from itertools import accumulate, pairwise

from markupsafe import Markup

from parcours.draw.curve import CurveLine, CurvePoint, emotion_curve, spark, sparkline, tension_curve
from parcours.draw.curve_notes import Mean, Notes
from parcours.draw.tracks import Stop, tracks
from parcours.pages.map_view import FeelingView, MapView, StageView, StepView
from parcours.theme.words import Words


def curve(map_: MapView, t: Words, key: str = "") -> Markup:
    """The emotion curve of a map: a line for each persona, in the map's own columns.

    ``key`` begins the ids of the drawing, where a page has several maps.
    """
    title, told = t("lane.emotion"), t("map.curve_description")
    svg = emotion_curve(
        curve_lines(map_, t), map_.columns, title, told, f"{key}curve", feeling_words(t), curve_notes(map_, t)
    )
    return Markup(svg)  # noqa: S704 - drawn by us from numbers and escaped texts


def curve_lines(map_: MapView, t: Words) -> tuple[CurveLine, ...]:
    """What each persona feels at each column; what everyone does, where there is no persona."""
    columns = list(_columns(map_))
    lines = tuple(
        CurveLine(face.name, face.index, tuple(_point(n, _of(step, face.index)) for n, step in columns))
        for face in map_.personas
    )
    return lines or (CurveLine(t("map.everyone"), 0, tuple(_point(n, _of(step, -1)) for n, step in columns)),)


def feeling_words(t: Words) -> tuple[str, str, str]:
    """The words for the best, the neutral and the worst end of the scale."""
    return t("map.feeling.best"), t("map.feeling.neutral"), t("map.feeling.worst")


def curve_notes(map_: MapView, t: Words) -> Notes:
    """The stages' means, and the words for peak and pit."""
    return Notes(_means(map_), t("map.peak"), t("map.pit"))


def tension(map_: MapView, t: Words, key: str = "") -> Markup:
    """The dramatic arc of a map."""
    title, told = t("lane.tension"), t("map.tension_description")
    svg = tension_curve(tension_points(map_), map_.columns, title, told, f"{key}tension", tension_words(t))
    return Markup(svg)  # noqa: S704


def tension_points(map_: MapView) -> tuple[CurvePoint, ...]:
    """How tense each column is."""
    return tuple(CurvePoint(n, step.engagement if step else None) for n, step in _columns(map_))


def tension_words(t: Words) -> tuple[str, str, str]:
    """The words for both ends of the dramatic arc."""
    return t("map.tension.tense"), "", t("map.tension.calm")


def channel_tracks(map_: MapView, t: Words, key: str = "") -> Markup:
    """The channels as tracks; nothing where the journey stays on one."""
    stops = channel_stops(map_)
    if not stops:
        return Markup("")
    runs = [stops[0].channel, *(b.channel for a, b in pairwise(stops) if a.channel != b.channel)]
    svg = tracks(stops, map_.columns, t("lane.tracks"), " → ".join(runs), f"{key}tracks")
    return Markup(svg)  # noqa: S704


def channel_stops(map_: MapView) -> tuple[Stop, ...]:
    """The steps on their channels; none where the journey stays on one."""
    stops = tuple(
        Stop(column, step.channel.name, step.channel.icon, step.device)
        for column, step in _columns(map_)
        if step is not None and step.channel is not None
    )
    return stops if len({stop.channel for stop in stops}) > 1 else ()


def stage_curve(stage: StageView, t: Words) -> Markup:
    """The small curve of a stage: the mean of what is felt at each of its steps."""
    scores = tuple(_mean_of(step) for step in stage.steps)
    if all(score is None for score in scores):
        return Markup("")
    return Markup(sparkline(spark(scores, 0), t("map.stage_curve", stage=stage.name)))  # noqa: S704


def _mean_of(step: StepView) -> float | None:
    scores = [_point(0, felt).score for felt in step.feelings]
    told = [score for score in scores if score is not None]
    return sum(told) / len(told) if told else None


def _means(map_: MapView) -> tuple[Mean, ...]:
    starts = (0, *accumulate(stage.columns for stage in map_.stages))
    return tuple(
        Mean(start, stage.columns, stage.mean.score, stage.mean.shown)
        for start, stage in zip(starts, map_.stages, strict=False)
        if stage.mean is not None and sum(bool(step.feelings) for step in stage.steps) > 1
    )


def _columns(map_: MapView) -> list[tuple[int, StepView | None]]:
    steps: list[StepView | None] = [step for stage in map_.stages for step in (stage.steps or (None,))]
    return list(enumerate(steps))


def _of(step: StepView | None, index: int) -> FeelingView | None:
    """What a persona feels at a step: their own feeling, else everybody's."""
    if step is None:
        return None
    own = next((feeling for feeling in step.feelings if feeling.index == index), None)
    return own or next((feeling for feeling in step.feelings if feeling.index < 0), None)


def _point(column: int, felt: FeelingView | None) -> CurvePoint:
    if felt is None:
        return CurvePoint(column, None)
    moves = felt.start is not None and felt.end is not None
    score = next((one for one in (felt.score, felt.end, felt.start) if one is not None), None)
    return CurvePoint(
        column,
        score,
        felt.start if moves else None,
        felt.end if moves else None,
        felt.label,
        felt.emoji,
        "" if score is not None and felt.written == f"{score:g}" else felt.written,
    )
