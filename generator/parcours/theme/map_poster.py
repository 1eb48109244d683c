"""A journey's page as one picture to take away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from parcours.draw.curve import emotion_parts, tension_parts
from parcours.draw.paint import painted_parts
from parcours.draw.palette import Palette
from parcours.draw.placing import HEIGHT
from parcours.draw.poster import Cell, Person, Poster, Row, Stage, Step
from parcours.draw.poster_svg import draw_poster
from parcours.draw.tracks import track_parts, tracks_height
from parcours.pages.map_view import LaneView, MapView, StageView, StepView
from parcours.pages.views import JourneyPage
from parcours.theme.lane_texts import lane_label, lane_texts, stage_texts
from parcours.theme.map_drawings import (
    channel_stops,
    curve_lines,
    curve_notes,
    feeling_words,
    tension_points,
    tension_words,
)
from parcours.theme.words import Words

_LEGEND = (
    ("moment", "moment", "map.moment"),
    ("pain", "pain", "compare.field.pain_points"),
    ("opportunity", "hope", "one.opportunities"),
    ("evidence", "hope", "one.evidence"),
    ("assumption", "ink-soft", "assumption"),
    ("survey", "accent", "one.surveys"),
    ("swap", "moment", "mark.swap"),
)
"""Icons that are explained where they are used: name, colour, words."""


def map_poster(page: JourneyPage, t: Words, icons: Mapping[str, str], palette: Palette) -> str:
    """The map of a journey as a standalone SVG."""
    return draw_poster(poster_of(page, t, palette), icons, palette)


def poster_of(page: JourneyPage, t: Words, palette: Palette) -> Poster:
    """Everything the picture shows, in the words of a language."""
    map_ = page.map
    rows = tuple(_rows(map_, t, palette))
    return Poster(
        title=page.frame.title,
        overline=f"{page.frame.site_name} · {t(f'kind.{page.kind}')}",
        description=page.frame.description or t("map.caption", title=page.frame.title),
        language=t.language,
        badges=(t(f"state.{page.state}"), t(f"status.{page.status}")),
        brief=tuple(_brief(page, t)),
        cast=tuple(Person(face.name, face.caption, face.index) for face in map_.personas),
        stages=tuple(_stage(stage) for stage in map_.stages),
        steps=tuple(_step(step, t) for step in columns_of(map_)),
        rows=rows,
        legend=tuple(_legend(map_, rows, t)),
        foot=t("page.made_with"),
        step_label=t("lane.action"),
    )


def columns_of(map_: MapView) -> tuple[StepView | None, ...]:
    """The steps of a map, one a column; None where a stage has none yet."""
    return tuple(step for stage in map_.stages for step in (stage.steps or (None,)))


def _brief(page: JourneyPage, t: Words) -> Iterator[tuple[str, str]]:
    texts = (("scenario", page.scenario), ("trigger", page.trigger), ("goal", page.goal), ("duration", page.duration))
    return ((t(f"fact.{key}"), text) for key, text in texts if text)


def _stage(stage: StageView) -> Stage:
    mean = stage.mean
    return Stage(stage.name, stage.goal, stage.columns, mean.score if mean else None, mean.shown if mean else "")


def _step(step: StepView | None, t: Words) -> Step | None:
    if step is None:
        return None
    moment = tuple(text for text in (t("map.moment"), step.moment_reason) if text) if step.moment_of_truth else ()
    return Step(step.number, step.action, moment)


def _rows(map_: MapView, t: Words, palette: Palette) -> Iterator[Row]:
    zone = "customer"
    for lane in map_.lanes:
        line = lane.zone if lane.zone not in (zone, "more") else ""
        zone = lane.zone
        drawn = _drawn(lane, map_, t, palette)
        if drawn is not None:
            yield drawn
        named = t(f"line.{line}") if line else ""
        yield Row(lane_label(lane, t), tuple(_cells(map_, lane, t)), line=named, dashed=line != "frontstage")


def _drawn(lane: LaneView, map_: MapView, t: Words, palette: Palette) -> Row | None:
    """The drawing that stands above a lane of texts."""
    count, accent = map_.columns, palette("accent")
    if lane.key == "emotion":
        notes = curve_notes(map_, t)
        bare = replace(notes, means=tuple(replace(mean, shown="") for mean in notes.means))
        parts = emotion_parts(curve_lines(map_, t), count, feeling_words(t), bare)
        return Row(t("lane.emotion"), drawn=painted_parts(parts, palette, accent), height=HEIGHT, felt=True)
    if lane.key == "tension":
        arc = tension_parts(tension_points(map_), count, tension_words(t))
        return Row(t("lane.tension"), drawn=painted_parts(arc, palette, palette("moment")), height=HEIGHT)
    stops = channel_stops(map_) if lane.key == "touchpoint" else ()
    if not stops:
        return None
    drawn = painted_parts(track_parts(stops, count), palette, accent)
    return Row(t("lane.tracks"), drawn=drawn, height=tracks_height(stops))


def _cells(map_: MapView, lane: LaneView, t: Words) -> Iterator[Cell]:
    column = 0
    for stage in map_.stages:
        whole = stage_texts(stage, lane) if lane.key == "lane" else ()
        if whole:
            own = (text for step in stage.steps for text in lane_texts(step, lane, t))
            yield Cell(column, (*whole, *own), stage.columns)
        else:
            yield from _of_steps(stage, column, lane, t)
        column += stage.columns


def _of_steps(stage: StageView, column: int, lane: LaneView, t: Words) -> Iterator[Cell]:
    for n, step in enumerate(stage.steps):
        texts = lane_texts(step, lane, t)
        if texts:
            yield Cell(column + n, texts)


def _legend(map_: MapView, rows: tuple[Row, ...], t: Words) -> Iterator[tuple[str, str, str]]:
    """The marks this map uses: faces, icons, lines."""
    steps = [step for step in columns_of(map_) if step is not None]
    if any(step.feelings for step in steps):
        for mood, word in zip(("good", "neutral", "bad"), feeling_words(t), strict=True):
            yield f"face-{mood}", "ink-soft", word
    icons = {text.icon for row in rows for cell in row.cells for text in cell.texts}
    icons |= {"moment"} if any(step.moment_of_truth for step in steps) else set()
    yield from ((icon, tint, t(words)) for icon, tint, words in _LEGEND if icon in icons)
    if any(row.drawn and row.label == t("lane.tracks") for row in rows):
        yield "cross", "moment", t("mark.cross")
    if any(stage.mean for stage in map_.stages):
        yield "mean", "ink-soft", t("mark.mean")
