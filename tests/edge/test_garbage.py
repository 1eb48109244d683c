"""What is set aside from the search for circles does not keep them for ever."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

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
