"""Before and after a change: what is said, what is not said, and what is said by which test."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.analyse.effects import Side, judged, sample_of, two_proportions
from parcours.build.build import build
from parcours.edge.history import with_history
from parcours.edge.project import Project
from parcours.model.metric import Metric
from parcours.pages.effects_view import EffectView
from parcours.pages.views import JourneyPage
from tests.edge.repositories import Made
from tests.edge.test_history import journey


def test_the_test_is_that_of_the_handbook() -> None:
    """0.30 of 250 against 0.37 of 300: pooled 0.338, standard error 0.0405, z 1.728, by the table 0.084."""
    assert two_proportions(0.30, 250, 0.37, 300) == pytest.approx(0.0840, abs=5e-4)
    assert two_proportions(0.5, 100, 0.5, 100) == 1
    assert two_proportions(0, 100, 0, 50) == 1


@pytest.mark.parametrize(
    ("before", "after", "share", "verdict"),
    [
        (Side(20, 400, 3), Side(30, 400, 3), True, "up"),
        (Side(30, 400, 3), Side(20, 400, 3), True, "down"),
        (Side(20, 400, 3), Side(22, 400, 3), True, "chance"),
        (Side(20, 24, 1), Side(90, 400, 3), True, "small"),
        (Side(99, 400, 1), Side(90, 400, 3), True, "small"),
        (Side(20, 0, 3), Side(60, 400, 3), True, "untested"),
        (Side(3.4, 212, 3), Side(4.2, 230, 3), False, "untested"),
        (Side(120, 400, 3), Side(60, 400, 3), True, "untested"),
    ],
)
def test_nothing_is_claimed_that_the_figures_do_not_bear(before: Side, after: Side, share: bool, verdict: str) -> None:
    assert judged(before, after, share=share)[0] == verdict


shares = st.floats(0, 1)
cases = st.integers(1, 10_000)


@given(shares, cases, shares, cases)
def test_a_probability_whichever_side_comes_first(one: float, n: int, other: float, m: int) -> None:
    p = two_proportions(one, n, other, m)
    assert 0 <= p <= 1
    assert p == pytest.approx(two_proportions(other, m, one, n))


@pytest.mark.parametrize(
    ("written", "sample"),
    [
        ("212", 212),
        ("12 customers", 12),
        ("1 204", 1204),
        ("1,204", 1204),
        ("", 0),
        ("about 40", 0),
        ("12 345 678", 12345678),
    ],
)
def test_samples_as_they_are_written(written: str, sample: int) -> None:
    assert sample_of(Metric(name="x", sample=written)) == sample


CSV = """date,journey,step,metric,value,unit,sample
2025-11-30,buy,see,Conversion,20,%,400
2025-12-31,buy,see,Conversion,22,%,400
2026-02-05,buy,see,Conversion,5,%,400
2026-02-28,buy,see,Conversion,30,%,400
2026-03-31,buy,see,Conversion,32,%,400
2025-12-31,buy,see,CSAT,3.4,,212
2026-02-28,buy,see,CSAT,3.9,,230
2025-12-31,buy,enter,Conversion,20,%,400
2026-02-28,buy,enter,Conversion,40,%,400
2026-02-28,buy,see,Waiting time,4,min,
"""


@pytest.fixture
def page(tmp_path: Path) -> JourneyPage:
    made = Made.at(tmp_path / "repo")
    made.write("content/personas/claire.md", "---\nname: Claire\n---\n")
    made.commit("2026-01-05", buy=journey(2, pains="Too dark"))
    made.commit("2026-02-05", buy=journey(2, status="done"))
    made.commit("2026-04-05", buy=journey(4, status="done"))
    made.write("content/metrics/2026.csv", CSV)
    made.commit("2026-04-06")
    view = build(with_history(made.folder, Project(made.folder).read())).made["journeys/buy/index.html"].page.view
    assert isinstance(view, JourneyPage)
    return view


def test_figures_are_laid_over_the_changes_of_their_step(page: JourneyPage) -> None:
    told = [(one.step.text, one.metric, one.day, one.before, one.after, one.verdict) for one in page.effects]
    assert told == [
        ("Sees the window", "Conversion", "5 February 2026", "21%", "31%", "up"),
        ("Sees the window", "CSAT", "5 February 2026", "3.4", "3.9", "untested"),
    ]
    conversion: EffectView = page.effects[0]
    assert (conversion.before_sample, conversion.after_sample, conversion.difference) == ("800", "800", "+10")
    assert conversion.better == "better"
    assert [one.rows for one in page.effects] == [2, 0]
    assert [one.kind for one in conversion.changes] == ["pain_closed", "opportunity_status"]


def test_a_feeling_written_otherwise_is_no_change_of_the_service(page: JourneyPage) -> None:
    assert {one.day for one in page.effects} == {"5 February 2026"}
    assert dt.date(2026, 4, 5) not in {one.day for one in page.effects}
