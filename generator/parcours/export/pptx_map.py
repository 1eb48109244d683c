"""A map on slides: what it is about, the curve as a chart, stages, steps and the main lanes as a table below it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from parcours.draw.palette import Palette
from parcours.export.pptx_shapes import Slide, Words, box, cell, curve, grid, height_of, signed, title
from parcours.export.told import felt
from parcours.pages.map_view import LaneView, StageView, StepView
from parcours.pages.views import JourneyPage
from parcours.theme.lane_texts import lane_label, lane_texts
from parcours.theme.words import Words as Locale

_MOST = 8  # columns of a slide
_LEFT, _LANE, _RIGHT = 0.4, 1.15, 12.93
_CURVE, _TABLE, _FOOT = 1.55, 2.9, 7.35
_MAIN = ("touchpoint", "thinking", "quotes", "pain_points", "opportunities", "metrics", "frontstage", "backstage")
_SIZES = (10.5, 9.5, 8.5, 7.5)

Column = tuple[StageView, StepView | None]
Line = tuple[str, list[str]]


def map_slides(page: JourneyPage, t: Locale, palette: Palette) -> Iterator[Callable[[Slide], None]]:
    """What draws each slide of a map; none for a journey without stages."""
    columns: list[Column] = [(stage, step) for stage in page.map.stages for step in (stage.steps or (None,))]
    many = math.ceil(len(columns) / _MOST)
    each = math.ceil(len(columns) / many) if many else 1
    for n in range(many):
        part = f" ({n + 1}/{many})" if many > 1 else ""
        yield partial(_draw, page=page, columns=columns[n * each : (n + 1) * each], part=part, t=t, palette=palette)


def _draw(
    slide: Slide, *, page: JourneyPage, columns: Sequence[Column], part: str, t: Locale, palette: Palette
) -> None:
    title(slide, Words(page.frame.title + part, 26, bold=True, colour=palette("ink")))
    state = f"{t(f'state.{page.state}')} · {t(f'status.{page.status}')}"
    about = " · ".join(text for text in (state, page.scenario) if text)
    signed(
        slide, (_LEFT, 0.82, _RIGHT - _LEFT, 0.32), [(one.name, palette.persona(one.index)) for one in page.personas]
    )
    box(slide, (_LEFT, 1.1, _RIGHT - _LEFT, 0.4), (Words(about, 11, colour=palette("ink-soft")),))
    wide = (_RIGHT - _LEFT - _LANE) / len(columns)
    lines = [line for line in _lines(page, columns, t, palette) if any(one is not None for one in line[2])]
    if lines:
        names = [step.number if step else "" for _, step in columns]
        # The chart's own axis takes about a quarter of an inch at its left.
        curve(slide, (_LEFT + _LANE - 0.3, _CURVE, _RIGHT - _LEFT - _LANE + 0.3, _TABLE - _CURVE), names, lines)
    told = [(lane, _told(lane, columns, t)) for lane in page.map.lanes if lane.key != "emotion"]
    main = [told_of for key in _MAIN for told_of in told if told_of[0].key == key and any(told_of[1][1])]
    top = _TABLE if lines else _CURVE
    size, kept = _fitting([line for _, line in main], columns, wide, _FOOT - top)
    _table(slide, top, columns, main[:kept], (wide, size), t, palette)
    shown = {lane for lane, _ in main[:kept]}
    left = [line for lane, line in told if lane not in shown]
    slide.notes_slide.notes_text_frame.text = "\n".join(_notes(left, columns))


def _lines(
    page: JourneyPage, columns: Sequence[Column], t: Locale, palette: Palette
) -> Iterator[tuple[str, str, list[float | None]]]:
    people = [(face.name, face.index) for face in page.personas] or [(t("map.everyone"), -1)]
    for name, index in people:
        yield name, palette.persona(max(index, 0)), [felt(step, index) if step else None for _, step in columns]


def _told(lane: LaneView, columns: Sequence[Column], t: Locale) -> Line:
    """A lane's name, and what it says at each column."""
    texts = [lane_texts(step, lane, t) if step else () for _, step in columns]
    return lane_label(lane, t), ["\n".join(text.words for text in of if text.words) for of in texts]


def _heights(lines: Sequence[Line], columns: Sequence[Column], wide: float, size: float) -> list[float]:
    """The height of each row: stages, steps, then the lanes."""
    steps = max(height_of(_head(step), wide, size + 1, bold=True) for _, step in columns)
    rows = [max(height_of(text, wide, size) for text in (*texts, label[:12])) for label, texts in lines]
    return [0.32, steps, *rows]


def _fitting(lines: Sequence[Line], columns: Sequence[Column], wide: float, room: float) -> tuple[float, int]:
    """The largest letters in which all lanes fit; with the smallest, as many lanes as do."""
    for size in _SIZES:
        if sum(_heights(lines, columns, wide, size)) <= room:
            return size, len(lines)
    kept = len(lines)
    while kept and sum(_heights(lines[:kept], columns, wide, _SIZES[-1])) > room:
        kept -= 1
    return _SIZES[-1], kept


def _table(
    slide: Slide,
    top: float,
    columns: Sequence[Column],
    main: Sequence[tuple[LaneView, Line]],
    fit: tuple[float, float],
    t: Locale,
    palette: Palette,
) -> None:
    (wide, size), lines = fit, [line for _, line in main]
    heights = _heights(lines, columns, wide, size)
    table = grid(slide, (_LEFT, top), [_LANE, *[wide] * len(columns)], heights)
    accent, soft = palette("accent"), palette("ink-soft")
    cell(table, 0, 0, (Words("", 8),))
    at = 1
    for _, those in groupby(columns, key=lambda column: column[0].id):
        stages = [stage for stage, _ in those]
        cell(table, 0, at, (Words(stages[0].name, 12, bold=True, colour=palette("accent-ink")),), accent)
        if len(stages) > 1:
            table.cell(0, at).merge(table.cell(0, at + len(stages) - 1))
        at += len(stages)
    cell(table, 1, 0, (Words(t("lane.action"), size, bold=True, colour=soft),))
    for n, (_, step) in enumerate(columns, 1):
        ground = palette("moment-soft") if step and step.moment_of_truth else ""
        cell(table, 1, n, (Words(_head(step), size + 1, bold=True, colour=palette("ink")),), ground)
    for row, (label, texts) in enumerate(lines, 2):
        ground = palette("sunken") if row % 2 else ""
        cell(table, row, 0, (Words(label, size, bold=True, colour=soft),), ground)
        for n, text in enumerate(texts, 1):
            cell(table, row, n, [Words(part, size) for part in text.split("\n")], ground)


def _head(step: StepView | None) -> str:
    return f"{step.number} {step.action}" if step else "–"


def _notes(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[str]:
    """The lanes that the table has no room for."""
    for label, texts in lines:
        said = [
            f"{step.number} {'; '.join(text.split(chr(10)))}"
            for (_, step), text in zip(columns, texts, strict=True)
            if step and text
        ]
        if said:
            yield f"{label}: {' | '.join(said)}"
