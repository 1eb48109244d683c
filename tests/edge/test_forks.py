"""Work shared among processes: every piece done once, failures told, a killed process no silence."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.build.build import prepare
from parcours.build.reading import Text, read_texts
from parcours.edge.forks import ChildFailed, shared
from parcours.edge.project import Project
from parcours.edge.shared_reading import read_shared
from parcours.edge.site_folder import FEWEST_SHARED, Means, Part, write_site
from parcours.parse.document import role_of
from tests.conftest import FRENCH


def taken(pieces: Iterator[int]) -> tuple[int, list[int]]:
    return os.getpid(), list(pieces)


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 1000])
def test_every_piece_is_done_once(processes: int, count: int) -> None:
    results = shared(range(count), taken, processes)
    assert len(results) == processes
    assert results[0][0] == os.getpid()
    assert sorted(piece for _, pieces in results for piece in pieces) == list(range(count))


def test_what_a_process_raises_is_raised_here() -> None:
    here = os.getpid()

    def work(pieces: Iterator[int]) -> None:
        if os.getpid() != here:
            raise OSError(28, "No space left on device")
        list(pieces)

    with pytest.raises(OSError, match="No space left"):
        shared(range(10), work, 2)


def test_texts_are_read_alike_by_one_process_and_by_several(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = Project(FRENCH).read().sources
    roles = {path: role_of(path, sources.keys()) for path in sources}
    texts = [Text(sources[path], role) for path, role in sorted(roles.items()) if role is not None]
    monkeypatch.setattr("parcours.edge.shared_reading.FEWEST_SHARED", 2)
    monkeypatch.setattr("parcours.edge.shared_reading.cores", lambda: 3)
    assert read_shared(texts) == read_texts(texts)


def test_a_process_that_dies_while_reading_costs_nothing_but_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def dead(*_: object) -> None:
        raise ChildFailed

    sources = Project(FRENCH).read().sources
    path = next(path for path in sources if "/personas/" in path)
    role = role_of(path, sources.keys())
    assert role is not None
    monkeypatch.setattr("parcours.edge.shared_reading.shared", dead)
    assert [document.source.path for document in read_shared([Text(sources[path], role)])] == [path]


def test_a_process_that_dies_is_told() -> None:
    here = os.getpid()

    def work(pieces: Iterator[int]) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        list(pieces)

    with pytest.raises(ChildFailed):
        shared(range(10), work, 2)


def test_a_long_answer_comes_back_whole() -> None:
    def work(pieces: Iterator[int]) -> str:
        return "x" * 1_000_000 * (1 + sum(0 for _ in pieces))

    assert [len(result) for result in shared(range(3), work, 2)] == [1_000_000, 1_000_000]


def test_two_processes_write_the_bytes_of_one(tmp_path: Path) -> None:
    project = Project(FRENCH)
    for processes in (1, 2):
        site = Part(prepare(project.read()), project.asset)
        written = write_site(site, tmp_path / str(processes), Means(processes=processes))
        assert written.shown == ()
    one, two = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "1", tmp_path / "2")
    )
    assert len(one) > FEWEST_SHARED
    assert one == two
