"""What a build leaves for servers and search engines: compressed texts, a sitemap, what robots may do."""

from __future__ import annotations

import gzip
from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest

from parcours.build.build import Build, build
from parcours.edge.packed import SMALLEST, TEXTS
from tests.build.test_again import FILES, snapshot
from tests.cli.running import run

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def made(settings: str) -> Build:
    return build(snapshot({**FILES, "parcours.yml": settings}))


def test_texts_lie_beside_themselves_compressed(tmp_path: Path) -> None:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    assert run("build", "-o", "plain", cwd=tmp_path).returncode == 0
    assert run("build", "-o", "one", "--compress", "gz", "--compress", "br", cwd=tmp_path).returncode == 0
    plain = {path.relative_to(tmp_path / "plain") for path in (tmp_path / "plain").rglob("*") if path.is_file()}
    texts = {path for path in plain if path.suffix in TEXTS and (tmp_path / "plain" / path).stat().st_size >= SMALLEST}
    packed = {path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()}
    assert len(texts) > 20
    assert packed - plain == {path.with_name(path.name + ending) for path in texts for ending in (".gz", ".br")}
    for text_file in (tmp_path / "one" / path for path in texts):
        body = text_file.read_bytes()
        assert gzip.decompress(text_file.with_name(f"{text_file.name}.gz").read_bytes()) == body
        assert brotli.decompress(text_file.with_name(f"{text_file.name}.br").read_bytes()) == body
    assert "--compress" not in run("build", "-o", "one", cwd=tmp_path).stdout
    assert not list((tmp_path / "one").rglob("*.gz")), "a build without them leaves none behind"


@pytest.mark.parametrize("base", ["https://maps.example.org", "https://maps.example.org/", "https://example.org/maps"])
def test_a_sitemap_lists_every_page(base: str) -> None:
    site = made(f"base_url: {base}\n")
    root = ElementTree.fromstring(site.file("sitemap.xml") or b"")
    listed = [one.text for one in root.iter(f"{SITEMAP}loc")]
    pages = sorted(address for address in site.addresses if address.endswith(".html") and address != "404.html")
    assert sorted(str(url) for url in listed) == [f"{base.rstrip('/')}/{address}" for address in pages]
    robots = site.file("robots.txt")
    if base.endswith("/maps"):
        assert robots is None, "robots read it at the root of a host only"
    else:
        assert robots == b"User-agent: *\nAllow: /\nSitemap: https://maps.example.org/sitemap.xml\n"
    assert b'name="robots"' not in (site.file("index.html") or b"")


def test_a_site_may_ask_not_to_be_listed() -> None:
    site = made("base_url: https://maps.example.org\nrobots: none\n")
    assert site.file("sitemap.xml") is None
    assert site.file("robots.txt") is None
    for address, page in site.made.items():
        if address.endswith(".html"):
            assert b'<meta name="robots" content="noindex, nofollow">' in page.body, address


def test_a_site_that_stands_nowhere_has_no_sitemap() -> None:
    assert made("site_name: Small\n").file("sitemap.xml") is None
