"""``parcours check`` as a writer and a pipeline use it: formats, mending, the baseline, severities by folder."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.running import run

PERSONA = "---\nname: Nora Lind\n---\n"
JOURNEY = """---
title: Buy a bike
personas: [nroa]
owner: Shop team
reviewed: 3/4/2026
stages:
  - name: Need   # kept as it is
    steps:
      - id: look
        action: Looks at bikes
        channel: website
        feelling: 4
---
"""
MENDED = JOURNEY.replace("nroa", "nora").replace("feelling", "feeling")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "parcours.yml": "site_name: Bikes\n",
        "content/personas/nora.md": PERSONA,
        "content/journeys/buy.md": JOURNEY,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def names_of(project: Path, *words: str) -> dict[str, str]:
    """The rules a check tells and how grave each is."""
    told = json.loads(run("check", "--format", "json", *words, cwd=project).stdout)
    return {found["rule"]: found["severity"] for found in told}


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "junit"])
def test_a_pipeline_gets_only_the_report(project: Path, form: str) -> None:
    done = run("check", "--format", form, cwd=project)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "content/journeys/buy.md" in done.stdout
    assert "refs/unknown-persona" in done.stdout
    if form == "junit":
        ElementTree.fromstring(done.stdout)
    elif form != "github":
        json.loads(done.stdout)


def test_nothing_is_mended_without_a_yes(project: Path) -> None:
    done = run("check", "--fix", cwd=project)
    assert "-personas: [nroa]" in done.stdout
    assert "+personas: [nora]" in done.stdout
    assert (project / "content/journeys/buy.md").read_text() == JOURNEY


def test_mending_keeps_everything_else(project: Path) -> None:
    run("check", "--fix", "--yes", cwd=project)
    mended = (project / "content/journeys/buy.md").read_text()
    assert mended == MENDED, "the date may be the third of April or the fourth of March: only its writer knows"
    assert "refs/unknown-persona" not in names_of(project)


def test_a_baseline_lets_an_old_project_start_strict(project: Path) -> None:
    assert run("check", "--strict", cwd=project).returncode == 1
    assert run("check", "--write-baseline", cwd=project).returncode == 0
    assert run("check", "--strict", cwd=project).returncode == 0
    assert run("check", "--strict", "--no-baseline", cwd=project).returncode == 1
    assert run("build", "--strict", cwd=project).returncode == 0
    file = project / "content/journeys/buy.md"
    file.write_text(JOURNEY.replace("owner: Shop team\n", "owner: Shop team\n\n") + "\n[x](nowhere.md)\n")
    assert names_of(project) == {"refs/dead-link": "error"}, "what moved is still known, what is new is told"


def test_a_baseline_that_is_none_is_told(project: Path) -> None:
    (project / "parcours-baseline.json").write_text("[")
    done = run("check", cwd=project)
    assert done.returncode == 2
    assert "parcours-baseline.json" in done.stderr


def test_severities_by_rule_family_and_folder(project: Path) -> None:
    file = project / "content/journeys/buy.md"
    file.write_text(MENDED.replace("reviewed: 3/4/2026\n", "").replace("owner: Shop team\n", ""))
    assert names_of(project)["map/no-owner"] == "advice"
    settings = project / "parcours.yml"
    settings.write_text("site_name: Bikes\nrules:\n  map/*: off\n  map/no-owner: error\n")
    assert names_of(project) == {"map/no-owner": "error"}
    settings.write_text(
        "site_name: Bikes\nrules:\n  map/*: off\n  map/no-owner: {content: error, content/journeys: off}\n"
    )
    assert names_of(project) == {}
    settings.write_text("site_name: Bikes\nrules:\n  map/no-ownr: error\n")
    assert names_of(project).keys() >= {"shape/unknown-rule"}
