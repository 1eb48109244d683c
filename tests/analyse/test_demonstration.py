"""The demonstration has something to show of each kind, and its home page leads to what matters most."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from parcours.build.reading import Reading, reading
from parcours.edge.project import Project
from tests.conftest import REPOSITORY

RULES = (
    *("over-asked", "asked-twice", "off-channel-survey", "unasked-moment"),
    *("old-figure", "missed-target", "small-sample", "twin-opportunities"),
)


@pytest.fixture(scope="module")
def read() -> Reading:
    return reading(Project(REPOSITORY).read())


@pytest.mark.parametrize("rule", RULES)
def test_each_kind_of_finding_is_there_and_true(read: Reading, rule: str) -> None:
    assert f"map/{rule}" in {found.rule for found in read.findings}


def test_the_most_asked_persona_by_hand(read: Reading) -> None:
    """Ingrid: tablet and e-mail after delivery, one text per repair, the relationship survey once in 90 days."""
    ingrid = next(one for one in read.analyses.practice.listening.solicitations if one.persona == "ingrid")
    assert sorted((request.survey.id, times) for request, times in ingrid.requests) == [
        ("after-delivery", 1),
        ("installer-tablet", 1),
        ("relationship-nps", 1),
        ("repair-sms", 1),
    ]


def test_teams_hand_over_and_steps_rest_on_systems(read: Reading) -> None:
    whole = read.analyses.practice.organisation
    ways = {(one.before, one.after): len(one.ways) for one in whole.hand_overs}
    assert ways["e-commerce", "delivery-and-installation"] == 1
    planner = next(system for system in whole.systems if system.name == "Tour planner")
    assert len(planner.steps) == 4
    assert planner.moments == 2


def test_the_home_page_leads_to_five_things_of_several_kinds(demonstration_site: Path) -> None:
    home = (demonstration_site / "index.html").read_text("utf-8")
    links = re.findall(r'class="insight-link" href="([^"]+)"', home)
    assert len(links) == 5
    for link in links:
        path, _, anchor = link.partition("#")
        page = (demonstration_site / path).read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in page
    assert len(set(re.findall(r'href="(analyses/[\w-]+/index.html)"', home))) >= 3


def test_data_beside_a_page_says_what_the_page_says(demonstration_site: Path) -> None:
    folder = demonstration_site / "analyses" / "opportunities"
    rows = json.loads((folder / "backlog.json").read_text("utf-8"))
    lines = (folder / "backlog.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == len(rows) + 1
    assert lines[0].split(",")[:3] == ["opportunity", "title", "impact"]
    page = (folder / "index.html").read_text("utf-8")
    assert all(f'id="opportunity.{row["opportunity"]}"' in page for row in rows)


def test_the_backlog_is_narrowed_and_the_address_keeps_it(demonstration_site: Path, browser: Browser) -> None:
    page = browser.new_page()
    address = (demonstration_site / "analyses" / "opportunities" / "index.html").as_uri()
    page.goto(address)
    every = page.locator("#cards > tr:visible").count()
    page.get_by_label("Owner").select_option(label="Services")
    narrowed = page.locator("#cards > tr:visible").count()
    assert 0 < narrowed < every
    assert page.url == f"{address}?owner=services"
    page.goto(f"{address}?owner=services")
    assert page.locator("#cards > tr:visible").count() == narrowed
    page.close()


def test_the_backlog_reads_without_scripts(demonstration_site: Path, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((demonstration_site / "analyses" / "opportunities" / "index.html").as_uri())
    assert page.locator("#cards > tr:visible").count() >= 10
    assert not page.locator(".filters").is_visible()
    assert page.locator(".chart-matrix a").count() >= 5
    page.close()
