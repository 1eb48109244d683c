"""Work shared among processes: each takes the next piece when it has done one, on the data that stands in memory.

A forked process sees everything its parent has read, so nothing is sent to it; what it says of its pieces comes back
through a pipe. Where the system cannot fork, one process does it all.
"""

from __future__ import annotations

import os
import pickle
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_TOKEN = struct.Struct("H")
MOST_PIECES = 30_000
"""A pipe holds 64 kB: as many tokens."""


class ChildFailed(Exception):
    """A process that did not do its share: it was killed, or what it met it could not tell."""


def cores() -> int:
    """How many processes can run at once here."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def shared(pieces: Sequence[T], work: Callable[[Iterator[T]], R], processes: int) -> list[R]:
    """What ``work`` says of the pieces each process took, this one's first; it must survive pickling.

    Raises what the work raises, and ChildFailed for a process that died.
    """
    if processes < 2 or not hasattr(os, "fork") or len(pieces) > MOST_PIECES:
        return [work(iter(pieces))]
    tokens, feed = os.pipe()
    os.write(feed, b"".join(_TOKEN.pack(n) for n in range(len(pieces))))
    os.close(feed)
    children = [_forked(pieces, work, tokens) for _ in range(processes - 1)]
    try:
        own = work(_taken(pieces, tokens))
    finally:
        os.close(tokens)
        answers = [_answer(*child) for child in children]
    return [own, *(_result(answer) for answer in answers)]


def _taken(pieces: Sequence[T], tokens: int, parent: int = 0) -> Iterator[T]:
    """The pieces nobody has taken yet; none any more where the parent was killed, for nobody would want them."""
    while (not parent or os.getppid() == parent) and (token := os.read(tokens, _TOKEN.size)):
        yield pieces[_TOKEN.unpack(token)[0]]


def _forked(pieces: Sequence[T], work: Callable[[Iterator[T]], R], tokens: int) -> tuple[int, int]:
    """A child at work: its process, and where it will answer."""
    reading, writing = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as out:
            try:
                answer: tuple[bool, object] = (True, work(_taken(pieces, tokens, parent)))
            except Exception as error:  # noqa: BLE001 - it is raised again in the parent
                answer = (False, error)
            out.write(pickle.dumps(answer))
        code = 0
    finally:
        # Nothing of the parent's may run here: no handlers, no flushing of what it has not yet written.
        os._exit(code)


def _answer(child: int, reading: int) -> bytes:
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer


def _result(answer: bytes) -> Any:
    if not answer:
        raise ChildFailed
    # From our own child, through a pipe nobody else has.
    done, result = pickle.loads(answer)  # noqa: S301
    if not done:
        raise result
    return result
