"""``parcours export pdf``: all maps as one PDF, made where no network is; and every other export there too."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.running import run
from tests.conftest import FRENCH

CUT = ["unshare", "-n"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["unshare", "-rn"]
"""A network namespace of its own: not even its loopback is up."""
JOURNEY = "acheter-un-billet"
EXPORTS = {
    "map.svg": ["map", JOURNEY],
    "map.png": ["map", JOURNEY],
    "map.pdf": ["map", JOURNEY],
    "atlas.pdf": ["pdf", "--paper", "a3"],
    "slides.pptx": ["pptx"],
    "book.xlsx": ["xlsx"],
    "page.html": ["html", JOURNEY],
    "page.md": ["markdown", JOURNEY],
    "flow.mmd": ["mermaid", JOURNEY, "--diagram", "flow"],
    "steps.csv": ["csv"],
    "atlas.json": ["json"],
}
DRIVER = """
import json, socket, sys
from click.testing import CliRunner
from parcours.cli.export import KINDS, command
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except OSError as error:
    told = {"network": error.strerror}
exports, project = json.loads(sys.argv[1]), sys.argv[2]
told["untried"] = sorted(set(KINDS) - {words[0] for words in exports.values()})
for name, words in exports.items():
    done = CliRunner().invoke(command, [*words, "-o", name, "--folder", project])
    told[name] = done.output if done.exit_code else "made"
print(json.dumps(told))
"""


def able() -> bool:
    return shutil.which("unshare") is not None and subprocess.run([*CUT, "true"], check=False).returncode == 0


@pytest.mark.skipif(not able(), reason="this system gives nobody a network of their own")
def test_all_exports_are_made_with_the_network_cut(tmp_path: Path) -> None:
    command = [*CUT, sys.executable, "-c", DRIVER, json.dumps(EXPORTS), str(FRENCH)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told.pop("network") == "Network is unreachable"
    assert told.pop("untried") == []
    assert told == dict.fromkeys(EXPORTS, "made")
    assert all((tmp_path / name).stat().st_size > 300 for name in EXPORTS)
    _look_at((tmp_path / "atlas.pdf").read_bytes())


def _look_at(pdf: bytes) -> None:
    """All maps, each step once, on A3; words that led elsewhere lead nowhere, the contents lead inside."""
    read = PdfReader(io.BytesIO(pdf))
    text = "".join("".join(page.extract_text().split()) for page in read.pages)
    for step in ("Imprime«aucasoù»", "Cherchel’horairedupremiertrain", "Reçoithuiteuros", "ChloéBréval"):
        assert step in text.replace("\u202f", "")
    assert round(float(read.pages[0].mediabox.width) / 72 * 25.4) == 420
    links = [one.get_object() for page in read.pages for one in page.get("/Annots", ())]
    assert links, "the contents are links"
    assert [link["/A"]["/URI"] for link in links if "/URI" in link.get("/A", {})] == []
    assert read.metadata is not None
    assert str(read.metadata.title).startswith("Toutes les cartes")
    assert read.outline


def test_a_project_without_that_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "parcours.yml").write_text("print_page: false\n", "utf-8")
    (tmp_path / "content" / "personas").mkdir(parents=True)
    (tmp_path / "content" / "personas" / "a.md").write_text("---\nname: A\n---\n", "utf-8")
    done = run("export", "pdf", cwd=tmp_path)
    assert done.returncode == 2
    assert "print_page: false" in done.stderr
    assert not (tmp_path / "atlas.pdf").exists()
