"""The grid of a picture to take away: bands of stages, heads of steps, lanes below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from parcours.draw.face import face
from parcours.draw.paint import painted
from parcours.draw.palette import Palette
from parcours.draw.placing import COLUMN
from parcours.draw.poster import Poster, Row, Stage, Step, Text
from parcours.draw.poster_text import LOOKS, at, lines_of, set_texts
from parcours.draw.svg import Attributes, element, number
from parcours.draw.text_width import width

LANE = 138.0
"""The width of the column of lane names."""

_PAD = 11.0
_MEAN = 66.0  # room for a mean feeling in the band of a stage
_LINE = 26.0  # the height of a blueprint's line with its name


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the grid is: its left edge, the left edge of its columns, and its right edge."""

    left: float
    columns: int

    @property
    def first(self) -> float:
        """Where the columns begin."""
        return self.left + LANE

    @property
    def right(self) -> float:
        """Where they end."""
        return self.first + self.columns * COLUMN

    def at(self, column: int) -> float:
        """The left edge of a column (from 0)."""
        return self.first + column * COLUMN


def draw_grid(poster: Poster, grid: Grid, y: float, palette: Palette) -> tuple[str, float]:
    """The whole grid from ``y`` on, and where it ends."""
    bands, head = _stages(poster, grid, y, palette)
    steps, body = _steps(poster, grid, head, palette)
    parts: list[str] = []
    rules: list[float] = []
    foot = body
    for row in poster.rows:
        if row.line:
            parts.append(_line(row, grid, foot, palette))
            foot += _LINE
        drawn, high = _row(row, grid, foot, palette)
        parts.append(drawn)
        foot += high
        rules.append(foot)
    ground = _ground(poster, grid, head, foot, palette)
    return "".join((ground, bands, steps, *parts, _rules(poster, grid, (y, body, foot), rules, palette))), foot


def _stages(poster: Poster, grid: Grid, y: float, palette: Palette) -> tuple[str, float]:
    placed: list[tuple[Stage, float, str]] = []
    tallest, column = 0.0, 0
    for stage in poster.stages:
        wide = stage.columns * COLUMN - 2 * _PAD
        beside = stage.mean is not None and _longest_word(stage.name) <= wide - _MEAN
        texts = (Text(stage.name, "stage"), Text(stage.goal, "goal"))
        told, high = set_texts(texts, wide - (_MEAN if beside else 0), palette)
        mean = _mean(stage, wide, 10 if beside else high + 14, palette)
        placed.append((stage, grid.at(column), told + mean))
        tallest = max(tallest, high if beside or not mean else high + 26)
        column += stage.columns
    high = tallest + 2 * _PAD
    drawn = [_band(stage, x, y, high, palette) + at(x + _PAD, y + _PAD, told) for stage, x, told in placed]
    return "".join(drawn), y + high


def _band(stage: Stage, x: float, y: float, high: float, palette: Palette) -> str:
    box: Attributes = {"x": x, "y": y, "width": stage.columns * COLUMN - 2, "height": high}
    return element("rect", {**box, "fill": palette("accent")})


def _mean(stage: Stage, right: float, middle: float, palette: Palette) -> str:
    """The mean feeling of a stage: a small face and the figure, ending at ``right``."""
    if stage.mean is None:
        return ""
    look = f' font-size="13" font-weight="700" text-anchor="end" fill="{palette("accent-ink")}"'
    left = right - width(stage.shown, 13, bold=True) - 14
    small = f'<g transform="translate({number(left)},{number(middle)}) scale(0.8)">{face(0, 0, stage.mean, 0)}</g>'
    return painted(small, palette, palette("accent")) + lines_of((stage.shown,), right, middle + 4.5, 0, look)


def _longest_word(name: str) -> float:
    look = LOOKS["stage"]
    return max((width(word, look.size, bold=look.bold) for word in name.split()), default=0.0)


def _steps(poster: Poster, grid: Grid, y: float, palette: Palette) -> tuple[str, float]:
    room = COLUMN - 2 * _PAD
    heads = [set_texts(_head(step), room, palette) for step in poster.steps]
    label, least = _label(poster.step_label, palette)
    tallest = max((least, *(high for _, high in heads)))
    drawn = [at(grid.at(column) + _PAD, y + _PAD, told) for column, (told, _) in enumerate(heads)]
    return at(grid.left + _PAD, y + _PAD, label) + "".join(drawn), y + tallest + 2 * _PAD


def _label(words: str, palette: Palette) -> tuple[str, float]:
    return set_texts((Text(words, "label"),), LANE - 2 * _PAD, palette)


def _head(step: Step | None) -> tuple[Text, ...]:
    if step is None:
        return (Text("–", "number"),)
    first, *more = step.moment or ("",)
    moment = (Text(first, "moment", "moment", "moment"), *(Text(text, "reason", tint="moment") for text in more))
    return (Text(step.number, "number"), Text(step.action, "action"), *(moment if step.moment else ()))


def _row(row: Row, grid: Grid, y: float, palette: Palette) -> tuple[str, float]:
    label, least = _label(row.label, palette)
    named = at(grid.left + _PAD, y + _PAD, label)
    if row.drawn:
        high = max(row.height, least + 2 * _PAD)
        return f"{named}{_felt_ground(grid, y, high) if row.felt else ''}{at(grid.first, y, row.drawn)}", high
    cells = [(cell.column, *set_texts(cell.texts, cell.columns * COLUMN - 2 * _PAD, palette)) for cell in row.cells]
    drawn = [at(grid.at(column) + _PAD, y + _PAD, told) for column, told, _ in cells]
    return named + "".join(drawn), max((least, *(high for _, _, high in cells))) + 2 * _PAD


def _felt_ground(grid: Grid, y: float, high: float) -> str:
    box: Attributes = {"x": grid.first, "y": y, "width": grid.right - grid.first, "height": high}
    return element("rect", {**box, "fill": "url(#felt)"})


def _line(row: Row, grid: Grid, y: float, palette: Palette) -> str:
    """A line of the blueprint over the whole width, with its name below."""
    dashes = ' stroke-dasharray="7 5"' if row.dashed else ""
    d = f"M{number(grid.left)},{number(y)}H{number(grid.right)}"
    line = f'<path d="{d}" stroke="{palette("accent")}" stroke-width="2" fill="none"{dashes}/>'
    told, _ = set_texts((Text(row.line, "line", tint="accent"),), grid.right - grid.first, palette)
    return line + at(grid.first + _PAD, y + 7, told)


def _ground(poster: Poster, grid: Grid, top: float, foot: float, palette: Palette) -> str:
    """Moments of truth stand out down to the foot."""
    return "".join(
        element("rect", {**_box(grid, column, top, foot), "fill": palette("moment-soft"), "fill-opacity": 0.6})
        for column, step in enumerate(poster.steps)
        if step is not None and step.moment
    )


def _box(grid: Grid, column: int, top: float, foot: float) -> Attributes:
    return {"x": grid.at(column), "y": top, "width": COLUMN, "height": foot - top}


def _rules(
    poster: Poster, grid: Grid, heights: tuple[float, float, float], rows: Sequence[float], palette: Palette
) -> str:
    """Rules below each lane, stronger ones between stages and below the heads of steps."""
    top, body, foot = heights
    light = "".join(f"M{number(grid.left)},{number(y)}H{number(grid.right)}" for y in rows[:-1])
    starts = [0, *accumulate(stage.columns for stage in poster.stages)]
    ends = "".join(f"M{number(grid.at(column))},{number(top)}V{number(foot)}" for column in starts)
    sides = f"M{number(grid.left)},{number(body)}H{number(grid.right)}M{number(grid.left)},{number(foot)}"
    strong = f"{ends}{sides}H{number(grid.right)}M{number(grid.left)},{number(top)}V{number(foot)}"
    return (
        f'<path d="{light}" stroke="{palette("rule")}" fill="none"/>'
        f'<path d="{strong}" stroke="{palette("rule-strong")}" fill="none"/>'
    )
