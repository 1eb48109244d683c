"""Curves: they stay between the scores, hide nobody, bridge no gap, and are plain, stable SVG."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.draw.curve import (
    COLUMN,
    HEIGHT,
    CurveLine,
    CurvePoint,
    emotion_curve,
    spark,
    sparkline,
    swatch,
    tension_curve,
)
from parcours.draw.face import mood, mouth
from parcours.draw.monotone import path
from parcours.draw.placing import height, place
from tests.draw.wellformed import parsed

WORDS = ("Delighted", "Neutral", "Angry")
COLUMNS = 6

scores = st.one_of(st.none(), st.floats(1, 5), st.sampled_from([1, 1.5, 2, 3, 4, 5]), st.floats())
points = st.builds(
    CurvePoint, st.integers(-1, COLUMNS), scores, scores, scores, st.text(max_size=30), st.text(max_size=3)
)
curves = st.lists(
    st.builds(CurveLine, st.text(max_size=12), st.integers(0, 20), st.lists(points, max_size=COLUMNS).map(tuple)),
    max_size=4,
)


def beziers(d: str) -> Iterator[tuple[tuple[float, float], ...]]:
    """The four points of each piece of a path of moves and curves."""
    found = [tuple(float(n) for n in re.findall(r"-?[\d.]+", part)) for part in re.split("[MC]", d)[1:]]
    for before, piece in itertools.pairwise(found):
        yield (before[-2:][0], before[-1]), piece[0:2], piece[2:4], piece[4:6]  # type: ignore[misc]


def sampled(piece: tuple[tuple[float, float], ...]) -> Iterator[tuple[float, float]]:
    """Points along one piece."""
    for k in range(21):
        t = k / 20
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield tuple(sum(w * p[axis] for w, p in zip(weights, piece, strict=True)) for axis in (0, 1))  # type: ignore[misc]


def line(*values: float | None, name: str = "Claire", index: int = 0) -> CurveLine:
    return CurveLine(name, index, tuple(CurvePoint(k, value) for k, value in enumerate(values)))


@given(st.lists(st.tuples(st.floats(0.5, 400), st.floats(-100, 300)), min_size=2, max_size=12))
def test_a_curve_never_overshoots_its_points(moves: list[tuple[float, float]]) -> None:
    across = itertools.accumulate(step for step, _ in moves)
    pieces = list(beziers(path([(x, y) for x, (_, y) in zip(across, moves, strict=True)])))
    assert len(pieces) == len(moves) - 1
    for piece in pieces:
        low, high = sorted((piece[0][1], piece[3][1]))
        found = list(sampled(piece))
        assert all(low - 1e-6 <= y <= high + 1e-6 for _, y in found)
        assert all(a[0] <= b[0] + 1e-6 for a, b in itertools.pairwise(found))


def test_a_curve_is_smooth_where_pieces_meet() -> None:
    first, second = beziers(path([(0.0, 0.0), (100.0, 40.0), (200.0, 100.0)]))
    before = (first[3][1] - first[2][1]) / (first[3][0] - first[2][0])
    after = (second[1][1] - second[0][1]) / (second[1][0] - second[0][0])
    assert math.isclose(before, after, abs_tol=1e-3)


@settings(max_examples=150, deadline=None)
@given(curves, st.text(max_size=20), st.text(max_size=20))
def test_any_curve_is_well_formed_and_inside_its_box(lines: list[CurveLine], title: str, description: str) -> None:
    svg = emotion_curve(lines, COLUMNS, title, description, "c1", WORDS)
    root = parsed(svg)
    assert root.get("viewBox") == f"0 0 {COLUMNS * int(COLUMN)} {int(HEIGHT)}"
    assert svg == emotion_curve(lines, COLUMNS, title, description, "c1", WORDS)
    for placed in itertools.chain(*place(lines, COLUMNS)):
        for x, y in placed.knots:
            assert placed.point.column * COLUMN <= x <= (placed.point.column + 1) * COLUMN
            assert 0 <= y <= HEIGHT
    for one in place(lines, COLUMNS):
        xs = [x for placed in one for x, _ in placed.knots]
        assert all(a < b for a, b in itertools.pairwise(xs))


def test_scores_are_drawn_at_the_middle_of_their_column() -> None:
    (placed,) = place([line(1, 5, 3)], 3)
    assert [p.knots for p in placed] == [((96.0, 148.0),), ((288.0, 28.0),), ((480.0, 88.0),)]
    assert (height(9), height(-4)) == (height(5), height(1))


def test_personas_who_feel_the_same_both_show() -> None:
    one, two = place([line(4, 4), line(4, 4, name="Marc", index=1)], 2)
    for a, b in zip(one, two, strict=True):
        assert b.x - a.x >= 22
        assert a.y != b.y


def test_a_missing_score_is_a_gap_and_a_lone_point_keeps_its_face() -> None:
    root = parsed(emotion_curve([line(4, 3, None, 2, None, 5)], 6, "t", "", "c", WORDS))
    kinds = [node.get("class", "") for node in root.iter()]
    assert kinds.count("curve-path") == 1
    assert kinds.count("face") == 4


def test_a_face_is_drawn_once_and_used_often() -> None:
    root = parsed(emotion_curve([line(4, 3, 4, 4), line(4, 4, 4, 4, name="Marc", index=1)], 4, "t", "", "c", WORDS))
    drawn = [node.get("id", "") for node in root.iter() if node.tag.endswith("}g") and node.get("id")]
    assert sorted(drawn) == ["c-eyes", "c-round-3", "c-round-4", "c-square-4"]
    used = [(node.get("href") or "")[1:] for node in root.iter() if node.get("class") == "face"]
    assert len(used) == 8
    assert set(used) == set(drawn) - {"c-eyes"}


def test_a_feeling_that_moves_passes_both_its_ends() -> None:
    lines = [CurveLine("Claire", 0, (CurvePoint(0, 3), CurvePoint(1, None, start=4, end=2), CurvePoint(2, 5)))]
    (placed,) = place(lines, 3)
    assert [y for _, y in placed[1].knots] == [height(4), height(2)]
    svg = emotion_curve(lines, 3, "t", "", "c", WORDS)
    assert svg.count("curve-range") == svg.count("curve-start") == 1
    assert "<title>Claire · 4 → 2</title>" in svg


def test_a_point_says_who_feels_what() -> None:
    lines = [CurveLine("Cl<a>ire", 2, (CurvePoint(0, 2.5, label="agacée", emoji="😤", written="-0,5"),))]
    svg = emotion_curve(lines, 1, "t", "", "c", WORDS)
    assert "<title>Cl&lt;a&gt;ire · -0,5 · 😤 agacée</title>" in svg
    assert "😤 agacée</text>" in svg
    assert "persona-3 shape-diamond" in svg


def test_captions_do_not_cover_faces_or_each_other() -> None:
    lines = [
        CurveLine(name, k, (CurvePoint(0, score, label=f"feels {name} about it"),))
        for k, (name, score) in enumerate((("a", 3.0), ("b", 3.0), ("c", 4.0), ("d", 2.0)))
    ]
    root = parsed(emotion_curve(lines, 1, "t", "", "c", WORDS))
    told = [node for node in root.iter() if node.get("class") == "curve-caption"]
    heights = sorted(float(node.get("y", "0")) for node in told)
    assert all(b - a >= 13 for a, b in itertools.pairwise(heights))
    faces = [p.y for one in place(lines, 1) for p in one]
    assert all(abs(y - 4 - face) > 11 for y in heights for face in faces)


def test_the_mouth_follows_the_score() -> None:
    bends = [float(re.findall(r"Q0,(-?[\d.]+)", mouth(score))[0]) for score in (1, 2, 3, 4, 5)]
    assert bends == sorted(bends)
    assert len(set(bends)) == 5
    assert [mood(s) for s in (1, 2.5, 3, 3.5, 5)] == ["bad", "neutral", "neutral", "neutral", "good"]


@given(st.lists(scores, max_size=12), st.integers(0, 12))
def test_any_small_curve_is_well_formed(values: list[float | None], index: int) -> None:
    assert parsed(sparkline(spark(tuple(values), index), "t")).get("viewBox") == "0 0 160 40"


def test_tension_has_dots_and_an_area_per_run() -> None:
    line_of = [CurvePoint(k, v) for k, v in enumerate((1, 2, None, 5, 4))]
    svg = tension_curve(line_of, 5, "t", "d", "x", ("Tense", "", "Calm"))
    parsed(svg)
    assert svg.count("curve-area") == 2
    assert svg.count("curve-dot") == 4
    assert "curve-word-neutral" not in svg


def test_no_two_personas_share_both_dash_and_marker() -> None:
    signals = [re.findall(r'shape-\w+|dasharray="[^"]*"', swatch(index)) for index in range(16)]
    assert len({tuple(signal) for signal in signals}) == 16
    lines = emotion_curve([CurveLine("A", 5, (CurvePoint(0, 2), CurvePoint(1, 3)))], 2, "t", "", "c", ("", "", ""))
    assert all(part in lines for part in signals[5]), "the legend shows what the curve draws"
