"""A map alone, in the frame of another site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.loopback import Served


def test_a_bare_map_stands_alone_and_keeps_its_view(demonstration_site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.goto((demonstration_site / "journeys/move-house/index.html").as_uri() + "?bare&view=emotion")
    frame = page.locator(".map-section")
    assert frame.is_visible()
    assert not page.locator(".masthead, .colophon, .breadcrumb, .comparisons, h1").filter(visible=True).count()
    assert page.locator(".views [aria-current][data-view=emotion]").count() == 1
    page.locator(".views a[data-view=list]").click()
    assert "bare" in page.url
    page.close()


def test_the_line_for_a_frame_shows_the_view_that_is_open(
    demonstration_site: Path, browser: Browser, serve_folder: Callable[..., Served], tmp_path: Path
) -> None:
    at = serve_folder(demonstration_site, "/maps/")
    address = f"{at.url}journeys/move-house/index.html"
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.goto(address)
    page.locator(".views a[data-view=emotion]").click()
    page.locator(".embed summary").click()
    line = page.locator(".embed code")
    page.wait_for_function("document.querySelector('.embed code').textContent.includes('view=emotion')")
    written = line.inner_text()
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Wiki</title>{written}", "utf-8")
    wiki = serve_folder(tmp_path)
    page.goto(wiki.url)
    frame = page.frame_locator("iframe")
    frame.locator(".views [aria-current][data-view=emotion]").wait_for(state="visible")
    assert page.locator("iframe").get_attribute("src") == f"{address}?bare&view=emotion"
    assert page.locator("iframe").get_attribute("title") == "Moving house with the machine"
    assert not frame.locator(".masthead, .embed, h1").filter(visible=True).count()
    page.close()
