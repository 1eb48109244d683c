"""Parsing and rendering on any executor: a pool of processes, of threads, or a cluster of other machines.

What is sent is plain data: texts to be parsed, and once for each site its snapshot with the parsed documents. From that
a worker links the project once, then makes whichever pages it is asked for; what comes back are the bytes of files.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from parcours import __version__
from parcours.build.build import Build, prepare
from parcours.build.reading import Texts, read_texts
from parcours.build.snapshot import Snapshot
from parcours.edge.raster import png_of
from parcours.findings.finding import Finding
from parcours.parse.document import Document

T = TypeVar("T")
SHARES = 8
"""Pieces of work for each worker: enough that none waits long for the others, few enough that sending costs little."""
_ONE_AT_A_TIME = threading.Lock()
"""Workers may be threads of one process; a shelf of pages is not for two at once."""


class ExecutorFailed(Exception):
    """Work that was not done elsewhere: nobody answers, a worker died, or it has another Parcours. Says which."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Some pages of a site, made elsewhere: how many, their files with all that lies beside them, what they showed."""

    count: int
    files: tuple[tuple[str, bytes], ...]
    shown: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where work is done. ``workers`` is how many there are at once.

    ``ship`` brings what all of them need to where they are, and gives what is then handed to them in its place.
    """

    executor: Executor
    workers: int
    ship: Callable[[bytes], Any] = bytes

    def read(self, texts: Texts) -> list[Document]:
        """The documents of some texts, in order. Raises ExecutorFailed."""
        with _told():
            bare = [text._replace(last=None) for text in texts]
            tasks = [self.executor.submit(read_texts, share) for share in self._shares(bare)]
            return [document for task in tasks for document in task.result()]

    def pages(self, made: Build, addresses: Sequence[str]) -> Iterator[Pages]:
        """Pages of a prepared site, as they come. Raises ExecutorFailed."""
        with _told():
            cargo = self.ship(packed(made))
            tasks: list[Future[Pages]] = [
                self.executor.submit(made_pages, cargo, share) for share in self._shares(addresses)
            ]
            try:
                for task in as_completed(tasks):
                    yield task.result()
            finally:
                for task in tasks:
                    task.cancel()

    def _shares(self, pieces: Sequence[T]) -> Iterable[tuple[T, ...]]:
        """The pieces in as many shares as suit; dealt out like cards, for neighbours take equally long."""
        count = max(1, min(len(pieces), self.workers * SHARES))
        return (tuple(pieces[n::count]) for n in range(count))


def packed(made: Build) -> bytes:
    """All that a worker needs to make pages of a site."""
    history = made.snapshot.history
    plain = replace(history, pasts=dict(history.pasts), timelines=dict(history.timelines), lately=dict(history.lately))
    return pickle.dumps((__version__, replace(made.snapshot, history=plain), dict(made.read.documents)))


def made_pages(cargo: bytes, addresses: tuple[str, ...]) -> Pages:
    """At a worker: some pages of a packed site. Raises ExecutorFailed where it was packed by another Parcours."""
    with _ONE_AT_A_TIME:
        made = _unpacked(cargo)
        files: list[tuple[str, bytes]] = []
        for address in addresses:
            files += made.files(address)
            files += ((at, png_of(made.engine.card(page))) for at, page in made.cards_beside(address).items())
            made.shelf.forget(address)
        return Pages(len(addresses), tuple(files), made.shown)


@lru_cache(maxsize=1)
def _unpacked(cargo: bytes) -> Build:
    # From the process that asks us to run code of its choice.
    version, snapshot, documents = pickle.loads(cargo)  # noqa: S301
    if version != __version__:
        raise ExecutorFailed(f"Parcours {__version__} ≠ {version}")
    return _prepared(snapshot, documents)


def _prepared(snapshot: Snapshot, documents: Mapping[str, Document]) -> Build:
    return prepare(snapshot, read=lambda texts: [documents[text.source.path] for text in texts])


@contextmanager
def _told() -> Generator[None]:
    """What goes wrong elsewhere, as an ExecutorFailed; a full disk of this machine stays what it is."""
    try:
        yield
    except (ExecutorFailed, OSError, GeneratorExit):
        raise
    except Exception as error:
        raise ExecutorFailed(" ".join(f"{type(error).__name__}: {error}".split())) from error


@contextmanager
def on_dask(address: str, patience: float = 5) -> Generator[Elsewhere]:
    """The workers of a running Dask cluster, by its scheduler's address (``tcp://10.0.0.1:8786``).

    Raises ExecutorFailed where none answers within some seconds, ImportError without the package ``distributed``.
    """
    import distributed

    connect: Any = distributed.Client
    try:
        client = connect(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ExecutorFailed(str(error)) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError as error:
            raise ExecutorFailed(str(error)) from error
        workers: int = sum(client.nthreads().values())
        yield Elsewhere(client.get_executor(), workers, lambda cargo: client.scatter(cargo, broadcast=True))
