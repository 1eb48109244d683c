"""What git says of real repositories: where a folder lies, what a commit holds, why there is nothing to say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parcours.edge.git import GitFault, Trouble, ask, blobs, commit_of, files_at, repository
from tests.edge.repositories import Made


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made.at(tmp_path / "repo")


def _trouble(folder: Path) -> Trouble:
    with pytest.raises(GitFault) as fault:
        repository(folder)
    return fault.value.trouble


def test_a_repository_knows_its_head_branch_and_folder(made: Made) -> None:
    made.write("docs/maps/content/index.md", "Hello")
    head = made.commit()
    found = repository(made.folder / "docs" / "maps")
    assert (found.head, found.branch, found.prefix, found.shallow) == (head, "main", "docs/maps/", False)
    assert found.git_dir == made.folder / ".git"
    assert repository(made.folder).prefix == ""


def test_before_the_first_commit_there_is_a_branch_and_no_head(made: Made) -> None:
    found = repository(made.folder)
    assert (found.head, found.branch) == ("", "main")


def test_a_detached_head_has_no_branch(made: Made) -> None:
    head = made.commit()
    made.git("checkout", "--quiet", "--detach")
    assert (repository(made.folder).head, repository(made.folder).branch) == (head, "")


def test_a_shallow_clone_says_so(made: Made, tmp_path: Path) -> None:
    made.commit(buy="one")
    made.commit(buy="two")
    made.git("clone", "--quiet", "--depth", "1", made.folder.as_uri(), str(tmp_path / "clone"))
    assert repository(tmp_path / "clone").shallow


def test_a_submodule_is_a_repository_of_its_own(made: Made, tmp_path: Path) -> None:
    head = made.commit(buy="one")
    outer = Made.at(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", str(made.folder), "maps")
    outer.commit()
    found = repository(outer.folder / "maps")
    assert (found.head, found.prefix) == (head, "")
    assert outer.folder / ".git" in found.git_dir.parents
    outer_files = files_at(repository(outer.folder), repository(outer.folder).head)
    assert list(outer_files) == [".gitmodules"]


def test_outside_a_repository_and_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _trouble(tmp_path) is Trouble.NO_REPOSITORY
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _trouble(tmp_path) is Trouble.NO_GIT


def test_inside_gits_own_folder_there_is_no_project(made: Made) -> None:
    made.commit()
    assert _trouble(made.folder / ".git") is Trouble.NO_REPOSITORY


def test_a_repository_of_somebody_else_is_told_apart(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made.commit()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    assert _trouble(made.folder) is Trouble.UNSAFE


def test_a_folder_that_is_gone_is_a_fault_and_no_traceback(tmp_path: Path) -> None:
    assert _trouble(tmp_path / "gone") is Trouble.FAILED
    with pytest.raises(GitFault):
        ask(tmp_path, "rev-parse", "\0")


def test_a_hooks_environment_does_not_lead_elsewhere(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = made.commit()
    other = Made.at(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git" / "index"))
    assert repository(made.folder).head == head


def test_revisions_by_branch_tag_and_distance(made: Made) -> None:
    first = made.commit(buy="one")
    made.git("tag", "v1")
    second = made.commit(buy="two")
    assert [commit_of(made.folder, name) for name in ("v1", "main", "HEAD~1")] == [first, second, first]
    for name in ("v9", "--all", "", "main..v1"):
        with pytest.raises(GitFault) as fault:
            commit_of(made.folder, name)
        assert fault.value.trouble is Trouble.UNKNOWN


def test_the_files_of_a_commit_and_their_bytes(made: Made) -> None:
    name = 'maps/content/journeys/é ü\tquote".md'
    made.write(name, "line\nno end")
    made.write("maps/content/empty.md", "")
    made.write("elsewhere.md", "other")
    (made.folder / "maps" / "link.md").symlink_to("content/empty.md")
    first = made.commit()
    made.write(name, "later")
    made.commit()
    found = repository(made.folder / "maps")
    files = files_at(found, first)
    assert sorted(files) == ["content/empty.md", name.removeprefix("maps/")]
    assert files == files_at(found, first, "content")
    assert files_at(found, first, "content/nothing") == {}
    texts = dict(blobs(found.folder, [*files.values(), *files.values(), "0" * 40]))
    assert {texts[id_] for id_ in files.values()} == {b"line\nno end", b""}
    assert len(texts) == 2


def test_a_clone_without_blobs_asks_no_network(made: Made, tmp_path: Path) -> None:
    made.commit(buy="one")
    made.commit(buy="two")
    made.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    made.git("clone", "--quiet", "--filter=blob:none", made.folder.as_uri(), str(clone))
    files = files_at(repository(clone), commit_of(clone, "HEAD~1"))
    assert list(files) == ["content/journeys/buy.md"]
    try:
        assert dict(blobs(clone, files.values())) == {}
    except GitFault as fault:
        assert fault.trouble is Trouble.FAILED  # noqa: PT017 - git before 2.45 gives up instead
