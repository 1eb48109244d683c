"""Shapes of slides: texts, tables, curves, all native, to be changed in any slide editor. Measures are inches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from parcours.draw.text_width import wrap

Slide = Any
"""A slide of python-pptx, which tells little of its types."""

new_deck: Any = Presentation
inches: Any = Inches
_points: Any = Pt
_RGB: Any = RGBColor
_Data: Any = CategoryChartData
_LINES: Any = XL_CHART_TYPE.LINE_MARKERS
_HIDDEN: Any = XL_TICK_LABEL_POSITION.NONE
_OVAL: Any = MSO_SHAPE.OVAL
_LEFT: Any = PP_ALIGN.LEFT
_CENTER: Any = PP_ALIGN.CENTER
_TOP: Any = MSO_ANCHOR.TOP
_MIDDLE: Any = MSO_ANCHOR.MIDDLE
_MARKS: tuple[tuple[Any, str], ...] = (
    (XL_MARKER_STYLE.CIRCLE, "●"),
    (XL_MARKER_STYLE.SQUARE, "■"),
    (XL_MARKER_STYLE.DIAMOND, "◆"),
    (XL_MARKER_STYLE.TRIANGLE, "▲"),
)

PAD = 0.06
"""Between the edge of a cell or box and its words."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: its size in points, bold, its colour (``#rrggbb``)."""

    text: str
    size: float = 12
    bold: bool = False
    colour: str = "#1b2430"


def rgb(colour: str) -> Any:
    """A colour for python-pptx; ``#abc`` is ``#aabbcc``."""
    digits = colour.removeprefix("#")
    return _RGB.from_string(("".join(d * 2 for d in digits) if len(digits) == 3 else digits[:6]).upper())


def height_of(text: str, wide: float, size: float, *, bold: bool = False) -> float:
    """How high a text is at most when it is set in ``wide`` inches, in inches."""
    lines = sum(max(1, len(wrap(part, (wide - 2 * PAD) * 72, size, bold=bold))) for part in text.split("\n"))
    return lines * size * 1.22 / 72 + 2 * PAD


def write(frame: Any, paragraphs: Sequence[Words]) -> None:
    """Writes paragraphs into a text frame."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = inches(PAD)
    for n, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = _clean(words.text)
        run.font.size, run.font.bold = _points(words.size), words.bold
        run.font.color.rgb = rgb(words.colour)


def box(slide: Slide, place: tuple[float, float, float, float], paragraphs: Sequence[Words]) -> None:
    """A text box at left, top, width, height."""
    left, top, wide, high = map(inches, place)
    write(slide.shapes.add_textbox(left, top, wide, high).text_frame, paragraphs)


def title(slide: Slide, words: Words) -> None:
    """Writes the title of a slide, at its left."""
    frame = slide.shapes.title.text_frame
    write(frame, (words,))
    frame.paragraphs[0].alignment = _LEFT
    frame.vertical_anchor = _MIDDLE


def signed(slide: Slide, place: tuple[float, float, float, float], people: Sequence[tuple[str, str]]) -> None:
    """The names of a curve's lines in one line, each with its mark, in its colour."""
    left, top, wide, high = map(inches, place)
    frame = slide.shapes.add_textbox(left, top, wide, high).text_frame
    write(frame, ())
    for n, (name, colour) in enumerate(people):
        run = frame.paragraphs[0].add_run()
        run.text = f"{_MARKS[n % 4][1]} {_clean(name)}    "
        run.font.size, run.font.bold = _points(12), True
        run.font.color.rgb = rgb(colour)


def monogram(slide: Slide, place: tuple[float, float, float], letters: str, colour: str) -> None:
    """A circle with initials at left, top, of a width."""
    left, top, wide = map(inches, place)
    shape = slide.shapes.add_shape(_OVAL, left, top, wide, wide)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    write(shape.text_frame, (Words(letters, place[2] * 20, bold=True, colour="#ffffff"),))
    shape.text_frame.word_wrap = False
    shape.text_frame.paragraphs[0].alignment = _CENTER
    shape.text_frame.vertical_anchor = _MIDDLE


def cell(table: Any, row: int, column: int, words: Sequence[Words], ground: str = "") -> None:
    """Writes a cell of a table; without a ground it is left clear."""
    one = table.cell(row, column)
    one.margin_left = one.margin_right = one.margin_top = one.margin_bottom = inches(PAD)
    one.vertical_anchor = _TOP
    if ground:
        one.fill.solid()
        one.fill.fore_color.rgb = rgb(ground)
    else:
        one.fill.background()
    write(one.text_frame, words)


def grid(slide: Slide, place: tuple[float, float], widths: Sequence[float], heights: Sequence[float]) -> Any:
    """An empty table at left, top."""
    left, top, wide, high = map(inches, (*place, sum(widths), sum(heights)))
    table = slide.shapes.add_table(len(heights), len(widths), left, top, wide, high).table
    for n, width in enumerate(widths):
        table.columns[n].width = inches(width)
    for n, height in enumerate(heights):
        table.rows[n].height = inches(height)
    return table


def curve(
    slide: Slide,
    place: tuple[float, float, float, float],
    names: Sequence[str],
    lines: Sequence[tuple[str, str, Sequence[float | None]]],
) -> None:
    """A native line chart of feelings from 1 to 5; ``lines`` are names, colours and scores (None: a gap)."""
    data = _Data()
    data.categories = list(names)
    for name, _, scores in lines:
        data.add_series(name, list(scores))
    chart = slide.shapes.add_chart(_LINES, *map(inches, place), data).chart
    chart.has_title = chart.has_legend = False
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 1, 5, 1
    axis.tick_labels.font.size = _points(8)
    axis.major_gridlines.format.line.color.rgb = rgb("#dddddd")
    chart.category_axis.tick_label_position = _HIDDEN
    for n, (series, (_, colour, _)) in enumerate(zip(chart.plots[0].series, lines, strict=True)):
        series.smooth = False
        series.format.line.color.rgb = rgb(colour)
        series.format.line.width = _points(2.5)
        series.marker.style = _MARKS[n % 4][0]
        series.marker.size = 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb(colour)
        series.marker.format.line.color.rgb = rgb(colour)


def _clean(text: str) -> str:
    """A text without what XML forbids; line breaks stay within the paragraph."""
    return "".join(c for c in text if c >= " " or c in "\n\t").replace("\n", "\v")
