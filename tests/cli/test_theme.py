"""``parcours theme``: which there are, and files copied to be changed, none replaced unasked."""

from pathlib import Path

import pytest

from tests.cli.running import run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert run("new", "maps", cwd=tmp_path).returncode == 0
    return tmp_path / "maps"


def test_a_file_is_copied_changed_and_used(project: Path) -> None:
    assert run("theme", "eject", "own.css", cwd=project).returncode == 0
    own = project / "themes/cartouche/static/own.css"
    own.write_text(":root { --accent: #7a1f5c; }")
    assert "yours: static/own.css" in run("theme", "list", cwd=project).stdout
    assert run("build", cwd=project).returncode == 0
    assert (project / "site/theme/own.css").read_text() == ":root{--accent:#7a1f5c}"
    home = (project / "site/index.html").read_text()
    assert home.index("theme/own.css") > home.index("theme/tokens.css"), "what is yours is read last"


def test_nothing_is_replaced_unasked(project: Path) -> None:
    own = project / "themes/cartouche/templates/missing.html"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    refused = run("theme", "eject", "missing.html", "base.html", cwd=project)
    assert refused.returncode == 2
    assert "themes/cartouche/templates/missing.html" in refused.stderr
    assert own.read_text() == "mine"
    assert not (own.parent / "base.html").exists()
    assert run("theme", "eject", "missing.html", "--force", cwd=project).returncode == 0
    assert own.read_text() != "mine"


def test_slips_are_helped(project: Path) -> None:
    assert "Did you mean `templates/base.html`?" in run("theme", "eject", "bsae.html", cwd=project).stderr
    assert "cartouche" in run("theme", "eject", "--theme", "cartuche", cwd=project).stderr
    assert "templates/base.html" in run("theme", "eject", cwd=project).stdout


def test_both_shipped_themes_are_listed(project: Path) -> None:
    told = run("theme", "list", cwd=project).stdout.splitlines()
    assert told == ["cartouche  used here", "relief"]
    assert "static/relief.css" in run("theme", "eject", "--theme", "relief", cwd=project).stdout
