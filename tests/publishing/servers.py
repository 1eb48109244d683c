"""The servers of docs/publishing.md: nginx with the configuration written there, and Python's own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import REPOSITORY

RECIPE = REPOSITORY / "docs" / "publishing.md"
MIME = Path("/etc/nginx/mime.types")
_BLOCK = re.compile(r"^```nginx\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FOLDERS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find_nginx() -> Path | None:
    """nginx, which Debian puts where only root looks."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return Path(found) if found else None


def recipe(port: int, site: Path) -> str:
    """The configuration as it is written, its port and folder exchanged for these."""
    (written,) = _BLOCK.findall(RECIPE.read_text("utf-8"))
    config = written.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("alias /srv/maps/;", f"alias {site}/;")
    assert config.count(str(port)) == config.count(str(site)) == 1
    return str(config)


@contextmanager
def nginx(site: Path, scratch: Path) -> Iterator[str]:
    """Serves a site as the recipe says until the block ends; gives the address of ``/maps/``."""
    program = find_nginx()
    assert program, "no nginx: run `make nginx`"
    port = _free_port()
    temporary = "\n".join(f"{name}_temp_path {scratch}/{name};" for name in _FOLDERS)
    user = "user root;" if os.geteuid() == 0 else ""
    config = scratch / "nginx.conf"
    config.write_text(
        f"{user} daemon off; pid {scratch}/pid; error_log stderr warn; events {{}}\n"
        f"http {{ include {MIME}; access_log off; {temporary}\n{recipe(port, site)} }}\n",
        "utf-8",
    )
    command = [str(program), "-p", str(scratch), "-c", str(config)]
    running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        _await(port, running)
        yield f"http://127.0.0.1:{port}/maps/"
    finally:
        running.terminate()
        running.communicate()


@contextmanager
def python_server(site: Path) -> Iterator[str]:
    """Serves a site by ``python -m http.server`` until the block ends."""
    command = [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(site), "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert running.stdout is not None
        said = running.stdout.readline()
        port = re.search(r"port (\d+)", said)
        assert port, said
        yield f"http://127.0.0.1:{port[1]}/"
    finally:
        running.terminate()
        running.communicate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _await(port: int, running: subprocess.Popen[str]) -> None:
    """Returns when the port answers; fails when the program has ended instead."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            try:
                running.wait(timeout=0.05)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(running.communicate()[1]) from None
        else:
            return
