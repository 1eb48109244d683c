"""Drawings are remembered, but not all for ever."""

import pytest

from parcours.draw.diagram import Drawn, NotDrawn
from parcours.pages.view import DiagramView
from parcours.theme import drawings
from parcours.theme.drawings import Drawings


def view(script: str) -> DiagramView:
    return DiagramView("d1", script, "A diagram")


def test_the_oldest_drawings_are_forgotten_and_why_not_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "MOST", 3)
    kept = Drawings("drawn")
    assert kept.diagram(view("no diagram at all")).reason
    for number in range(6):
        assert kept.diagram(view(f"flowchart LR\n  a{number} --> b")).svg
    made = list(kept.remembered.values())
    assert len(made) == 3
    assert isinstance(made[0], NotDrawn)
    assert all(isinstance(one, Drawn) for one in made[1:])
