"""The review calendar: what is late, what comes when, by owner; and as a file for calendars."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.build.build import Build, build
from parcours.edge.project import Project
from parcours.pages.calendar import Day, calendar_lines, folded
from parcours.pages.reviews_view import ReviewsPage
from tests.docs.rule_examples import put

NAME = "A journey, long; with \\ signs and – « é » 😀 so that its line has to be folded at least once or twice"


def journey(title: str, owner: str, reviewed: str, status: str = "validated") -> str:
    day = f"reviewed: {reviewed}\n" if reviewed else ""
    return f'---\ntitle: "{title}"\nowner: {owner}\nstatus: {status}\n{day}review_every: 6 months\n---\n'


@pytest.fixture
def site(tmp_path: Path) -> Build:
    files = {
        "parcours.yml": "site_name: Maps\nbase_url: https://maps.example.org/x\n",
        "content/journeys/late.md": journey("Late", "Shop team", "2025-11-30"),
        "content/journeys/soon.md": journey(NAME.replace("\\", "\\\\"), "Shop team", "2026-01-31"),
        "content/journeys/later.md": journey("Later", "Web team", "2026-05-01"),
        "content/journeys/never.md": journey("Never", "Web team", "", "draft"),
        "content/journeys/old.md": journey("Old", "Web team", "2020-01-01", "retired"),
    }
    return build(replace(Project(put(files, tmp_path)).read(), today=dt.date(2026, 6, 10)))


def rows(site: Build, address: str) -> list[tuple[str, str, list[str]]]:
    view = site.made[address].page.view
    assert isinstance(view, ReviewsPage)
    return [(group.key, group.name, [row.iso for row in group.rows]) for group in view.groups]


def test_late_ones_first_then_month_by_month_then_those_without_a_day(site: Build) -> None:
    assert rows(site, "reviews/index.html") == [
        ("late", "", ["2026-05-30"]),
        ("month", "July 2026", ["2026-07-31"]),
        ("month", "November 2026", ["2026-11-01"]),
        ("none", "", [""]),
    ]


def test_each_owner_has_their_own(site: Build) -> None:
    assert rows(site, "reviews/web-team/index.html") == [
        ("month", "November 2026", ["2026-11-01"]),
        ("none", "", [""]),
    ]
    view = site.made["reviews/index.html"].page.view
    assert isinstance(view, ReviewsPage)
    assert [(link.text, maps, late) for link, maps, late in view.owners] == [("Shop team", 2, 1), ("Web team", 2, 0)]


def test_the_file_is_a_calendar(site: Build) -> None:
    data = site.made["reviews/shop-team/reviews.ics"].body
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(data.decode())
    assert calendar["X-WR-CALNAME"] == "Reviews: Shop team"
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
    assert [event.decoded("DTSTART") for event in events] == [dt.date(2026, 5, 30), dt.date(2026, 7, 31)]
    assert str(events[1]["SUMMARY"]) == f"Review: {NAME}"
    assert str(events[1]["URL"]) == "https://maps.example.org/x/journeys/soon/index.html"
    assert events[1].decoded("DTSTAMP") == dt.datetime(2026, 1, 31, tzinfo=dt.UTC)
    assert str(events[1]["UID"]) == "review-soon@maps.example.org"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_a_folded_line_unfolds_to_itself(text: str) -> None:
    pieces = list(folded(text))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text
    assert all(piece.startswith(" ") for piece in pieces[1:])


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120))
def test_any_name_comes_back_from_the_calendar(name: str) -> None:
    day = Day("x@y", dt.date(2026, 1, 1), dt.date(2025, 1, 1), name, "", "")
    text = "\r\n".join(calendar_lines("x", (day,))) + "\r\n"
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(event["SUMMARY"]) == "".join(char for char in name if char.isprintable())
