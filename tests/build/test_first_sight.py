"""One journey from few texts: what it shows of itself is what the whole project will show of it."""

import pytest

from parcours.build.build import prepare
from parcours.build.first_sight import first_sight
from parcours.edge.project import Project
from tests.conftest import REPOSITORY

WHOLE = Project(REPOSITORY).read()


def test_every_journey_is_seen_with_its_map() -> None:
    whole = prepare(WHOLE)
    for journey in whole.atlas.journeys.values():
        narrow = first_sight(WHOLE, journey.ref.address)
        assert narrow is not None
        assert len(narrow.sources) < len(WHOLE.sources)
        seen = prepare(narrow).atlas.journeys[journey.ref.id]
        assert (seen.name, seen.personas, len(seen.steps)) == (journey.name, journey.personas, len(journey.steps))
        assert [step.ways for step in seen.steps] == [step.ways for step in journey.steps]
        assert [step.measured for step in seen.steps] == [step.measured for step in journey.steps]
        made = prepare(narrow).shelf.get(journey.ref.address)
        assert made is not None
        assert all(step.anchor.encode() in made.body for step in journey.steps)


@pytest.mark.parametrize("address", ["index.html", "journeys/index.html", "journeys/none/index.html", "x", ""])
def test_nothing_else_is(address: str) -> None:
    assert first_sight(WHOLE, address) is None
