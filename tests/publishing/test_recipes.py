"""Each recipe of docs/publishing.md, done: nginx from Debian, Python's own server, a shared folder."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.install import as_root
from tests.conftest import FRENCH
from tests.publishing.crawler import Crawler
from tests.publishing.servers import find_nginx, nginx, python_server
from tests.search.window import ask, open_search
from tests.site.crawl import POLICY
from tests.site.test_browser import VIOLATIONS

JOURNEY = "journeys/acheter-un-billet/index.html"
NEEDS_NGINX = pytest.mark.skipif(
    find_nginx() is None and (as_root() is None or not shutil.which("apt-get")),
    reason="this system has no apt to get nginx from",
)


@pytest.fixture(scope="module")
def packed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    command = [sys.executable, "-m", "parcours", "build", str(FRENCH), "-o", str(folder), "--compress", "gz"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def maps(packed_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawler]:
    with nginx(packed_site, tmp_path_factory.mktemp("nginx")) as home, closing(Crawler(home)) as crawler:
        yield crawler


def faults(crawler: Crawler) -> list[str]:
    answers = crawler.crawl()
    assert len(answers) > 100
    assert any(url.endswith(".svg") for url in answers)
    return [f"{url}: {answer.status}" for url, answer in answers.items() if answer.status != 200]


@NEEDS_NGINX
def test_nginx_serves_every_link_under_the_policy(maps: Crawler) -> None:
    answers = maps.crawl()
    assert [f"{url}: {answer.status}" for url, answer in answers.items() if answer.status != 200] == []
    policies = {url: answer.headers["content-security-policy"] for url, answer in answers.items()}
    pages = {url: policy for url, policy in policies.items() if not url.endswith(".svg")}
    assert len(pages) > 80
    assert set(pages.values()) == {f"{POLICY}; frame-ancestors 'self'"}
    assert {answer.headers["cache-control"] for answer in answers.values()} == {"no-cache"}
    assert {answer.headers["x-content-type-options"] for answer in answers.values()} == {"nosniff"}


@NEEDS_NGINX
def test_nginx_answers_304_to_what_is_known(maps: Crawler) -> None:
    for address in (JOURNEY, "theme/map.css", "search/fr.js"):
        first = maps.ask(maps.home + address)
        for header, value in (
            ("If_None_Match", first.headers["etag"]),
            ("If_Modified_Since", first.headers["last-modified"]),
        ):
            again = maps.ask(maps.home + address, **{header: value})
            assert (again.status, again.body) == (304, b"")
            assert again.headers["content-security-policy"]
    assert maps.ask(maps.home + JOURNEY, If_None_Match='"other"').status == 200


@NEEDS_NGINX
def test_nginx_sends_what_was_compressed(maps: Crawler, packed_site: Path) -> None:
    for address in (JOURNEY, "theme/map.css", "theme/map.js", "search/fr.js", "atlas.json"):
        answer = maps.ask(maps.home + address, Accept_Encoding="gzip, br")
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.body == (packed_site / f"{address}.gz").read_bytes()
        assert gzip.decompress(answer.body) == (packed_site / address).read_bytes()
        assert "content-encoding" not in maps.ask(maps.home + address).headers


@NEEDS_NGINX
def test_nginx_knows_the_sub_path_and_what_is_missing(maps: Crawler) -> None:
    bare = maps.ask(maps.home.rstrip("/"))
    assert (bare.status, bare.headers["location"]) == (301, "/maps/")
    missing = maps.ask(f"{maps.home}nowhere/index.html")
    assert missing.status == 404
    assert missing.headers["content-security-policy"]
    assert "<h1" in missing.body.decode("utf-8")
    for path in ("..", "%2e%2e/%2e%2e/etc/passwd", "../../../etc/passwd"):
        assert maps.ask(maps.home + path).status in (301, 400, 404)


@NEEDS_NGINX
def test_a_map_behind_nginx_in_a_browser(maps: Crawler, browser: Browser) -> None:
    assert asked(browser, maps.home) == []


def test_python_serves_every_link(packed_site: Path, browser: Browser) -> None:
    with python_server(packed_site) as home:
        crawler = Crawler(home)
        assert faults(crawler) == []
        known = crawler.ask(home + JOURNEY).headers["last-modified"]
        assert crawler.ask(home + JOURNEY, If_Modified_Since=known).status == 304
        assert asked(browser, home) == []


def test_a_shared_folder_is_opened_from_the_disk(packed_site: Path, tmp_path: Path, browser: Browser) -> None:
    share = tmp_path / "Partage de l’équipe (n° 2) #1" / "cartes"
    shutil.copytree(packed_site, share)
    for path in share.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert asked(browser, f"{share.as_uri()}/") == []
    finally:
        for path in (share, *share.rglob("*")):
            if path.is_dir():
                path.chmod(0o755)


def asked(browser: Browser, home: str) -> list[str]:
    """What a browser has to complain of while somebody finds a step, opens it, and looks at its drawing."""
    heard: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(VIOLATIONS)
    page.on("console", lambda message: heard.append(f"{message.text} {message.location['url']}"))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(request.url))
    page.on("response", lambda answer: heard.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{home}index.html")
    open_search(page)
    assert ask(page, "compare tarifs")[0] == f"{home}{JOURNEY}#step.tarifs"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{JOURNEY}#step.tarifs")
    page.locator("#step\\.tarifs").click()
    page.locator(".step-panel").wait_for(state="visible")
    drawing = page.locator(".diagram-figure img").first.get_attribute("src")
    page.goto(f"{home}{JOURNEY.removesuffix('index.html')}{drawing}")
    page.close()
    # A drawing by itself names no icon, so a browser asks the root of the host for one.
    return [one for one in heard if not one.endswith("/favicon.ico")]
