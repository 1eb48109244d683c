"""``parcours schema``: writes where it says and nowhere else, whatever state the project is in."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft7Validator

from parcours.cli.main import COMMANDS
from parcours.cli.schema import KINDS, command
from parcours.schema.contract import WORD
from parcours.schema.schema import MODELS
from tests.conftest import REPOSITORY
from tests.schema.projects import STARTERS

FILES = {f"{kind}.schema.json" for kind in KINDS}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTERS / "fr", tmp_path / "cartes"))


def schema(*words: str | Path) -> Result:
    done = CliRunner().invoke(command, [str(word) for word in words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert set(KINDS) == {*MODELS, WORD}


def test_the_schemas_are_written_into_the_project_and_told_in_its_language(project: Path) -> None:
    before = files(project)
    done = schema(project)
    assert done.exit_code == 0
    assert done.output == f"{len(KINDS)} schémas → {project / '.parcours/schema'}\n"
    after = files(project)
    assert set(after) - set(before) == {f".parcours/schema/{name}" for name in FILES}
    assert {path: after[path] for path in before} == before
    assert schema(project).exit_code == 0
    assert files(project) == after
    made = json.loads(after[".parcours/schema/journey.schema.json"])
    assert {"bernard", "lea"} <= set(made["definitions"]["personas"]["anyOf"][0]["enum"])


def test_a_folder_of_ones_own(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = files(project)
    assert schema(project, "--output", "a/b").output == f"{len(KINDS)} schémas → {Path('a/b')}\n"
    assert {path.name for path in (tmp_path / "a/b").iterdir()} == FILES
    assert files(project) == before


@pytest.mark.parametrize("kind", ["journey", "settings"])
def test_printing_writes_nothing(project: Path, kind: str) -> None:
    before = files(project)
    done = schema(project, "--print", kind)
    assert done.exit_code == 0
    assert json.loads(done.output)["title"] == f"Parcours: {kind}"
    assert files(project) == before
    schema(project)
    assert (project / f".parcours/schema/{kind}.schema.json").read_text("utf-8") == done.output


def test_a_project_full_of_mistakes_has_schemas_too(project: Path) -> None:
    (project / "parcours.yml").write_text("language: [fr\nfeeling_scale: {worst: 1, best: 1}\n", "utf-8")
    (project / "content/personas/lea.md").write_bytes(b"---\nname: \xff\n---\n")
    (project / "content/personas/no.md").write_text('---\nname: "\\ud83d ???"\nkind: [x\n---\n', "utf-8")
    (project / "content/personas/007.md").write_text("---\nname: 7\n---\n", "utf-8")
    (project / "content/journeys/acheter-des-lunettes.md").write_text("---\n- a\n- b\n---\n", "utf-8")
    assert schema(project).exit_code == 0
    for path in (project / ".parcours/schema").iterdir():
        Draft7Validator.check_schema(json.loads(path.read_text("utf-8")))


def test_an_empty_project_has_schemas_too(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert schema(tmp_path).exit_code == 0
    journey = json.loads((tmp_path / ".parcours/schema/journey.schema.json").read_text("utf-8"))
    Draft7Validator.check_schema(journey)
    assert Draft7Validator(journey).is_valid({"personas": ["nobody yet"]})


def test_no_project_no_schemas(tmp_path: Path) -> None:
    assert schema(tmp_path).exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("link", [".parcours", ".parcours/schema", ".parcours/schema/home.schema.json"])
def test_no_link_leads_the_writing_out_of_the_project(project: Path, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "home.schema.json").write_text("years of work", "utf-8")
    (project / link).parent.mkdir(parents=True, exist_ok=True)
    (project / link).symlink_to(elsewhere / "home.schema.json" if link.endswith("json") else elsewhere)
    done = schema(project)
    assert done.exit_code == 2
    assert "hors du projet" in done.output
    assert files(elsewhere) == {"home.schema.json": b"years of work"}


def test_a_disk_that_refuses_is_told(project: Path) -> None:
    (project / ".parcours").write_text("a file", "utf-8")
    done = schema(project)
    assert done.exit_code == 1
    assert "schémas" in done.output


def test_the_hook_of_pre_commit_runs_a_command_when_the_project_changes() -> None:
    (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, name = hook["entry"].split()
    assert program == "parcours"
    assert name in COMMANDS
    for path in ("content/personas/nora.md", "parcours.yml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "site/content/index.html")
