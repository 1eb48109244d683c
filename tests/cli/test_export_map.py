"""``parcours export map``: a map taken away as SVG, PNG and PDF, by the real command."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from tests.cli.running import run
from tests.conftest import REPOSITORY

MAP = ("export", "map", "move-house", "--folder", str(REPOSITORY))
ACTION = "Carries it down three floors with two friends"


def test_svg_is_the_same_picture_the_site_has(tmp_path: Path, demonstration_site: Path) -> None:
    done = run(*MAP, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("move-house.svg (")
    made = (tmp_path / "move-house.svg").read_bytes()
    assert made == (demonstration_site / "journeys/move-house/map.svg").read_bytes()


def test_a_title_is_as_good_as_an_id_and_a_dash_writes_it_out(tmp_path: Path) -> None:
    done = run(*MAP[:2], "Moving house with the machine", *MAP[3:], "-o", "-", cwd=tmp_path)
    assert ElementTree.fromstring(done.stdout).get("viewBox")
    assert list(tmp_path.iterdir()) == []


def test_png_has_the_pixels_asked_for(tmp_path: Path) -> None:
    run(*MAP, cwd=tmp_path)
    box = (ElementTree.parse(tmp_path / "move-house.svg").getroot().get("viewBox") or "").split()
    assert run(*MAP, "-o", "deep/er/map.png", "--scale", "0.5", cwd=tmp_path).returncode == 0
    data = (tmp_path / "deep/er/map.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == tuple(round(float(side) / 2) for side in box[2:])


def test_pdf_is_one_sheet_of_real_text(tmp_path: Path) -> None:
    assert run(*MAP, "--format", "pdf", cwd=tmp_path).returncode == 0
    read = PdfReader(io.BytesIO((tmp_path / "move-house.pdf").read_bytes()))
    assert len(read.pages) == 1
    assert "".join(read.pages[0].extract_text().split()).count("".join(ACTION.split())) == 1
    assert read.metadata is not None
    assert read.metadata.title == "Moving house with the machine"


def test_nothing_is_replaced_that_was_not_named(tmp_path: Path) -> None:
    (tmp_path / "move-house.svg").write_text("mine", "utf-8")
    done = run(*MAP, cwd=tmp_path)
    assert done.returncode == 2
    assert "-o move-house.svg" in done.stderr
    assert (tmp_path / "move-house.svg").read_text("utf-8") == "mine"
    assert run(*MAP, "-o", "move-house.svg", cwd=tmp_path).returncode == 0
    assert "mine" not in (tmp_path / "move-house.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        (("move-hose",), "en_GB.UTF-8", "Did you mean `move-house`?"),
        (("move-hose",), "fr_FR.UTF-8", "Vouliez-vous dire `move-house`"),
        (("nothing-like-it",), "en_GB.UTF-8", "Journeys: buy-washing-machine, "),
        (("move-house", "-o", "map.gif"), "en_GB.UTF-8", "--format (svg, png, pdf)"),
    ],
)
def test_wrong_use_ends_with_two_and_a_way_out(
    words: tuple[str, ...], language: str, told: str, tmp_path: Path
) -> None:
    done = run("export", "map", *words, "--folder", str(REPOSITORY), cwd=tmp_path, language=language)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_journey_without_stages_has_no_map(tmp_path: Path) -> None:
    (tmp_path / "content/journeys").mkdir(parents=True)
    (tmp_path / "content/journeys/bare.md").write_text("---\ntitle: Bare\n---\n", "utf-8")
    done = run("export", "map", "bare", cwd=tmp_path)
    assert done.returncode == 2
    assert "no stages" in done.stderr


@pytest.mark.parametrize(
    ("hidden", "told"),
    [("playwright", "pip install 'parcours[chromium]'"), ("", "python -m playwright install chromium")],
)
def test_what_is_missing_is_named(hidden: str, told: str, tmp_path: Path) -> None:
    """Without Playwright, or with it and no browser that answers."""
    script = f"import sys; sys.modules.update({{name: None for name in {[hidden] if hidden else []}}})\n"
    script += "from parcours.cli.main import main; main()"
    env = {**os.environ, "LC_ALL": "C.UTF-8", "PARCOURS_CHROMIUM": str(tmp_path / "no-browser")}
    command = [sys.executable, "-c", script, *MAP, "-f", "pdf"]
    done = subprocess.run(command, cwd=tmp_path, env=env, text=True, capture_output=True, check=False)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_help_loads_no_kind_of_export() -> None:
    code = "import sys, parcours.cli.export as e; e.command.main(['--help'], standalone_mode=False); "
    code += "print([n for n in sys.modules if n.startswith(('parcours.cli.exports', 'parcours.build', 'playwright'))])"
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=True)
    assert done.stdout.rstrip().endswith("[]")
    assert "map " in done.stdout
