"""Folders are watched whatever becomes of them, natively or by looking, and one's own probe tells which."""

import asyncio
import queue
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from parcours.edge import connection, probe, serving
from parcours.edge.burst import Touch
from parcours.edge.connection import PatientProtocol
from parcours.edge.preview_site import PreviewSite
from parcours.edge.probe import has_events
from parcours.edge.project import Project
from parcours.edge.watcher import Watcher
from tests.conftest import run_apart
from tests.serve.running import ADDRESS, DEADLINE, JOURNEY, PAGE, Preview, previewing


def until(events: "queue.Queue[tuple[str, Touch]]", path: str) -> None:
    while events.get(timeout=DEADLINE)[0] != path:
        pass


@pytest.fixture(params=[False, True], ids=["native", "polling"])
def watched(
    request: pytest.FixtureRequest, project: Path
) -> Iterator[tuple[Path, "queue.Queue[tuple[str, Touch]]", Watcher]]:
    events: queue.Queue[tuple[str, Touch]] = queue.Queue()
    watcher = Watcher(project.resolve(), lambda path, touch: events.put((path, touch)), poll=request.param)
    yield project.resolve(), events, watcher
    watcher.stop()


def test_folders_may_be_replaced(watched: tuple[Path, "queue.Queue[tuple[str, Touch]]", Watcher]) -> None:
    root, events, watcher = watched
    (root / JOURNEY).write_text("one")
    until(events, JOURNEY)
    (root / "content").rename(root / "old")
    shutil.copytree(root / "old", root / "content")
    assert watcher.follow()
    assert not watcher.follow()
    (root / JOURNEY).write_text("another")
    until(events, JOURNEY)
    (root / "themes" / "cartouche" / "static").mkdir(parents=True)
    assert watcher.follow()
    (root / "themes" / "cartouche" / "static" / "own.css").write_text("a{}")
    until(events, "themes/cartouche/static/own.css")
    shutil.rmtree(root / "content")
    assert watcher.follow()
    (root / "parcours.yml").write_text("site_name: Still here\n")
    until(events, "parcours.yml")


def test_a_watcher_may_begin_to_look_itself(project: Path) -> None:
    events: queue.Queue[tuple[str, Touch]] = queue.Queue()
    watcher = Watcher(project.resolve(), lambda path, touch: events.put((path, touch)), poll=False)
    watcher.poll()
    assert watcher.polling
    (project / JOURNEY).write_text("one")
    until(events, JOURNEY)
    watcher.stop()


def test_a_probe_is_heard_and_leaves_nothing(project: Path) -> None:
    before = sorted(project.rglob("*"))
    assert has_events(project)
    assert sorted(project.rglob("*")) == before


def test_a_probe_that_is_not_heard(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "Observer", Deaf)
    monkeypatch.setattr(probe, "PATIENCE", 0.05)
    assert not has_events(project)


class Deaf:
    """An observer on a file system that tells of nothing."""

    def schedule(self, *_: object) -> None: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...


def test_where_no_events_come_it_looks_itself_and_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "Observer", Deaf)
    monkeypatch.setattr(probe, "PATIENCE", 0.05)
    said = run_apart(_in_time(project))
    assert said == 1


async def _in_time(project: Path) -> int:
    return await asyncio.wait_for(_until_polling(project), DEADLINE)


async def _until_polling(project: Path) -> int:
    site = PreviewSite(Project(project), lambda _shown, _news: None)
    told = asyncio.Event()
    times: list[None] = []

    def on_poll() -> None:
        times.append(None)
        told.set()

    bound = socket.create_server(("127.0.0.1", 0))
    running = asyncio.create_task(serving.serve(site, bound, "127.0.0.1", poll=False, on_poll=on_poll))
    await told.wait()
    numbers = site.shown.number if site.shown else 0
    file = project / JOURNEY
    file.write_text(file.read_text().replace("Looks for a bike online", "Dreams of a bike"))
    while site.shown is None or site.shown.number == numbers:
        await asyncio.sleep(0.05)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    bound.close()
    return len(times)


def test_polling_can_be_asked_for(project: Path) -> None:
    with previewing(project, "--poll") as preview:
        file = preview.folder / JOURNEY
        file.write_text(file.read_text().replace("Looks for a bike online", "Dreams of a bike"))
        # Who looks now and then may see a file half written: what it reads then is not the last word.
        preview.until(lambda e: PAGE in e["changed"] and b"Dreams of a bike" in preview.ask(ADDRESS)[2])


def test_the_folder_itself_may_come_back_as_another(preview: Preview) -> None:
    away = preview.folder.with_name("away")
    preview.folder.rename(away)
    preview.until(lambda e: PAGE in e["changed"])
    shutil.copytree(away, preview.folder)
    preview.until(lambda e: PAGE in e["changed"])
    file = preview.folder / JOURNEY
    file.write_text(file.read_text().replace("Looks for a bike online", "Dreams of a bike"))
    # Word of the last files of the copy may come first.
    preview.until(lambda e: PAGE in e["changed"] and b"Dreams of a bike" in preview.ask(ADDRESS)[2])


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], socket.socket]]:
    """A server whose patience is short; the function says something to it."""
    monkeypatch.setattr(connection, "PATIENCE", 0.2)
    bound = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(_large, http=PatientProtocol, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[bound])), daemon=True)
    thread.start()
    opened: list[socket.socket] = []

    def say(said: bytes) -> socket.socket:
        one = socket.create_connection(bound.getsockname(), timeout=DEADLINE)
        one.sendall(said)
        opened.append(one)
        return one

    yield say
    server.should_exit = True
    thread.join(DEADLINE)
    for one in opened:
        one.close()
    bound.close()


async def _large(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"50000000")]})
    await send({"type": "http.response.body", "body": b"x" * 50_000_000})


@pytest.mark.parametrize("said", [b"", b"G", b"GET / HTTP/1.1\r\nHost: x"])
def test_who_does_not_finish_a_question_is_hung_up_on(patient: Callable[[bytes], socket.socket], said: bytes) -> None:
    assert patient(said).recv(1) == b""


def test_who_does_not_read_an_answer_is_hung_up_on(patient: Callable[[bytes], socket.socket]) -> None:
    one = patient(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert one.recv(20, socket.MSG_PEEK)
    other = patient(b"")
    assert other.recv(1) == b""
    assert patient(b"").recv(1) == b""  # twice its patience later
    read = 0
    with suppress(ConnectionResetError):
        while part := one.recv(1_000_000):
            read += len(part)
    assert read < 50_000_000
