"""What is taken away for other tools: workbook, slides, Markdown, Mermaid, CSV, JSON, by the real commands."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from pptx import Presentation

from tests.cli.running import run
from tests.conftest import FRENCH, REPOSITORY
from tests.site.page import read_pages

KINDS = ("xlsx", "pptx", "markdown", "csv", "json")
ENDINGS = {"xlsx": "xlsx", "pptx": "pptx", "markdown": "md", "csv": "csv", "json": "json"}


def exported(kind: str, folder: Path, *words: str, project: Path = REPOSITORY) -> Path:
    target = folder / f"out.{ENDINGS.get(kind, 'mmd')}"
    done = run("export", kind, *words, "--folder", str(project), "-o", str(target), cwd=folder)
    assert done.returncode == 0, done.stderr
    return target


def actions(site: Path) -> list[str]:
    """Every step of the site's maps, as its pages show them."""
    pages = [page for a, page in read_pages(site).items() if re.fullmatch(r"journeys/[^/]+/index.html", a)]
    shown = [one for page in pages for one in page.elements if one.get("class") == "action"]
    return sorted("".join(one.itertext()).strip() for one in shown)


def odd_project(folder: Path, title: str, action: str) -> Path:
    (folder / "content/journeys").mkdir(parents=True)
    step = f"{{action: '{action}', thinking: '=2+2'}}"
    text = f"---\ntitle: '{title}'\nstages: [{{name: '=A1', steps: [{step}]}}]\n---\n"
    (folder / "content/journeys/odd.md").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_project_gives_the_same_bytes(kind: str, tmp_path: Path) -> None:
    first = exported(kind, tmp_path, project=FRENCH).read_bytes()
    assert first == exported(kind, tmp_path, project=FRENCH).read_bytes()


def test_a_workbook_has_a_sheet_a_map_and_totals_that_are_formulas(tmp_path: Path, demonstration_site: Path) -> None:
    book: Any = openpyxl.load_workbook(exported("xlsx", tmp_path))
    count = len(list((REPOSITORY / "content" / "journeys").iterdir()))
    assert len(book.sheetnames) == 1 + count + 5 + 1
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"] == ["parcours"]
    last = 3 + count
    totals = {cell.value for cell in book.worksheets[0][last + 1] if cell.value}
    assert totals == {
        "Total",
        f'=IFERROR(SUM(E4:E{last}),"")',
        f'=IFERROR(SUM(F4:F{last}),"")',
        f'=IFERROR(AVERAGE(G4:G{last}),"")',
    }
    maps = book.worksheets[1 : 1 + count]
    shown = [str(cell.value).partition(" ")[2] for sheet in maps for cell in sheet[7][1:] if cell.value]
    assert sorted(shown) == actions(demonstration_site)
    feels = next(row for row in maps[0].iter_rows() if row[0].value == "Feels · Ingrid Solberg")
    assert [cell.value for cell in feels[1:4]] == [1, 3, None]
    assert feels[13].value == f'=IFERROR(AVERAGE(B{feels[0].row}:M{feels[0].row}),"")'
    assert [len(sheet._charts) for sheet in maps] == [1] * count
    opportunities = book["All opportunities"]
    assert opportunities["J2"].value == '=IFERROR(B2/C2,"")'
    assert [row[0].value for row in opportunities.iter_rows(min_row=2) if "COUNTA" in str(row[0].value)]


def test_slides_hold_native_tables_and_charts_with_each_step_once(tmp_path: Path, demonstration_site: Path) -> None:
    deck: Any = Presentation(str(exported("pptx", tmp_path)))
    slides = list(deck.slides)
    kinds = {str(shape.shape_type) for slide in slides for shape in slide.shapes}
    assert not [kind for kind in kinds if "PICTURE" in kind]
    maps = [slide for slide in slides if any(shape.has_table for shape in slide.shapes)]
    shown: list[str] = []
    for slide in maps:
        (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
        (frame,) = [shape for shape in slide.shapes if shape.has_table]
        shown += [cell.text.partition(" ")[2] for cell in list(frame.table.rows[1].cells)[1:]]
        assert len(chart.plots[0].categories) == len(frame.table.columns) - 1
        assert frame.top + sum(row.height for row in frame.table.rows) <= deck.slide_height
        assert slide.shapes.title.text
    assert sorted(shown) == actions(demonstration_site)
    assert len(slides) - len(maps) == 8, "and one slide a persona"


def test_what_a_slide_has_no_room_for_is_in_its_notes(tmp_path: Path) -> None:
    deck: Any = Presentation(str(exported("pptx", tmp_path, "buy-washing-machine")))
    assert "Support: 1.2 Product catalogue" in deck.slides[0].notes_slide.notes_text_frame.text
    assert len(deck.slides) == 2 + 2, "the map on two, and its two personas"


def test_markdown_tells_every_lane_and_signs_in_texts_mean_nothing(tmp_path: Path) -> None:
    text = exported("markdown", tmp_path, "buy-washing-machine").read_text("utf-8")
    assert text.startswith("# Buying a washing machine\n")
    for line in ("## Enquiry (2.5)", "### 1.1 The machine stops mid-wash", "- **Expects** The price she will pay"):
        assert line in text.splitlines()
    assert text.count("```mermaid\n") == 2
    project = odd_project(tmp_path, "A *b* `c` <d>", "# [x](y) | z")
    odd = exported("markdown", tmp_path, "odd", project=project).read_text("utf-8")
    assert r"# A \*b\* \`c\` \<d\>" in odd
    assert r"### 1.1 \# \[x\](y) \| z" in odd


def test_csv_has_a_row_a_step(tmp_path: Path, demonstration_site: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(exported("csv", tmp_path).read_text("utf-8-sig"))))
    assert sorted(row["action"] for row in rows) == actions(demonstration_site)
    move = [row for row in rows if row["journey"] == "move-house"]
    assert [row["number"] for row in move] == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"]
    assert (move[0]["feeling"], move[0]["pain_points"]) == ("2", "Bolts are sold only as a spare part")


def test_json_is_that_of_the_site(tmp_path: Path, demonstration_site: Path) -> None:
    made = exported("json", tmp_path).read_bytes()
    assert made == (demonstration_site / "atlas.json").read_bytes()
    assert json.loads(made)


def test_mermaid_is_the_diagram_of_the_page(tmp_path: Path) -> None:
    assert exported("mermaid", tmp_path, "move-house").read_text("utf-8").startswith("journey\n")
    flow = exported("mermaid", tmp_path, "move-house", "--diagram", "flow").read_text("utf-8")
    assert "flowchart" in flow


def test_every_kind_has_a_name_of_its_own_and_leaves_what_is_there(tmp_path: Path) -> None:
    for kind in KINDS:
        assert run("export", kind, "--folder", str(FRENCH), cwd=tmp_path).returncode == 0
        again = run("export", kind, "--folder", str(FRENCH), cwd=tmp_path)
        assert (again.returncode, "-o " in again.stderr) == (2, True)
    names = ["atlas.json", "journeys.csv", "journeys.md", "journeys.pptx", "journeys.xlsx"]
    assert sorted(file.name for file in tmp_path.iterdir()) == names


@pytest.mark.parametrize(("kind", "package"), [("xlsx", "openpyxl"), ("pptx", "pptx")])
def test_a_missing_library_is_named(kind: str, package: str, tmp_path: Path) -> None:
    script = f"import sys; sys.modules[{package!r}] = None\nfrom parcours.cli.main import main; main()"
    command = [sys.executable, "-c", script, "export", kind, "--folder", str(FRENCH)]
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=tmp_path, env=env, text=True, capture_output=True, check=False)
    assert (done.returncode, "pip install 'parcours[office]'" in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_words_that_look_like_formulas_stay_words(tmp_path: Path) -> None:
    project = odd_project(tmp_path, "=1+1", "=cmd")
    book: Any = openpyxl.load_workbook(exported("xlsx", tmp_path, project=project))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert {"=1+1", "=2+2", "=A1"} <= {cell.value for cell in cells if cell.data_type == "s"}
    formulas = [cell.value for cell in cells if cell.data_type == "f"]
    assert [one for one in formulas if not re.match(r"=(IFERROR|COUNTA)\(", one)] == []
