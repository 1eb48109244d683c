"""What search engines are told: the addresses of all pages, and where that list stands."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from parcours.link.atlas import Atlas
from parcours.pages.here import Here
from parcours.pages.share import whole_address
from parcours.pages.view import Frame

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MOST = 50_000
"""Addresses a sitemap may hold (sitemaps.org, version 0.9)."""

MISSING = "404.html"


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The whole addresses of the pages; for robots.txt, that of the sitemap."""

    frame: Frame
    urls: tuple[str, ...]


def robot_files(atlas: Atlas) -> tuple[str, ...]:
    """The files for search engines: none without ``base_url`` or where the site is not to be listed.

    Robots read ``robots.txt`` at the root of a host only. Releases beside the present are not listed.
    """
    base = urlsplit(atlas.settings.base_url)
    if base.scheme not in ("http", "https") or atlas.settings.robots == "none" or atlas.releases.name:
        return ()
    return (SITEMAP,) if base.path.strip("/") else (SITEMAP, ROBOTS)


def sitemap_view(here: Here, addresses: tuple[str, ...]) -> Sitemap:
    """The sitemap of pages at these addresses."""
    base = here.atlas.settings.base_url
    urls = (whole_address(base, address) for address in addresses if address.endswith(".html") and address != MISSING)
    return Sitemap(here.frame(SITEMAP, ""), tuple(urls)[:MOST])


def robots_view(here: Here) -> Sitemap:
    """What robots.txt says."""
    return Sitemap(here.frame(ROBOTS, ""), (whole_address(here.atlas.settings.base_url, SITEMAP),))
