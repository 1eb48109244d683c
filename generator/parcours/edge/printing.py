"""A page of a site on paper: Chromium is handed its files one by one, nothing is written or served."""

from __future__ import annotations

from collections.abc import Callable
from mimetypes import guess_type
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from parcours.edge.chromium import blank_page

if TYPE_CHECKING:
    from playwright.sync_api import Route

NOWHERE = "http://parcours.invalid/"
"""Where the site stands while it is printed when nobody said where it will; links to there are taken out."""

_MARGIN = "8mm"
_WHOLE = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => {});
}))"""
_UNLINKED = "() => document.querySelectorAll('a[href]:not([href^=\"#\"])').forEach((a) => a.removeAttribute('href'))"


def page_pdf(address: str, read: Callable[[str], bytes | None], base_url: str, paper: str) -> bytes:
    """The page at an address as a PDF: real texts, tagged, with an outline, landscape on A4 or A3.

    ``read`` gives the files of the site. Links to other pages lead to ``base_url``; without one they are words.
    Raises what ``blank_page`` raises.
    """
    home = f"{base_url.rstrip('/')}/" if base_url else NOWHERE

    def answer(route: Route) -> None:
        url = urlsplit(route.request.url)
        body = read(unquote(url.path[len(urlsplit(home).path) :])) if route.request.url.startswith(home) else None
        if body is None:
            route.abort()
        else:
            route.fulfill(body=body, content_type=guess_type(url.path)[0] or "application/octet-stream")

    with blank_page() as page:
        page.route("**/*", answer)
        page.goto(home + address)
        page.evaluate(_WHOLE)
        if not base_url:
            page.evaluate(_UNLINKED)
        margin = dict.fromkeys(("top", "bottom", "left", "right"), _MARGIN)
        return page.pdf(format=paper, landscape=True, margin=margin, tagged=True, outline=True)  # type: ignore[arg-type]
