"""The wheel, in a fresh environment outside the checkout, is all a user needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.site.crawl import Site, broken, outside, unreachable

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source archive, so that both are known to be whole."""
    folder = tmp_path_factory.mktemp("dist")
    _run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(REPOSITORY)], folder)
    assert len(list(folder.glob("*.tar.gz"))) == 1
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of a fresh environment with nothing but the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("fresh")
    _run([sys.executable, "-m", "venv", str(folder / "venv")], folder)
    commands = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    _run([str(commands / "python"), "-m", "pip", "install", "--quiet", str(wheel)], folder)
    return commands


def test_the_wheel_carries_what_it_needs_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for theme in ("cartouche", "relief"):
        assert f"parcours/_bundled/themes/{theme}/theme.toml" in names
        assert f"parcours/_bundled/themes/{theme}/templates/base.html" in names
    assert "parcours/py.typed" in names
    assert any(name.startswith("parcours/_bundled/starters/") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    tops = {name.split("/")[0].removesuffix(".dist-info").partition("-")[0] for name in names}
    assert tops == {"parcours"}
    assert [name for name in names if "__pycache__" in name or name.endswith(".gitkeep")] == []


def test_the_command_is_the_wheels_own(installed: Path, tmp_path: Path) -> None:
    told = _run([str(installed / "python"), "-c", "import parcours; print(parcours.__file__)"], tmp_path)
    assert not Path(told.strip()).is_relative_to(REPOSITORY)
    assert "build" in _run([str(installed / "parcours"), "--help"], tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_new_project_builds_and_is_clean(installed: Path, tmp_path: Path, language: str) -> None:
    parcours = str(installed / "parcours")
    _run([parcours, "new", "demo", "--language", language], tmp_path)
    project = tmp_path / "demo"
    _run([parcours, "build"], project)
    _run([parcours, "check", "--strict"], project)
    site = Site.of(project / "site")
    assert site.pages["index.html"].root.get("lang") == language
    assert [*broken(site), *outside(site), *unreachable(site)] == []


def test_a_new_project_is_english_unless_asked(installed: Path, tmp_path: Path) -> None:
    _run([str(installed / "parcours"), "new", "demo"], tmp_path, LC_ALL="C.UTF-8")
    _run([str(installed / "parcours"), "check", "--strict"], tmp_path / "demo")


def _run(command: list[str], folder: Path, **environment: str) -> str:
    """What a command prints; the test fails with all it says where it does not end well."""
    hidden = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout
