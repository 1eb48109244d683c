"""What is set aside from the search for circles does not keep them for ever."""

from __future__ import annotations

import gc
import os
import platform
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.edge import garbage
from parcours.edge.garbage import SetAside


class Knot:
    """An object that knows itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def aside() -> Iterator[tuple[SetAside, weakref.ref[Knot]]]:
    """All there is, set aside, with a circle in it that nobody knows any more."""
    knot, aside = Knot(), SetAside()
    left = weakref.ref(knot)
    aside.begin()
    del knot
    yield aside, left
    gc.unfreeze()


@pytest.mark.parametrize("size", ["small", "large"])
def test_circles_of_a_small_project_do_not_wait(
    aside: tuple[SetAside, weakref.ref[Knot]], size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    it, left = aside
    monkeypatch.setattr(garbage, "SMALL", it.gone_through + (1 if size == "small" else -1))
    it.tidy()
    assert left() is not None
    it.circles = True
    it.tidy()
    assert (left() is None) == (size == "small")
    it.tidy_whole()
    assert left() is None
    assert not it.circles


def test_what_has_far_grown_does_not_wait_either(
    aside: tuple[SetAside, weakref.ref[Knot]], monkeypatch: pytest.MonkeyPatch
) -> None:
    it, left = aside
    more = [[number] for number in range(2000)]
    monkeypatch.setattr(garbage, "FAR_GROWN", (1000, 1.0))
    it.tidy()
    assert left() is not None
    it.tidy()
    assert left() is None
    assert len(more) == 2000


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another library keeps the memory")
def test_room_between_what_stays_goes_back_to_the_system(aside: tuple[SetAside, weakref.ref[Knot]]) -> None:
    it, _ = aside
    it.circles = True
    blocks = [bytearray(1000) for _ in range(200_000)]
    full, stay = resident(), blocks[::100]
    blocks.clear()
    it.tidy_whole()
    assert resident() < full - 100_000_000
    assert len(stay) == 2000


LARGE_TEXTS = """
from pathlib import Path
from parcours.edge.garbage import LARGE, keep_all
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1])
keep_all()
bytes(3 * LARGE)  # as the first large text that goes
start, texts, small = resident(), [], []
for _ in range(40):
    texts.append(b"x" * (2 * LARGE))
    small.append(bytearray(1000))
full = resident()
texts.clear()
print((full - start) // max(resident() - start, 1))
"""
"""Says how many times as much memory large texts took while they were there as when they had gone."""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another library keeps the memory")
def test_large_texts_leave_no_holes() -> None:
    shown = subprocess.run([sys.executable, "-c", LARGE_TEXTS], capture_output=True, text=True, check=True)
    assert int(shown.stdout) > 10


def resident() -> int:
    """Bytes of memory this process has in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
