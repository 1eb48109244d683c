"""A disk that is full: the site is the old one or the new one, one line says why, and with room again all is right."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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
