"""Who has to wait: until a large project has been read, and for what has just been saved."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from parcours.edge.preview_site import PreviewSite
from parcours.edge.project import Project
from parcours.edge.server import application
from tests.conftest import run_apart
from tests.serve.running import PAGE

PAGE_PATH = "/" + PAGE.removesuffix("index.html")


async def asked(app: Any, path: str, **headers: str) -> tuple[int, str]:
    """What an application answers."""
    told: list[Message] = []
    named = {"host": "127.0.0.1:8000"} | {name.replace("_", "-"): value for name, value in headers.items()}
    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b""}
    scope |= {"headers": [(name.encode(), value.encode()) for name, value in named.items()]}
    scope |= {"server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 1), "scheme": "http", "http_version": "1.1"}

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        told.append(message)

    await app(scope, receive, send)
    return told[0]["status"], b"".join(one.get("body", b"") for one in told).decode()


@asynccontextmanager
async def begun(project: Path) -> AsyncGenerator[tuple[PreviewSite, Starlette]]:
    """A preview of which the files are read, not yet understood, and what answers for it."""
    site = PreviewSite(Project(project), lambda _shown, _news: None)
    await site.begin()
    yield site, application(site, host="127.0.0.1")
    assert site.idle is not None
    site.idle.cancel()


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest, project: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The language of a project that counts as large."""
    monkeypatch.setattr("parcours.edge.waiting.FEWEST", 1)
    settings = project / "parcours.yml"
    settings.write_text(settings.read_text().replace("language: en", f"language: {request.param}"))
    return str(request.param)


def test_a_browser_shows_something_until_the_page_is_there(
    project: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("parcours.edge.server.PATIENCE", 0.0)

    async def told() -> None:
        async with begun(project) as (site, app):
            status, page = await asked(app, "/", sec_fetch_mode="navigate")
            assert status == 503
            assert {"en": "texts are being read", "fr": "Lecture de "}[language] in page
            assert f'<html lang="{language}">' in page
            assert '<script src="/_parcours/preview.js" data-tag="waiting"' in page, "it asks for the page itself"
            others = asyncio.create_task(asked(app, "/"))
            await asyncio.sleep(0)
            assert not others.done(), "who is no browser waits for the page"
            await site.refresh()
            status, page = await others
            assert status == 200
            assert "journey-card" in page
            assert (await asked(app, "/", sec_fetch_mode="navigate"))[0] == 200

    run_apart(told())


def test_a_page_from_a_few_texts_says_that_the_rest_is_being_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("parcours.build.first_sight.MOST_CARDS", 1)

    async def told() -> None:
        async with begun(project) as (site, app):
            for path in ("/", PAGE_PATH):
                status, page = await asked(app, path, sec_fetch_mode="navigate")
                assert status == 200
                assert f'<p class="parcours-reading" lang="{language}" role="status">' in page
                assert {"en": "What is missing here", "fr": "Ce qui manque ici"}[language] in page
                assert '<noscript><meta http-equiv="refresh" content="5"></noscript></head>' in page
            assert (await asked(app, "/theme/map.css"))[0] == 200
            await site.refresh()
            for path in ("/", PAGE_PATH):
                status, page = await asked(app, path)
                assert status == 200
                assert "parcours-reading" not in page

    run_apart(told())


def test_who_asks_right_after_a_save_sees_what_was_saved(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parcours.edge.server.HELD", 60.0)
    home = project / "content" / "index.md"

    async def told() -> None:
        async with begun(project) as (site, app):
            await site.refresh()
            home.write_text("---\ntitle: A title just saved\n---\n")
            site.settled.clear()  # as it is when a file event has come
            page, sheet = (asyncio.create_task(asked(app, path)) for path in ("/", "/theme/map.css"))
            assert (await sheet)[0] == 200, "what is no page does not wait"
            assert not page.done()
            await site.refresh(frozenset({"content/index.md"}))
            site.settled.set()
            assert "A title just saved" in (await page)[1]

    run_apart(told())


def test_nobody_waits_long_for_what_was_saved(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parcours.edge.server.HELD", 0.0)

    async def told() -> None:
        async with begun(project) as (site, app):
            await site.refresh()
            site.settled.clear()
            status, page = await asked(app, "/")
            assert status == 200
            assert "journey-card" in page

    run_apart(told())
