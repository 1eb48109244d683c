"""Workbooks, tables, pages and scripts that were exported come back: as they were, or with what was changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.analyse.carried import project_data
from parcours.analyse.table import as_csv
from parcours.build.build import Build, prepare
from parcours.build.snapshot import Snapshot
from parcours.diff.model import Data, Model
from parcours.draw.engine import run
from parcours.edge.project import Project
from parcours.export.csv import carrying_table
from parcours.export.markdown import all_markdown
from parcours.export.mermaid import carrying_script
from parcours.export.told import Told, told
from parcours.export.xlsx import workbook_of
from tests.bring.imported import EMPTY, errors
from tests.bring.test_round_trips import bring, home, model
from tests.conftest import REPOSITORY

JOURNEY = "buy-washing-machine"


@cache
def made() -> tuple[Build, Told]:
    build = prepare(Project(REPOSITORY).read())
    return build, told(build)


@cache
def without_journeys() -> Snapshot:
    """The demonstration without its journeys and their measures: the place they come back to."""
    whole = Project(REPOSITORY).read()
    gone = ("content/journeys/", "content/metrics/")
    return replace(whole, sources={path: one for path, one in whole.sources.items() if not path.startswith(gone)})


def workbook() -> bytes:
    build, all_ = made()
    return workbook_of(all_, build.engine.palette, project_data(build.atlas, (id_ for id_, _ in all_.journeys)))


def table() -> bytes:
    build, all_ = made()
    return as_csv(carrying_table(all_, build.atlas))


def page() -> bytes:
    build, all_ = made()
    return all_markdown(all_, build.atlas).encode()


def script(id_: str) -> str:
    view = dict(made()[1].journeys)[id_]
    return carrying_script(next(one.script for one in view.diagrams if one.kind == "journey"), id_, view)


EXPORTS: dict[str, Callable[[], bytes]] = {"journeys.xlsx": workbook, "journeys.csv": table, "journeys.md": page}


@cache
def original() -> Model:
    return model(Project(REPOSITORY).read())


def returned(name: str, data: bytes, bare: Snapshot | None = None) -> tuple[Model, list[str]]:
    """The project once an export has come back, and what was said of it."""
    place = bare or without_journeys()
    came = bring(name, data, place)
    assert errors(came) == []
    return model(home(place, came)), [one.key for one in came.proposal.remarks]


@pytest.mark.parametrize("name", EXPORTS)
def test_all_journeys_come_back_as_they_were(name: str) -> None:
    back, said = returned(name, EXPORTS[name]())
    assert back["journeys"] == original()["journeys"]
    assert back["personas"] == original()["personas"]
    assert said == ["own-read", f"own-lost-{ {'md': 'markdown'}.get(name.split('.')[1], name.split('.')[1]) }"]


@pytest.mark.parametrize("name", EXPORTS)
def test_what_comes_to_an_empty_project_passes_the_check(name: str) -> None:
    back, _ = returned(name, EXPORTS[name](), EMPTY)
    assert set(back["personas"]) == {"amara", "george", "ingrid", "margaret", "tom"}
    assert len(back["journeys"]) == 8


def held(journey: Data) -> Data:
    """What a Mermaid script holds of a journey: one score for each persona at each step."""
    people = journey.get("personas", [])
    stages = [
        {"id": stage["id"], "name": stage["name"], "steps": [_scored(step, people) for step in stage["steps"]]}
        for stage in journey["stages"]
    ]
    return {**{key: journey.get(key) for key in ("title", "scenario", "personas")}, "stages": stages}


def _scored(step: Data, people: list[str]) -> Data:
    scores: dict[str, float] = {}
    for felt in step.get("feeling", []):
        score = felt.get("score", felt.get("to", felt.get("from")))
        for persona in [felt["persona"]] if "persona" in felt else people:
            scores.setdefault(persona, score)
    return {"id": step["id"], "action": step["action"], "scores": scores}


def test_every_script_comes_back_with_the_scores_it_holds() -> None:
    for id_ in original()["journeys"]:
        back, said = returned(f"{id_}.mmd", script(id_).encode())
        assert held(back["journeys"][id_]) == held(original()["journeys"][id_])
        assert said == ["own-read", "own-lost-mermaid"]


def test_a_script_with_its_ids_is_drawn_as_the_one_without() -> None:
    view = dict(made()[1].journeys)["move-house"]
    plain = next(one.script for one in view.diagrams if one.kind == "journey")
    assert run(script("move-house")) == run(plain)


def step_of(back: Model, id_: str) -> Data:
    return next(s for stage in back["journeys"][JOURNEY]["stages"] for s in stage["steps"] if s["id"] == id_)


def test_what_is_changed_on_a_map_of_the_workbook_counts() -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(workbook()))
    sheet = book.worksheets[1]
    rows = {sheet.cell(row, 1).value: row for row in range(8, sheet.max_row + 1)}
    sheet["A1"] = "Buying one"
    sheet["E6"] = "Comparing"
    sheet["C7"] = "1.2 Looks online"
    sheet.cell(rows["Device"], 3).value = "watch"
    sheet.cell(rows["Pain points"], 3).value = "Slow\nDear"
    sheet.cell(rows["Feels · Ingrid Solberg"], 3).value = 4.5
    sheet.cell(rows["Satisfaction"], 3).value = 2
    sheet.cell(rows["Metrics"], 3).value = "a figure"
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_cols(4)
    sheet["D7"], sheet.cell(rows["Thinks"], 4).value = "Sleeps on it", "Why not?"
    out = io.BytesIO()
    book.save(out)
    back, said = returned("journeys.xlsx", out.getvalue())
    journey = back["journeys"][JOURNEY]
    assert (journey["title"], journey["stages"][1]["name"]) == ("Buying one", "Comparing")
    step = step_of(back, "search-online")
    assert (step["action"], step["device"], step["pain_points"]) == ("Looks online", "watch", ["Slow", "Dear"])
    assert (step["feeling"], step["satisfaction"]) == ([{"persona": "ingrid", "score": 4.5}], 2)
    assert step_of(back, "sleeps-on-it") == {"id": "sleeps-on-it", "action": "Sleeps on it", "thinking": "Why not?"}
    assert (said.count("own-edit-left"), said.count("own-new-step")) == (1, 1)


def test_what_is_changed_in_the_table_counts_whatever_the_spreadsheet_makes_of_it() -> None:
    rows = list(csv.DictReader(io.StringIO(table().decode("utf-8-sig"))))
    rows[1] |= {"action": "Looks online", "frontstage": "One; Two", "engagement": "4,5"}
    for row in rows:
        row["moment_of_truth"] = {"true": "VRAI", "false": "FAUX"}[row["moment_of_truth"]]
        row["feeling"] = row["feeling"].replace(".", ",")
    del rows[3]
    rows.insert(2, {**dict.fromkeys(rows[0], ""), "journey": JOURNEY, "stage": "Enquiry", "action": "Asks a friend"})
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    back, said = returned("journeys.csv", out.getvalue().encode("utf-8-sig"))
    step = step_of(back, "search-online")
    assert (step["action"], step["frontstage"], step["engagement"]) == ("Looks online", ["One", "Two"], 4.5)
    ids = [s["id"] for stage in back["journeys"][JOURNEY]["stages"] for s in stage["steps"]]
    assert ids[:4] == ["drum-stops", "search-online", "asks-a-friend", "visit-shop"]
    assert "compare" not in ids
    assert [one for one in said if "edit" in one] == ["own-edit"] * 4


def test_what_is_changed_in_the_words_of_a_page_counts() -> None:
    text = page().decode()
    text = text.replace("### 1.2 Searches for models on the phone", "### 1.2 Looks \\*online\\*", 1)
    text = text.replace("- **Expects** A short list for her space and her load", "- **Expects** Nothing", 1)
    text = text.replace("## Comparison (", "## Comparing (", 1)
    back, said = returned("wiki.md", text.encode())
    step = step_of(back, "search-online")
    assert (step["action"], step["expects"]) == ("Looks *online*", "Nothing")
    assert back["journeys"][JOURNEY]["stages"][1]["name"] == "Comparing"
    assert said.count("own-edit") == 2


def test_a_journey_that_leads_to_others_that_are_not_here_says_so() -> None:
    build, _ = made()
    ref = build.atlas.journeys[JOURNEY].ref
    alone = all_markdown(told(build, ref), build.atlas)
    back, said = returned("one.md", alone.encode(), EMPTY)
    assert said.count("own-no-journey") == 3
    assert "next" not in step_of(back, "first-wash")


@given(
    st.sampled_from(("journeys.csv", "journeys.md")), st.integers(0, 10**6), st.integers(0, 200), st.text(max_size=9)
)
@settings(max_examples=40, deadline=None)
def test_a_damaged_export_crashes_nothing(name: str, at: int, length: int, instead: str) -> None:
    text = EXPORTS[name]().decode("utf-8-sig")
    at %= len(text)
    bring(name, (text[:at] + instead + text[at + length :]).encode("utf-8", "replace"), EMPTY)
