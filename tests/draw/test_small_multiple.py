"""Small multiples: every line once, gaps kept, the day before faintly behind."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from parcours.draw.small_multiple import small_multiple

SVG = "{http://www.w3.org/2000/svg}"


def test_lines_gaps_and_the_day_before() -> None:
    before = ((0, "Claire", (1.0, 2.0)), (3, "Marc", (3.0, 3.0)))
    drawn = ET.fromstring(small_multiple(((0, "Claire", (5.0, None, 1.0, 1.0)),), "p-2", before, "p-1", 'A "b" & c'))
    assert drawn.get("aria-label") == 'A "b" & c'
    assert [use.get("href") for use in drawn.iter(f"{SVG}use")] == ["#p-1-0", "#p-1-3"]
    (line,) = [path for path in drawn.iter(f"{SVG}path") if path.get("id")]
    assert line.get("id") == "p-2-0"
    d = line.get("d", "")
    assert d.startswith("M6,5h0M104.67,35C")
    assert d.count("M") == 2


scores = st.lists(st.none() | st.floats(1, 5), max_size=12).map(tuple)


@given(st.lists(st.tuples(st.integers(0, 20), st.text(max_size=9), scores), max_size=5), st.text(max_size=20))
def test_whatever_is_recorded_is_drawn_as_xml(
    curves: list[tuple[int, str, tuple[float | None, ...]]], title: str
) -> None:
    assert ET.fromstring(small_multiple(curves, "a", curves, "b", title)).tag == f"{SVG}svg"
