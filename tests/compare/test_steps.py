"""Two journeys compared: what is the same is found, what differs is told once, and either side may come first."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.build.reading import reading
from parcours.compare.feelings import FeelingChange
from parcours.compare.order import in_order, merged
from parcours.compare.personas import compare_personas
from parcours.compare.steps import JourneyComparison, Kind, compare_journeys
from parcours.link.atlas import LinkedJourney
from tests.build.test_again import snapshot

Fields = dict[str, Any]
PERSONAS = {f"content/personas/{name}.md": f"---\nname: {name}\n---\n" for name in ("ann", "bob")}


def journeys(*written: list[Fields]) -> tuple[LinkedJourney, ...]:
    """Journeys of ann and bob with these stages."""
    files = {
        f"content/journeys/j{n}.md": "---\n"
        + json.dumps({"title": f"J{n}", "personas": ["ann", "bob"], "stages": stages})
        + "\n---\n"
        for n, stages in enumerate(written)
    }
    atlas = reading(snapshot(PERSONAS | files)).atlas
    return tuple(atlas.journeys[f"j{n}"] for n in range(len(written)))


def stage(name: str, *steps: Fields) -> Fields:
    return {"name": name, "steps": list(steps)}


def step(id_: str, action: str, **fields: Any) -> Fields:
    return {"id": id_, "action": action, **fields}


def told(compared: JourneyComparison) -> list[list[tuple[str, str | None, str | None]]]:
    return [
        [(s.kind.value, s.a.id if s.a else None, s.b.id if s.b else None) for s in stage.steps]
        for stage in compared.stages
    ]


def of(a: list[Fields], b: list[Fields]) -> JourneyComparison:
    return compare_journeys(*journeys(a, b))


BEFORE = [
    stage("Choose", step("look", "Looks at offers", feeling={"ann": 2, "bob": 3}), step("ask", "Asks a friend")),
    stage("Buy", step("pay", "Pays at the till", channel="shop", feeling={"ann": 1}), step("bag", "Carries it home")),
]
AFTER = [
    stage("Choose", step("look", "Looks at offers", feeling={"ann": 4, "bob": 2})),
    stage(
        "Buy",
        step("ask", "Asks a friend"),
        step("pay-online", "Pays at the counter", channel="web", feeling={"ann": 4}),
        step("track", "Follows the van", feeling={"bob": 5}),
    ),
]


def test_each_kind_is_told() -> None:
    assert told(of(BEFORE, AFTER)) == [
        [("changed", "look", "look"), ("moved", "ask", None)],
        [("moved", None, "ask"), ("changed", "pay", "pay-online"), ("removed", "bag", None), ("added", None, "track")],
    ]
    assert of(BEFORE, AFTER).counts() == {Kind.CHANGED: 2, Kind.MOVED: 1, Kind.REMOVED: 1, Kind.ADDED: 1}


def test_the_feeling_gained_per_stage() -> None:
    choose, buy = of(BEFORE, AFTER).stages
    assert [(f.persona, f.gain, f.verdict) for f in choose.feelings] == [("ann", 2, "better"), ("bob", -1, "worse")]
    assert (choose.overall.a, choose.overall.b, choose.overall.gain) == (2.5, 3, 0.5)
    ann, bob = buy.feelings
    assert (ann.gain, bob.a, bob.b, bob.gain, bob.verdict) == (3, None, 5, None, "")
    assert (buy.overall.a, buy.overall.b) == (1, 4.5)


def test_what_changed_in_a_step() -> None:
    before = step("s", "Pays", channel="shop", pain_points=["slow", "dear"], moment_of_truth=True, device="phone")
    after = step("s", "Pays now", channel="web", pain_points=["dear", "cold"], device="phone")
    (aligned,) = of([stage("S", before)], [stage("S", after)]).stages[0].steps
    assert aligned.difference is not None
    assert {c.key: (c.gone, c.new) for c in aligned.difference.changes} == {
        "action": (("Pays",), ("Pays now",)),
        "channel": (("shop",), ("web",)),
        "moment_of_truth": (("true",), ()),
        "pain_points": (("slow",), ("cold",)),
    }


def test_a_list_in_another_order_is_the_same() -> None:
    one, other = step("s", "Pays", pain_points=["a", "b"]), step("s", "Pays", pain_points=["b", "a"])
    assert told(of([stage("S", one)], [stage("S", other)])) == [[("same", "s", "s")]]


def test_steps_that_change_places_in_a_stage_have_moved() -> None:
    a = [stage("S", step("x", "Walks"), step("y", "Drives"), step("z", "Sails"))]
    b = [stage("S", step("y", "Drives"), step("z", "Sails"), step("x", "Walks"))]
    assert told(of(a, b)) == [
        [("moved", "x", None), ("same", "y", "y"), ("same", "z", "z"), ("moved", None, "x")],
    ]


def test_stages_match_by_id_then_name_then_order() -> None:
    a = [stage("Enquiry"), {"id": "k", "name": "Compare"}, stage("Payment"), stage("After")]
    b = [stage("Enquiries"), {"id": "k", "name": "Weigh"}, stage("Ordering"), stage("After")]
    pairs = [(s.pair.a and s.pair.a.index, s.pair.b and s.pair.b.index) for s in of(a, b).stages]
    assert pairs == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_stage_more_or_less() -> None:
    compared = of([stage("Look"), stage("Pay")], [stage("Pay"), stage("Unpack"), stage("Return")])
    assert [(bool(s.pair.a), bool(s.pair.b), (s.pair.b or s.pair.a or None) is not None) for s in compared.stages] == [
        (True, False, True),
        (True, True, True),
        (False, True, True),
        (False, True, True),
    ]
    assert bool(compared)


def test_stages_that_change_places_stay_together() -> None:
    a = [stage("Look", step("x", "Looks")), stage("Pay", step("y", "Pays")), stage("Wait", step("z", "Waits"))]
    b = [a[1], a[2], a[0]]
    compared = of(a, b)
    assert told(compared) == [[("same", "y", "y")], [("same", "z", "z")], [("same", "x", "x")]]
    assert [s.pair.moved for s in compared.stages] == [False, False, True]


def test_only_likely_actions_are_one_step() -> None:
    a = [stage("S", step("", "Searches for models on the phone"))]
    assert told(of(a, [stage("S", step("", "Searches models on a tablet"))]))[0][0][0] == "changed"
    assert [kind for kind, *_ in told(of(a, [stage("S", step("", "Pays the bill"))]))[0]] == ["removed", "added"]


def test_absent_is_not_zero() -> None:
    assert FeelingChange("ann", None, 4).gain is None
    assert FeelingChange("ann", 3, None).verdict == ""
    assert FeelingChange("ann", 3, 3).verdict == "same"


def test_two_personas() -> None:
    (journey, _) = journeys(BEFORE, AFTER)
    compared = compare_personas(journey, "ann", "bob")
    assert [(s.step.id, s.gap.width, s.gap.better_off) for s in compared.steps] == [
        ("look", 1, "b"),
        ("ask", None, ""),
        ("pay", None, ""),
        ("bag", None, ""),
    ]
    assert (compared.gap.a, compared.gap.b, compared.gap.width) == (1.5, 3, 1.5)
    assert [s.step.id for s in compared.widest()] == ["look"]


ACTIONS = ("Looks around", "Looks around twice", "Pays", "Pays now", "Waits", "Waits at home", "Calls the shop", "")
feelings = st.one_of(st.none(), st.integers(1, 5), st.fixed_dictionaries({"ann": st.integers(1, 5)}))
steps = st.fixed_dictionaries(
    {"action": st.sampled_from(ACTIONS), "feeling": feelings, "device": st.sampled_from(["", "phone"])},
    optional={"id": st.sampled_from("abcdef")},
)
stages = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(("Choose", "Choosing", "Buy", "Buying it", "Use", "")),
            "steps": st.lists(steps, max_size=4),
        },
        optional={"id": st.sampled_from("pqr")},
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(stages)
def test_nothing_differs_from_itself(written: list[Fields]) -> None:
    a, b = journeys(written, written)
    compared = compare_journeys(a, b)
    assert not compared
    assert all(s.kind is Kind.SAME and s.a and s.b and s.a.id == s.b.id for st_ in compared.stages for s in st_.steps)
    assert all(f.gain in (None, 0) for st_ in compared.stages for f in (*st_.feelings, st_.overall))


MIRRORED = {"added": "removed", "removed": "added"}


@settings(max_examples=120, deadline=None)
@given(stages, stages)
def test_the_other_way_round_is_the_mirror(one: list[Fields], other: list[Fields]) -> None:
    a, b = journeys(one, other)
    there, back = compare_journeys(a, b), compare_journeys(b, a)
    assert _said(there) == {_mirrored(line) for line in _said(back)}
    assert [f.gain for f in there.feelings] == [None if f.gain is None else -f.gain for f in back.feelings]


@settings(max_examples=120, deadline=None)
@given(stages, stages)
def test_each_step_stands_once_on_its_side(one: list[Fields], other: list[Fields]) -> None:
    a, b = journeys(one, other)
    compared = compare_journeys(a, b)
    rows = [s for st_ in compared.stages for s in st_.steps]
    assert sorted(s.a.index for s in rows if s.a) == list(range(len(a.steps)))
    assert sorted(s.b.index for s in rows if s.b) == list(range(len(b.steps)))
    for st_ in compared.stages:
        for side in ([s.a.index for s in st_.steps if s.a], [s.b.index for s in st_.steps if s.b]):
            assert side == sorted(side)


def _said(compared: JourneyComparison) -> set[tuple[Any, ...]]:
    """Everything a comparison says, wherever it says it."""
    lines: set[tuple[Any, ...]] = set()
    for one in compared.stages:
        names = (one.pair.a.id if one.pair.a else "", one.pair.b.id if one.pair.b else "")
        lines.add(("stage", *names, one.pair.moved, one.overall.gain))
        for row in one.steps:
            twin = row.twin.id if row.twin else ""
            ids = (row.a.id if row.a else "", row.b.id if row.b else "")
            changes = tuple((c.key, c.gone, c.new) for c in row.difference.changes) if row.difference else ()
            lines.add((row.kind.value, *ids, twin, names, changes))
    return lines


def _mirrored(line: tuple[Any, ...]) -> tuple[Any, ...]:
    if line[0] == "stage":
        _, a, b, moved, gain = line
        return ("stage", b, a, moved, None if gain is None else -gain)
    kind, a, b, twin, names, changes = line
    return (MIRRORED.get(kind, kind), b, a, twin, names[::-1], tuple((key, new, gone) for key, gone, new in changes))


@given(st.permutations(range(7)))
def test_the_longest_order_is_kept(order: list[int]) -> None:
    pairs = list(enumerate(order))
    kept = in_order(pairs, lambda pair: (str(pair[0]),))
    longest = max(
        sum(mask >> n & 1 for n in range(7))
        for mask in range(1, 128)
        if (chosen := [j for i, j in pairs if mask >> i & 1]) == sorted(chosen)
    )
    assert len(kept) == longest
    slots = list(merged(7, 7, kept))
    assert [i for i, _ in slots if i is not None] == list(range(7))
    assert [j for _, j in slots if j is not None] == list(range(7))
