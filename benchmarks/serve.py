"""How soon a preview shows what was saved: Parcours beside Hugo's server, in turn, in the same run.

    python -m benchmarks.serve --journeys 1000 5000 --edits 40

For each: the first answer after the start, of a journey and of the home page, without and with what an earlier run has
left; from the save of a file to the first answer with its new bytes; for Parcours also to the changed page in a real
Chromium. Beside the wall clock stands the processor's time, which a machine shared with others tells better. Writes
what it measured, with the machine and the versions, into ``benchmarks/results/``.
"""

from __future__ import annotations

import argparse
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.hugo_site import find_hugo, write_hugo
from benchmarks.surroundings import RESULTS, as_installed, keep, surroundings

EDITED, ADDRESS = "content/journeys/journey-0003.md", "/journeys/journey-0003/"
PATIENCE = 120.0
"""Seconds for a start or an edit, before the run is given up."""
KEPT = 60.0
"""Seconds in which a preview keeps what it has read, if it does."""
REST, SETTLED = 0.3, 5.0
"""Seconds between two edits (writers are slower), and from the start to the first edit."""
WAITING = """token => { window.shown = new Promise((seen) => {
  const look = () => { if (document.body.textContent.includes(token)) { seen(Date.now()); return true; } };
  const watch = new MutationObserver(() => { if (look()) { watch.disconnect(); } });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
}); }"""


@dataclass(frozen=True, slots=True)
class Server:
    """A preview to measure: its command, with ``{port}``, and the folder it serves."""

    name: str
    command: tuple[str, ...]
    folder: Path


@dataclass(slots=True)
class Measured:
    """Seconds: to the first page, cold and again; from each save to new bytes, and to the changed page in a browser.

    ``home`` are those to the home page, cold and again; ``busy`` is the processor's time for an edit, questions too.
    """

    name: str
    journeys: int
    first: float = 0.0
    again: float = 0.0
    home: list[float] = field(default_factory=list[float])
    busy: float = 0.0
    served: list[float] = field(default_factory=list[float])
    shown: list[float] = field(default_factory=list[float])
    memory: float = 0.0


def ask(port: int, address: str = ADDRESS) -> bytes:
    """A page, the one that is edited if no other is named; empty when it is not (yet) answered."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.read() if answer.status == 200 else b""
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()


def until(true: Callable[[], bool], pause: float, patience: float = PATIENCE) -> float:
    """Waits until it is true; gives the moment. Raises TimeoutError when that takes too long."""
    end = time.perf_counter() + patience
    while not true():
        if time.perf_counter() > end:
            raise TimeoutError
        time.sleep(pause)
    return time.perf_counter()


class Line:
    """A connection that stays open, as a browser's does."""

    def __init__(self, port: int) -> None:
        """To a server on this machine."""
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def ask(self) -> bytes:
        """The page that is edited; empty when it is not answered."""
        try:
            self._connection.request("GET", ADDRESS)
            answer = self._connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return b""
        return body if answer.status == 200 else b""


@contextmanager
def running(server: Server, address: str = ADDRESS) -> Generator[tuple[int, float, int]]:
    """The server, from its start until the context ends: its port, seconds to the first page, the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [part.format(port=port) for part in server.command]
    start = time.perf_counter()
    silence = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=server.folder, env=as_installed(), stdout=silence, stderr=silence)
    try:
        yield port, until(lambda: bool(ask(port, address)), 0.005) - start, process.pid
    finally:
        process.terminate()
        process.wait()


def save(server: Server, token: str) -> float:
    """Adds a word to the story of a journey; gives the moment at which it was saved."""
    file = server.folder / EDITED
    whole = file.read_text(encoding="utf-8").split("\n\nToken ")[0].rstrip()
    file.write_text(f"{whole}\n\nToken {token}.\n", encoding="utf-8")
    return time.perf_counter()


def measure(servers: Sequence[Server], journeys: int, edits: int) -> list[Measured]:
    """Starts each server twice; then edits under all, in turn, so that a machine that slows down slows all alike."""
    found = {server.name: Measured(server.name, journeys) for server in servers}
    for server in servers:
        shutil.rmtree(server.folder / ".parcours", ignore_errors=True)
        with running(server, "/") as (_, first, _):
            found[server.name].home.append(first)
        with running(server) as (port, first, _):
            found[server.name].first = first
            _await_kept(server, port)
        with running(server, "/") as (_, first, _):
            found[server.name].home.append(first)
    with ExitStack() as stack:
        ports: dict[str, int] = {}
        pids: dict[str, int] = {}
        for server in servers:
            ports[server.name], found[server.name].again, pids[server.name] = stack.enter_context(running(server))
        lines = {server.name: Line(ports[server.name]) for server in servers}
        time.sleep(SETTLED)
        for number in range(-1, edits):
            for server in servers:
                before = processor(pids[server.name])
                seconds = edited(server, lines[server.name], f"{server.name}{number}")
                if number >= 0:  # the first is not counted: everything is cold
                    found[server.name].served.append(seconds)
                    found[server.name].busy += (processor(pids[server.name]) - before) / edits
        for server in servers:
            found[server.name].memory = memory(pids[server.name])
            if server.name == "parcours":
                found[server.name].shown = in_browser(server, ports[server.name], edits)
    return list(found.values())


def _await_kept(server: Server, port: int) -> None:
    """Waits until a server has kept what it will find at its next start, if it keeps anything."""
    ask(port, "/")
    if server.name == "parcours":
        with suppress(TimeoutError):  # a small project is not kept
            until(lambda: any((server.folder / ".parcours" / "cache").glob("pages.kept")), 0.1, KEPT)
    time.sleep(REST)


def edited(server: Server, line: Line, token: str) -> float:
    """Seconds from a save to the first answer that has it."""
    time.sleep(REST)
    saved = save(server, token)
    return until(lambda: token.encode() in line.ask(), 0.002) - saved


def in_browser(server: Server, port: int, edits: int) -> list[float]:
    """Seconds from each save to the changed page in an open Chromium."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import FLAGS, find_chromium

    taken: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_chromium()), args=list(FLAGS))
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}{ADDRESS}")
        for number in range(-1, edits):
            time.sleep(REST)
            token = f"browser{number}"
            page.evaluate(WAITING, token)
            start = time.time()
            save(server, token)
            seconds = page.evaluate("window.shown") / 1000 - start
            if number >= 0:
                taken.append(seconds)
        browser.close()
    return taken


def processor(pid: int) -> float:
    """Seconds of processor that a process has used (Linux; 0 elsewhere)."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Megabytes that a process has in use (Linux; 0 elsewhere)."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def quantile(times: Sequence[float], share: float) -> float:
    """The time below which a share of the times lie, in milliseconds; 0 of none."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000 if ordered else 0.0


def table(measured: Sequence[Measured]) -> str:
    """What was measured, as a Markdown table."""
    lines = [
        "| server | N | first s | again | home s | again | served ms | p50 | p95 | busy | shown ms | p50 | p95 | MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in measured:
        starts = (one.first, one.again, *one.home)
        served = (quantile(one.served, share) for share in (0, 0.5, 0.95))
        shown = (quantile(one.shown, share) for share in (0, 0.5, 0.95))
        cells = (*(f"{time:.2f}" for time in starts), *map(_told, (*served, one.busy * 1000, *shown, one.memory)))
        lines.append(f"| {one.name} | {one.journeys} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _told(figure: float) -> str:
    return f"{figure:.0f}" if figure else "–"


def main() -> None:
    """Reads the options, makes the projects, prints a table and keeps it."""
    parser = argparse.ArgumentParser(description="Time previews from save to new bytes.")
    parser.add_argument("--journeys", type=int, nargs="+", default=[100], help="sizes of project (100)")
    parser.add_argument("--edits", type=int, default=20, help="edits counted for each (20)")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where to keep what was measured")
    options = parser.parse_args()
    hugo = find_hugo()
    measured: list[Measured] = []
    for journeys in options.journeys:
        with tempfile.TemporaryDirectory() as scratch:
            project, other = Path(scratch) / "project", Path(scratch) / "hugo"
            write_corpus(project, journeys)
            serve = (sys.executable, "-m", "parcours", "serve", "--port", "{port}")
            servers = [Server("parcours", serve, project)]
            if hugo is not None:
                write_hugo(project, other)
                servers.append(Server("hugo", (str(hugo), "server", "--port", "{port}", "--bind", "127.0.0.1"), other))
            measured += measure(servers, journeys, options.edits)
    print(table(measured))
    keep(options.results, "serve", surroundings(), {"measured": [asdict(one) for one in measured]})


if __name__ == "__main__":
    main()
