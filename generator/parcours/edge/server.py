"""The preview's web server: pages from memory, pictures from the project, events when something changes."""

from __future__ import annotations

import asyncio
import mimetypes
from contextlib import suppress

from h11 import LocalProtocolError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parcours.edge.answers import ALWAYS, answer, answer_with_file
from parcours.edge.guard import Guard
from parcours.edge.own import OWN, marks_of
from parcours.edge.preview_site import PreviewSite
from parcours.edge.shown import Shown
from parcours.edge.told import findings_told
from parcours.edge.waiting import WAITING, is_long_in_coming, waiting_page, with_notice
from parcours.source.text import digest_of

MISSING = "404.html"
PATIENCE = 1.0
"""Seconds after which who looks at a browser wants to see something."""
HELD = 0.25
"""Seconds that who asks for a page right after a save waits for what was saved, if that takes no longer."""


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
        await site.begun.wait()
        early = await _early(site, request) if site.early is not None else None
        if early is not None:
            return early
        return await _waiting(site, request) or await _answer(site, request)

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


async def _early(site: PreviewSite, request: Request) -> Response | None:
    """What can be answered before the whole project has been read; nothing where that would be something else."""
    address = _address(str(request.path_params["path"]))
    early = site.early
    made = await early.site_with(address) if early is not None else None
    if early is None or made is None:
        return None
    body = await early.body(made, address)
    if site.shown is not None:
        return None  # the whole is there now, and word of its pages may be out
    if body is not None:
        site.note(address, None)
        if address in made.shelf.plans and address not in early.last and is_long_in_coming(early.snapshot):
            body = with_notice(body, early.snapshot)
        return _body(*marks_of(made.static), body, address, request)
    return await _copy(site, made.copies.get(address), request)


async def _waiting(site: PreviewSite, request: Request) -> Response | None:
    """What a browser shows until a large project has been read; nothing once it has been, for which others wait."""
    early, shows = site.early, request.headers.get("sec-fetch-mode") == "navigate"
    if early is None or not shows or not is_long_in_coming(early.snapshot):
        await site.ready.wait()
        return None
    with suppress(TimeoutError):
        await asyncio.wait_for(site.ready.wait(), PATIENCE)
        return None
    body = _with_preview(waiting_page(early.snapshot), WAITING, "", "")
    return Response(body, 503, headers={"Retry-After": "1", "Cache-Control": "no-store"}, media_type="text/html")


async def _answer(site: PreviewSite, request: Request) -> Response:
    address = _address(str(request.path_params["path"]))
    if not site.settled.is_set() and _kind(address) == "text/html":
        with suppress(TimeoutError):
            await asyncio.wait_for(site.settled.wait(), HELD)
    shown = site.shown
    if shown is None:
        return Response("503\n", 503, headers={"Retry-After": "1"}, media_type="text/plain")
    path = str(request.path_params["path"])
    if f"{path}/index.html" in shown.made.shelf.plans:
        return RedirectResponse(f"{request.url.path}/")
    body = await site.file(address)
    if body is not None:
        return _body(shown.scripts, shown.styles, body, address, request)
    found = await _copy(site, shown.made.copies.get(address), request)
    return found or await _missing(site, shown, request)


def _address(path: str) -> str:
    return f"{path}index.html" if path == "" or path.endswith("/") else path


async def _copy(site: PreviewSite, path: str | None, request: Request) -> Response | None:
    """A file of the project as it lies on disk; nothing where it is not there."""
    root = site.project.root
    if path is None:
        return None
    return await asyncio.to_thread(answer_with_file, root / path, root, request.method, request.headers)


async def _missing(site: PreviewSite, shown: Shown, request: Request) -> Response:
    body = await site.file(MISSING) or b""
    # Its links start from the root, wherever it is shown.
    body = body.replace(b'href="theme/', b'href="/theme/').replace(b'src="theme/', b'src="/theme/')
    body = body.replace(b'href="index.html"', b'href="/index.html"')
    made = _body(shown.scripts, shown.styles, body, MISSING, request)
    made.status_code = 404
    return made


def _body(scripts: str, styles: str, body: bytes, address: str, request: Request) -> Response:
    kind, tag = _kind(address), digest_of(body)
    if kind == "text/html":
        tag = digest_of(f"{tag} {scripts} {styles}".encode())
        body = _with_preview(body, tag, scripts, styles)
    return answer(body, kind, tag, request.method, request.headers)


def _with_preview(body: bytes, tag: str, scripts: str, styles: str) -> bytes:
    """A page with what keeps it fresh. Our scripts run before the page's own, which change it."""
    told = f'data-tag="{tag}" data-scripts="{scripts}" data-styles="{styles}"'
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
