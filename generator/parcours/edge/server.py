"""The preview's web server: pages from memory, pictures from the project, events when something changes."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from parcours.edge.preview_site import PreviewSite, Shown
from parcours.source.text import digest_of

PREVIEW = Path(__file__).parent / "preview"
INJECTED = (
    b'<link rel="stylesheet" href="/_parcours/preview.css"><script src="/_parcours/preview.js" defer></script></head>'
)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HEARTBEAT = 15.0
"""Seconds between signs of life on an idle event stream."""


def application(site: PreviewSite, *, guarded: bool) -> Starlette:
    """The web application. ``guarded``: only for names of the loopback, so that no foreign page can read a preview."""

    async def events(_request: Request) -> Response:
        return StreamingResponse(_events(site), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def findings(_request: Request) -> Response:
        return JSONResponse(site.findings(), headers={"Cache-Control": "no-store"})

    async def own(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in ("preview.js", "preview.css"):
            return Response("", 404)
        return FileResponse(PREVIEW / name, headers={"Cache-Control": "no-cache"})

    async def page(request: Request) -> Response:
        return _answer(site, request)

    routes = [
        Route("/_parcours/events", events),
        Route("/_parcours/findings.json", findings),
        Route("/_parcours/{name}", own),
        Route("/{path:path}", page, methods=["GET", "HEAD"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard)] if guarded else [])


class Guard:
    """Answers only what is asked under a name of the loopback, and not on behalf of another site."""

    def __init__(self, app: ASGIApp) -> None:
        """Stands before ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or answers 403."""
        if scope["type"] == "http" and not _at_home(Headers(scope=scope)):
            await Response("403\n", 403, media_type="text/plain")(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _at_home(headers: Headers) -> bool:
    origin = headers.get("origin")
    return _host(f"//{headers.get('host', '')}") in LOOPBACK and (origin is None or _host(origin) in LOOPBACK)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _answer(site: PreviewSite, request: Request) -> Response:
    shown = site.shown
    if shown is None:
        return Response("", 503)
    path = str(request.path_params["path"])
    address = f"{path}index.html" if path == "" or path.endswith("/") else path
    if f"{path}/index.html" in shown.made.made:
        return RedirectResponse(f"/{path}/")
    body = shown.made.file(address)
    if body is not None:
        return _body(body, address, request, 200)
    copied = shown.made.copies.get(address)
    if copied is not None:
        file = site.project.asset(copied)
        if file.is_file():
            return FileResponse(file, headers={"Cache-Control": "no-cache"})
    return _missing(shown, request)


def _missing(shown: Shown, request: Request) -> Response:
    body = shown.made.file("404.html") or b""
    # Its links start from the root, wherever it is shown.
    body = body.replace(b'href="theme/', b'href="/theme/').replace(b'src="theme/', b'src="/theme/')
    return _body(body.replace(b'href="index.html"', b'href="/index.html"'), "404.html", request, 404)


def _body(body: bytes, address: str, request: Request, status: int) -> Response:
    kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
    if kind == "text/html":
        body = body.replace(b"</head>", INJECTED, 1)
    tag = f'"{digest_of(body)}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers=headers, media_type=kind)


async def _events(site: PreviewSite) -> AsyncIterator[str]:
    queue: asyncio.Queue[str] = asyncio.Queue()
    site.listeners.add(queue)
    try:
        yield ": here\n\n"
        while True:
            try:
                yield f"data: {await asyncio.wait_for(queue.get(), HEARTBEAT)}\n\n"
            except TimeoutError:
                yield ": still here\n\n"
    finally:
        site.listeners.discard(queue)
