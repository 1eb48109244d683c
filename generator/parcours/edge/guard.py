"""Who may ask the preview: the writer's own browser, under a name that is this machine's."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Guard:
    """Answers only what is asked under a name of this machine, and not on behalf of another site."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        """Stands before ``app``, which listens on ``host``."""
        self.app, self.names, self.by_number = app, frozenset(names_of(host)), host not in LOOPBACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or answers 403."""
        if scope["type"] == "http" and not self.at_home(Headers(scope=scope)):
            await Response("403\n", 403, media_type="text/plain")(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def at_home(self, headers: Headers) -> bool:
        """Whether a request names this machine, and the page that asks is one of ours or none."""
        host, origin = headers.get("host", ""), headers.get("origin")
        if not self._ours(host_of(f"//{host}")) or (
            origin is not None and origin.casefold() != f"http://{host.casefold()}"
        ):
            return False
        # Browsers say where a request without Origin comes from; following a link from elsewhere is fine.
        return headers.get("sec-fetch-site") != "cross-site" or headers.get("sec-fetch-mode") == "navigate"

    def _ours(self, name: str) -> bool:
        """A number cannot be made to lead here by somebody else's name server, so any is good where all may ask."""
        return name in self.names or (self.by_number and _is_number(name))


def names_of(host: str) -> Iterable[str]:
    """The names under which a server that listens on ``host`` is asked by right."""
    yield from LOOPBACK
    if host not in LOOPBACK:
        own = socket.gethostname().casefold()
        yield from (host.casefold(), own, f"{own}.local")


def host_of(address: str) -> str:
    """The name or number of the host of a URL, in lower case; empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
