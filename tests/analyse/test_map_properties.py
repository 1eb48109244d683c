"""What changes no figure: other ids, other files, another order, journeys of somebody else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.analyse.analyses import Analyses, analyse
from parcours.analyse.around import Totals, portions, totals
from parcours.analyse.figures import Figures
from parcours.build.reading import reading
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from tests.build.test_again import snapshot

CHANNELS = ("shop", "phone", "website")
STAGES = ("Enquiry", "Purchase", "Odd name", "Installation")
Step = dict[str, Any]
Journey = dict[str, Any]

scores = st.one_of(st.none(), st.integers(2, 10).map(lambda n: n / 2))


@st.composite
def steps(draw: st.DrawFn, personas: tuple[str, ...], count: int) -> list[Step]:
    found: list[Step] = []
    for n in range(count):
        felt = {who: score for who in personas if (score := draw(scores)) is not None}
        step: Step = {"id": f"s{n}", "action": f"Does {n}", "channel": draw(st.sampled_from(CHANNELS)), "feeling": felt}
        step["device"] = draw(st.sampled_from(("mobile", "laptop", "")))
        step["moment_of_truth"] = draw(st.booleans())
        if draw(st.booleans()):
            targets = draw(st.lists(st.integers(0, count - 1), max_size=3, unique=True))
            step["next"] = [
                {"to": f"s{to}", **({"share": draw(st.integers(1, 45)) / 100} if draw(st.booleans()) else {})}
                for to in targets
            ]
        found.append(step)
    return found


@st.composite
def journeys(draw: st.DrawFn, personas: tuple[str, ...]) -> Journey:
    count = draw(st.integers(2, 7))
    found = draw(steps(personas, count))
    cut = draw(st.integers(1, count))
    parts = [found[:cut], found[cut:]]
    names = draw(st.lists(st.sampled_from(STAGES), min_size=2, max_size=2, unique=True))
    stages = [{"name": name, "steps": part} for name, part in zip(names, parts, strict=True) if part]
    return {"title": "Tried", "owner": "Us", "personas": list(personas), "stages": stages}


def page(front: Mapping[str, Any]) -> str:
    return f"---\n{json.dumps(front, indent=1)}\n---\n"


def project(**files: str) -> dict[str, str]:
    people = {f"content/personas/{who}.md": page({"name": who.upper()}) for who in ("a", "b")}
    return {"parcours.yml": "site_name: Tried\n", **people, **{f"content/{k}": text for k, text in files.items()}}


def read(files: dict[str, str]) -> tuple[Atlas, Analyses]:
    made = reading(snapshot(files))
    return made.atlas, made.analyses


def plain(atlas: Atlas, one: Figures) -> dict[str, Any]:
    """The figures of a journey with nothing in them that is only a name of ours."""

    def named(persona: str) -> str:
        return atlas.things[Ref(Kind.PERSONA, persona)].name if persona else ""

    emotion = one.emotion
    return {
        "emotion": {
            named(felt.persona): (
                *(felt.peak.score, felt.pit.score, felt.end.score, felt.remembered, felt.mean),
                felt.stages,
                felt.fall.size if felt.fall else None,
            )
            for felt in emotion.personas
        },
        "parting": emotion.parting.gap if emotion.parting else None,
        "paths": sorted((path.steps, round(path.share, 9), path.end, path.assumed) for path in one.sequences.paths),
        "gaps": sorted((g.kinds, g.points, g.share, g.moment, g.weight) for g in one.gaps),
        "cells": {
            named(who): {
                key: (cell.steps, cell.mean, cell.scored, len(cell.touchpoints)) for key, cell in cells.items()
            }
            for who, cells in one.cells.items()
        },
    }


def figures(files: dict[str, str], id_: str) -> dict[str, Any]:
    atlas, analyses = read(files)
    return plain(atlas, analyses.figures[id_])


def renamed(journey: Journey) -> Journey:
    """The same journey with another id for each step and each persona."""
    text = json.dumps(journey)
    for n in range(8):
        text = text.replace(f'"s{n}"', f'"zz-{9 - n}"')
    return json.loads(text.replace('"a"', '"zoe"').replace('"b"', '"bob"'))  # type: ignore[no-any-return]


@settings(max_examples=60, deadline=None)
@given(journeys(("a", "b")))
def test_ids_are_only_names(journey: Journey) -> None:
    people = {f"content/personas/{new}.md": page({"name": old.upper()}) for old, new in (("a", "zoe"), ("b", "bob"))}
    other = {"parcours.yml": "site_name: Tried\n", **people, "content/journeys/zz.md": page(renamed(journey))}
    assert figures(project(**{"journeys/tried.md": page(journey)}), "tried") == figures(other, "zz")


@settings(max_examples=60, deadline=None)
@given(journeys(("a", "b")))
def test_a_journey_may_be_split_into_files(journey: Journey) -> None:
    top = {key: value for key, value in journey.items() if key != "stages"}
    split = {f"journeys/tried/{n}0-part.md": page(stage) for n, stage in enumerate(journey["stages"], 1)}
    one = figures(project(**{"journeys/tried.md": page(journey)}), "tried")
    assert one == figures(project(**{"journeys/tried/index.md": page(top), **split}), "tried")


@settings(max_examples=40, deadline=None)
@given(journeys(("a", "b")), journeys(("b",)), st.randoms(use_true_random=False))
def test_the_order_of_files_is_nothing(first: Journey, second: Journey, chance: Any) -> None:
    files = project(**{"journeys/one.md": page(first), "journeys/two.md": page(second)})
    shuffled = list(files.items())
    chance.shuffle(shuffled)
    _, analyses = read(files)
    _, again = read(dict(shuffled))
    assert again.insights == analyses.insights
    assert again.whole.totals == analyses.whole.totals


def lived_by(persona: str, files: dict[str, str]) -> Totals:
    """What the current journeys of a persona come to."""
    ref, analyses = Ref(Kind.PERSONA, persona), read(files)[1]
    parts = (portions(analyses.figures[id_]).get(ref) for id_ in analyses.members[ref])
    return totals([part for part in parts if part is not None])


@settings(max_examples=40, deadline=None)
@given(journeys(("b",)), journeys(("a",)))
def test_a_journey_of_one_persona_changes_nothing_of_another(own: Journey, other: Journey) -> None:
    alone = project(**{"journeys/own.md": page(own)})
    both = alone | {"content/journeys/other.md": page(other)}
    assert figures(alone, "own") == figures(both, "own")
    assert lived_by("b", alone) == lived_by("b", both)


@settings(max_examples=100, deadline=None)
@given(journeys(("a",)))
def test_shares_along_paths_make_at_most_everybody(journey: Journey) -> None:
    _, analyses = read(project(**{"journeys/tried.md": page(journey)}))
    found = analyses.figures["tried"].sequences
    assert all(0 <= path.share <= 1 + 1e-9 for path in found.paths)
    assert sum(path.share for path in found.paths) <= 1 + 1e-9
    assert all(0 <= share <= 1 + 1e-9 for share in (*found.reach, *found.stops))
    assert all(len(set(path.steps)) == len(path.steps) for path in found.paths)


@settings(max_examples=40, deadline=None)
@given(journeys(("a", "b")), journeys(("a",)), journeys(("b",)))
def test_figures_kept_from_before_are_those_made_anew(first: Journey, second: Journey, edited: Journey) -> None:
    files = project(**{"journeys/one.md": page(first), "journeys/two.md": page(second)})
    before = reading(snapshot(files))
    changed = files | {"content/journeys/two.md": page(edited)}
    again, anew = reading(snapshot(changed), before), reading(snapshot(changed))
    assert again.analyses.insights == anew.analyses.insights
    assert again.analyses.whole.totals == anew.analyses.whole.totals
    assert again.analyses.figures["one"] is before.analyses.figures["one"]
    assert analyse(again.atlas, before.analyses).across == anew.analyses.across
