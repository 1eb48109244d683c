"""Every rule has a page in both languages, and its examples give exactly what the page says."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parcours.build.build import Build, build
from parcours.build.snapshot import Snapshot
from parcours.cli.project import WrongUse, open_project
from parcours.edge.git import GitFault, Trouble
from parcours.edge.history import with_history
from parcours.edge.project import Project
from parcours.edge.rule_pages import LANGUAGES, SEVERITIES, rule_page, rules_folder, summary_of
from parcours.edge.texts import LARGEST_TEXT
from parcours.findings.catalogue import RULES
from parcours.findings.rules.rule import Rule
from parcours.parse.yaml_reader import read_yaml
from tests.docs.rule_examples import Page, put, read_rule_page
from tests.edge.repositories import Made

TODAY = dt.date(2026, 11, 24)
"""The day the examples are read on: what is overdue in them stays so, what is not never becomes it."""

each_page = pytest.mark.parametrize("language", LANGUAGES)
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build whose compiled templates serve all others."""
    return build(Project(put({}, tmp_path_factory.mktemp("first"))).read())


def page_of(rule: Rule, language: str) -> Page:
    return read_rule_page(rule_page(rule, language), language)


def found_in(files: dict[str, str], folder: Path, before: Build) -> list[str]:
    """The rules of the findings in a project of some files."""
    return rules_of(Project(put(files, folder)).read(), before)


def rules_of(snapshot: Snapshot, before: Build | None = None) -> list[str]:
    return [found.rule for found in build(replace(snapshot, today=TODAY), before).findings]


def keys_in(path: str, text: str) -> Iterator[object]:
    """The keys of a file's front matter, each with where it stands; the columns of a table."""
    if path.endswith(".csv"):
        yield text.partition("\n")[0]
    elif path.endswith((".md", ".yml")):
        parts = text.split("---\n")
        table, _ = read_yaml(parts[1] if len(parts) > 1 and not path.endswith(".yml") else text, path)
        yield from table.keys


Situation = Callable[[Path, pytest.MonkeyPatch], list[str]]


def not_utf_8(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    del monkeypatch
    (folder / "content/personas").mkdir(parents=True)
    (folder / "content/personas/renee.md").write_bytes("---\nname: Ren\xe9e\nkind: role\n---\n".encode("latin-1"))
    return rules_of(Project(folder).read())


def too_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    del monkeypatch
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("x" * (LARGEST_TEXT + 1))
    return rules_of(Project(folder).read())


def outside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    del monkeypatch
    (folder / "elsewhere.md").write_text("---\ntitle: Secret\n---\n")
    (folder / "project/content/evidence").mkdir(parents=True)
    (folder / "project/content/evidence/interviews.md").symlink_to(folder / "elsewhere.md")
    return rules_of(Project(folder / "project").read())


def unreadable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    put({"content/index.md": "---\ntitle: Maps\n---\n"}, folder)

    read = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "index.md":
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        snapshot = Project(folder).read()
    return rules_of(snapshot)


def no_project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    del monkeypatch
    with pytest.raises(WrongUse):
        open_project(folder)
    return ["files/no-project"]


def shallow(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    del monkeypatch
    made = Made.at(folder / "whole")
    for title in ("Maps", "All maps"):
        made.write("content/index.md", f"---\ntitle: {title}\n---\n")
        made.commit()
    made.git("clone", "--quiet", "--depth", "1", made.folder.as_uri(), str(folder / "cut"))
    return rules_of(with_history(folder / "cut", Project(folder / "cut").read()))


def not_ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for name, value in (("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"), ("GIT_CONFIG_GLOBAL", os.devnull)):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return _with_past(folder)


def no_history(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    def refuse(*_: object) -> None:
        raise GitFault(Trouble.FAILED, "fatal: loose object 3b18e5 is corrupt")

    monkeypatch.setattr("parcours.edge.history.read_log", refuse)
    return _with_past(folder)


def _with_past(folder: Path) -> list[str]:
    made = Made(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", raising=False)
        Made.at(folder)
        made.write("content/index.md", "---\ntitle: Maps\n---\n")
        made.commit()
    return rules_of(with_history(folder, Project(folder).read()))


def no_drawing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    put({"content/index.md": "---\ntitle: Maps\n---\n"}, folder)
    monkeypatch.setattr("parcours.build.build.draw_available", lambda: False)
    return rules_of(Project(folder).read())


SITUATIONS: dict[str, Situation] = {
    "files/not-utf-8": not_utf_8,
    "files/too-large": too_large,
    "files/outside": outside,
    "files/unreadable": unreadable,
    "files/no-project": no_project,
    "files/shallow-history": shallow,
    "files/history-not-ours": not_ours,
    "files/no-history": no_history,
    "content/no-drawing": no_drawing,
}
"""How a rule comes about that no text of a file can trigger."""


@each_page
def test_no_page_without_a_rule(language: str) -> None:
    folder = rules_folder() / language
    assert {p.relative_to(folder).with_suffix("").as_posix() for p in folder.rglob("*.md")} == set(RULES)


@each_page
@each_rule
def test_the_head_of_the_page(rule: Rule, language: str) -> None:
    page = page_of(rule, language)
    summary = summary_of(rule, page.title)
    colon = "\u202f:" if language == "fr" else ":"
    assert page.title == f"# {rule.name}{colon} {summary}"
    assert summary
    assert not summary.endswith(".")
    assert page.line == f"`{rule.code}` · {SEVERITIES[language][rule.severity]}"
    assert len(page.words) > 100


@each_page
@each_rule
def test_the_examples_trigger_the_rule_and_nothing_else(
    rule: Rule, language: str, tmp_path: Path, before: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(rule, language)
    if rule.name in SITUATIONS:
        wrong = SITUATIONS[rule.name](tmp_path, monkeypatch)
        monkeypatch.undo()
    else:
        assert page.wrong
        assert page.right
        wrong = found_in(page.wrong, tmp_path / "wrong", before)
    assert wrong == [rule.name]
    assert found_in(page.right, tmp_path / "right", before) == []


@each_rule
def test_both_languages_show_the_same_files(rule: Rule) -> None:
    english, french = (page_of(rule, language) for language in LANGUAGES)
    for one, other in ((english.wrong, french.wrong), (english.right, french.right)):
        assert [Path(path).parent for path in one] == [Path(path).parent for path in other]
        for (path, text), (_, autre) in zip(one.items(), other.items(), strict=True):
            assert list(keys_in(path, text)) == list(keys_in(path, autre))
