"""Themes that other packages bring, and themes that stand on others."""

import subprocess
import sys
from pathlib import Path

import pytest

from parcours.build.build import build
from parcours.edge.project import Project
from parcours.edge.theme_folder import read_theme


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (root / "content" / "index.md").write_text("---\ntitle: Maps\n---\n")
    return root


def lay(folder: Path, style: str, extends: str = "") -> None:
    (folder / "static").mkdir(parents=True)
    (folder / "theme.toml").write_text(f'name = "{folder.name}"\n' + (f'extends = "{extends}"\n' if extends else ""))
    (folder / "static" / "own.css").write_text(style)


def test_an_installed_theme_is_used_by_its_name(tmp_path: Path, project: Path) -> None:
    packages = tmp_path / "packages"
    lay(packages / "quiet_theme", "a{color:teal}")
    (packages / "quiet_theme" / "__init__.py").write_text("raise SystemExit('a theme is files, not code')")
    info = packages / "quiet_theme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: quiet-theme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[parcours.themes]\nquiet = quiet_theme\n")
    (project / "parcours.yml").write_text("theme: quiet\n")
    command = f"import sys; sys.path.insert(0, {str(packages)!r}); from parcours.cli.main import main; main()"

    def run(*words: str) -> str:
        done = subprocess.run([sys.executable, "-c", command, *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("build", str(project))
    assert "quiet" in run("theme", "list", str(project))
    assert (project / "site/theme/own.css").read_text() == "a{color:teal}"


def test_a_theme_stands_on_another(project: Path) -> None:
    lay(project / "themes" / "house", "a{color:red}")
    (project / "themes" / "house" / "static" / "house.css").write_text("b{color:red}")
    lay(project / "themes" / "branch", "a{color:blue}", extends="house")
    (project / "parcours.yml").write_text("theme: branch\n")
    made = build(Project(project).read())
    assert made.static["theme/own.css"] == b"a{color:blue}"
    assert made.static["theme/house.css"] == b"b{color:red}"
    assert made.static["theme/map.css"]


def test_a_loop_of_themes_ends(project: Path) -> None:
    lay(project / "themes" / "one", "a{color:red}", extends="two")
    lay(project / "themes" / "two", "a{color:blue}", extends="one")
    assert read_theme(project, "one").static["own.css"] == b"a{color:red}"
