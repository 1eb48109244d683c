"""A connection that does not wait for ever: for the end of a question, or for an answer to be read."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 10.0
"""Seconds in which a question must be whole, and something of an answer be read."""
CONNECTIONS = 4096
"""Connections that may be open at once, where the system lets us have as many."""


class PatientProtocol(H11Protocol):
    """HTTP for one connection; who asks or reads too slowly is hung up on, so that others are heard."""

    _waiting = -1
    """Bytes that were still to be sent when we last looked; -1 when none were stuck."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to watch a new connection."""
        super().connection_made(transport)
        self._watch = self.loop.call_later(PATIENCE, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Lets go of what was asked, which a timer would hold on to, and which knows of us as we of it."""
        super().connection_lost(exc)
        self._unset_keepalive_if_required()
        self._watch.cancel()
        self.cycle = None  # type: ignore[assignment]

    def _look(self) -> None:
        if self.transport.is_closing():
            return
        answering = not getattr(self.cycle, "response_complete", True)
        stuck = self.transport.get_write_buffer_size() if self.flow.write_paused else -1
        if stuck >= 0 and stuck == self._waiting:
            self.transport.abort()
        elif not answering and self.timeout_keep_alive_task is None:
            self.transport.close()
        else:
            self._waiting = stuck
            self._watch = self.loop.call_later(PATIENCE, self._look)


class PromptServer(Server):
    """A server that says when it has begun to listen, and does something when a signal ends it."""

    def __init__(self, config: Config, on_end: Callable[[], object]) -> None:
        """As uvicorn's own, which ends the process by the same signal once it has ended itself."""
        super().__init__(config)
        self.listening, self._on_end = asyncio.Event(), on_end

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to listen."""
        await super().startup(sockets)
        self.listening.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends, politely."""
        self._on_end()
        await super().shutdown(sockets)


def allow_many_connections() -> None:
    """Raises the number of files this process may have open, as far as the system allows."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = CONNECTIONS if hard == resource.RLIM_INFINITY else min(CONNECTIONS, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
