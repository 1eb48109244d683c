"""A preview from start to end: the server, the watcher, and who reacts to what it sees."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from parcours.edge.burst import Burst, Touch, bursts
from parcours.edge.garbage import is_untidy
from parcours.edge.preview_site import PreviewSite
from parcours.edge.watcher import THEMES, Watcher
from parcours.edge.worker import Urgency
from parcours.parse.document import CONTENT

FOLDERS = frozenset({CONTENT, THEMES})
CALM = 2.0
"""Seconds without an event after which everything is looked at once more: a system may have lost some."""
PULSE = 1.0
"""Seconds between two looks whether the watched folders are still the same ones."""
HEARING = 0.03
"""Seconds from the start of the server to the first build: who waits already wants one page, not all."""
SWITCH = 0.001
"""Seconds after which a thread that works gives way to one that waits: what was saved passes through several."""


async def serve(
    site: PreviewSite, bound: socket.socket, host: str, *, poll: bool, on_poll: Callable[[], object]
) -> None:
    """Serves a site on a bound socket until a signal ends it; ``on_poll`` is called when there are no file events."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_quietly)
    sys.setswitchinterval(SWITCH)
    beginning = asyncio.create_task(site.begin())
    # The files are read in their own thread; meanwhile here is what takes longest to import.
    import uvicorn

    from parcours.edge.connection import PatientProtocol, PromptServer, allow_many_connections
    from parcours.edge.server import application

    allow_many_connections()
    config = uvicorn.Config(
        application(site, host=host),
        http=PatientProtocol,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    server = PromptServer(config, site.keep_seen)
    first = asyncio.create_task(_first(site, beginning, server.listening))
    watching = asyncio.create_task(_watch(site, first, poll=poll, on_poll=on_poll))
    recalling = asyncio.create_task(_recall(site, first))
    try:
        await server.serve(sockets=[bound])
    finally:
        for task in (watching, recalling, first):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _first(site: PreviewSite, beginning: asyncio.Task[None], listening: asyncio.Event) -> None:
    """Builds the site, as soon as those who wait already have been heard."""
    await asyncio.gather(beginning, listening.wait())
    await asyncio.sleep(HEARING)
    await site.refresh()


async def _recall(site: PreviewSite, first: asyncio.Task[None]) -> None:
    await first
    try:
        await site.recall()
    except Exception as error:  # noqa: BLE001 - the preview does without
        site.tell_fault(error)


async def _watch(site: PreviewSite, first: asyncio.Task[None], *, poll: bool, on_poll: Callable[[], object]) -> None:
    from parcours.edge.probe import has_events

    loop, root = asyncio.get_running_loop(), site.project.root
    burst = Burst(root, site.known, loop.time)

    def heard(path: str, touch: Touch) -> None:
        site.settled.clear()
        burst.touch(path, touch)

    def told(path: str, touch: Touch) -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(heard, path, touch)

    watcher = await asyncio.to_thread(Watcher, root, told, poll=poll)
    reacting = asyncio.create_task(_react(site, watcher, burst, first))
    try:
        if not watcher.polling and not await asyncio.to_thread(has_events, root):
            await asyncio.to_thread(watcher.poll)
        await _keep_watch(site, watcher, burst, None if poll else on_poll)
    finally:
        reacting.cancel()
        watcher.stop()


async def _keep_watch(site: PreviewSite, watcher: Watcher, burst: Burst, on_poll: Callable[[], object] | None) -> None:
    """Looks, for ever, for what events do not tell; ``on_poll`` is called once, when there are none any more."""
    clock = burst.clock
    while True:
        if watcher.polling and on_poll is not None:
            on_poll()
            on_poll = None
        await asyncio.sleep(PULSE)
        if await asyncio.to_thread(watcher.follow):
            burst.touch("", Touch.DONE)
        elif burst.doubtful and clock() - burst.last > CALM:
            burst.doubtful = False
            await site.refresh()
        elif is_untidy() and clock() - burst.last > CALM:
            await site.worker.do(Urgency.IDLE, site.set_aside.tidy_calmly)


async def _react(site: PreviewSite, watcher: Watcher, burst: Burst, first: asyncio.Task[None]) -> None:
    await first
    # An edit made between reading and watching is not lost: look once more.
    await site.refresh()

    async def react(touched: frozenset[str]) -> None:
        if not touched.isdisjoint(FOLDERS):
            await asyncio.to_thread(watcher.follow)
        await site.refresh(touched)
        burst.doubtful = True
        if not burst.touched:
            site.settled.set()

    await bursts(burst, react)


def _quietly(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A connection that broke is nobody's concern; a fault of ours is told in a line."""
    error = context.get("exception")
    if isinstance(error, Exception) and not isinstance(error, OSError):
        PreviewSite.tell_fault(error)
