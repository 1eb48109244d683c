"""A slice of what ``make kills`` does, and two builds at once."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from parcours.edge.swap import fresh_beside, swap
from tests.build.warm import Warm
from tests.edge.kills import Kills


def test_a_build_that_is_killed_leaves_a_whole_site(tmp_path: Path) -> None:
    with Warm(tmp_path) as warm:
        kills = Kills(tmp_path, warm, random.Random(7))
        for _ in range(4):
            kills.round()
        assert kills.nothing_left()


def test_builds_at_once_do_not_touch_each_others_folder(tmp_path: Path) -> None:
    output = tmp_path / "site"
    with fresh_beside(output) as (one, _):
        (one / "a").write_text("1")
        with fresh_beside(output) as (two, _):
            assert one != two
            assert (one / "a").read_text() == "1"
            (two / "a").write_text("2")
            swap(two, output)
            assert (output / "a").read_text() == "2"
        swap(one, output)
    assert (output / "a").read_text() == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_goes_when_nobody_writes_there_any_more(tmp_path: Path) -> None:
    output = tmp_path / "site"
    reading, writing = os.pipe()
    waiting, go = os.pipe()
    child = os.fork()
    if not child:
        with fresh_beside(output) as (left, _):
            (left / "a").write_text("1")
            os.write(writing, b"x")
            os.read(waiting, 1)
            os._exit(0)
    assert os.read(reading, 1) == b"x"
    (left,) = tmp_path.iterdir()
    with fresh_beside(output):
        assert (left / "a").exists()
    os.write(go, b"x")
    os.waitpid(child, 0)
    with fresh_beside(output):
        assert not left.exists()
    for end in (reading, writing, waiting, go):
        os.close(end)


def test_without_an_exchange_the_old_site_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parcours.edge.swap._exchanged", lambda *_: False)
    output = tmp_path / "site"
    for text in ("1", "2"):
        with fresh_beside(output) as (fresh, _):
            (fresh / "a").write_text(text)
            swap(fresh, output)
        assert (output / "a").read_text() == text
    output.rename(tmp_path / ".site.parcours-old")
    with fresh_beside(output):
        assert (output / "a").read_text() == "2"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
