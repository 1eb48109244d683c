"""A ``parcours serve`` that runs on the loopback, and who asks it and hears from it."""

import http.client
import json
import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DEADLINE = 120.0
JOURNEY = "content/journeys/buy-a-bike.md"
PAGE = "journeys/buy-a-bike/index.html"
ADDRESS = "/journeys/buy-a-bike/"
BOUND = """
import ctypes, os, resource, sys
for capability in (1, 2) if sys.platform == "linux" else ():
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
if sys.argv[1]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Runs a command that may read and write no more than others may (root reads whatever its owner has locked), nor write
files of more bytes than its first argument says: a disk that is full."""


@dataclass
class Preview:
    """A running ``parcours serve`` and the events it sends; ``said`` is what it printed."""

    folder: Path
    port: int
    process: subprocess.Popen[str]
    said: list[str]
    events: "queue.Queue[dict[str, Any]]" = field(default_factory=queue.Queue)
    listener: threading.Thread | None = None

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host="Host" in named)
        for name, value in named.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def listen(self) -> None:
        """Hears of every build from now on; returns when the first word has come."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)
        connection.request("GET", "/_parcours/events")
        answer = connection.getresponse()
        while not answer.readline().startswith(b"data: "):
            pass  # how things stand, told to whoever begins to listen

        def read() -> None:
            try:
                while line := answer.readline():
                    if line.startswith(b"data: "):
                        self.events.put(json.loads(line.removeprefix(b"data: ")))
            except (OSError, http.client.HTTPException, ValueError):
                pass  # the server has ended
            finally:
                answer.close()
                connection.close()

        self.listener = threading.Thread(target=read, daemon=True)
        self.listener.start()

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first event that is as wanted; fails when none comes."""
        heard: list[dict[str, Any]] = []
        while True:
            try:
                event = self.events.get(timeout=DEADLINE)
            except queue.Empty:
                raise AssertionError(f"heard {heard[-3:]}, said {''.join(self.said[-20:])}") from None
            if wanted(event):
                return event
            heard.append(event)

    def findings(self) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = json.loads(self.ask("/_parcours/findings.json")[2])["findings"]
        return told

    def memory(self) -> int:
        """Bytes of memory the process has in use (Linux)."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def bound(largest: int | None = None) -> list[str]:
    """A Python that may do no more than others may; give it its arguments."""
    return [sys.executable, "-c", BOUND, "" if largest is None else str(largest), sys.executable]


@contextmanager
def previewing(
    folder: Path, *options: str, listening: bool = True, largest: int | None = None, unheard: bool = False
) -> Iterator[Preview]:
    """Serves a project folder until the context ends; ``largest`` are the bytes that a file it writes may have.

    ``unheard`` says that nobody takes what it prints, once it has said where it is.
    """
    process = subprocess.Popen(
        [*bound(largest), "-u", "-m", "parcours", "serve", "--port", "0", *options, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LANG": "C.UTF-8", "PYTHONUTF8": "1"},
    )
    assert process.stdout is not None
    said: list[str] = []
    port = 0
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
            port = int(found[1])
            break
    drain = threading.Thread(target=said.extend, args=([] if unheard else process.stdout,), daemon=True)
    drain.start()
    if unheard:
        process.stdout.close()
    running = Preview(folder, port, process, said)
    try:
        if listening:
            running.listen()
        yield running
    finally:
        process.kill()
        process.wait()
        if running.listener is not None:
            running.listener.join(timeout=DEADLINE)
        drain.join(timeout=DEADLINE)
        process.stdout.close()
