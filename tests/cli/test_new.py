"""``parcours new``: whole projects and readable pages, or a clean refusal; nothing that exists is touched."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parcours.build.build import build, inspect
from parcours.cli.check import command as check_command
from parcours.cli.main import COMMANDS
from parcours.cli.new import STAGES, command
from parcours.cli.schema import command as schema
from parcours.edge.bundled import starters
from parcours.edge.project import Project
from parcours.findings.finding import Finding
from parcours.model.journey import Journey, Stage
from parcours.model.persona import Persona
from parcours.model.step import Step
from parcours.parse.document import Document, read_document, role_of
from parcours.parse.yaml_reader import read_yaml
from parcours.source.text import Source

LANGUAGES = ("en", "fr")
TEMPLATES = [("persona", "")] + [("journey", stages) for stages in STAGES]
STARTER_PERSONA = {"en": "nora", "fr": "lea"}


def new(*words: str, **environment: str | None) -> Result:
    """What the command answers; the locale is English unless told otherwise."""
    unset: dict[str, str | None] = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": "en_GB.UTF-8"}
    done = CliRunner(env={**unset, **environment}).invoke(command, list(words))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def findings(project: Path) -> tuple[Finding, ...]:
    return build(Project(project).read()).findings


def vscode_tasks(project: Path) -> list[dict[str, Any]]:
    tasks: list[dict[str, Any]] = json.loads((project / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    return tasks


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def read(path: Path, text: str) -> Document:
    role = role_of(path.as_posix(), ())
    assert role is not None
    return read_document(Source.of(path.as_posix(), text), role)


def template(language: str, kind: str, stages: str) -> str:
    name = "persona.md" if kind == "persona" else f"journey-{stages}.md"
    text = (starters() / "templates" / language / name).read_text("utf-8")
    return text.replace("{name}", "A name").replace("{today}", "2026-11-23").replace("{personas}", "[]")


def in_use(text: str) -> str:
    """A template whose every key is in use: prose among the comments never begins with a key."""
    return re.sub(r"^( *)# (?=[a-z_]+: )", r"\1", text, flags=re.MULTILINE)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture
def project(tmp_path: Path, language: str) -> Path:
    assert new(str(tmp_path / "maps"), "--language", language).exit_code == 0
    return tmp_path / "maps"


def test_a_project_has_nothing_to_mend(project: Path) -> None:
    assert findings(project) == ()
    written = files(project)
    assert written[".gitignore"] == b"/site/\n/.parcours/\n"
    assert "gitignore" not in written
    assert [path.name for path in project.parent.iterdir()] == ["maps"]


def test_an_editor_finds_the_schema_of_the_settings(project: Path) -> None:
    known = json.loads((project / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert CliRunner().invoke(schema, [str(project)]).exit_code == 0
    for path, pages in known.items():
        assert json.loads((project / path).read_text("utf-8"))["title"] == "Parcours: settings"
        assert (project / pages).is_file()
    assert findings(project) == ()


def test_the_tasks_of_an_editor_are_commands(project: Path) -> None:
    tasks = vscode_tasks(project)
    assert [task["label"] for task in tasks] == ["parcours check", "parcours schema"]
    for task in tasks:
        assert task["command"] == "parcours"
        assert task["args"][0] in COMMANDS
    assert json.loads((project / ".vscode/extensions.json").read_text("utf-8")) == {
        "recommendations": ["redhat.vscode-yaml"]
    }


MISTAKES = """---
title: A map
status: finished
personas: [nobody, "[x] é 🚲"]
stages:
  - name: Éveil
    steps:
      - {id: a, action: "Lit — « tout »", channel: shop, satisfaction: 9}
---
![](nowhere.svg)
"""


def test_an_editor_reads_every_finding_of_a_check(project: Path) -> None:
    (project / "content/journeys/mistakes.md").write_text(MISTAKES, "utf-8")
    (project / "content/journeys/empty.md").write_text("", "utf-8")
    (project / "content/journeys/unfinished.md").write_text("---\ntitle: B\nstages: [{name: C}]\n---\n", "utf-8")
    (check,) = (task for task in vscode_tasks(project) if task["label"] == "parcours check")
    lines = CliRunner().invoke(check_command, [str(project)]).stderr.split("\n")
    read = []
    for matcher in check["problemMatcher"]:
        first, second = matcher["pattern"]
        for line, after in pairwise(lines):
            head, where = re.search(first["regexp"], line), re.search(second["regexp"], after)
            if head and where:
                place = (where[second["file"]], int(where[second["line"]]), int(where[second["column"]]))
                read.append((head[first["code"]], EDITOR_SEVERITIES[matcher["severity"]], *place))
    told = inspect(Project(project).read()).findings
    assert {found.severity.value for found in told} == set(EDITOR_SEVERITIES.values())
    assert sorted(read) == sorted(
        (found.rule, found.severity.value, found.place.path, found.place.line, found.place.column) for found in told
    )


EDITOR_SEVERITIES = {"error": "error", "warning": "warning", "info": "advice"}


def test_a_project_tells_the_next_two_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert new("my-maps").output.splitlines()[-2:] == ["    cd my-maps", "    parcours serve"]
    assert new("my other maps").output.splitlines()[-2].startswith("    cd ")
    assert "cd my other" not in new("my other maps 2").output


@pytest.mark.parametrize(
    ("environment", "options", "expected"),
    [
        ({}, (), "en"),
        ({"LANG": "fr_FR.UTF-8"}, (), "fr"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, (), "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, (), "en"),
        ({"LANG": "de_DE.UTF-8"}, (), "en"),
        ({"LANG": None}, (), "en"),
        ({"LANG": "fr_FR.UTF-8"}, ("--language", "en"), "en"),
    ],
)
def test_the_language_is_that_of_the_locale(
    tmp_path: Path, environment: dict[str, str | None], options: tuple[str, ...], expected: str
) -> None:
    done = new(str(tmp_path / "maps"), *options, **environment)
    assert (tmp_path / "maps" / "parcours.yml").read_bytes() == (starters() / expected / "parcours.yml").read_bytes()
    assert ("est prêt" in done.output) == (expected == "fr")


def test_missing_parents_are_made(tmp_path: Path) -> None:
    assert new(str(tmp_path / "a" / "b" / "maps")).exit_code == 0
    assert findings(tmp_path / "a" / "b" / "maps") == ()


def test_an_empty_folder_is_filled_and_stays_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tmp_path.stat().st_ino
    monkeypatch.chdir(tmp_path)
    done = new(".")
    assert done.exit_code == 0
    assert "cd " not in done.output
    assert tmp_path.stat().st_ino == before
    assert sorted(path.name for path in Path().iterdir()) == [
        ".gitignore",
        ".vscode",
        "README.md",
        "content",
        "parcours.yml",
    ]


def test_a_folder_called_persona(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "./persona" in new("persona").output
    assert new("./persona").exit_code == 0
    assert Path("persona/parcours.yml").is_file()


def test_a_full_folder_or_a_file_is_left_alone(tmp_path: Path, language: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / ".hidden").write_text("years of work", encoding="utf-8")
    (tmp_path / "file").write_text("years of work", encoding="utf-8")
    before = files(tmp_path)
    for goal, word in (("full", "folder"), ("file", "file"), ("file/maps", "made")):
        done = new(str(tmp_path / goal), "--language", language)
        assert done.exit_code == 2
        assert goal in done.output
        assert language == "fr" or word in done.output
    assert files(tmp_path) == before


@pytest.mark.parametrize("goal", ["maps", "a/b/maps", "empty"])
def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, goal: str) -> None:
    (tmp_path / "empty").mkdir()
    usual, written = Path.write_bytes, 0

    def full(path: Path, data: bytes) -> int:
        nonlocal written
        written += 1
        if written > 4:
            raise OSError(28, "No space left on device")
        return usual(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    done = new(str(tmp_path / goal))
    assert done.exit_code == 2
    assert "No space left on device" in done.output
    assert list(tmp_path.rglob("*")) == [tmp_path / "empty"]


def test_a_failed_last_move_empties_the_folder_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Path.rename

    def busy(path: Path, target: Path) -> Path:
        if target == tmp_path / "parcours.yml":
            raise OSError(16, "Device or resource busy")
        return usual(path, target)

    monkeypatch.setattr(Path, "rename", busy)
    assert new(str(tmp_path)).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_pages_of_every_kind_leave_the_project_clean(project: Path, language: str) -> None:
    persona = STARTER_PERSONA[language]
    for stages in STAGES:
        done = new("journey", f"A {stages} map", "--stages", stages, "--persona", persona, "--project", str(project))
        assert done.exit_code == 0
    assert new("persona", "Zoë", "--project", str(project)).exit_code == 0
    told = findings(project)
    unwritten = {"no-feeling", "no-owner", "no-step", "no-channel", "template-text", "unused-persona"}
    assert {found.rule for found in told} <= {f"map/{name}" for name in unwritten}
    assert {found.severity.value for found in told} == {"advice"}


def test_a_page_speaks_the_language_of_the_project(project: Path, language: str) -> None:
    other = "fr" if language == "en" else "en"
    for name, options in (("Ours", ()), ("Theirs", ("--language", other))):
        assert new("persona", name, *options, "--project", str(project), LANG="fr_FR.UTF-8").exit_code == 0
    ours = (project / "content/personas/ours.md").read_text("utf-8")
    assert ("représente" in ours) == (language == "fr")
    theirs = read(Path("content/personas/theirs.md"), (project / "content/personas/theirs.md").read_text("utf-8"))
    assert isinstance(theirs.record, Persona)
    assert theirs.record.lang == other


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("persona", "???"), "???"),
        (("persona", " "), "letter"),
        (("persona", ""), "letter"),
        (("persona",), "The name"),
        (("persona", "Nora"), "nora.md"),
        (("persona", "NÓRA"), "nora.md"),
        (("persona", "Readme"), "readme.md"),
        (("persona", "x" * 400), "x.md"),
        (("journey", "Folder"), "index.md"),
        (("wizard", "Merlin"), "wizard"),
        (("persona", "Ann", "--stages", "blank"), "--stages"),
        (("persona", "Ann", "--persona", "nora"), "--persona"),
        (("journey", "Ann", "--stages", "none"), "none"),
    ],
)
def test_what_is_refused(tmp_path: Path, words: tuple[str, ...], word: str) -> None:
    new(str(tmp_path / "maps"))
    folder = tmp_path / "maps/content/journeys/Folder"
    folder.mkdir()
    (folder / "index.md").write_text("---\ntitle: A journey in a folder\n---\n", encoding="utf-8")
    before = files(tmp_path)
    done = new(*words, *(() if words[0] == "wizard" else ("--project", str(tmp_path / "maps"))))
    assert done.exit_code == 2
    assert word in done.output
    assert files(tmp_path) == before


def test_options_of_pages_are_refused_for_projects(tmp_path: Path) -> None:
    assert new(str(tmp_path / "maps"), "--stages", "blank").exit_code == 2
    assert new(str(tmp_path / "maps"), "--project", str(tmp_path)).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_page_needs_a_project(tmp_path: Path, language: str) -> None:
    done = new("journey", "X", "--project", str(tmp_path), LANG="fr_FR" if language == "fr" else "C")
    assert done.exit_code == 2
    assert ("Lancez" if language == "fr" else "Run") in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_written_is_not_left_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new(str(tmp_path))
    before = files(tmp_path)
    monkeypatch.setattr("parcours.cli.new._filled", lambda *_: "\ud800")
    with pytest.raises(UnicodeEncodeError):
        new("persona", "Ann", "--project", str(tmp_path))
    assert files(tmp_path) == before


def test_a_persona_that_is_not_there_yet_is_told(tmp_path: Path) -> None:
    new(str(tmp_path))
    done = new("journey", "Return", "--persona", "nora", "--persona", "ann: x", "--project", str(tmp_path))
    assert done.exit_code == 0
    assert "`ann: x`" in done.stderr
    assert "`nora`" not in done.stderr
    table, _ = read_yaml((tmp_path / "content/journeys/return.md").read_text("utf-8").split("---\n")[1], "return.md")
    assert table.value["personas"] == ["nora", "ann: x"]


@pytest.mark.parametrize(("kind", "stages"), TEMPLATES)
def test_a_template_is_read_without_a_finding(language: str, kind: str, stages: str) -> None:
    text = template(language, kind, stages)
    page = Path(f"content/{kind}s/a-name.md")
    assert read(page, text).findings == ()
    assert read(page, in_use(text)).findings == ()


@pytest.mark.parametrize("kind", ["persona", "journey"])
def test_a_template_names_every_key(language: str, kind: str) -> None:
    text = in_use(template(language, kind, "purchase"))
    record = read(Path(f"content/{kind}s/a-name.md"), text).record
    if isinstance(record, Persona):
        assert set(Persona.model_fields) - record.model_fields_set == set()
    else:
        assert isinstance(record, Journey)
        stage = record.stages[0]
        for one, model in ((record, Journey), (stage, Stage), (stage.steps[0], Step)):
            assert set(model.model_fields) - one.model_fields_set == set()


def test_both_languages_have_the_same_templates_and_starter_parts() -> None:
    names = [sorted(path.name for path in (starters() / "templates" / language).iterdir()) for language in LANGUAGES]
    assert names[0] == names[1]
    assert len(names[0]) == len(TEMPLATES)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that outlives one example of a property."""
    folder = tmp_path_factory.mktemp("kept")
    new(str(folder))
    return folder


NAMES = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from("a1 :'\"#-{}[],&*!|>%@`\\~?\t\n\r\0\x85\u2028\u202f\ufeff\ud800é中🚲"), max_size=30),
    st.sampled_from(["null", "True", "~", "1e5", "0x1F", "- x", "x: y", "a #b", "{today}", "{personas}", "yes", "con"]),
)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(["persona", "journey"]), name=NAMES)
@example(kind="persona", name="a\uffff: b")  # no YAML file may hold it, unless escaped
@example(kind="journey", name="«\u202fOù est mon colis\u202f?\u202f»")
def test_any_name_gives_a_readable_page_or_a_clean_refusal(kept: Path, kind: str, name: str) -> None:
    before = files(kept)
    done = new(kind, "--project", str(kept), "--", name)
    made = set(files(kept)) - set(before)
    if done.exit_code == 2:
        assert made == set()
        return
    assert done.exit_code == 0
    (path,) = made
    text = (kept / path).read_text("utf-8")
    (kept / path).unlink()
    assert files(kept) == before
    document = read(Path(path), text)
    assert document.findings == ()
    record = document.record
    assert isinstance(record, Persona | Journey)
    shown = record.name if isinstance(record, Persona) else record.title
    assert "".join(shown.split()) == "".join(c for c in re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", "", name).split())


def test_nothing_heavy_is_loaded_to_start_a_project() -> None:
    heavy = "{'pydantic', 'jinja2', 'markdown', 'rich', 'yaml'}"
    code = f"import sys, parcours.cli.new; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
