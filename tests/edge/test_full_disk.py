"""A disk that is full: the site is the old one or the new one, one line says why, and with room again all is right."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from parcours.build.build import prepare
from parcours.edge import kept, key
from parcours.edge.kept import Keeper
from parcours.edge.project import Project
from parcours.edge.states import LAST, keep_state, recalled_state, state_of
from parcours.theme.stock import Fresh
from tests.build.compared import tree
from tests.build.warm import DAY, Warm
from tests.edge.kills import Kills
from tests.serve.running import bound

ENV = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def two_versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kills]:
    """A project of two versions, and the site of each."""
    scratch = tmp_path_factory.mktemp("full")
    with Warm(scratch) as warm:
        yield Kills(scratch, warm, random.Random(0))


@pytest.mark.parametrize("forgotten", [False, True], ids=["on the last build", "from nothing"])
@pytest.mark.parametrize("largest", [0, 3_000, 30_000])
def test_a_build_on_a_full_disk_leaves_the_site_whole(two_versions: Kills, largest: int, *, forgotten: bool) -> None:
    """Files of up to ``largest`` bytes are still written."""
    root = two_versions.root
    was = two_versions.right[two_versions.now]
    two_versions.turn()
    due = two_versions.right[two_versions.now]
    if forgotten:
        for path in sorted((root / ".parcours" / "cache").glob("*.kept")):
            path.unlink()
    there = tree(root / ".parcours")
    full = subprocess.run(
        [*bound(largest), "-m", "parcours", "build"], check=False, cwd=root, env=ENV, capture_output=True, text=True
    )
    assert (full.returncode, full.stdout) == (1, "")
    assert full.stderr == "Error: The site could not be written: File too large. The previous one is as it was.\n"
    assert tree(root / "site") == was
    assert [path.name for path in root.iterdir() if path.name.startswith(".site")] == []
    assert not {name for name in tree(root / ".parcours").keys() - there.keys() if not name.endswith(".card")}
    after = two_versions.warm.run("build", cwd=root)
    assert (after.code, "damaged" in after.said) == (0, False)
    assert tree(root / "site") == due


def test_what_is_kept_may_not_fit_where_the_site_does(two_versions: Kills) -> None:
    root = two_versions.root
    two_versions.turn()
    for path in sorted((root / ".parcours" / "cache").glob("*.kept")):
        path.unlink()
    largest = max(len(body) for body in two_versions.right[two_versions.now].values())
    command = [*bound(largest), "-m", "parcours", "build"]
    full = subprocess.run(command, check=False, cwd=root, env=ENV, capture_output=True, text=True)
    assert (full.returncode, full.stderr) == (0, "")
    assert tree(root / "site") == two_versions.right[two_versions.now]
    assert two_versions.warm.run("build", cwd=root).code == 0


@contextmanager
def full() -> Generator[None]:
    """No file of this process may have any bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_what_was_kept_stays(two_versions: Kills, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(key.GIVEN, "our own secret text")
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path)
    snapshot = Project(two_versions.root).read()
    made, state = prepare(snapshot), state_of(snapshot, "drawn")
    keeper = Keeper(tmp_path, tmp_path / "site", "tools")
    keeper.keep_preview(made)
    keep_state(tmp_path, state)
    assert keeper.keep_seen({"index.html": b"home"})
    before = tree(tmp_path)
    with full():
        keeper.keep_preview(made)
        keep_state(tmp_path, replace(state, head="other"))
        keeper.keep_stock(Fresh(compiled={"journey.html": b"code"}))
        assert not keeper.keep_seen({"index.html": b"another"})
        assert not keeper.keep_told("inputs", made.findings, snapshot.sources)
    assert tree(tmp_path) == before
    after = Keeper(tmp_path, tmp_path / "site", "tools")
    assert (after.last_read(), after.damaged) == (made.read, False)
    assert recalled_state(tmp_path, LAST) == state


def test_a_key_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(key.GIVEN, raising=False)
    monkeypatch.setattr(key, "user_state_path", lambda *_, **__: tmp_path)
    with full():
        assert key.mac("about") is None
    assert not tree(tmp_path)
    assert key.mac("about") is not None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", [("build",), ("check",), ("--help",), ("--version",), ("schema",)], ids=" ".join)
def test_a_log_that_takes_no_more_is_told(two_versions: Kills, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "parcours", *words]
    with Path("/dev/full").open("w") as log:
        done = subprocess.run(
            command, check=False, cwd=two_versions.root, env=ENV, stdout=log, stderr=subprocess.PIPE, text=True
        )
        mute = subprocess.run(command, check=False, cwd=two_versions.root, env=ENV, stdout=log, stderr=log)
    assert done.stderr == "Error: What there is to say could not be written: No space left on device.\n"
    assert done.returncode == mute.returncode == 1
