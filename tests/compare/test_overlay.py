"""Two curves over each other: a line passes over what the other side alone has, and breaks where nothing is told."""

from __future__ import annotations

import re

from parcours.draw.overlay import Mark, OverlayLine, overlay
from parcours.draw.placing import CurvePoint
from tests.draw.wellformed import parsed

WORDS = ("Good", "So-so", "Bad")


def line(name: str, **points: float | None) -> OverlayLine:
    """A side with a point at each column ``c0``, ``c1`` …"""
    told = tuple(CurvePoint(int(column[1:]), score) for column, score in points.items())
    return OverlayLine(name, 0 if name == "Now" else 2, f"side-{name.lower()}", told)


def drawn(a: OverlayLine, b: OverlayLine, *marks: Mark, columns: int = 4) -> str:
    svg = overlay(a, b, columns, marks, "Title", "Told", "o", WORDS)
    parsed(svg)
    return svg


def paths(svg: str, side: str) -> list[str]:
    (found,) = re.findall(rf'<g class="curve-line side-{side}"(?:/>|>(.*?)</g>)', svg)
    return re.findall(r' d="([^"]*)"', found)


def test_a_line_passes_over_columns_of_the_other_side_alone() -> None:
    svg = drawn(line("Now", c0=2, c1=3, c3=4), line("Then", c0=2, c3=5))
    assert len(paths(svg, "now")) == len(paths(svg, "then")) == 1
    assert paths(svg, "now")[0].count("C") == 2
    assert paths(svg, "then")[0].count("C") == 1


def test_a_line_breaks_where_a_feeling_is_missing() -> None:
    svg = drawn(line("Now", c0=2, c1=3, c2=None, c3=4), line("Then", c0=2, c1=None, c2=1, c3=5))
    assert [d.count("C") for d in paths(svg, "now")] == [1]
    assert [d.count("C") for d in paths(svg, "then")] == [1]
    assert svg.count('class="face ') == 6


def test_side_b_is_dashed_and_both_are_named() -> None:
    svg = drawn(line("Now", c0=2, c1=3), line("Then", c0=4, c1=5))
    assert svg.count("stroke-dasharray") == 1
    assert re.findall(r'<text class="overlay-name side-(\w+)"[^>]*>(\w+)<', svg) == [("now", "Now"), ("then", "Then")]
    (now, then) = (float(y) for y in re.findall(r'<text class="overlay-name[^>]* y="([\d.]+)"', svg))
    assert then < now, "the higher line's name stands above it, the lower one's below"


def test_marks() -> None:
    marks = (Mark(1, "added"), Mark(0, "better", "+2"), Mark(2, "better", "+0.5"), Mark(3, "worse", "−3"))
    svg = drawn(line("Now", c0=2, c2=3, c3=4), line("Then", c0=4, c1=1, c2=3.5), *marks)
    assert 'class="overlay-band overlay-added"' in svg
    assert re.findall(r'class="overlay-figure"[^>]*>([^<]*)<', svg) == ["+2"], "no room, or only one side: no figure"


def test_nothing_told_draws_no_curve() -> None:
    svg = drawn(line("Now"), line("Then", c1=None))
    assert "overlay-name" not in svg
    assert not paths(svg, "now")


def test_texts_are_escaped_and_no_style_is_written() -> None:
    odd = OverlayLine("<b>&", 0, "side-a", (CurvePoint(0, 3),))
    svg = overlay(odd, line("Then", c0=1), 1, (), "<i>", "&", "o", WORDS)
    assert "<b>" not in svg
    assert "style" not in svg
