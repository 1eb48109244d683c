"""A project read at a commit: what it holds, whatever lies in the working tree."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from parcours.edge.git import GitFault
from parcours.edge.project import Project
from parcours.edge.revision import Revision, fork_of, names_of
from parcours.parse.reviews import REVIEWS
from tests.edge.repositories import Made

PAGE = "---\ntitle: {}\n---\n"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made.at(tmp_path / "maps")


def read(made: Made, commit: str, folder: str = "") -> tuple[Revision, dict[str, str], dict[str, str], list[str]]:
    project = Project(made.folder / folder)
    revision = Revision(project.root, commit)
    snapshot = revision.read(project.read())
    texts = {path: source.text for path, source in snapshot.sources.items()}
    told = [f"{found.rule} {found.place.path}" for found in snapshot.unread]
    return revision, texts, dict(snapshot.assets), told


def test_texts_pictures_and_settings(made: Made) -> None:
    made.write("parcours.yml", "site_name: Then\n")
    made.write("content/assets/a.svg", "<svg/>")
    made.write("content/.hidden.md", "x")
    made.write("content/journeys/draft.md~", "x")
    made.write("README.md", "x")
    commit = made.commit(buy=PAGE.format("Then"))
    made.write("parcours.yml", "site_name: Now\n")
    (made.folder / "content/assets/a.svg").unlink()
    made.commit(buy=PAGE.format("Now"), other=PAGE.format("Other"))
    revision, texts, assets, told = read(made, commit)
    assert texts == {"parcours.yml": "site_name: Then\n", "content/journeys/buy.md": PAGE.format("Then")}
    assert list(assets) == ["content/assets/a.svg"]
    with revision:
        assert revision.asset("content/assets/a.svg").read_bytes() == b"<svg/>"
    assert told == []


def test_what_was_reviewed_then(made: Made) -> None:
    made.write(REVIEWS, "then\n")
    commit = made.commit(buy=PAGE.format("Buy"))
    made.write(REVIEWS, "now\n")
    assert read(made, commit)[1][REVIEWS] == "then\n"


def test_line_ends_and_names_of_any_script(made: Made) -> None:
    name = "content/personas/Élodie à « vélo ».md"
    made.write(name, PAGE.format("É").replace("\n", "\r\n"))
    commit = made.commit()
    assert read(made, commit)[1] == {name: PAGE.format("É")}


def test_bad_files_are_findings_not_faults(made: Made) -> None:
    made.write("content/journeys/large.md", "x" * 2_000_001)
    (made.folder / "content/journeys/latin.md").write_bytes(b"---\ntitle: \xe9\n---\n")
    commit = made.commit()
    assert read(made, commit)[3] == [
        "files/too-large content/journeys/large.md",
        "files/not-utf-8 content/journeys/latin.md",
    ]


def test_links_are_followed_inside_the_project_only(made: Made) -> None:
    made.write("content/journeys/buy/index.md", PAGE.format("Buy"))
    made.write("secret.md", "x")
    links = {"journeys/same.md": "buy/index.md", "journeys/folder": "buy", "journeys/out.md": "../../../etc/passwd"}
    links |= {"journeys/loop": ".", "journeys/abs.md": "/etc/passwd"}
    for path, target in links.items():
        (made.folder / "content" / path).symlink_to(target)
    commit = made.commit()
    _, texts, _, told = read(made, commit)
    assert sorted(texts) == [f"content/journeys/{path}" for path in ("buy/index.md", "folder/index.md", "same.md")]
    assert sorted(told) == [f"files/outside content/journeys/{path}" for path in ("abs.md", "loop", "out.md")]


def test_a_submodule_is_read_where_it_is_checked_out(made: Made, tmp_path: Path) -> None:
    shared = Made.at(tmp_path / "shared")
    shared.write("nora.md", "---\nname: Nora\n---\n")
    shared.commit()
    made.write("content/journeys/buy.md", PAGE.format("Buy"))
    made.git("submodule", "--quiet", "add", str(shared.folder), "content/personas")
    commit = made.commit()
    shared.write("nora.md", "---\nname: Nora Lind\n---\n")
    shared.commit()
    made.git("-C", "content/personas", "pull", "--quiet")
    assert "content/personas/nora.md" in read(made, commit)[1]
    assert read(made, commit)[1]["content/personas/nora.md"] == "---\nname: Nora\n---\n"
    made.git("submodule", "--quiet", "deinit", "--force", "content/personas")
    _, texts, _, told = read(made, commit)
    assert "content/personas/nora.md" not in texts
    assert told == ["files/unreadable content/personas"]


def test_a_picture_in_large_file_storage(made: Made) -> None:
    picture = b"\x89PNG and more"
    oid = hashlib.sha256(picture).hexdigest()
    for name, id_ in (("here", oid), ("away", "0" * 64)):
        pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{id_}\nsize {len(picture)}\n"
        made.write(f"content/assets/{name}.png", pointer)
    commit = made.commit()
    kept = made.folder / ".git/lfs/objects" / oid[:2] / oid[2:4] / oid
    kept.parent.mkdir(parents=True)
    kept.write_bytes(picture)
    revision, _, assets, told = read(made, commit)
    assert list(assets) == ["content/assets/here.png"]
    with revision:
        assert revision.asset("content/assets/here.png").read_bytes() == picture
    assert told == ["files/unreadable content/assets/away.png"]


def test_a_worktree_of_a_project_below_the_top(made: Made, tmp_path: Path) -> None:
    made.write("docs/[maps]/content/journeys/buy.md", PAGE.format("Buy"))
    commit = made.commit()
    made.git("worktree", "add", "--quiet", str(tmp_path / "beside"))
    beside = Made(tmp_path / "beside")
    assert list(read(beside, commit, "docs/[maps]")[1]) == ["content/journeys/buy.md"]


def test_nothing_is_checked_out_or_locked(made: Made) -> None:
    commit = made.commit(buy=PAGE.format("Then"))
    made.commit(buy=PAGE.format("Now"))
    made.write("content/journeys/buy.md", PAGE.format("Unsaved"))
    before = made.git("status", "--porcelain")
    (made.folder / ".git/index.lock").touch()
    assert read(made, commit)[1]["content/journeys/buy.md"] == PAGE.format("Then")
    (made.folder / ".git/index.lock").unlink()
    assert made.git("status", "--porcelain") == before == "M content/journeys/buy.md"


def test_branches_tags_and_where_they_part(made: Made) -> None:
    first = made.commit()
    made.git("tag", "v1")
    made.git("switch", "--quiet", "-c", "topic")
    made.commit(says="There")
    made.git("switch", "--quiet", "main")
    made.commit()
    assert set(names_of(made.folder)) == {"main", "topic", "v1"}
    assert fork_of(made.folder, "main", "topic") == first
    made.git("switch", "--quiet", "--orphan", "alone")
    made.commit(says="Alone")
    with pytest.raises(GitFault):
        fork_of(made.folder, "main", "alone")
