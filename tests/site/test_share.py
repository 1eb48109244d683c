"""How pages are known where their links are shared: their words always, address and card where the settings say."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import FRENCH
from tests.site.page import Page, read_pages

BASE = "https://cartes.example.org/rail"
OWN = ("index.html", "journeys/demenager/index.html", "personas/chloe/index.html")


@pytest.fixture(scope="module")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The French project, told where it will stand, built twice: the second time cards come from memory."""
    folder = tmp_path_factory.mktemp("public") / "rail"
    shutil.copytree(FRENCH, folder, ignore=shutil.ignore_patterns("site", ".parcours"))
    with (folder / "parcours.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"base_url: {BASE}/\n")
    for name in ("one", "two"):
        command = [sys.executable, "-m", "parcours", "build", str(folder), "-o", str(folder / name)]
        subprocess.run(command, check=True, capture_output=True)
    return folder


def meta(page: Page) -> dict[str, str]:
    """What a page tells those who share it."""
    tags = page.named("meta")
    return {one.get("property") or one.get("name"): one.get("content") for one in tags if one.get("content")}


def test_a_site_that_stands_nowhere_names_no_address(site: Path) -> None:
    assert not list(site.rglob("card.png"))
    for page in read_pages(site).values():
        told = meta(page)
        assert told["og:title"]
        assert told["og:site_name"]
        assert told["og:locale"] in {"en_GB", "fr_FR"}
        assert told["twitter:card"] == "summary"
        assert not {"og:url", "og:image"} & told.keys()
        assert 'rel="canonical"' not in page.text


def test_each_page_names_its_address_and_its_card(public_site: Path) -> None:
    pages = read_pages(public_site / "one")
    for address, page in pages.items():
        told = meta(page)
        if address == "404.html":
            assert "og:url" not in told
            continue
        assert told["og:url"] == f"{BASE}/{address}"
        assert [one.get("href") for one in page.named("link") if one.get("rel") == "canonical"] == [told["og:url"]]
        card = told["og:image"].removeprefix(f"{BASE}/")
        assert card == (address.removesuffix("index.html") + "card.png" if has_own(address) else "card.png")
        assert (public_site / "one" / card).is_file()
        assert told["twitter:card"] == "summary_large_image"
    assert all(has_own(address) for address in OWN)
    cards = {
        file.parent.relative_to(public_site / "one").as_posix() for file in (public_site / "one").rglob("card.png")
    }
    assert {f"{card}/index.html".removeprefix("./") for card in cards} == {a for a in pages if has_own(a)}


def has_own(address: str) -> bool:
    """Home, journeys, personas and comparisons have a card of their own."""
    parts = address.split("/")
    return (len(parts) == 1 and address == "index.html") or (
        parts[0] in {"journeys", "personas"} and (len(parts) == 3 or parts[2:3] == ["compare"])
    )


def test_cards_are_whole_and_remembered(public_site: Path) -> None:
    cards = sorted((public_site / "one").rglob("card.png"))
    for card in cards:
        data = card.read_bytes()
        assert struct.unpack(">II", data[16:24]) == (1200, 630)
        assert data == (public_site / "two" / card.relative_to(public_site / "one")).read_bytes()
    kept = list((public_site / ".parcours/cache/cards").glob("*.card"))
    assert len(kept) == len({card.read_bytes() for card in cards})
