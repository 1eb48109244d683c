"""What open pages are told of a new build, and who listens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

HEARTBEAT = 15.0
"""Seconds between signs of life on an idle stream of events."""
RETRY = 400
"""Milliseconds after which a browser asks again for a stream that ended."""


@dataclass(frozen=True, slots=True)
class News:
    """A build: its number, the addresses whose bytes are other ones now, its findings and style sheets.

    ``findings`` is how many there are, ``told`` identifies them; ``styles`` identifies all style sheets of the site.
    """

    build: int
    changed: frozenset[str]
    findings: int
    told: str
    styles: str

    def after(self, earlier: News | None) -> News:
        """These news for somebody who has not yet heard the earlier ones."""
        changed = self.changed | earlier.changed if earlier else self.changed
        return News(self.build, changed, self.findings, self.told, self.styles)

    def message(self, kind: str = "") -> str:
        """The news as an event of a stream."""
        data = json.dumps(
            {
                "build": self.build,
                "changed": sorted(self.changed),
                "findings": self.findings,
                "told": self.told,
                "styles": self.styles,
            }
        )
        return f"event: {kind}\ndata: {data}\n\n" if kind else f"data: {data}\n\n"


@dataclass(slots=True, eq=False)
class Listener:
    """Somebody who listens. Who reads slowly is told once what several builds have changed."""

    news: News | None = None
    greeted: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Stage:
    """From where news are told."""

    last: News | None = None
    listeners: set[Listener] = field(default_factory=set[Listener])

    def tell(self, news: News) -> None:
        """Tells everybody."""
        self.last = News(news.build, frozenset(), news.findings, news.told, news.styles)
        for listener in self.listeners:
            listener.news = news.after(listener.news)
            listener.wake.set()

    async def stream(self) -> AsyncIterator[str]:
        """The events for one listener: first how things stand (``hello``), then each build."""
        listener = Listener()
        self.listeners.add(listener)
        try:
            yield f": here\nretry: {RETRY}\n\n"
            if self.last is not None:
                listener.greeted = True
                yield self.last.message("hello")
            while True:
                yield await _next(listener)
        finally:
            self.listeners.discard(listener)


async def _next(listener: Listener) -> str:
    try:
        await asyncio.wait_for(listener.wake.wait(), HEARTBEAT)
    except TimeoutError:
        return ": still here\n\n"
    news, listener.news = listener.news, None
    listener.wake.clear()
    kind, listener.greeted = "" if listener.greeted else "hello", True
    return news.message(kind) if news else ": still here\n\n"
