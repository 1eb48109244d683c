"""``parcours import`` as a newcomer runs it: told first, written when asked, nothing ever overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run

README = """\
# Our bikes

```mermaid
journey
    title Return a bike
    section Notice
      Rides it: 2: Nadia
      Calls: x: Nadia, Support team
```
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "README.md").write_text(README, "utf-8")
    return tmp_path


def pages(folder: Path) -> list[str]:
    content = folder / "content"
    return sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))


def test_a_dry_run_shows_files_and_lines_and_writes_nothing(folder: Path) -> None:
    done = run("import", "README.md", cwd=folder)
    assert done.returncode == 0
    assert "content/journeys/return-a-bike.md" in done.stdout
    assert "title: Return a bike" in done.stdout
    assert "README.md:8:14" in done.stderr
    assert "not understood: `x` is no score" in done.stderr
    assert "--write" in done.stderr
    assert not (folder / "content").exists()


def test_what_is_written_passes_the_check_and_is_built(folder: Path) -> None:
    assert run("new", "maps", cwd=folder).returncode == 0
    done = run("import", "../README.md", "--write", cwd=folder / "maps")
    assert done.returncode == 0
    assert "content/journeys/return-a-bike.md written" in done.stdout
    assert "/" not in (folder / "maps/content/evidence/readme-md.md").read_text("utf-8")
    assert run("check", cwd=folder / "maps").returncode == 0
    assert run("build", cwd=folder / "maps").returncode == 0
    page = (folder / "maps/site/journeys/return-a-bike/index.html").read_text("utf-8")
    assert "Rides it" in page
    assert "Support team" in page


def test_twice_is_numbered_and_nothing_is_overwritten(folder: Path) -> None:
    assert run("import", "README.md", "--write", cwd=folder).returncode == 0
    journey = folder / "content/journeys/return-a-bike.md"
    journey.write_text(journey.read_text("utf-8") + "\nMine.\n", "utf-8")
    again = run("import", "README.md", "--write", cwd=folder)
    assert again.returncode == 0
    assert "return-a-bike-2.md" in again.stderr
    assert journey.read_text("utf-8").endswith("Mine.\n")
    assert pages(folder) == [
        "evidence/readme-md.md",
        "journeys/return-a-bike-2.md",
        "journeys/return-a-bike.md",
        "personas/nadia.md",
    ]
    assert run("check", cwd=folder).returncode == 0


def test_a_persona_that_is_there_is_meant(folder: Path) -> None:
    persona = folder / "content/personas/nn.md"
    persona.parent.mkdir(parents=True)
    persona.write_text("---\nname: Nadia\n---\n", "utf-8")
    assert run("import", "README.md", "--write", cwd=folder).returncode == 0
    assert pages(folder) == ["evidence/readme-md.md", "journeys/return-a-bike.md", "personas/nn.md"]
    assert "personas: [nn]" in (folder / "content/journeys/return-a-bike.md").read_text("utf-8")


def test_another_folder_another_scale_and_the_language_of_the_site(folder: Path) -> None:
    project = folder / "maps"
    (project / "content").mkdir(parents=True)
    (project / "parcours.yml").write_text("language: fr\nfeeling_scale: -2..2\n", "utf-8")
    done = run("import", "README.md", "--to", "maps", "--scale", "0..10", "--write", cwd=folder)
    assert done.returncode == 0
    text = (project / "content/journeys/return-a-bike.md").read_text("utf-8")
    assert "score: -1" in text
    assert "une hypothèse tant qu’aucune source n’est liée" in text
    assert run("check", "maps", cwd=folder).returncode == 0


def test_french_is_spoken_to_the_french(folder: Path) -> None:
    done = run("import", "README.md", cwd=folder, language="fr_FR.UTF-8")
    assert "incompris\u202f: `x` n’est pas un score" in done.stderr
    assert "1 fichier" in done.stderr or "fichiers à écrire" in done.stderr


def test_the_standard_input_is_a_file_too(folder: Path) -> None:
    words = [sys.executable, "-m", "parcours", "import", "-", "--as", "mermaid"]
    done = subprocess.run(words, input=README, cwd=folder, text=True, capture_output=True, check=False)
    assert done.returncode == 0
    assert "journeys/return-a-bike.md" in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("gone.md",), 2, "gone.md"),
        (("README.md", "--scale", "best"), 2, "no scale"),
        (("README.md", "--as", "runes"), 2, "runes"),
        ((), 2, "FILE"),
    ],
)
def test_wrong_use_is_told_and_touches_nothing(folder: Path, words: tuple[str, ...], code: int, told: str) -> None:
    done = run("import", *words, "--write", cwd=folder)
    assert done.returncode == code
    assert told in done.stderr
    assert not (folder / "content").exists()


def test_a_file_of_nothing_is_refused(folder: Path) -> None:
    (folder / "notes.md").write_text("We met, we parted.\n", "utf-8")
    done = run("import", "notes.md", "--write", cwd=folder)
    assert done.returncode == 1
    assert "refused: nothing here reads as a journey" in done.stderr
    assert "We met, we parted." in done.stderr


def test_pictures_of_a_persona_come_along_and_what_is_there_stays(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    (notes / "img").mkdir(parents=True)
    (notes / "img" / "zoe.png").write_bytes(b"picture")
    text = "# Persona: Zoe\n\n![Zoe at work](img/zoe.png)\n![gone](img/gone.png)\n\n## Goals\n- Sleep\n"
    (notes / "zoe.md").write_text(text, "utf-8")
    done = run("import", "notes/zoe.md", "--write", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    copied = tmp_path / "content" / "assets" / "imported" / "zoe.png"
    assert copied.read_bytes() == b"picture"
    page = (tmp_path / "content" / "personas" / "zoe.md").read_text("utf-8")
    assert "portrait: {src: assets/imported/zoe.png, alt: Zoe at work}" in page
    assert "- gone (img/gone.png)" in page
    copied.write_bytes(b"another")
    run("import", "notes/zoe.md", "--write", cwd=tmp_path)
    assert copied.read_bytes() == b"another"
    assert run("check", cwd=tmp_path).returncode == 0


def test_tables_of_several_files_become_a_site(folder: Path) -> None:
    inputs = Path(__file__).parents[1] / "bring" / "inputs"
    names = ["table-columns.md", "excel.csv", "workbook.xlsx", "table-japanese.md"]
    done = run("import", *(str(inputs / name) for name in names), "--write", cwd=folder)
    assert done.returncode == 0
    assert (folder / "content/journeys/旅館を予約する.md").is_file()
    assert len(pages(folder)) == 4 + 5
    assert run("check", cwd=folder).returncode == 0
    assert run("build", cwd=folder).returncode == 0


def test_an_event_log_is_refused(folder: Path) -> None:
    log = Path(__file__).parents[1] / "bring" / "inputs" / "event-log.csv"
    done = run("import", str(log), "--write", cwd=folder)
    assert done.returncode == 1
    assert "refused: this is an event log" in done.stderr
    assert not (folder / "content").exists()


def test_a_workbook_without_openpyxl_is_told_how_to_get_it(folder: Path) -> None:
    book = Path(__file__).parents[1] / "bring" / "inputs" / "workbook.xlsx"
    code = "import sys; sys.modules['openpyxl'] = None; from parcours.cli.main import main; main()"
    words = [sys.executable, "-c", code, "import", str(book)]
    done = subprocess.run(words, cwd=folder, text=True, capture_output=True, check=False)
    assert done.returncode == 1
    assert "parcours[office]" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_in_the_way_stays_as_it_is(folder: Path) -> None:
    target = folder / "content/journeys/return-a-bike.md"
    target.mkdir(parents=True)
    done = run("import", "README.md", "--write", cwd=folder)
    assert done.returncode == 1
    assert "return-a-bike.md is there already and stays as it is" in done.stderr
    assert target.is_dir()
