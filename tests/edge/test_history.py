"""Facts and timelines from real repositories: whatever their shape, right and without a traceback."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parcours.build.snapshot import Snapshot
from parcours.edge.history import with_history
from parcours.edge.project import Project
from parcours.model.history import NO_HISTORY, Change, History, past_of
from tests.edge.repositories import Made

BUY = "content/journeys/buy.md"


def journey(feeling: float, *, pains: str = "", status: str = "idea", claire: str = "claire", extra: str = "") -> str:
    return f"""---
title: Buy
personas: [{claire}]
stages:
  - name: Look
    steps:
      - id: see
        action: Sees the window
        feeling: {feeling}
        pain_points: [{pains}]
        opportunities: [{{title: A lamp, status: {status}}}]
      - id: enter
        action: Enters
        feeling: 3
{extra}---
"""


@pytest.fixture
def made(tmp_path: Path) -> Made:
    repo = Made.at(tmp_path / "repo")
    repo.write("content/personas/claire.md", "---\nname: Claire\n---\n")
    return repo


def read(folder: Path) -> Snapshot:
    return with_history(folder, Project(folder).read())


def history(folder: Path) -> History:
    found = read(folder).history
    again = read(folder).history
    assert again == found, "what is remembered is what was read"
    return found


def days(*written: str) -> list[dt.date]:
    return [dt.date.fromisoformat(day) for day in written]


def test_created_changed_by_whom_and_how_often(made: Made) -> None:
    made.commit("2026-01-05", buy=journey(2))
    made.commit("2026-02-05", by="Ben", buy=journey(3))
    made.commit("2026-03-05", by="Ada", other=journey(3))
    past = past_of(history(made.folder).pasts, BUY)
    assert past is not None
    assert [past.created, past.changed] == days("2026-01-05", "2026-02-05")
    assert past.authors == ("Ben", "Ada")
    assert [one.kind for one in past.revisions] == ["changed", "added"]


def test_a_renamed_file_keeps_its_past_and_a_new_one_of_its_old_name_has_none_of_it(made: Made) -> None:
    made.commit("2026-01-05", old=journey(2))
    made.git("mv", "content/journeys/old.md", BUY)
    made.commit("2026-02-05")
    made.commit("2026-03-05", old="---\ntitle: Something else altogether\n---\nOther words.\n")
    found = history(made.folder)
    moved, fresh = past_of(found.pasts, BUY), past_of(found.pasts, "content/journeys/old.md")
    assert moved is not None
    assert fresh is not None
    assert [one.kind for one in moved.revisions] == ["renamed", "added"]
    assert [one.kind for one in fresh.revisions] == ["added"]
    assert fresh.created == dt.date(2026, 3, 5)


def test_two_files_that_exchange_their_names(made: Made) -> None:
    made.commit("2026-01-05", one=journey(1), two=journey(5, extra="  - name: A wholly different stage\n" * 30))
    for old, new in (("one", "x"), ("two", "one"), ("x", "two")):
        made.git("mv", f"content/journeys/{old}.md", f"content/journeys/{new}.md")
    made.commit("2026-02-05")
    found = history(made.folder)
    assert [len(found.pasts[f"content/journeys/{name}.md"].stands) for name in ("one", "two")] == [2, 2]


def test_a_merge_is_nobodys_revision_and_one_state_of_the_map(made: Made) -> None:
    made.commit("2026-01-05", buy=journey(2))
    made.git("checkout", "--quiet", "-b", "better")
    made.commit("2026-01-10", by="Ben", buy=journey(3))
    made.commit("2026-01-11", by="Ben", buy=journey(4))
    made.git("checkout", "--quiet", "main")
    made.commit("2026-01-12", by="Ada", other=journey(1))
    made.git("merge", "--quiet", "--no-ff", "--no-edit", "better", day="2026-01-15", by="Cleo")
    found = history(made.folder)
    past = past_of(found.pasts, BUY)
    assert past is not None
    assert past.authors == ("Ben", "Ada")
    assert len(past.revisions) == 3
    assert [one.day for one in past.stands] == days("2026-01-15", "2026-01-05")
    assert [one.day for one in found.timelines[BUY].moments] == days("2026-01-15", "2026-01-05")


def test_a_file_renamed_on_one_branch_and_changed_on_the_other(made: Made) -> None:
    made.commit("2026-01-05", old=journey(2))
    made.git("checkout", "--quiet", "-b", "named")
    made.git("mv", "content/journeys/old.md", BUY)
    made.commit("2026-01-10", by="Ben")
    made.git("checkout", "--quiet", "main")
    made.commit("2026-01-12", by="Ada", old=journey(2.5))
    made.git("merge", "--quiet", "--no-edit", "named", day="2026-01-15")
    past = past_of(history(made.folder).pasts, BUY)
    assert past is not None
    assert sorted(one.day for one in past.revisions) == days("2026-01-05", "2026-01-10", "2026-01-12")


@pytest.mark.parametrize("head", ["name: Clara", "'name': Clara", "name:\n\n  Clara", "goals: [be named]\nname: Clara"])
def test_what_is_remembered_of_a_map_is_told_with_todays_names(made: Made, head: str) -> None:
    made.commit("2026-01-05", buy=journey(2, claire="clara"))
    made.commit("2026-02-05", buy=journey(4, claire="clara"))
    assert [persona for persona, _ in history(made.folder).timelines[BUY].moments[0].curves] == [""]
    made.write("content/personas/claire.md", f"---\n{head}\n---\n")
    assert [persona for persona, _ in history(made.folder).timelines[BUY].moments[0].curves] == ["claire"]


def test_what_was_removed_is_kept_apart(made: Made) -> None:
    made.commit("2026-01-05", buy=journey(2), gone=journey(3))
    (made.folder / "content/journeys/gone.md").unlink()
    made.commit("2026-02-05")
    found = history(made.folder)
    assert "content/journeys/gone.md" not in found.pasts
    (gone,) = found.removed
    assert [one.kind for one in gone.revisions] == ["removed", "added"]
    made.commit("2026-03-05", gone=journey(4))
    assert history(made.folder).pasts["content/journeys/gone.md"].created == dt.date(2026, 3, 5)


def test_how_the_curve_moved_which_pains_closed_which_hopes_came_true(made: Made) -> None:
    made.commit("2026-01-05", buy=journey(2, pains="The window is dark"))
    made.commit("2026-02-05", buy=journey(2, pains="The window is dark") + "\nOnly the story changed.\n")
    made.commit("2026-03-05", by="Ben", buy=journey(4, status="done"))
    newest, first = history(made.folder).timelines[BUY].moments
    assert first.first
    assert list(first.curves) == [("claire", (2, 3))]
    assert (newest.day, newest.author, newest.moved) == (dt.date(2026, 3, 5), "Ben", True)
    assert list(newest.curves) == [("claire", (4, 3))]
    assert newest.changes == (
        Change("pain_closed", "see", "Sees the window", "The window is dark"),
        Change("opportunity_status", "see", "Sees the window", "A lamp", ("idea", "done")),
        Change("better", "see", "Sees the window", "claire", ("2", "4")),
    )


def test_a_map_that_became_a_folder_with_a_file_a_stage(made: Made) -> None:
    made.commit("2026-01-05", buy=journey(2, pains="The window is dark"))
    text = journey(2, pains="The window is dark")
    head, stage = text.split("stages:\n")
    made.git("rm", "--quiet", BUY)
    made.write("content/journeys/buy/index.md", f"{head}tags: [now-a-folder]\n---\n")
    body = stage.removeprefix("  - name: Look\n").removesuffix("---\n").replace("\n    ", "\n")
    made.write("content/journeys/buy/10-look.md", "---\nname: Look\n" + body[4:] + "---\n")
    made.commit("2026-02-05")
    made.write("content/journeys/buy/10-look.md", "---\nname: Look\n" + body[4:].replace("dark", "dim") + "---\n")
    made.commit("2026-03-05")
    found = history(made.folder)
    index = "content/journeys/buy/index.md"
    first_curves = (("claire", (2, 3)),)
    assert found.timelines[index].moments[0].curves == first_curves
    whole = past_of(found.pasts, index, "content/journeys/buy/10-look.md")
    assert whole is not None
    assert whole.changed == dt.date(2026, 3, 5)


def test_an_opportunitys_own_file_tells_when_it_was_done(made: Made) -> None:
    path = "content/opportunities/lamp.md"
    for day, status in (("2026-01-05", "idea"), ("2026-02-05", "planned"), ("2026-03-05", "done")):
        made.write(path, f"---\ntitle: A lamp\nstatus: {status}\n---\n")
        made.commit(day)
    told = [(one.day, one.changes[0].detail) for one in history(made.folder).timelines[path].moments]
    assert told == list(zip(days("2026-03-05", "2026-02-05"), [("planned", "done"), ("idea", "planned")], strict=True))


def test_only_so_many_states_are_looked_at(made: Made) -> None:
    for n in range(8):
        made.commit(f"2026-01-{n + 1:02}", buy=journey(1 + n / 2))
    made.write("parcours.yml", "history: {states: 3}\n")
    timeline = history(made.folder).timelines[BUY]
    assert [one.day.day for one in timeline.moments] == [8, 7, 6]
    assert timeline.cut
    made.write("parcours.yml", "history: {states: 1}\n")
    assert history(made.folder).timelines == {}
    made.write("parcours.yml", "history: {show: false}\n")
    assert history(made.folder) == NO_HISTORY


def test_new_commits_join_what_is_remembered_and_a_rewritten_past_is_read_anew(made: Made) -> None:
    made.commit("2026-01-05", buy=journey(2))
    made.git("checkout", "--quiet", "-b", "side")
    made.commit("2026-01-06", by="Ben", buy=journey(2.5))
    made.git("checkout", "--quiet", "main")
    history(made.folder)
    made.git("merge", "--quiet", "--no-ff", "--no-edit", "side", day="2026-01-07")
    made.commit("2026-01-08", buy=journey(3))
    joined = history(made.folder)
    cache = made.folder / ".parcours" / "cache"
    assert (cache / ".gitignore").read_text() == "*\n"
    for file in cache.glob("*.json"):
        file.unlink()
    assert history(made.folder) == joined
    made.git("reset", "--quiet", "--hard", "HEAD~2")
    made.commit("2026-01-09", buy=journey(5))
    past = past_of(history(made.folder).pasts, BUY)
    assert past is not None
    assert [one.day for one in past.revisions] == days("2026-01-09", "2026-01-05")


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"key": 1}', '{"key": [1, "x", "", false], "authors": []}'])
def test_a_damaged_memory_is_made_anew(made: Made, damage: str) -> None:
    made.commit("2026-01-05", buy=journey(2))
    found = history(made.folder)
    for file in (made.folder / ".parcours" / "cache").glob("*.json"):
        file.write_text(damage)
    assert history(made.folder) == found


def test_a_memory_that_leads_out_of_the_project_is_not_written(made: Made, tmp_path: Path) -> None:
    made.commit("2026-01-05", buy=journey(2))
    (tmp_path / "elsewhere").mkdir()
    (made.folder / ".parcours").symlink_to(tmp_path / "elsewhere")
    assert history(made.folder).head
    assert not list((tmp_path / "elsewhere").rglob("*.json"))


def test_a_shallow_clone_claims_nothing_it_cannot_know(made: Made, tmp_path: Path) -> None:
    made.commit("2026-01-05", buy=journey(2), other=journey(3))
    made.commit("2026-02-05", buy=journey(3))
    made.commit("2026-03-05", buy=journey(4))
    clone = tmp_path / "clone"
    made.git("clone", "--quiet", "--depth", "2", made.folder.as_uri(), str(clone))
    snapshot = read(clone)
    past, other = (past_of(snapshot.history.pasts, path) for path in (BUY, "content/journeys/other.md"))
    assert past is not None
    assert other is not None
    assert (past.created, past.changed) == (None, dt.date(2026, 3, 5))
    assert (other.created, other.changed) == (None, None)
    assert [one.rule for one in snapshot.unread] == ["files/shallow-history"]
    assert [one.moved for one in snapshot.history.timelines[BUY].moments] == [True, False]


def test_without_git_repository_or_commit_there_are_no_facts_and_no_noise(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tmp_path / "plain"
    (plain / "content").mkdir(parents=True)
    for folder in (plain, made.folder):
        snapshot = read(folder)
        assert snapshot.history.head == ""
        assert snapshot.unread == ()
    made.commit("2026-01-05", buy=journey(2))
    monkeypatch.setenv("PATH", str(plain))
    snapshot = read(made.folder)
    assert snapshot.history.head == ""
    assert snapshot.unread == ()


def test_a_repository_of_somebody_else_is_told_with_its_way_out(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made.commit("2026-01-05", buy=journey(2))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    assert [one.rule for one in read(made.folder).unread] == ["files/history-not-ours"]


def test_a_damaged_repository_is_told(made: Made) -> None:
    head = made.commit("2026-01-05", buy=journey(2))
    tree = made.git("rev-parse", f"{head}^{{tree}}")
    file = made.folder / ".git" / "objects" / tree[:2] / tree[2:]
    file.chmod(0o644)
    file.write_bytes(b"nonsense")
    assert [one.rule for one in read(made.folder).unread] == ["files/no-history"]


def test_a_detached_head_has_the_past_of_its_commit(made: Made) -> None:
    first = made.commit("2026-01-05", buy=journey(2))
    made.commit("2026-02-05", buy=journey(3))
    made.git("checkout", "--quiet", first)
    past = past_of(history(made.folder).pasts, BUY)
    assert past is not None
    assert past.changed == dt.date(2026, 1, 5)


def test_a_project_in_a_subfolder_and_one_whose_content_is_a_submodule(made: Made, tmp_path: Path) -> None:
    made.write("docs/maps/content/journeys/buy.md", journey(2))
    made.commit("2026-01-05")
    below = past_of(history(made.folder / "docs" / "maps").pasts, BUY)
    assert below is not None
    texts = Made.at(tmp_path / "texts")
    texts.write("journeys/buy.md", journey(2))
    texts.commit("2026-02-05")
    outer = Made.at(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", str(texts.folder), "content")
    outer.commit("2026-03-05")
    inner = past_of(history(outer.folder).pasts, BUY)
    assert inner is not None
    assert inner.created == dt.date(2026, 2, 5)


def test_names_are_those_of_the_mailmap(made: Made) -> None:
    made.write(".mailmap", "Ada Lovelace <ada@example.org>\n")
    made.commit("2026-01-05", buy=journey(2))
    past = past_of(history(made.folder).pasts, BUY)
    assert past is not None
    assert past.authors == ("Ada Lovelace",)


def test_five_thousand_commits_are_read_once(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made.git("fast-import", "--quiet", given=b"".join(_commits(5000)))
    made.git("reset", "--quiet", "--hard", "main")
    found = history(made.folder)
    past = past_of(found.pasts, "content/journeys/map-7.md")
    assert past is not None
    assert len(past.revisions) == 100
    assert len(found.timelines["content/journeys/map-7.md"].moments) == 12
    asked: list[str] = []
    run = subprocess.run

    def listening(command: list[str], **given: Any) -> Any:
        asked.append(command[command.index("-C") + 2])
        return run(command, **given)

    monkeypatch.setattr("parcours.edge.git.subprocess.run", listening)
    assert read(made.folder).history == found
    assert asked
    assert not {"log", "cat-file"} & set(asked)


def _commits(count: int) -> Iterator[bytes]:
    for n in range(count):
        text = journey(1 + n % 9 / 2).encode()
        when = 1_700_000_000 + n * 3600
        yield f"commit refs/heads/main\ncommitter Ada <ada@example.org> {when} +0000\ndata 1\nx\n".encode()
        yield f"M 100644 inline content/journeys/map-{n % 50}.md\ndata {len(text)}\n".encode() + text + b"\n"
