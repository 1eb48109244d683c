"""Accents and apostrophes in the names of files, ids and links: the project ``ourle`` has nothing to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcours.build.build import Build, build
from parcours.edge.project import Project
from parcours.edge.site_folder import Part, write_site
from parcours.findings.finding import Severity
from parcours.model.feeling import Feeling
from parcours.model.kinds import Kind
from tests.site.crawl import Site, broken, outside, unreachable

OURLE = Path(__file__).parent.parent / "sites" / "ourle"


@pytest.fixture(scope="module")
def made() -> Build:
    return build(Project(OURLE).read())


def test_there_is_nothing_to_mend(made: Build) -> None:
    assert {finding.severity for finding in made.findings} <= {Severity.ADVICE}


def test_every_thing_has_an_address_without_accents(made: Build) -> None:
    personas = {ref.id for ref in made.atlas.things if ref.kind is Kind.PERSONA}
    assert personas == {"aime", "elodie", "emily"}
    assert [ref.id for ref in made.atlas.things if not ref.id.isascii()] == []


def test_names_with_accents_lead_where_they_say(made: Build) -> None:
    journeys = made.atlas.journeys
    ways = [way for step in journeys["s-abonner-a-l-annee"].steps for way in step.ways]
    assert [(way.journey, way.step) for way in ways if way.kind == "out"] == [("reclamer-apres-un-retard", "publier")]
    assert [stage.id for stage in journeys["voyager-avec-correspondance"].stages] == [
        "preparer",
        "monter",
        "changer",
        "arrivee",
    ]


def test_figures_with_a_decimal_comma_are_numbers(made: Build) -> None:
    journey = made.atlas.journeys["s-abonner-a-l-annee"]
    (measured,) = journey.measured
    assert [metric.value for metric in measured.dated] == [-4, 1.5, 6]


def test_feelings_are_compared_on_one_scale(made: Build) -> None:
    felt = made.atlas.journeys["reclamer-apres-un-retard"].steps[0].felt[0]
    assert felt.feeling == Feeling(score=-2, label="à bout", emoji="😡")
    assert felt.score == 1


def test_the_site_holds_together(made: Build, tmp_path: Path) -> None:
    write_site(Part(made, Project(OURLE).asset), tmp_path / "site")
    site = Site.of(tmp_path / "site")
    assert [*broken(site), *outside(site), *unreachable(site)] == []
    assert '<html lang="en">' in site.pages["personas/emily/index.html"].text
    assert '<html lang="fr">' in site.pages["personas/elodie/index.html"].text
