"""The one thread that reads, builds and renders for the preview, the urgent first."""

from __future__ import annotations

import asyncio
import itertools
import queue
import threading
from collections.abc import Callable
from enum import IntEnum
from typing import Any, TypeVar

Result = TypeVar("Result")


class Urgency(IntEnum):
    """What is done first."""

    ASKED = 0
    """Somebody waits for a page."""
    BUILD = 1
    """Something was saved."""
    IDLE = 2
    """Nobody waits."""


_Task = tuple[int, int, Callable[[], Any], "asyncio.Future[Any]"]


class Worker:
    """Runs what it is given, one after the other. Its thread ends with the process, whatever it is doing."""

    def __init__(self) -> None:
        """Starts the thread."""
        self._tasks: queue.PriorityQueue[_Task] = queue.PriorityQueue()
        self._numbers = itertools.count()
        threading.Thread(target=self._run, name="parcours-worker", daemon=True).start()

    async def do(self, urgency: Urgency, task: Callable[[], Result]) -> Result:
        """The result of a task; raises what it raises."""
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._tasks.put((urgency, next(self._numbers), task, future))
        return await future

    def meanwhile(self) -> None:
        """Does what somebody waits for, in the middle of a task that takes long; called by that task."""
        while not self._tasks.empty():
            first = self._tasks.get()
            if first[0] is not Urgency.ASKED:
                self._tasks.put(first)
                return
            _work(*first[2:])

    def _run(self) -> None:
        while True:
            # Nothing of a task is held until the next one comes, which would have to wait while it is freed.
            _work(*self._tasks.get()[2:])


def _work(task: Callable[[], Any], future: asyncio.Future[Any]) -> None:
    if future.cancelled():
        return
    loop = future.get_loop()
    try:
        result = task()
    except BaseException as error:  # noqa: BLE001 - it is raised where it is awaited
        fault = error if isinstance(error, Exception) else RuntimeError(repr(error))
        _tell(loop, future, lambda: future.set_exception(fault))
    else:
        _tell(loop, future, lambda: future.set_result(result))


def _tell(loop: asyncio.AbstractEventLoop, future: asyncio.Future[Any], settle: Callable[[], None]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(lambda: None if future.done() else settle())
