"""Two thousand requests that nobody honest makes, slow clients, two hundred connections: the writer is answered."""

import random
import re
import socket
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from parcours.build.build import build
from parcours.edge.project import Project
from tests.serve.hostile import hostile, request
from tests.serve.running import ADDRESS, DEADLINE, JOURNEY, PAGE, Preview, previewing
from tests.serve.test_disorder import assert_served

REQUESTS = 2000
ROUND = 250
CONNECTIONS = 200
GROWTH = 15_000_000
"""Bytes by which the process may have grown since it had answered a quarter of them."""
SECRET = b"only-for-my-eyes"


def exchange(preview: Preview, data: bytes, chance: random.Random) -> bytes:
    """What comes back for some bytes; every tenth asks and does not listen."""
    parts: list[bytes] = []
    # It may hang up on us while we are still talking.
    with suppress(OSError), socket.create_connection(("127.0.0.1", preview.port), timeout=DEADLINE) as connection:
        connection.sendall(data)
        if chance.random() < 0.1:
            return b""
        connection.shutdown(socket.SHUT_WR)
        while part := connection.recv(65536):
            parts.append(part)
            if b"text/event-stream" in parts[0]:
                break
    return b"".join(parts)


@pytest.fixture
def secrets(project: Path) -> Path:
    """A project with things beside and in it that must not be read by anybody."""
    (project.parent / "secret.txt").write_bytes(SECRET)
    with (project / "parcours.yml").open("ab") as settings:
        settings.write(b"\n# " + SECRET + b"\n")
    (project / "content" / "assets" / "out.svg").symlink_to(project.parent / "secret.txt")
    return project


@contextmanager
def two_hundred_connected(preview: Preview) -> Generator[None]:
    """Holds connections open that keep it waiting.

    Some say nothing, some begin a question, some ask for much and do not read it, some listen to events.
    """
    with ExitStack() as stack:
        for number in range(CONNECTIONS):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", preview.port), timeout=DEADLINE))
            said = (b"", b"GET / HT", request("GET", ADDRESS) * 20, request("GET", "/_parcours/events"))[number % 4]
            connection.sendall(said)
        yield


def test_two_thousand_hostile_requests(secrets: Path) -> None:
    chance = random.Random(7)
    with previewing(secrets) as preview, two_hundred_connected(preview):
        assert_served(preview, build(Project(secrets).read()))  # and from here on all pages are made
        early = 0
        for first in range(0, REQUESTS, ROUND):
            for _ in range(ROUND):
                data = hostile(chance)
                answer = exchange(preview, data, chance)
                assert SECRET not in answer, data[:300]
                assert not re.search(rb"(?<!:)root:", answer), data[:300]  # `:root:` is a style sheet's
                assert not answer.startswith(b"HTTP/1.1 5"), (data[:300], answer[:300])
            early = early or (preview.memory() if first >= REQUESTS / 4 else 0)
            assert preview.ask(ADDRESS)[0] == 200
        assert preview.memory() < early + GROWTH
        file = preview.folder / JOURNEY
        file.write_text(file.read_text().replace("Looks for a bike online", "Dreams of a bike"))
        preview.until(lambda e: PAGE in e["changed"])
        assert b"Dreams of a bike" in preview.ask(ADDRESS)[2]
        assert_served(preview, build(Project(secrets).read()))
        assert [line for line in preview.said if "Traceback" in line or line.startswith("parcours:")] == []


def test_two_hundred_connections_and_slow_clients(preview: Preview) -> None:
    with two_hundred_connected(preview):
        begun = time.monotonic()
        assert preview.ask(ADDRESS)[0] == 200
        file = preview.folder / JOURNEY
        file.write_text(file.read_text().replace("Looks for a bike online", "Dreams of a bike"))
        preview.until(lambda e: PAGE in e["changed"])
        assert b"Dreams of a bike" in preview.ask(ADDRESS)[2]
        assert time.monotonic() - begun < DEADLINE
    assert preview.ask("/")[0] == 200
