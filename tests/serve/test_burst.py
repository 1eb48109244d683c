"""When a build begins after file events: the clock is the test's."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from parcours.edge.burst import (
    LONGEST,
    LONGEST_OF_GIT,
    MANY,
    SETTLED,
    UNSETTLED,
    VANISHED,
    Burst,
    Touch,
    bursts,
    git_locks,
)
from parcours.edge.litter import is_litter
from tests.conftest import run_apart


@dataclass
class Clock:
    now: float = 100.0
    known: set[str] = field(default_factory=lambda: {"content/a.md", "content/b.md"})

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def burst(tmp_path: Path, clock: Clock) -> Burst:
    (tmp_path / "content").mkdir()
    for name in ("a.md", "b.md", "new.md"):
        (tmp_path / "content" / name).write_text("x")
    return Burst(tmp_path, clock.known.__contains__, clock)


def test_a_whole_file_is_built_almost_at_once(burst: Burst) -> None:
    burst.touch("content/a.md", Touch.OPEN)
    assert burst.left() == pytest.approx(UNSETTLED)
    burst.touch("content/a.md", Touch.DONE)
    assert burst.left() == pytest.approx(SETTLED)


def test_a_new_file_may_be_somebodys_trial(burst: Burst) -> None:
    burst.touch("content/new.md", Touch.DONE)
    assert burst.left() == pytest.approx(UNSETTLED)


def test_a_file_that_is_gone_or_empty_is_waited_for(burst: Burst, clock: Clock) -> None:
    (burst.root / "content" / "a.md").unlink()
    burst.touch("content/a.md", Touch.DONE)
    assert burst.left() == pytest.approx(VANISHED)
    (burst.root / "content" / "a.md").write_text("")
    assert burst.left() == pytest.approx(VANISHED)
    (burst.root / "content" / "a.md").write_text("y")
    assert burst.left() == pytest.approx(SETTLED)
    clock.now += SETTLED
    assert burst.left() <= 0


@pytest.mark.parametrize("kept", ["a.md~", ".a.md.swp", ".#a.md", "#a.md#", "a.md___jb_old___"])
def test_a_file_somebody_is_writing_is_waited_for_longer(burst: Burst, kept: str) -> None:
    folder = burst.root / "content"
    (folder / "a.md").rename(folder / kept)
    burst.touch("content/a.md", Touch.DONE)
    assert burst.left() == pytest.approx(LONGEST)
    (folder / "a.md").write_text("y")
    assert burst.left() == pytest.approx(SETTLED)


def test_an_emptied_file_that_is_still_open_is_waited_for_longer(burst: Burst) -> None:
    (burst.root / "content" / "a.md").write_text("")
    burst.touch("content/a.md", Touch.OPEN)
    assert burst.left() == pytest.approx(LONGEST)


def test_a_file_whose_writer_will_be_heard_to_let_go_is_waited_for_longer(burst: Burst) -> None:
    burst.touch("content/a.md", Touch.HELD)
    assert burst.left() == pytest.approx(LONGEST)
    burst.touch("content/a.md", Touch.DONE)
    assert burst.left() == pytest.approx(SETTLED)


def test_events_that_go_on_hold_a_build_back_only_so_long(burst: Burst, clock: Clock) -> None:
    for _ in range(int(LONGEST / 0.004) + 1):
        burst.touch("content/a.md", Touch.DONE)
        clock.now += 0.004
    assert burst.left() <= 0


def test_git_is_waited_for_where_it_changes_many_files(burst: Burst, clock: Clock) -> None:
    (burst.root / ".git").mkdir()
    lock = burst.root / ".git" / "index.lock"
    lock.touch()
    for number in range(MANY + 1):
        burst.touch(f"content/{number}.md", Touch.DONE)
    clock.now += LONGEST + 1
    assert burst.left() > 0
    lock.unlink()
    assert burst.left() <= 0
    lock.touch()
    clock.now += LONGEST_OF_GIT
    assert burst.left() <= 0


def test_a_lock_of_git_does_not_hold_back_a_save(burst: Burst) -> None:
    (burst.root / ".git").mkdir()
    (burst.root / ".git" / "index.lock").touch()
    burst.touch("content/a.md", Touch.DONE)
    assert burst.left() == pytest.approx(SETTLED)


def test_what_was_taken_is_forgotten(burst: Burst) -> None:
    burst.touch("content/a.md", Touch.DONE)
    assert burst.take() == {"content/a.md"}
    assert not burst.wake.is_set()
    assert burst.take() == frozenset()


def test_the_lock_of_a_worktree_lies_elsewhere(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /repository/.git/worktrees/x\n")
    (tmp_path / "maps").mkdir()
    assert git_locks(tmp_path / "maps") == [Path("/repository/.git/worktrees/x/index.lock")]


@pytest.mark.parametrize(
    "name",
    [
        ".x.md.swp",
        "x.md~",
        "#x.md#",
        ".#x.md",
        "4913",
        "sedAb12Cd",
        "x.md___jb_old___",
        "x.tmp",
        "x.swp",
        ".git",
        "x.md.3942711",
    ],
)
def test_litter(name: str) -> None:
    assert is_litter(name)


@pytest.mark.parametrize(
    "name",
    ["x.md", "sedation.md", "sedately", "49130", "tmp", "x.tmpl", "#1.md", "index.md", "a~b.md", "plan.2026", "v1.2"],
)
def test_what_only_looks_like_litter(name: str) -> None:
    assert not is_litter(name)


def test_the_word_that_a_writer_is_done_is_not_slept_through(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parcours.edge.burst.UNSETTLED", 3600.0)
    monkeypatch.setattr("parcours.edge.burst.LONGEST", 3600.0)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("x")

    async def told() -> frozenset[str]:
        loop = asyncio.get_running_loop()
        burst, reacted = Burst(tmp_path, clock.known.__contains__, loop.time), loop.create_future()

        async def react(touched: frozenset[str]) -> None:
            reacted.set_result(touched)

        burst.touch("content/a.md", Touch.OPEN)
        waiting = asyncio.create_task(bursts(burst, react))
        for _ in range(10):
            await asyncio.sleep(0)
        assert not reacted.done()
        burst.touch("content/a.md", Touch.DONE)
        async with asyncio.timeout(60):
            found = await reacted
        waiting.cancel()
        return frozenset(found)

    assert run_apart(told()) == {"content/a.md"}
