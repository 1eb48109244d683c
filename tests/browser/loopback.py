"""A folder on the loopback, at a prefix, and nothing else: what a web server with a sub-path gives."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mp4": "video/mp4",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Served:
    """A folder being served: ``url`` is the address of its home, with a slash at the end."""

    url: str
    refused: list[str] = field(default_factory=list)
    """Every path asked for that is not a file of the folder."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no fault."""


@contextmanager
def served(folder: Path, prefix: str = "/", *, compressed: bool = False) -> Iterator[Served]:
    """Serves a folder at ``prefix`` ("/" or "/one/two/") on a free port until the block ends; texts ``compressed``."""
    refused: list[str] = []
    server = _Server(("127.0.0.1", 0), _handler(folder.resolve(), prefix, refused, compressed))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_address[1]}{prefix}", refused)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(folder: Path, prefix: str, refused: list[str], compressed: bool) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            found = _file(folder, prefix, path)
            if found is None:
                refused.append(path)
                self._answer(HTTPStatus.NOT_FOUND, b"nothing here", TYPES[".txt"])
            else:
                self._answer(HTTPStatus.OK, found.read_bytes(), TYPES[found.suffix.lower()])

        def _answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if compressed and kind.startswith(("text/", "image/svg")):
                body = gzip.compress(body, 6)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """The tests tell what is wrong themselves."""

    return Handler


def _file(folder: Path, prefix: str, path: str) -> Path | None:
    """The file at an address; a folder's is its index.html, as on any web server. No listing, no way out."""
    if not path.startswith(prefix):
        return None
    place = (folder / path.removeprefix(prefix).lstrip("/")).resolve()
    if place.is_dir() and path.endswith("/"):
        place /= "index.html"
    return place if place.is_file() and place.is_relative_to(folder) and place.suffix.lower() in TYPES else None
