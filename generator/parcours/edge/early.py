"""What can be answered while the project is still being read: a journey's page from a few texts, the theme's files."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from parcours.build.build import Build, prepare
from parcours.build.first_sight import first_sight
from parcours.build.snapshot import Snapshot
from parcours.edge.worker import Urgency, Worker
from parcours.theme.stock import Stock


@dataclass(slots=True)
class Early:
    """A project whose files have been read and not yet understood. ``seen`` are the pages made so far, by address."""

    snapshot: Snapshot
    stock: Stock
    worker: Worker
    seen: dict[str, Build] = field(default_factory=dict[str, Build])

    async def site_with(self, address: str) -> Build | None:
        """A site that has the file at an address, though little else; None where that must wait for the whole."""
        page = f"{address.rpartition('/')[0]}/index.html"
        for one, made in self.seen.items():
            if page == one or address in made.static or address in made.copies:
                return made
        made_now = await self.worker.do(Urgency.ASKED, partial(self._made, address))
        if made_now is not None:
            self.seen[address] = made_now
        return made_now

    def _made(self, address: str) -> Build | None:
        narrow = first_sight(self.snapshot, address)
        made = prepare(narrow, stock=self.stock) if narrow is not None else None
        return made if made is not None and made.shelf.get(address) is not None else None
