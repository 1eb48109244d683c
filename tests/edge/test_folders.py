"""The folders of the last site wait for the next one, and bring nothing with them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from parcours.edge.folders import put_away, remove_empty, take_up


def made(folder: Path) -> Path:
    for name in ("journeys/buy/index.html", "journeys/buy/compare/index.html", "index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


def below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_folders_wait_without_their_files(tmp_path: Path) -> None:
    put_away(made(tmp_path / "old"), tmp_path / "waiting")
    assert not (tmp_path / "old").exists()
    assert below(tmp_path / "waiting") == ["journeys", "journeys/buy", "journeys/buy/compare"]
    folders = take_up(tmp_path / "waiting", tmp_path / "fresh")
    assert folders is not None
    assert not (tmp_path / "waiting").exists()
    (tmp_path / "fresh" / "journeys" / "buy" / "index.html").write_text("new", "utf-8")
    remove_empty(folders)
    assert below(tmp_path / "fresh") == ["journeys", "journeys/buy", "journeys/buy/index.html"]


def test_what_is_linked_elsewhere_stays_there(tmp_path: Path) -> None:
    old = made(tmp_path / "old")
    (tmp_path / "kept.html").hardlink_to(old / "index.html")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "own.txt").write_text("mine", "utf-8")
    (old / "link").symlink_to(tmp_path / "outside")
    put_away(old, tmp_path / "waiting")
    assert (tmp_path / "kept.html").read_text("utf-8") == "index.html"
    assert (tmp_path / "outside" / "own.txt").exists()
    assert take_up(tmp_path / "waiting", tmp_path / "fresh") is not None


@pytest.mark.parametrize("where", ["none", "others", "nowhere"])
def test_without_a_place_to_wait_they_are_removed(tmp_path: Path, where: str) -> None:
    if where == "others":
        made(tmp_path / "waiting")
    waiting = {"none": None, "others": tmp_path / "waiting", "nowhere": tmp_path / "no" / "waiting"}[where]
    put_away(made(tmp_path / "old"), waiting)
    assert not (tmp_path / "old").exists()


def a_file(folder: Path) -> None:
    (folder / "journeys" / "planted.html").write_text("theirs", "utf-8")


def a_link(folder: Path) -> None:
    (folder / "journeys" / "way-out").symlink_to("/", target_is_directory=True)


def itself_a_link(folder: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.symlink_to(folder.with_name("real"))


def itself_a_file(folder: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.write_text("a file", "utf-8")


@pytest.mark.parametrize("harm", [a_file, a_link, itself_a_link, itself_a_file])
def test_with_anything_among_them_they_are_not_taken(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    put_away(made(tmp_path / "old"), tmp_path / "waiting")
    harm(tmp_path / "waiting")
    assert take_up(tmp_path / "waiting", tmp_path / "fresh") is None
    assert not (tmp_path / "fresh").exists()
    assert not (tmp_path / "waiting").exists()
    assert Path("/etc").exists()


def test_where_none_wait_there_are_none(tmp_path: Path) -> None:
    assert take_up(tmp_path / "waiting", tmp_path / "fresh") is None
    assert below(tmp_path) == []
