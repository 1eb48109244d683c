"""Which diagrams of a journey are drawn."""

import pytest

from parcours.build.build import build
from tests.build.test_again import snapshot

STEPS = """---
title: Buy
stages:
  - id: look
    steps:
      - {id: see, action: Sees it, feeling: 4%s}
      - {id: ask, action: Asks for it}
  - id: take
    steps:
      - {id: pay, action: Pays for it%s}
---
"""


@pytest.mark.parametrize(
    ("first", "last", "drawn"),
    [
        ("", "", False),
        (", next: [ask]", "", False),
        (", next: [{to: ask, share: 60%}, {to: pay, share: 40%}]", "", True),
        (", next: [{to: ask, when: it is there}]", "", True),
        (", next: [pay]", "", True),
        ("", ", next: [see]", True),
    ],
)
def test_a_flow_is_drawn_only_where_it_forks(first: str, last: str, drawn: bool) -> None:
    made = build(snapshot({"content/journeys/buy.md": STEPS % (first, last)}))
    page = made.file("journeys/buy/index.html") or b""
    assert (made.file("journeys/buy/diagram-flow.svg") is not None) is drawn
    assert (b'src="diagram-flow.svg?' in page) is drawn
    assert (b"as on the map: there is nothing more to draw" in page) is not drawn
    assert b"flowchart LR" in page, "its source is there for other tools"
    assert b'src="diagram-journey.svg?' in page
