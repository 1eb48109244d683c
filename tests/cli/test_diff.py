"""``parcours diff`` as people and pipelines run it, over real repositories."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.edge.repositories import Made

BUY = """---
title: Buy a bike
personas: [nora]
stages:
  - name: Choose
    steps:
      - {id: look, action: Looks for a bike, channel: website, feeling: {nora: 2}, pain_points: [Sizes hide in a PDF]}
      - {id: pay, action: Pays at the till, channel: shop, feeling: {nora: 3}}
---
"""
BETTER = BUY.replace("{nora: 2}, pain_points: [Sizes hide in a PDF]", "{nora: 4}")
FUTURE = BETTER.replace("title: Buy a bike", "title: Buy a bike, later\nstate: future\nof: buy")
NORA = "---\nname: Nora\n---\n"


@pytest.fixture
def maps(tmp_path: Path) -> Made:
    """Two commits: the second is better; a tag on the first."""
    made = Made.at(tmp_path / "maps")
    made.write("content/personas/nora.md", NORA)
    made.commit(buy=BUY)
    made.git("tag", "v1")
    made.commit(buy=BETTER)
    return made


def test_what_a_commit_changed(maps: Made) -> None:
    done = run("diff", "v1", "HEAD", cwd=maps.folder)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "Journey maps, from v1 to HEAD",
        "1 journey changed.",
        "",
        "Buy a bike  1 step changed. Nora feels better: 2.5 → 3.5.",
        "    Nora  before  ▃▅",
        "          after   ▆▅",
        "  ~ Looks for a bike (Choose)",
        "      Nora 2 → 4 ▲",
        "      pain point closed: “Sizes hide in a PDF”",
    ]
    assert done.stderr == ""


def test_the_same_is_exit_code_0(maps: Made) -> None:
    done = run("diff", "HEAD", cwd=maps.folder)
    assert (done.returncode, done.stdout.splitlines()[1]) == (0, "Nothing differs in what the maps say.")


def test_the_working_tree_counts_before_it_is_committed(maps: Made) -> None:
    maps.write("content/journeys/buy.md", BUY)
    assert run("diff", "main", cwd=maps.folder).returncode == 1
    assert run("diff", "v1", cwd=maps.folder).returncode == 0


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    made = Made.at(tmp_path)
    made.write("docs/maps/content/personas/nora.md", NORA)
    made.write("docs/maps/content/journeys/buy.md", BUY)
    made.write("content/journeys/other.md", "---\ntitle: Not ours\n---\n")
    made.commit()
    made.write("docs/maps/content/journeys/buy.md", BETTER)
    done = run("diff", "HEAD", "--project", "docs/maps", "--format", "json", cwd=tmp_path)
    data = json.loads(done.stdout)
    assert done.returncode == 1
    assert [(change["kind"], change["a"]["id"]) for change in data["changes"]] == [("journeys", "buy")]
    assert data["a"] == {"kind": "revision", "name": "HEAD", "commit": made.git("rev-parse", "HEAD")}
    assert data["b"] == {"kind": "working-tree", "name": "."}


def test_from_where_two_branches_part(maps: Made) -> None:
    maps.git("switch", "--quiet", "-c", "topic", "v1")
    maps.commit(other="---\ntitle: Another\n---\n")
    two = run("diff", "main..topic", "--format", "json", cwd=maps.folder)
    three = run("diff", "main...topic", "--format", "json", cwd=maps.folder)
    assert [change["called"] for change in called(two.stdout)] == ["buy", "other"]
    assert [change["called"] for change in called(three.stdout)] == ["other"]
    assert run("diff", "main...", "--format", "json", cwd=maps.folder).stdout == three.stdout.replace(
        '"name": "topic"', '"name": "HEAD"'
    )


def called(text: str) -> list[dict[str, str]]:
    return [{"called": (change["b"] or change["a"])["id"]} for change in json.loads(text)["changes"]]


def test_only_some_journeys(maps: Made) -> None:
    maps.commit(other="---\ntitle: Another\n---\n")
    assert len(called(run("diff", "v1", "--format", "json", cwd=maps.folder).stdout)) == 2
    assert called(run("diff", "v1", "--journey", "other", "--format", "json", cwd=maps.folder).stdout) == [
        {"called": "other"}
    ]
    wrong = run("diff", "v1", "--journey", "othre", cwd=maps.folder)
    assert wrong.returncode == 2
    assert "Did you mean `other`?" in wrong.stderr


def test_two_folders_need_no_git(maps: Made, tmp_path: Path) -> None:
    made = Made.at(tmp_path / "other")
    made.write("content/personas/nora.md", NORA)
    made.write("content/journeys/buy.md", BUY)
    outside = tmp_path / "nowhere"
    outside.mkdir()
    done = run("diff", "../other", "../maps", cwd=outside)
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "Journey maps, from ../other to ../maps")
    assert run("diff", "../other", cwd=maps.folder).returncode == 1


def test_a_journey_goes_with_its_counterpart(maps: Made) -> None:
    maps.write("content/journeys/buy.md", BUY)
    maps.write("content/journeys/later.md", FUTURE)
    alone, both = run("diff", "buy", cwd=maps.folder), run("diff", "buy", "later", cwd=maps.folder)
    assert alone.returncode == both.returncode == 1
    assert alone.stdout == both.stdout == run("diff", "later", cwd=maps.folder).stdout
    assert "Nora 2 → 4 ▲" in alone.stdout


def test_a_journey_counts_before_a_branch_of_its_name(maps: Made) -> None:
    maps.git("branch", "buy", "v1")
    maps.write("content/journeys/later.md", FUTURE)
    assert "Buy a bike, later" in run("diff", "buy", cwd=maps.folder).stdout
    branch = run("diff", "rev:buy", "HEAD", cwd=maps.folder)
    assert branch.stdout.splitlines()[0] == "Journey maps, from buy to HEAD"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("V2",), "Did you mean `v1`?"),
        (("by",), "Did you mean `buy`?"),
        (("rev:nothing",), "`nothing` is no revision, branch or tag"),
        (("journey:v1",), "`v1` is no journey of this project."),
        (("folder:nowhere",), "There is no folder nowhere."),
        (("folder:.git",), "There is no content folder in .git"),
        (("buy",), "No future state answers `buy`"),
        (("buy", "main"), "parcours diff main --journey buy"),
        (("v1..HEAD", "main"), "`v1..HEAD` names both sides already."),
        (("--option",), "No such option"),
        ((), "Missing argument 'A'"),
    ],
)
def test_wrong_use_is_told_plainly(maps: Made, words: tuple[str, ...], told: str) -> None:
    done = run("diff", *words, cwd=maps.folder)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""


def test_in_french(maps: Made) -> None:
    maps.write("parcours.yml", "language: fr\n")
    done = run("diff", "V2", cwd=maps.folder)
    assert "Vouliez-vous dire `v1`\u202f?" in done.stderr
    assert "Nora le vit mieux\u00a0: 2,5 → 3,5." in run("diff", "v1", cwd=maps.folder).stdout
    assert "Nora feels better" in run("diff", "v1", "--language", "en", cwd=maps.folder).stdout


def test_without_a_repository(tmp_path: Path) -> None:
    (tmp_path / "content/journeys").mkdir(parents=True)
    (tmp_path / "content/journeys/buy.md").write_text(BUY, "utf-8")
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    done = subprocess.run(
        [sys.executable, "-m", "parcours", "diff", "main"],
        cwd=tmp_path,
        env=environment,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "does not lie in a git repository" in done.stderr


def test_without_git(maps: Made, tmp_path: Path) -> None:
    nothing = tmp_path / "bin"
    nothing.mkdir()
    environment = {**os.environ, "PATH": str(nothing)}
    command = [sys.executable, "-m", "parcours", "diff"]
    done = subprocess.run(
        [*command, "v1"], cwd=maps.folder, env=environment, text=True, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert "git is not installed" in done.stderr
    folder = subprocess.run(
        [*command, "."], cwd=maps.folder, env=environment, text=True, capture_output=True, check=False
    )
    assert folder.returncode == 0


def test_before_the_first_commit(tmp_path: Path) -> None:
    made = Made.at(tmp_path)
    made.write("content/journeys/buy.md", BUY)
    done = run("diff", "HEAD", cwd=tmp_path)
    assert done.returncode == 2
    assert "`HEAD` is no journey of this project, no revision" in done.stderr


def test_a_file_of_its_own(maps: Made) -> None:
    done = run("diff", "v1", "--format", "markdown", "-o", "diff.md", cwd=maps.folder)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "diff.md written.\n")
    assert (maps.folder / "diff.md").read_text("utf-8").startswith("### Journey maps, from v1 to the working tree\n")


def test_the_page_of_a_difference(maps: Made) -> None:
    done = run("diff", "v1", "--format", "html", "-o", "diff.html", cwd=maps.folder)
    assert done.returncode == 1
    assert "<h1>Journey maps, from v1 to the working tree</h1>" in (maps.folder / "diff.html").read_text("utf-8")


def test_a_long_comment_is_cut_and_says_how_to_read_on(maps: Made) -> None:
    steps = "".join(f"      - {{id: s{n}, action: Does number {n}, feeling: 3}}\n" for n in range(40))
    maps.write("content/journeys/buy.md", BUY.replace("---\n", f"{steps}---\n").replace(f"{steps}---\n", "---\n", 1))
    done = run("diff", "v1", "--format", "markdown", "--journey", "buy", "-o", "long.md", cwd=maps.folder)
    assert done.returncode == 1, done.stderr
    lines = (maps.folder / "long.md").read_text("utf-8").splitlines()
    assert "- … and 28 more" in lines
    assert lines[-1] == "Everything: `parcours diff v1 --journey buy`"
    assert len(lines) < 30


def test_a_broken_page_is_said_to_be_one(maps: Made) -> None:
    maps.write("content/journeys/buy.md", BUY.replace("title: Buy a bike", "title: [Buy"))
    done = run("diff", "v1", cwd=maps.folder)
    assert "One page of the working tree could not be read whole" in done.stderr


def test_the_comment_of_two_steps_is_short(maps: Made) -> None:
    maps.write("content/journeys/buy.md", BETTER.replace("Pays at the till", "Pays on her phone"))
    done = run("diff", "v1", "--format", "markdown", cwd=maps.folder)
    assert len(done.stdout.splitlines()) < 30
    assert "**Pays on her phone** (Choose): was “Pays at the till”" in done.stdout
