"""The site while it is written: read, built, kept; what changed since the last time, and who wants to hear of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from parcours.build.build import Build, prepare
from parcours.build.reading import Texts
from parcours.build.shelf import Made
from parcours.edge.aside import aside
from parcours.edge.early import Early
from parcours.edge.garbage import SetAside, is_laden
from parcours.edge.history import with_history
from parcours.edge.kept import Keeper
from parcours.edge.last_good import LastGood
from parcours.edge.news import News, Stage
from parcours.edge.project import Project
from parcours.edge.shown import Owed, Shown, changed_since, differences, marks_after
from parcours.edge.unchanged import tools_here
from parcours.edge.worker import Urgency, Worker
from parcours.findings.finding import Finding
from parcours.model.history import NO_HISTORY, History
from parcours.parse.document import Document, read_document
from parcours.theme.engine import Engine

ASKED = 200
"""Pages that were asked for last: they may be open, so they are made first and named only when they have changed."""
SEEN = 20
"""Pages of those that are kept as they were seen."""
OUTPUT = "site"
"""The folder a build writes to when nobody says another."""
HEAVY = 0.05
"""Seconds of the processor. A page that takes longer, and that nobody has asked for, is made once with each theme, to
see what its templates have to tell, and not after each save: the next save would wait for it."""
CALM = 1.0
"""Seconds after a build before what nobody has asked for is made."""
LONG_CALM = 20.0
"""Seconds after that before all memory is gone through, if it must be: a save would have to wait for seconds."""


@dataclass(slots=True)
class PreviewSite:
    """Builds again when told to; who listens hears of it. All building and rendering is the worker's.

    It is ``settled`` while nothing is known to have been saved since what is shown.
    """

    project: Project
    tell: Callable[[Shown, News], None]
    editor: str = ""
    shown: Shown | None = None
    stage: Stage = field(default_factory=Stage)
    worker: Worker = field(default_factory=Worker)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    early: Early | None = None
    remembered: bool = False
    stocked: int = 0
    seen: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    weights: dict[str, float] = field(default_factory=dict[str, float])
    weighed_with: Engine | None = None
    kept: Build | None = None
    good: LastGood = field(default_factory=LastGood)
    idle: asyncio.Task[None] | None = None
    history: History = NO_HISTORY
    asked: dict[str, Made | None] = field(default_factory=dict[str, "Made | None"])
    owed: dict[str, tuple[Made | None, ...]] = field(default_factory=dict[str, "tuple[Made | None, ...]"])
    found: tuple[Finding, ...] = ()
    told: str = ""
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    tidied: tuple[Engine, Sequence[Finding]] | None = None
    set_aside: SetAside = field(default_factory=SetAside)
    keeper: Keeper = field(init=False)

    def __post_init__(self) -> None:
        """What other commands keep of their builds is built on here too."""
        self.settled.set()
        root = self.project.root
        self.keeper = Keeper(root, root / OUTPUT, tools_here(), self.worker.meanwhile)

    def known(self, path: str) -> bool:
        """Whether a path was part of the project at the last build. Of the files of themes nothing is known."""
        written = self.shown.written if self.shown else None
        return written is None or path in written.sources or path in written.assets or path.startswith("themes/")

    async def begin(self) -> None:
        """Reads the files, so that what needs few of them can be answered."""
        try:
            self.early = await self.worker.do(
                Urgency.BUILD,
                lambda: Early(self.project.read(), self.keeper.stock, self.worker, self.keeper.seen()),
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, the whole may do without
            self.tell_fault(error)
        finally:
            self.begun.set()

    async def refresh(self, touched: frozenset[str] = frozenset()) -> None:
        """Builds, if anything changed, and tells everybody; a fault of ours is told and the last good site stays.

        ``touched`` are the files that may have changed; any may where there are none.
        """
        async with self.one_at_a_time:
            try:
                await self._refresh(touched)
            except Exception as error:  # noqa: BLE001 - whatever it is, the preview lives on
                self.tell_fault(error)
            finally:
                self.ready.set()

    async def recall(self) -> None:
        """Learns what git remembers, once, while the site is shown already: edits not committed change nothing."""
        shown = self.shown
        if shown is None:
            return
        told = await asyncio.to_thread(with_history, self.project.root, shown.written)
        if told.history is not self.history:
            self.history = told.history
            await self.refresh()

    async def _refresh(self, touched: frozenset[str]) -> None:
        before = self.shown
        if before is None and self.early is not None:
            self.kept = await self.worker.do(Urgency.BUILD, partial(self.keeper.recall, self.early.snapshot))
        shown = await self.worker.do(Urgency.BUILD, lambda: self._rebuild(touched))
        if shown is None:
            return
        # From here on the new pages are what is shown: who has seen others is owed word of them.
        self._owe(shown)
        self.shown, self.early, self.kept = shown, None, None
        self.ready.set()
        for address in self._open_pages()[:1]:
            await self.worker.do(Urgency.BUILD, partial(shown.made.shelf.get, address))
        owed = dict(self.owed)
        news, told = await self.worker.do(Urgency.BUILD, lambda: self._first_news(before, shown, owed))
        self.stage.tell(news)
        for address in told:
            self.owed.pop(address, None)
        self._begin_rest(shown)
        self.tell(shown, news)

    def _begin_rest(self, shown: Shown) -> None:
        if self.idle is not None:
            self.idle.cancel()
        self.idle = asyncio.create_task(self._rest(shown))

    def _owe(self, shown: Shown) -> None:
        """Notes who has seen another page than there is now; who was owed word of one still is."""
        shelf = shown.made.shelf
        for address, made in self.asked.items():
            known = self.owed.get(address, ())
            if address in shelf.plans and (known or made is None or shelf.made.get(address) is not made):
                self.owed[address] = known if any(made is one for one in known) else (*known, made)
        self.owed = {address: seen for address, seen in self.owed.items() if address in shelf.plans}

    def _open_pages(self) -> list[str]:
        """The pages that may be open and of which word is owed, the one that was asked for last first."""
        return [address for address in reversed(self.asked) if address in self.owed]

    def _first_news(self, before: Shown | None, shown: Shown, owed: Owed) -> tuple[News, frozenset[str]]:
        """What there is to tell of a build at once, and of which pages that are owed it tells: those that are made."""
        told = frozenset(address for address in owed if address in shown.made.shelf.made)
        return self._news(shown, changed_since(before, shown, owed)), told

    async def file(self, address: str) -> bytes | None:
        """The bytes at an address, made now if they are not there yet; None where nothing of the site is."""
        shown = self.shown
        if shown is None:
            return None
        body = shown.made.at_hand(address)
        if body is None and address not in shown.made.copies:
            body = await self.worker.do(Urgency.ASKED, lambda: shown.made.file(address))
            if self.shown is not shown:
                return await self.file(address)  # there is a newer one now, and of that one word would not come
        if address in shown.made.shelf.plans:
            self.note(address, shown.made.shelf.made.get(address))
        return body

    def note(self, address: str, made: Made | None) -> None:
        """Notes what somebody has been shown at an address."""
        self.asked.pop(address, None)
        self.asked[address] = made
        if len(self.asked) > ASKED:
            del self.asked[next(iter(self.asked))]

    def keep_seen(self) -> None:
        """Keeps the pages that may be open, so that they are there at once when the next preview begins."""
        if self.shown is None or not self.keeper.is_large(self.shown.of_written):
            return
        made = (self.shown.made.shelf.made.get(address) for address in list(self.asked)[-SEEN:])
        seen = {one.page.address: one.body for page in made if page is not None for one in (page, *page.beside)}
        if seen != self.seen and self.keeper.keep_seen(seen):
            self.seen = seen

    @staticmethod
    def tell_fault(error: Exception) -> None:
        """A fault of Parcours itself, in one line."""
        import sys

        with suppress(OSError):  # what it goes into may be full, or gone
            print(f"parcours: {type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201

    def _rebuild(self, touched: frozenset[str]) -> Shown | None:
        """Reads and builds; nothing when nothing changed."""
        start = time.perf_counter()
        written, before = replace(self.project.read_touched(touched), history=self.history), self.shown
        if before is not None and written == before.written:
            return None
        of_written = prepare(written, before.of_written if before else self.kept, self._read, self.keeper.stock)
        if before is None:
            self.set_aside.begin()
        elif is_laden():
            self.set_aside.tidy()
        self.good, snapshot = self.good.after(written, of_written)
        made = of_written if snapshot is written else prepare(snapshot, before.made if before else None, self._read)
        return Shown(
            made,
            snapshot,
            written,
            of_written,
            before.number + 1 if before else 1,
            *marks_after(made, before),
            time.perf_counter() - start,
        )

    def _tidy(self, shown: Shown) -> None:
        last, self.tidied = self.tidied, (shown.made.engine, shown.made.shelf.faults)
        self.set_aside.circles |= last is not None and (last[0] is not shown.made.engine or bool(last[1]))
        self.set_aside.tidy_calmly()
        if not self.remembered and self.keeper.is_strange(shown.of_written):
            aside(partial(self.keeper.keep_preview, shown.of_written))
        self.remembered = True

    def _make_idly(self, made: Build, address: str) -> None:
        start = time.thread_time()
        made.file(address)
        self.weights[address] = time.thread_time() - start
        self.set_aside.tidy()

    def _stock(self, shown: Shown) -> None:
        """Keeps what was drawn and compiled, where that is more than the last time."""
        fresh = shown.made.engine.fresh
        if len(fresh) > self.stocked:
            self.stocked = len(fresh)
            self.keeper.keep_stock(fresh)

    def _read(self, texts: Texts) -> Iterator[Document]:
        """The documents of texts, while who asks for a page is answered between two."""
        for text in texts:
            yield read_document(*text)
            self.worker.meanwhile()

    def _news(self, shown: Shown, changed: frozenset[str]) -> News:
        found = shown.findings()
        if found != self.found:
            # Told by a number: thousands of findings are the same ones after most edits.
            self.found, self.told = found, f"{time.time_ns()}"
        return News(shown.number, changed, len(found), self.told, shown.styles)

    async def _rest(self, shown: Shown) -> None:
        """Makes, page by page, what may be open, then what nobody has asked for yet; tells what that showed."""
        for address in self._open_pages():
            now = await self.worker.do(Urgency.BUILD, partial(shown.made.shelf.get, address))
            changed = differences(self.owed.get(address, ()), now) if now is not None else frozenset[str]()
            news = await self.worker.do(Urgency.BUILD, partial(self._news, shown, changed)) if changed else None
            if self.shown is not shown:
                return  # the next build owes it still
            if news is not None:
                self.stage.tell(news)
            self.owed.pop(address, None)
        await asyncio.sleep(CALM)
        await self.worker.do(Urgency.IDLE, lambda: self._tidy(shown))
        await self.worker.do(Urgency.IDLE, lambda: self._stock(shown))
        if self.weighed_with is not shown.made.engine:
            self.weights, self.weighed_with = {}, shown.made.engine
        for address in shown.made.shelf.open:
            if self.weights.get(address, 0.0) < HEAVY:
                await self.worker.do(Urgency.IDLE, partial(self._make_idly, shown.made, address))
        await self.worker.do(Urgency.IDLE, self.set_aside.tidy_calmly)
        news = await self.worker.do(Urgency.IDLE, lambda: self._news(shown, frozenset()))
        await self.worker.do(Urgency.IDLE, lambda: self._stock(shown))
        if self.stage.last is not None and news.told != self.stage.last.told:
            self.stage.tell(news)
            self.tell(shown, news)
        await asyncio.sleep(LONG_CALM)
        await self.worker.do(Urgency.IDLE, self.keep_seen)
        await self.worker.do(Urgency.IDLE, self.set_aside.tidy_whole)
