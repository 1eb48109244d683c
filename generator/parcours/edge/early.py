"""What can be answered while the project is still being read.

Pages as they were last seen, a journey's page and the home page from a few texts, the theme's files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from parcours.build.build import Build, prepare
from parcours.build.first_sight import first_home, first_sight, first_words
from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.edge.worker import Urgency, Worker
from parcours.pages.lists import HOME
from parcours.pages.search import words_address
from parcours.theme.stock import Stock

WORDS = words_address("").removesuffix(".js")
"""How the addresses of what the search says begin: its window opens at once, results come with the whole."""


@dataclass(slots=True)
class Early:
    """A project whose files have been read and not yet understood.

    ``last`` are pages as they were when a preview was here last; ``seen`` are sites by the address of the page, with
    what lies beside it, for which they were made.
    """

    snapshot: Snapshot
    stock: Stock
    worker: Worker
    last: Mapping[str, bytes] = field(default_factory=dict[str, bytes], repr=False)
    seen: dict[str, Build] = field(default_factory=dict[str, Build])

    async def site_with(self, address: str) -> Build | None:
        """A site that has the file at an address, though little else; None where that must wait for the whole."""
        page = f"{address.rpartition('/')[0]}/{HOME}".lstrip("/")
        for one, made in self.seen.items():
            if page == one or address in made.static or address in made.copies:
                return made
        made_now = await self.worker.do(Urgency.ASKED, partial(self._made, address))
        if made_now is not None:
            self.seen[address] = made_now
        return made_now

    async def body(self, made: Build, address: str) -> bytes | None:
        """The bytes at an address of such a site."""
        known = self.last.get(address)
        known = made.at_hand(address) if known is None else known
        return await self.worker.do(Urgency.ASKED, partial(made.file, address)) if known is None else known

    def _made(self, address: str) -> Build | None:
        if address in self.last:
            own = {path: text for path, text in self.snapshot.sources.items() if path == SETTINGS}
            return prepare(replace(self.snapshot, sources=own), stock=self.stock)
        is_words = address.startswith(WORDS)
        narrow = first_words(self.snapshot) if is_words else first_sight(self.snapshot, address)
        made = prepare(narrow, stock=self.stock) if narrow is not None else None
        if made is not None and address == HOME:
            made.shelf.plans = {**made.shelf.plans, HOME: first_home(self.snapshot)}
        return made if made is not None and made.shelf.get(address) is not None else None
