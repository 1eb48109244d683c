"""Channels as tracks: one line each, a crossing at each change, nothing lost of what was written."""

from hypothesis import given
from hypothesis import strategies as st

from parcours.draw.curve import CurveLine, CurvePoint, emotion_curve
from parcours.draw.curve_notes import Mean, Notes
from parcours.draw.tracks import Stop, tracks
from tests.draw.wellformed import parsed

STOPS = (
    Stop(0, "Website", "web", "mobile"),
    Stop(1, "Website", "web", "laptop"),
    Stop(2, "Shop", "shop"),
    Stop(4, "Website", "web", "laptop"),
)


def test_each_change_crosses_and_each_run_is_named() -> None:
    drawn = tracks(STOPS, 5, "Channels", "Website, Shop, Website", "t")
    assert drawn.count('class="track-rail"') == 2
    assert drawn.count('class="track-cross"') == 2
    assert drawn.count('class="track-run"') == 1
    assert drawn.count(">Website<") == 2
    assert drawn.count(">Shop<") == 1
    assert [drawn.count(f">{device}<") for device in ("mobile", "laptop")] == [1, 2]


WORDS = st.text(max_size=60)


@given(st.lists(st.builds(Stop, st.integers(0, 30), WORDS, st.sampled_from(["web", "shop"]), WORDS), max_size=20))
def test_any_words_give_a_drawing(stops: list[Stop]) -> None:
    assert parsed(tracks(tuple(stops), 31, "Channels", "", "t")) is not None


def test_peak_pit_and_means_are_told() -> None:
    line = CurveLine("Claire", 0, tuple(CurvePoint(n, score) for n, score in enumerate((3, 5, 1, 5))))
    notes = Notes((Mean(0, 2, 4.0, "4"), Mean(2, 2, 3.0, "3")), "High point", "Low point")
    drawn = emotion_curve((line,), 4, "Curve", "", "c", ("", "", ""), notes)
    assert drawn.count(">High point<") == 1
    assert drawn.count(">Low point<") == 1
    assert drawn.count('class="curve-mean"') == 2


def test_a_level_line_has_neither_peak_nor_pit() -> None:
    line = CurveLine("Claire", 0, (CurvePoint(0, 3), CurvePoint(1, 3)))
    drawn = emotion_curve((line,), 2, "Curve", "", "c", ("", "", ""), Notes((), "High point", "Low point"))
    assert "point<" not in drawn
