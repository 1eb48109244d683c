"""A build where nothing has changed looks at names, sizes and times, says so, and writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcours.edge.memory import remember
from tests.cli.running import run

JOURNEY = """---
title: Buy
stages:
  - name: One
    steps:
      - {id: a, action: Looks, channel: website, feeling: 3}
      - {id: b, action: Pays, channel: website, feeling: 4}
---
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content" / "journeys").mkdir(parents=True)
    (tmp_path / "content" / "journeys" / "buy.md").write_text(JOURNEY, encoding="utf-8")
    return tmp_path


def built(project: Path, *arguments: str) -> str:
    done = run("build", *arguments, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def inodes(project: Path) -> dict[str, int]:
    return {str(path): path.stat().st_ino for path in (project / "site").rglob("*") if path.is_file()}


def test_a_second_build_says_that_nothing_has_changed(project: Path) -> None:
    first = built(project)
    before = inodes(project)
    again = built(project)
    assert "Nothing has changed" in again
    assert first.splitlines()[0] == again.splitlines()[0], "advice is told each time"
    assert inodes(project) == before


def test_whatever_changes_is_built(project: Path) -> None:
    page = project / "content" / "journeys" / "buy.md"
    built(project)
    page.write_text(JOURNEY.replace("Pays", "Paid"), encoding="utf-8")
    assert "Nothing has changed" not in built(project)
    assert "Paid" in (project / "site" / "journeys" / "buy" / "index.html").read_text("utf-8")
    (project / "content" / "new.png").write_bytes(b"x")
    assert "Nothing has changed" not in built(project)
    (project / "parcours.yml").write_text("site_name: Named\n", encoding="utf-8")
    assert "Nothing has changed" not in built(project)
    (project / "themes" / "own").mkdir(parents=True)
    (project / "themes" / "own" / "theme.toml").write_text("", encoding="utf-8")
    assert "Nothing has changed" not in built(project)
    assert "Nothing has changed" in built(project)


def test_a_site_somebody_touched_is_built_again(project: Path) -> None:
    built(project)
    lost = project / "site" / "404.html"
    lost.unlink()
    assert "Nothing has changed" not in built(project)
    assert lost.exists()
    lost.write_text("other", encoding="utf-8")
    assert "Nothing has changed" not in built(project)
    assert "other" not in lost.read_text("utf-8")


def test_mistakes_are_told_each_time(project: Path) -> None:
    page = project / "content" / "journeys" / "buy.md"
    page.write_text(JOURNEY.replace("title: Buy", "titel: Buy"), encoding="utf-8")
    first, again = run("build", cwd=project), run("build", cwd=project)
    assert first.returncode == again.returncode
    assert "titel" in first.stderr
    assert first.stderr == again.stderr
    assert "Nothing has changed" in again.stdout
    for file in (project / ".parcours" / "cache").glob("told.kept"):
        file.write_bytes(b"")
    third = run("build", cwd=project)
    assert (third.returncode, third.stderr) == (first.returncode, first.stderr)
    assert "Nothing has changed" not in third.stdout
    assert run("build", "--strict", cwd=project).returncode == 1


@pytest.mark.parametrize("damage", ["", "0\n{}", [], None, {"inputs": 3}, {"said": [], "site": {}}])
def test_a_damaged_memory_is_no_trouble(project: Path, damage: object) -> None:
    built(project)
    if isinstance(damage, str):
        (project / ".parcours" / "cache" / "built.json").write_text(damage, encoding="utf-8")
    else:
        remember(project, "built.json", damage)
    assert "Nothing has changed" not in built(project)
    assert "Nothing has changed" in built(project)


def test_another_day_may_make_other_pages(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert "Nothing has changed" not in built(project)
