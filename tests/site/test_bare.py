"""A map alone, in the frame of another site."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser


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
