"""Figures are of the maps, not of how their files are called, cut or ordered; and of one persona, not of another."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.analyse.opportunities import HEAP
from parcours.analyse.practice import Practice, practice
from parcours.link.atlas import Atlas
from parcours.model.settings import Listening, Settings
from tests.link.test_atlas import front, project

LIMITED = Settings(listening=Listening(limit=2, period="90 days"))
PERSONAS = ("Ana", "Ben", "Cleo")
Ids = Callable[[str], str]

texts = st.sampled_from(("The queue", "Too long", "No answer", "Nobody told me"))
surveys = st.fixed_dictionaries(
    {
        "name": st.sampled_from(("Door poll", "Exit poll", "Letter")),
        "channel": st.sampled_from(("door", "post")),
        "indicators": st.lists(st.sampled_from(("CSAT", "NPS")), max_size=2, unique=True),
        "recurrence": st.sampled_from(("once per visit", "every month", "twice a year", "weekly")),
    }
)
opportunities = st.fixed_dictionaries(
    {"title": st.sampled_from(("Open a second door", "Open the second door", "Print it again"))},
    optional={"impact": st.integers(1, 5), "effort": st.integers(1, 5), "status": st.sampled_from(("idea", "done"))},
)
metrics = st.fixed_dictionaries(
    {"name": st.sampled_from(("CSAT", "waiting time", "rings")), "value": st.integers(1, 9)},
    optional={"target": st.integers(1, 9), "sample": st.integers(1, 99), "source": st.just("till")},
)
steps = st.fixed_dictionaries(
    {"channel": st.sampled_from(("door", "post", "hall"))},
    optional={
        "feeling": st.sampled_from((1, 2.5, 4, 5)),
        "pain_points": st.lists(texts, max_size=2),
        "thinking": texts,
        "assumptions": st.lists(texts, max_size=2),
        "evidence": st.just(["talks"]),
        "moment_of_truth": st.just(True),
        "survey": st.lists(surveys, max_size=2),
        "opportunities": st.lists(opportunities, max_size=2),
        "metrics": st.lists(metrics, max_size=2, unique_by=lambda one: one["name"]),
        "owner": st.sampled_from(("Guards", "Office")),
        "support": st.lists(st.sampled_from(("Tickets", "Till")), max_size=2, unique=True),
    },
)
stages = st.lists(st.lists(steps, min_size=1, max_size=3), min_size=1, max_size=3)
journeys = st.fixed_dictionaries(
    {"stages": stages, "personas": st.lists(st.sampled_from(PERSONAS), max_size=3, unique=True)},
    optional={"owner": st.just("Visitors"), "assumptions": st.lists(texts, max_size=1)},
)
atlases = st.lists(journeys, min_size=1, max_size=3)


def plain(word: str) -> str:
    return word


def files_of(made: list[Any], ids: Ids = plain, *, split: bool = False) -> dict[str, str]:
    """The files of some journeys; ``ids`` gives ids their spelling, ``split`` puts each stage into its own file."""
    files = {f"personas/{ids(name.lower())}.md": front(f"name: {name}") for name in PERSONAS}
    for number, one in enumerate(made):
        top = {key: value for key, value in one.items() if key not in ("stages", "personas")}
        top |= {"title": f"Journey {number}", "personas": [ids(name.lower()) for name in one["personas"]]}
        written = [_stage(one["stages"][n], number, n, ids) for n in range(len(one["stages"]))]
        if split:
            files[f"journeys/{ids(f'j{number}')}/index.md"] = front(_yaml(top))
            for n, stage in enumerate(written):
                files[f"journeys/{ids(f'j{number}')}/{n}0-{stage['id']}.md"] = front(_yaml(stage))
        else:
            files[f"journeys/{ids(f'j{number}')}.md"] = front(_yaml({**top, "stages": written}))
    return files


def _stage(made: list[Any], journey: int, number: int, ids: Ids) -> dict[str, Any]:
    named = [
        {"id": ids(f"s{number}-{n}"), "action": f"Does {journey} {number} {n}", **one} for n, one in enumerate(made)
    ]
    return {"id": ids(f"stage-{number}"), "name": f"Stage {number}", "steps": named}


def _yaml(value: Any) -> str:
    return "\n".join(f"{key}: {json.dumps(item)}" for key, item in value.items())


def computed(files: dict[str, str], shuffled: int | None = None) -> tuple[Practice, Atlas]:
    atlas = project(files, LIMITED, shuffled)
    return practice(atlas), atlas


def figures(files: dict[str, str], shuffled: int | None = None) -> dict[str, Any]:
    """Every figure with the names of what it is about, and no id."""
    made, atlas = computed(files, shuffled)
    names = {ref.id: thing.name for ref, thing in atlas.things.items()}
    teams = {team.id: team.name for team in made.organisation.teams}
    return {
        "asked": sorted((names[one.persona], one.count) for one in made.listening.solicitations),
        "requests": sorted((r.name, r.channel, r.elsewhere, r.lived) for r in made.listening.requests),
        "repeats": sorted((names[r.touchpoint.id], r.indicator, len(r.requests)) for r in made.listening.repeats),
        "unasked": len(made.listening.unasked),
        "metrics": sorted((m.key, str(one.measured.latest.value)) for m in made.metrics for one in m.measures),
        "backlog": sorted(
            (i.title, i.leverage or 0, i.feeling or 0, sorted(i.pains), len(i.needs), len(i.journeys), len(i.personas))
            for i in made.backlog
        ),
        "twins": len(made.twins),
        "shares": made.shares,
        "library": [(one.evidence.id, one.claims, len(one.journeys)) for one in made.library],
        "assumptions": [(one.text, one.weight) for one in made.assumptions],
        "teams": [(t.name, len(t.owns), len(t.serves), len(t.touched), t.feeling) for t in made.organisation.teams],
        "hand-overs": [(teams[h.before], teams[h.after], len(h.ways)) for h in made.organisation.hand_overs],
        "systems": [(s.name, len(s.steps), s.moments, len(s.journeys)) for s in made.organisation.systems],
    }


@settings(max_examples=40, deadline=None)
@given(atlases)
def test_renaming_ids_changes_no_figure(made: list[Any]) -> None:
    assert figures(files_of(made, lambda word: f"x-{word}-renamed")) == figures(files_of(made))


@settings(max_examples=40, deadline=None)
@given(atlases, st.integers(0, 99))
def test_the_order_of_files_changes_no_figure(made: list[Any], seed: int) -> None:
    assert figures(files_of(made), shuffled=seed) == figures(files_of(made))


@settings(max_examples=40, deadline=None)
@given(atlases)
def test_splitting_journeys_into_folders_changes_no_figure(made: list[Any]) -> None:
    assert figures(files_of(made, split=True)) == figures(files_of(made))


@settings(max_examples=40, deadline=None)
@given(atlases, journeys)
def test_a_journey_of_one_persona_changes_nothing_of_another(made: list[Any], new: Any) -> None:
    with_new, _ = computed(files_of([*made, {**new, "personas": ["Ana"]}]))
    without, _ = computed(files_of(made))

    def of_others(one: Practice) -> list[tuple[str, int]]:
        return [(s.persona, s.count) for s in one.listening.solicitations if s.persona != "ana"]

    assert of_others(with_new) == of_others(without)
    for id_, part in without.parts.items():
        same = with_new.parts[id_]
        assert (same.listening, same.metrics, same.ideas, same.claims, same.work) == (
            part.listening,
            part.metrics,
            part.ideas,
            part.claims,
            part.work,
        )


@settings(max_examples=30, deadline=None)
@given(atlases, atlases)
def test_computed_again_from_the_last_time_is_computed_from_nothing(before: list[Any], after: list[Any]) -> None:
    last, _ = computed(files_of(before))
    atlas = project(files_of(after), LIMITED)
    again, anew = practice(atlas, last), practice(atlas)
    assert again == anew


def test_a_part_that_is_the_same_is_kept() -> None:
    made = [{"stages": [[{"channel": "door", "feeling": 4}]], "personas": ["Ana"]}]
    last, _ = computed(files_of(made))
    louder = [{"stages": [[{"channel": "door", "feeling": 1}]], "personas": ["Ana"]}]
    again = practice(project(files_of(louder), LIMITED), last)
    assert again.listening is last.listening
    assert again.metrics is last.metrics
    assert again.parts["j0"].ideas is last.parts["j0"].ideas
    assert again.organisation is not last.organisation or again.organisation == last.organisation


def test_who_takes_a_journey_with_nothing_else_changed_is_told_at_its_opportunities() -> None:
    stages = [[{"channel": "door", "feeling": 4, "opportunities": [{"title": "Open a second door"}]}]]
    last, _ = computed(files_of([{"stages": stages, "personas": ["Ana"]}]))
    more = files_of([{"stages": stages, "personas": ["Ana", "Ben"]}])
    (item,) = practice(project(more, LIMITED), last).backlog
    assert item.personas == ("ana", "ben")


def test_an_opportunity_of_many_journeys_is_gathered_again_in_part() -> None:
    step: dict[str, Any] = {"channel": "door", "opportunities": [{"title": "Open a second door"}]}
    one = {"stages": [[step]], "personas": ["Ana"]}
    other = {"stages": [[{**step, "pain_points": ["The queue"]}]], "personas": ["Ana"]}
    last, _ = computed(files_of([one] * (HEAP * 2 + 1)))
    again = practice(project(files_of([one] * HEAP + [other] + [one] * HEAP), LIMITED), last)
    (before,), (after,) = last.backlog, again.backlog
    assert sum(heap is was for heap, was in zip(after.heaps, before.heaps, strict=True)) == 2
    assert (after.pains, len(after.journeys)) == (("The queue",), HEAP * 2 + 1)
