"""The preview's web server: pages from memory, pictures from the project, events when something changes."""

from __future__ import annotations

import asyncio
import mimetypes

from h11 import LocalProtocolError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parcours.edge.answers import ALWAYS, answer, answer_with_file
from parcours.edge.guard import Guard
from parcours.edge.own import OWN
from parcours.edge.preview_site import PreviewSite, Shown
from parcours.edge.told import findings_told
from parcours.source.text import digest_of

MISSING = "404.html"


def application(site: PreviewSite, *, host: str) -> Starlette:
    """The web application of a site that is served on ``host``."""

    async def events(_request: Request) -> Response:
        return StreamingResponse(
            site.stage.stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def findings(_request: Request) -> Response:
        await site.ready.wait()
        body = await findings_told(site)
        return Response(body, media_type="application/json", headers={**ALWAYS, "Cache-Control": "no-store"})

    async def own(request: Request) -> Response:
        name = str(request.path_params["name"])
        if name not in OWN:
            return Response(status_code=404, headers=ALWAYS)
        return answer(OWN[name], _kind(name), digest_of(OWN[name]), request.method, request.headers)

    async def page(request: Request) -> Response:
        await site.ready.wait()
        return await _answer(site, request)

    routes = [
        Route("/_parcours/events", events),
        Route("/_parcours/findings.json", findings),
        Route("/_parcours/{name}", own),
        Route("/{path:path}", page, methods=["GET", "HEAD"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Steady), Middleware(Guard, host=host)])


class Steady:
    """Whatever goes wrong with one answer ends that answer alone; a fault of ours is told in a line."""

    def __init__(self, app: ASGIApp) -> None:
        """Stands before ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers; 500 where that failed before anything was sent."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except (OSError, LocalProtocolError):
            # A file that vanished while it was sent; a reader who did, or who broke off in the middle of a question.
            if not begun:
                await Response(status_code=404)(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - one answer is never worth the server
            PreviewSite.tell_fault(error)
            if not begun:
                await Response(status_code=500)(scope, receive, send)


async def _answer(site: PreviewSite, request: Request) -> Response:
    shown = site.shown
    if shown is None:
        return Response("503\n", 503, headers={"Retry-After": "1"}, media_type="text/plain")
    path = str(request.path_params["path"])
    if f"{path}/index.html" in shown.made.shelf.plans:
        return RedirectResponse(f"{request.url.path}/")
    address = f"{path}index.html" if path == "" or path.endswith("/") else path
    body = await site.file(address)
    if body is not None:
        return _body(shown, body, address, request)
    copied = shown.made.copies.get(address)
    if copied is not None:
        root = site.project.root
        found = await asyncio.to_thread(answer_with_file, root / copied, root, request.method, request.headers)
        if found is not None:
            return found
    return await _missing(site, shown, request)


async def _missing(site: PreviewSite, shown: Shown, request: Request) -> Response:
    body = await site.file(MISSING) or b""
    # Its links start from the root, wherever it is shown.
    body = body.replace(b'href="theme/', b'href="/theme/').replace(b'src="theme/', b'src="/theme/')
    made = _body(shown, body.replace(b'href="index.html"', b'href="/index.html"'), MISSING, request)
    made.status_code = 404
    return made


def _body(shown: Shown, body: bytes, address: str, request: Request) -> Response:
    kind, tag = _kind(address), digest_of(body)
    if kind == "text/html":
        tag = digest_of(f"{tag} {shown.scripts} {shown.styles}".encode())
        body = _with_preview(body, tag, shown)
    return answer(body, kind, tag, request.method, request.headers)


def _with_preview(body: bytes, tag: str, shown: Shown) -> bytes:
    """A page with what keeps it fresh. Our scripts run before the page's own, which change it."""
    told = f'data-tag="{tag}" data-scripts="{shown.scripts}" data-styles="{shown.styles}"'
    added = (
        '<link rel="stylesheet" href="/_parcours/preview.css">'
        f'<script src="/_parcours/preview.js" {told} defer></script>'
    )
    head = body.find(b"</head>")
    first = body.find(b"<script", 0, max(head, 0))
    at = first if first >= 0 else head if head >= 0 else len(body)
    return body[:at] + added.encode() + body[at:]


def _kind(address: str) -> str:
    return mimetypes.guess_type(address)[0] or "application/octet-stream"
