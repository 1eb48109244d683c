"""What one process keeps of its build and the next builds on: the same site as from nothing, and nobody's code run."""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.build.build import prepare
from parcours.draw.diagram import Drawn, NotDrawn
from parcours.edge import kept, key, marked, signed
from parcours.edge.memory import FOLDER
from parcours.edge.project import Project
from parcours.edge.unchanged import tools_here
from parcours.link.forms import Forms
from parcours.source.pickled import STANDS_FOR
from parcours.theme.stock import DrawnBy, Fresh
from tests.build.warm import DAY, Ended, Warm
from tests.conftest import FRENCH


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """The real command."""
    with Warm(tmp_path_factory.mktemp("said")) as warm:
        yield warm


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of its own."""
    return Path(shutil.copytree(FRENCH, tmp_path / "maps", ignore=shutil.ignore_patterns("site", ".parcours")))


def build(shell: Warm, root: Path, *words: str) -> Ended:
    ended = shell.run("build", *words, cwd=root)
    assert ended.code == 0, ended.said
    return ended


def told(shell: Warm, root: Path) -> str:
    """What is said of a project with mistakes, whose site is made all the same."""
    ended = shell.run("build", cwd=root)
    assert ended.code == 1, ended.said
    return ended.said


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def inodes(folder: Path) -> dict[str, int]:
    return {str(p.relative_to(folder)): p.stat().st_ino for p in sorted(folder.rglob("*")) if p.is_file()}


def from_nothing(shell: Warm, root: Path) -> dict[str, bytes]:
    clean = root.parent / "clean"
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("site", ".parcours"))
    build(shell, clean)
    return files(clean / "site")


def first_page(root: Path, folder: str = "journeys") -> Path:
    return min((root / "content" / folder).glob("*.md"))


def change(root: Path) -> None:
    page = first_page(root)
    page.write_text(page.read_text("utf-8") + "\nEncore une ligne.\n", encoding="utf-8")


def kept_files(root: Path) -> list[Path]:
    return sorted((root / FOLDER).glob("*.kept"))


def test_an_edit_is_built_on_what_the_last_process_kept(shell: Warm, project: Path) -> None:
    build(shell, project)
    before = inodes(project / "site")
    change(project)
    build(shell, project)
    after = inodes(project / "site")
    assert files(project / "site") == from_nothing(shell, project)
    same = [name for name in after if before.get(name) == after[name]]
    assert len(same) > len(after) / 2, "what did not change is linked, not made"
    assert f"journeys/{first_page(project).stem}/index.html" not in same


def test_what_is_kept_may_be_older_than_the_site(shell: Warm, project: Path) -> None:
    for number in range(60):
        page = project / "content" / "evidence" / f"note-{number}.md"
        page.write_text(f"---\ntitle: Note {number}\nkind: interview\n---\n", encoding="utf-8")
    build(shell, project)
    names = [path.name for path in kept_files(project)]
    page = first_page(project)
    was = page.read_text("utf-8")
    for text in (was + "\nOne.\n", was + "\nTwo.\n", was):
        page.write_text(text, encoding="utf-8")
        build(shell, project)
        assert files(project / "site") == from_nothing(shell, project)
    assert [path.name for path in kept_files(project)] == names, "small changes keep nothing anew"


def test_a_file_of_the_site_that_somebody_changed_is_made_again(shell: Warm, project: Path) -> None:
    build(shell, project)
    (project / "site" / "personas" / "index.html").write_text("ours now", encoding="utf-8")
    (project / "site" / "404.html").unlink()
    change(project)
    build(shell, project)
    assert files(project / "site") == from_nothing(shell, project)


def test_what_pages_see_of_journeys_comes_back_with_them(shell: Warm, project: Path) -> None:
    build(shell, project)
    now = Project(project).read()
    before = kept.Keeper(project, project / "site", tools_here()).recall(now)
    assert before is not None
    marks = before.shelf.glances.marks
    assert isinstance(marks, Forms)
    assert marks.earlier is not None
    made = marks.earlier[1].made
    assert made == dict(prepare(now).shelf.glances.marks), "no text is read again to know its places"


def test_an_edit_does_not_wake_all_journeys(shell: Warm, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)  # the command's day, too
    build(shell, project)
    page = first_page(project)
    page.write_text(page.read_text("utf-8").rstrip()[:-1] + "!\n", encoding="utf-8")
    now = Project(project).read()
    before = kept.Keeper(project, project / "site", tools_here()).recall(now)
    made = prepare(now, before)
    assert made.shelf.contract_files()
    assert made.shelf.index_files()
    assert made.shown == ()
    asleep = {id_ for id_, journey in made.atlas.journeys.items() if STANDS_FOR in vars(type(journey))}
    assert asleep, "what is asked of every journey at each build is known while it sleeps"


def test_the_folders_of_the_last_site_are_those_of_the_next_but_for_empty_ones(shell: Warm, project: Path) -> None:
    note = project / "content" / "evidence" / "note.md"
    note.write_text("---\ntitle: Note\nkind: interview\n---\n", encoding="utf-8")
    build(shell, project)
    change(project)
    build(shell, project)
    folders = project / FOLDER / "folders"
    waiting = {path.stat().st_ino for path in folders.rglob("*")}
    assert (folders / "evidence" / "note").is_dir()
    note.unlink()
    build(shell, project)
    assert {path.stat().st_ino for path in (project / "site").rglob("*") if path.is_dir()} <= waiting
    assert files(project / "site") == from_nothing(shell, project)
    assert not [path for path in (project / "site").rglob("*") if path.is_dir() and not any(path.iterdir())]
    assert not [path for path in folders.rglob("*") if not path.is_dir()]


def test_a_linked_file_is_never_written_into(shell: Warm, project: Path, tmp_path: Path) -> None:
    build(shell, project)
    witness = tmp_path / "witness"
    shutil.copytree(project / "site", witness, copy_function=os.link)
    before = files(witness)
    change(project)
    build(shell, project)
    assert files(witness) == before


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "text"])
def test_what_is_damaged_is_told_once_and_made_anew(shell: Warm, project: Path, damage: str) -> None:
    build(shell, project)
    for file in kept_files(project):
        data = file.read_bytes()
        middle = len(data) // 2
        flipped = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
        file.write_bytes({"cut": data[:middle], "flipped": flipped, "empty": b"", "text": b"hello"}[damage])
    change(project)
    first = build(shell, project)
    assert files(project / "site") == from_nothing(shell, project)
    change(project)
    second = build(shell, project)
    assert files(project / "site") == from_nothing(shell, project)
    assert "est abîmé, ou vient d’ailleurs" not in second.said
    if damage in ("cut", "flipped"):
        assert "est abîmé, ou vient d’ailleurs" in first.said


def test_what_lies_at_the_address_of_a_pages_file_never_takes_its_place(shell: Warm, project: Path) -> None:
    asset = project / "content" / "journeys" / first_page(project).stem / "map.svg"
    asset.parent.mkdir()
    asset.write_text("<svg/>", encoding="utf-8")
    assert "[files/taken]" in told(shell, project)
    page = project / "site" / "journeys" / first_page(project).stem / "map.svg"
    assert page.read_text("utf-8") != "<svg/>"
    witness = project.parent / "witness"
    os.link(page, witness)
    was = witness.read_bytes()
    asset.write_text("<svg>2</svg>", encoding="utf-8")
    assert "[files/taken]" in told(shell, project)
    assert witness.read_bytes() == was
    asset.unlink()
    build(shell, project)
    assert files(project / "site") == from_nothing(shell, project)


def test_a_linked_folder_of_the_project_is_looked_into(shell: Warm, project: Path) -> None:
    (project / "shared").mkdir()
    (project / "content" / "personas").rename(project / "shared" / "personas")
    (project / "content" / "personas").symlink_to("../shared/personas")
    build(shell, project)
    change(project)
    persona = first_page(project / "content" / "..", "personas")
    persona.write_text(persona.read_text("utf-8") + "\nEncore.\n", encoding="utf-8")
    build(shell, project)
    persona.write_text(persona.read_text("utf-8") + "\nToujours.\n", encoding="utf-8")
    build(shell, project)
    assert files(project / "site") == from_nothing(shell, project)


def test_a_site_that_was_lost_is_linked_from_again(shell: Warm, project: Path) -> None:
    build(shell, project)
    shutil.rmtree(project / "site")
    build(shell, project)
    before = inodes(project / "site")
    change(project)
    build(shell, project)
    after = inodes(project / "site")
    assert sum(before.get(name) == inode for name, inode in after.items()) > len(after) / 2


def test_another_build_puts_its_site_there_meanwhile(shell: Warm, project: Path) -> None:
    build(shell, project)
    keeper, fresh = kept.Keeper(project, project / "site", tools_here()), project.parent / "fresh"
    keeper.recall(Project(project).read())
    assert keeper.link(("404.html",), fresh)
    (fresh / "404.html").unlink()
    (project / "site" / "404.html").unlink()
    (project / "site" / "404.html").write_text("another build's", encoding="utf-8")
    assert not keeper.link(("404.html",), fresh)
    assert not (fresh / "404.html").exists()


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_file_is_not_read(shell: Warm, project: Path, kind: str) -> None:
    build(shell, project)
    for file in (*kept_files(project), project / FOLDER / "built.json"):
        file.unlink()
        if kind == "link":
            file.symlink_to("/dev/zero")
        elif kind == "pipe":
            os.mkfifo(file)
        else:
            file.mkdir()
    build(shell, project)
    assert files(project / "site") == from_nothing(shell, project)


def test_nothing_is_written_through_links_of_the_project(shell: Warm, project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "cards").mkdir(parents=True)
    (elsewhere / "cards" / "precious.card").write_text("mine", encoding="utf-8")
    (project / FOLDER).mkdir(parents=True)
    (project / FOLDER / "cards").symlink_to(elsewhere / "cards")
    (project / FOLDER / ".gitignore").symlink_to(elsewhere / "new")
    with (project / "parcours.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nbase_url: https://maps.example/\n")
    build(shell, project)
    assert [path.name for path in sorted(elsewhere.rglob("*"))] == ["cards", "precious.card"]


class Bomb:
    """Leaves a trace when it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.trace),)


def test_what_another_key_has_signed_is_not_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    trace, file = tmp_path / "trace", tmp_path / "file"
    monkeypatch.setenv(key.GIVEN, "the secret of somebody else")
    assert signed.write_signed(file, Bomb(trace), "tools")
    monkeypatch.setenv(key.GIVEN, "our own secret text")
    with pytest.raises(signed.NotOurs):
        signed.read_signed(file, "tools")
    assert not trace.exists()
    pickle.loads(file.read_bytes().partition(b"\n")[2][: -signed.SIZE])
    assert trace.exists(), "it would have"


def test_not_even_our_own_signature_runs_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(key.GIVEN, "our own secret text")
    assert signed.write_signed(tmp_path / "file", Bomb(tmp_path / "trace"), "tools")
    with pytest.raises(signed.NotOurs):
        signed.read_signed(tmp_path / "file", "tools")
    assert not (tmp_path / "trace").exists()


@given(st.integers(0, 200), st.integers(0, 7), st.integers(0, 60))
def test_no_bit_and_no_byte_may_be_another(at: int, bit: int, cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv(key.GIVEN, "our own secret text")
        file = Path(folder) / "file"
        assert signed.write_signed(file, {"a": [1, 2, "three"]}, "tools")
        data = file.read_bytes()
        at %= len(data)
        for other in (data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :], data[: len(data) - 1 - cut]):
            file.write_bytes(other)
            try:
                assert signed.read_signed(file, "tools") is None, "kept with another tool, as far as it can be seen"
                assert other[:15] != data[:15]
            except signed.NotOurs:
                pass


def test_a_name_with_dots_leads_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(key.GIVEN, "our own secret text")
    code = b"\x80\x04\x8c\x11parcours.edge.git\x8c\x10subprocess.Popen\x93]\x8c\x05touch\x8c\x01xe\x85R."
    file = tmp_path / "file"
    assert signed.write_signed(file, None, "tools")
    head = file.read_bytes().partition(b"\n")[0] + b"\n"
    signing = key.mac("tools file", code)
    assert signing is not None
    file.write_bytes(head + code + signing.digest())
    monkeypatch.chdir(tmp_path)
    with pytest.raises(signed.NotOurs):
        signed.read_signed(file, "tools")
    assert not (tmp_path / "x").exists()


def test_a_file_goes_by_its_own_name_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(key.GIVEN, "our own secret text")
    assert signed.write_signed(tmp_path / "one", "a", "tools")
    (tmp_path / "one").rename(tmp_path / "other")
    with pytest.raises(signed.NotOurs):
        signed.read_signed(tmp_path / "other", "tools")


def test_a_key_in_reach_of_others_and_a_short_one_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(key.GIVEN, "short")
    assert not signed.write_signed(tmp_path / "file", "a", "tools")
    monkeypatch.delenv(key.GIVEN)
    monkeypatch.setattr(key, "user_state_path", _at(tmp_path / "state"))
    assert signed.write_signed(tmp_path / "file", "a", "tools")
    (tmp_path / "state" / key.NAME).chmod(0o644)
    with pytest.raises(signed.NotOurs):
        signed.read_signed(tmp_path / "file", "tools")
    assert (tmp_path / "state" / key.NAME).stat().st_mode & 0o077 == 0


def test_what_other_tools_kept_is_as_if_it_were_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(key.GIVEN, "our own secret text")
    assert signed.write_signed(tmp_path / "file", {"a": 1}, "tools")
    assert signed.read_signed(tmp_path / "file", "tools") == {"a": 1}
    assert signed.read_signed(tmp_path / "file", "newer") is None


def _at(path: Path) -> Callable[..., Path]:
    def where(*_: object, **__: object) -> Path:
        return path

    return where


def test_the_key_is_the_users_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(key.GIVEN, raising=False)
    monkeypatch.setattr(key, "user_state_path", _at(tmp_path / "state"))
    file = tmp_path / "file"
    assert signed.write_signed(file, "a", "tools")
    assert signed.read_signed(file, "tools") == "a"
    file_of_key = tmp_path / "state" / key.NAME
    assert file_of_key.stat().st_mode & 0o077 == 0
    file_of_key.write_bytes(b"short")
    with pytest.raises(signed.NotOurs):
        signed.read_signed(file, "tools")
    assert len(file_of_key.read_bytes()) == key.SIZE


def test_without_a_place_for_a_key_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(key.GIVEN, raising=False)
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(key, "user_state_path", _at(tmp_path / "file" / "below"))
    assert not signed.write_signed(tmp_path / "kept", "a", "tools")


def test_where_there_can_be_no_second_name_files_are_copied(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "old").write_text("body", encoding="utf-8")
    marked.put(tmp_path / "old", tmp_path / "new")
    assert (tmp_path / "new").read_text("utf-8") == "body"
    assert marked.mark_of(tmp_path / "new") == marked.mark_of(tmp_path / "old")


def test_a_few_new_pictures_are_kept_beside_the_many(tmp_path: Path) -> None:
    def keeper() -> kept.Keeper:
        return kept.Keeper(tmp_path, tmp_path / "site", "tools")

    def drawn(*numbers: int) -> dict[DrawnBy, Drawn | NotDrawn]:
        return {(f"script {n}", "id", "title"): Drawn(f"<svg>{n}</svg>", n, n, "", "", (), str(n)) for n in numbers}

    many, few = tmp_path / FOLDER / kept.DRAWINGS, tmp_path / FOLDER / kept.LATE
    keeper().keep_stock(Fresh(drawn(*range(kept.MOST_LATE + 1)), {((1.0, None), 0): "curve"}))
    assert many.exists()
    assert not few.exists()
    before = many.read_bytes()
    keeper().keep_stock(Fresh(drawn(1000), {((5.0,), 0): "other"}))
    keeper().keep_stock(Fresh(drawn(1001)))
    assert many.read_bytes() == before
    everything = drawn(*range(kept.MOST_LATE + 1), 1000, 1001)
    assert keeper().stock.drawn == everything
    assert keeper().stock.curves == {((1.0, None), 0): "curve", ((5.0,), 0): "other"}
    keeper().keep_stock(Fresh(drawn(*range(2000, 2000 + kept.MOST_LATE))))
    assert not few.exists()
    assert keeper().stock.drawn == {**everything, **drawn(*range(2000, 2000 + kept.MOST_LATE))}


def test_two_outputs_of_one_project(shell: Warm, project: Path) -> None:
    for output in ("one", "two", "one"):
        change(project)
        build(shell, project, "-o", output)
        assert files(project / output) == from_nothing(shell, project)


def test_a_diagram_that_cannot_be_drawn_is_told_each_time(shell: Warm, project: Path) -> None:
    page = first_page(project)
    text = page.read_text("utf-8") + "\n```mermaid\nflowchart TD\n  a --> (((\n```\n"
    page.write_text(text, encoding="utf-8")
    first = build(shell, project)
    other = first_page(project, "personas")
    other.write_text(other.read_text("utf-8") + "\nMore.\n", encoding="utf-8")
    second = build(shell, project)
    assert "diagramme" in first.said
    told = [line for line in first.said.splitlines() if "diagramme" in line]
    assert [line for line in second.said.splitlines() if "diagramme" in line] == told


def test_a_check_builds_on_it_too(shell: Warm, project: Path) -> None:
    build(shell, project)
    change(project)
    told = shell.run("check", cwd=project)
    shutil.rmtree(project / ".parcours")
    again = shell.run("check", cwd=project)
    assert (told.code, told.said) == (again.code, again.said)
