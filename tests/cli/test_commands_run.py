"""The commands as a user runs them: exit codes, messages, nothing lost, never a traceback."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from parcours.build.build import build
from parcours.cli.new import STAGES
from parcours.edge.project import Project
from parcours.edge.site_folder import MARK, NotOurs, Part, write_site
from tests.cli.running import run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert run("new", "maps", cwd=tmp_path).returncode == 0
    return tmp_path / "maps"


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_new_build_check(project: Path) -> None:
    assert (project / ".gitignore").read_text().startswith("/site/")
    built = run("build", cwd=project)
    assert built.returncode == 0
    assert (project / "site" / "index.html").is_file()
    assert run("check", "--strict", cwd=project).returncode == 0


def test_new_in_french(tmp_path: Path) -> None:
    assert "prêt" in run("new", "cartes", cwd=tmp_path, language="fr_FR.UTF-8").stdout
    assert run("check", "--strict", "cartes", cwd=tmp_path).returncode == 0


def test_new_refuses_what_it_would_overwrite(project: Path) -> None:
    before = files(project)
    assert run("new", "maps", cwd=project.parent).returncode == 2
    assert run("new", "persona", "Nora", cwd=project).returncode == 2
    assert run("new", "persona", "???", cwd=project).returncode == 2
    assert run("new", "persona", cwd=project).returncode == 2
    assert run("new", "wizard", "Nora", cwd=project).returncode == 2
    assert run("new", "journey", "X", cwd=project.parent).returncode == 2
    assert files(project) == before


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_template_is_read_without_a_mistake(tmp_path: Path, language: str) -> None:
    run("new", "maps", "--language", language, cwd=tmp_path)
    project = tmp_path / "maps"
    for stages in STAGES:
        name = f'The "{stages}" journey: a test'
        assert run("new", "journey", name, "--stages", stages, cwd=project).returncode == 0
    assert run("new", "persona", "No: 1, d’accord?", cwd=project).returncode == 0
    assert run("check", "--strict", cwd=project).returncode == 0


BAD = {
    "personas/latin.md": "---\nname: Andr\xe9\n---\n".encode("latin-1"),
    "personas/empty.md": b"",
    "personas/plain.md": b"No front matter here.\n",
    "personas/broken.md": b"---\nname: 'open\n---\n",
    "personas/b2b/nora.md": b"---\nname: Another Nora\n---\n",
    "journeys/nobody.md": b"---\ntitle: N\npersonas: [nroa]\n---\n[x](none.md)\n",
    "personas/nul.md": b"---\nname: a\x00b\n---\n\x00\x07\n",
}


def test_bad_files_are_findings_and_the_rest_is_built(project: Path) -> None:
    for path, data in BAD.items():
        (project / "content" / path).parent.mkdir(exist_ok=True)
        (project / "content" / path).write_bytes(data)
    with (project / "content" / "personas" / "huge.md").open("wb") as huge:
        huge.truncate(50_000_000)
    outside = project.parent / "secret.md"
    outside.write_text("---\nname: Secret\n---\n")
    (project / "content" / "personas" / "link.md").symlink_to(outside)
    (project / "content" / "loop").symlink_to(project / "content")
    done = run("check", "--format", "json", cwd=project)
    assert done.returncode == 1
    told = {(one["path"].removeprefix("content/"), one["rule"]) for one in json.loads(done.stdout)}
    assert told >= {
        ("personas/latin.md", "files/not-utf-8"),
        ("personas/empty.md", "shape/empty-file"),
        ("personas/plain.md", "shape/no-front-matter"),
        ("personas/broken.md", "syntax/unclosed-quote"),
        ("journeys/nobody.md", "refs/unknown-persona"),
        ("journeys/nobody.md", "refs/dead-link"),
        ("personas/huge.md", "files/too-large"),
        ("personas/link.md", "files/outside"),
        ("personas/nul.md", "syntax/control-character"),
    }
    assert any(rule == "refs/duplicate-id" for _, rule in told)
    assert run("build", cwd=project).returncode == 1
    site = files(project / "site")
    assert b"Nora Lindqvist" in site["personas/nora/index.html"] or b"Another Nora" in site["personas/nora/index.html"]
    assert not any(b"Secret" in body for body in site.values())


def test_no_project_is_wrong_use(tmp_path: Path) -> None:
    done = run("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "parcours new" in done.stderr


def test_a_folder_that_is_not_ours_is_left_alone(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "thesis.doc").write_text("years of work")
    assert run("build", cwd=project).returncode == 2
    assert files(project / "site") == {"thesis.doc": b"years of work"}


@pytest.mark.parametrize(("language", "word"), [("en", "Error: "), ("fr", "Erreur\u202f: ")])
def test_an_error_begins_in_the_language_it_goes_on_in(project: Path, language: str, word: str) -> None:
    """That of the project, wherever it is built."""
    settings = project / "parcours.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8")
    (project / "site").mkdir()
    (project / "site" / "thesis.doc").write_text("years of work")
    assert run("build", cwd=project).stderr.splitlines()[-2].startswith(word)


def test_a_failed_write_leaves_the_previous_site_whole(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Project(project)
    made, output = build(source.read()), project / "site"
    write_site(Part(made, source.asset), output)
    before = files(output)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space"):
        write_site(Part(made, source.asset), output)
    assert files(output) == before
    assert [path.name for path in project.iterdir() if path.name.startswith(".site")] == []


def test_only_marked_folders_are_ours(project: Path) -> None:
    source = Project(project)
    made = build(source.read())
    write_site(Part(made, source.asset), project / "out")
    assert (project / "out" / MARK).is_file()
    write_site(Part(made, source.asset), project / "out")
    (project / "out" / MARK).unlink()
    with pytest.raises(NotOurs):
        write_site(Part(made, source.asset), project / "out")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, parcours.cli.main as m\n"
        "try: m.main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'jinja2', 'markdown', 'rich', 'starlette', 'yaml'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
