"""What is asked for before the project has been read: a journey at once, the rest when it is there; then all alike."""

import asyncio
import threading
import weakref
from functools import partial
from pathlib import Path

import pytest

from parcours.edge.aside import aside
from parcours.edge.news import News, Stage
from parcours.edge.preview_site import PreviewSite
from parcours.edge.project import Project
from parcours.edge.worker import Urgency, Worker
from tests.conftest import run_apart
from tests.serve.running import DEADLINE, JOURNEY, PAGE


def test_a_journey_is_there_before_the_whole_and_as_it_will_be(project: Path) -> None:
    async def asked() -> None:
        site = PreviewSite(Project(project), lambda _shown, _news: None)
        await site.begin()
        first = site.early
        assert first is not None
        early = await first.site_with(PAGE)
        assert early is not None
        assert await first.site_with("theme/map.css") is early
        assert await first.site_with("journeys/buy-a-bike/diagram-journey.svg") is early
        assert await first.site_with("search/words-en.js") is not None, "the window of the search opens at once"
        for later in (
            "search/en.js",
            "index.html",
            "journeys/index.html",
            "journeys/none/index.html",
            "state/index.html",
        ):
            assert await first.site_with(later) is None
        body = early.file(PAGE)
        site.note(PAGE, None)
        await site.refresh()
        shown = site.shown
        assert shown is not None
        assert list(shown.made.shelf.made) == [PAGE], "who has asked early is served first"
        now = shown.made.file(PAGE)
        assert now is not None
        assert body is not None
        assert b"Looks for a bike online" in body
        assert b"Looks for a bike online" in now
        assert site.idle is not None
        site.idle.cancel()

    run_apart(asked())


def test_who_waits_is_served_in_the_middle_of_a_long_task() -> None:
    async def told() -> list[str]:
        worker, order = Worker(), list[str]()
        loop, under_way, asked = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()

        def long() -> None:
            loop.call_soon_threadsafe(under_way.set)
            asyncio.run_coroutine_threadsafe(asked.wait(), loop).result()
            worker.meanwhile()
            order.append("long")

        first = asyncio.create_task(worker.do(Urgency.BUILD, long))
        await under_way.wait()
        others = [
            asyncio.create_task(worker.do(urgency, partial(order.append, urgency.name)))
            for urgency in (Urgency.IDLE, Urgency.BUILD, Urgency.ASKED)
        ]
        await asyncio.sleep(0)
        asked.set()
        await asyncio.gather(first, *others)
        return order

    assert run_apart(told()) == ["ASKED", "long", "BUILD", "IDLE"]


def test_what_is_done_aside_outlives_what_asked_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "told"
    aside(lambda: pipe.write_text("done"))

    async def waited() -> None:
        async with asyncio.timeout(60):
            while not pipe.exists() or pipe.read_text() != "done":
                await asyncio.sleep(0.01)

    run_apart(waited())


class Hearing(Stage):
    """Keeps what was told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = set[str]()

    def tell(self, news: News) -> None:
        self.heard |= news.changed
        super().tell(news)


def test_who_has_seen_another_page_is_told_though_somebody_asks_meanwhile(project: Path) -> None:
    async def told() -> frozenset[str]:
        stage = Hearing()
        site = PreviewSite(Project(project), lambda _shown, _news: None, stage=stage)
        await site.begin()
        await site.refresh()
        for address in (PAGE, "personas/nora/index.html"):
            assert await site.file(address)
        stage.heard.clear()
        page = project / JOURNEY
        page.write_text(page.read_text().replace("Looks for a bike online", "Dreams of a bike"))
        rebuilding = asyncio.create_task(site.refresh())
        while site.shown is not None and site.shown.number == 1:
            await asyncio.sleep(0)
        # The page asked for last is made first; this one is made because somebody asks, before word of it is out.
        body = await site.file(PAGE)
        assert body is not None
        assert b"Dreams of a bike" in body
        await rebuilding
        async with asyncio.timeout(60):
            while PAGE not in stage.heard:
                await asyncio.sleep(0.01)
        assert site.idle is not None
        site.idle.cancel()
        return frozenset(stage.heard)

    assert PAGE in run_apart(told())


def test_pages_that_were_open_are_there_at_once_and_then_as_they_are_now(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parcours.edge.kept.FEWEST", 1)
    home, story = "index.html", "A look from afar"

    async def left() -> bytes:
        site = PreviewSite(Project(project), lambda _shown, _news: None)
        await site.begin()
        assert site.early is not None
        assert await site.early.site_with(home) is None, "nobody has seen it yet"
        await site.refresh()
        body = await site.file(home)
        site.keep_seen()
        assert body is not None
        assert site.idle is not None
        site.idle.cancel()
        return body

    async def come_back() -> tuple[bytes | None, frozenset[str]]:
        stage = Hearing()
        site = PreviewSite(Project(project), lambda _shown, _news: None, stage=stage)
        await site.begin()
        early = site.early
        assert early is not None
        made = await early.site_with(home)
        assert made is not None
        body = await early.body(made, home)
        assert await early.body(made, "theme/map.css") is not None
        site.note(home, None)
        await site.refresh()
        async with asyncio.timeout(60):
            while home not in stage.heard:
                await asyncio.sleep(0.01)
        assert site.idle is not None
        site.idle.cancel()
        now = await site.file(home)
        assert now is not None
        assert story in now.decode()
        return body, frozenset(stage.heard)

    first = run_apart(left())
    page = project / "content/index.md"
    page.write_text(f"{page.read_text()}\n{story}.\n")
    body, heard = run_apart(come_back())
    assert body == first, "as it was last seen"
    assert home in heard, "and who sees it is told that there is a newer one"


def test_what_a_task_held_is_let_go_of_before_the_next_comes() -> None:
    class Large:
        """What a build holds on to."""

    async def told() -> bool:
        worker, large, gone = Worker(), Large(), threading.Event()
        weakref.finalize(large, gone.set)
        await worker.do(Urgency.BUILD, partial(id, large))
        del large
        return await asyncio.to_thread(gone.wait, DEADLINE)

    assert run_apart(told())
