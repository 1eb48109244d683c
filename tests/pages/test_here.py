"""What pages make of prose and figures."""

import datetime as dt

import pytest

from parcours.analyse.metrics import verdict
from parcours.link.measures import gathered
from parcours.model.metric import Metric
from parcours.pages.figures import day, number, percent, with_unit
from parcours.pages.here import media_as_links
from parcours.pages.icons import channel_icon, device_icon


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p><video src="a/tour.mp4" controls></video></p>', '<p><a class="media" href="a/tour.mp4">tour.mp4</a></p>'),
        (
            '<audio controls><source src="b.ogg" type="audio/ogg">Listen</audio>',
            '<a class="media" href="b.ogg">Listen</a>',
        ),
        ("<video controls></video>x", "x"),
        ("<p>plain</p>", "<p>plain</p>"),
    ],
)
def test_media_become_links(html: str, expected: str) -> None:
    assert media_as_links(html) == expected


def test_figures_are_written_as_the_language_does() -> None:
    assert number(3.5, "en") == "3.5"
    assert number(3.5, "fr") == "3,5"
    assert with_unit(66.0, "%", "en") == "66%"
    assert with_unit(66.0, "%", "fr") == "66\u202f%"
    assert percent(0.125, "fr") == "12,5\u202f%"
    assert day(dt.date(2026, 9, 1), "fr") == "1er septembre 2026"
    assert day(None, "en") == ""


def test_the_newest_figure_is_shown_with_the_target_said_once() -> None:
    inline = [Metric(name="CSAT", target=4.0, unit="/5")]
    january, february = dt.date(2026, 1, 1), dt.date(2026, 2, 1)
    rows = [Metric(name="csat", value=3.2, date=january), Metric(name="csat", value=4.1, date=february)]
    (measured,) = gathered(inline, reversed(rows))
    assert (measured.latest.name, measured.latest.value, measured.latest.target) == ("CSAT", 4.1, 4.0)
    assert [metric.value for metric in measured.dated] == [3.2, 4.1]
    assert verdict(measured) == "met"


def test_an_effort_score_is_not_judged() -> None:
    assert verdict(gathered([Metric(name="CES", value=2.0, target=4.0)], ())[0]) == ""


@pytest.mark.parametrize(
    ("name", "icon"),
    [
        ("Live chat", "chat"),
        ("Réseaux sociaux", "social"),
        ("mobile app", "app"),
        ("e-mail", "email"),
        ("Pigeon", "other"),
    ],
)
def test_icons_of_channels(name: str, icon: str) -> None:
    assert channel_icon("", name) == icon


def test_icons_of_devices() -> None:
    assert [device_icon(name) for name in ("mobile", "ordinateur portable", "", "watch")] == [
        "mobile",
        "laptop",
        "",
        "other-device",
    ]
