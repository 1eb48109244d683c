"""The index: what is put into it, what is taken over from the last one, and shards where it is large."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.corpus import write_corpus
from parcours.build.build import prepare
from parcours.search.entries import _coded
from parcours.search.index import LARGE, index_of
from tests.build.test_again import FILES, snapshot
from tests.search.window import ask, open_search

JOURNEYS = 130


def test_what_has_not_changed_is_taken_over() -> None:
    first = prepare(snapshot(FILES))
    index = index_of(first.atlas)
    assert index_of(first.atlas, index) is index
    text = FILES["content/journeys/buy.md"].replace("Looks", "Browses")
    again = prepare(snapshot({**FILES, "content/journeys/buy.md": text}), first)
    edited = index_of(again.atlas, index)
    assert edited.files == index_of(again.atlas).files, "as from nothing"
    assert edited.files != index.files
    moved = {ref.id for ref, part in edited.parts.items() if part is not index.parts.get(ref)}
    assert "buy" in moved
    assert "repair" not in moved


def test_an_opportunity_renamed_in_its_file_is_renamed_at_its_steps() -> None:
    steps = FILES["content/journeys/buy.md"].replace("feeling: 3", "feeling: 3, opportunities: [{id: better}]")
    files = {**FILES, "content/journeys/buy.md": steps, "content/opportunities/better.md": "---\ntitle: Old\n---\n"}
    first = prepare(snapshot(files))
    index = index_of(first.atlas)
    text = "---\ntitle: Fresh\n---\n"
    again = prepare(snapshot({**files, "content/opportunities/better.md": text}), first)
    told = b"".join(index_of(again.atlas, index).files.values()).decode()
    assert told.count('"Fresh"') == 2
    assert "Old" not in told


def test_each_language_has_its_own() -> None:
    page = "---\ntitle: Déménager\nlang: fr\npersonas: [claire]\n---\n"
    made = prepare(snapshot({**FILES, "content/journeys/move.md": page}))
    files = made.shelf.index_files()
    assert set(files) == {"search/en.js", "search/fr.js"}
    assert "Déménager" in files["search/fr.js"].decode()
    assert "Déménager" not in files["search/en.js"].decode()
    assert b'"languages": ["en", "fr"]' in (made.file("search/words-en.js") or b"")
    assert made.file("search/words-fr.js")
    assert made.file("search/nothing.js") is None


def test_entries_as_text() -> None:
    assert _coded([(0, 0)]) == "0"
    assert _coded([(35, 35), (36, 40), (3, 3), (1, 1), (2, 4)]) == "1-4,z-14"
    assert _coded([(1296, 1296)]) == "100"


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    write_corpus(folder, JOURNEYS, bilingual=False)
    last = folder / "content" / "journeys" / f"journey-{JOURNEYS - 1:04}.md"
    last.write_text(last.read_text("utf-8").replace("\n---\n", "\n---\n\nZeppelins.\n", 1), "utf-8")
    subprocess.run([sys.executable, "-m", "parcours", "build", str(folder)], check=True, capture_output=True)
    return folder / "site"


def test_a_large_index_is_read_in_parts(large_site: Path, browser: Browser) -> None:
    sizes = {path.name: path.stat().st_size for path in (large_site / "search").glob("en*.js")}
    assert sum(sizes.values()) > LARGE
    assert max(sizes.values()) < LARGE / 2
    assert len(sizes) > 5
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((large_site / "index.html").as_uri())
    open_search(page)
    found = ask(page, "zeppelin")
    assert [href.rpartition("/journeys/")[2] for href in found] == [f"journey-{JOURNEYS - 1:04}/index.html"]
    shards = [name for name in asked if re.fullmatch(r"en-.*\.js", name)]
    assert 2 <= len(shards) <= 4, "one of terms, one of pages, neighbours at most"
    assert len(ask(page, "hold music 0007")) > 0
    assert page.locator(".find-results mark").count() > 2
    page.close()
