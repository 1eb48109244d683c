"""What the search of a large made-up project weighs and takes: the index made, joined again, and asked in Chromium.

``python -m benchmarks.search --journeys 1000``. A question is asked on a fresh page, from the disk, so the first
one loads the script, the style sheet, the head of the index and the shards it needs; its bytes are those of all that.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.corpus import write_corpus
from parcours.build.reading import reading
from parcours.edge.project import Project
from parcours.search.index import index_of
from parcours.source.text import Source
from tests.browser.chromium import FLAGS, find_chromium
from tests.search.window import ask, open_search

QUESTIONS = ("discount", "proof of address", "hold music 0007", "compares offers contract", "the basket across dev")


def milliseconds(work: Callable[[], object]) -> float:
    """How long something takes of the processor."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def made(project: Path) -> None:
    """The index: from nothing, of the same project, after an edit; its files."""
    snapshot = Project(project).read()
    first = reading(snapshot)
    index = index_of(first.atlas)
    path = next(path for path in sorted(snapshot.sources) if "/journeys/" in path)
    text = snapshot.sources[path].text.replace("Know the whole price", "Know all of the price", 1)
    again = reading(replace(snapshot, sources={**snapshot.sources, path: Source.of(path, text)}), first)
    sizes = [len(body) for body in index.files.values()]
    rows = {
        "made from nothing, ms": milliseconds(lambda: index_of(first.atlas)),
        "nothing changed, ms": milliseconds(lambda: index_of(first.atlas, index)),
        "a journey edited, ms": milliseconds(lambda: index_of(again.atlas, index)),
        "files": len(sizes),
        "all, kB": sum(sizes) / 1000,
        "largest, kB": max(sizes) / 1000,
    }
    print("\n| index | |\n| --- | ---: |")
    for name, value in rows.items():
        print(f"| {name} | {value:.0f} |")


def asked(site: Path, browser: Browser, question: str) -> tuple[float, float, int]:
    """Milliseconds from the key to the results of a first question, of the same again, and the kilobytes loaded."""
    page = browser.new_page()
    loaded: list[str] = []
    page.goto((site / "journeys" / "journey-0000" / "index.html").as_uri())
    page.on("request", lambda request: loaded.append(request.url))
    start = time.perf_counter()
    open_search(page)
    ask(page, question)
    first = (time.perf_counter() - start) * 1000
    ask(page, "x")
    start = time.perf_counter()
    found = ask(page, question)
    warm = (time.perf_counter() - start) * 1000
    page.close()
    if not found:
        raise SystemExit(f"nothing found for {question}")
    return (
        first,
        warm,
        sum((site / url.split("/site/")[1]).stat().st_size for url in loaded if url.endswith((".js", ".css"))) // 1000,
    )


def main() -> None:
    """Reads the options, makes a project, prints two tables."""
    parser = argparse.ArgumentParser(description="Weigh and time the search of a made-up project.")
    parser.add_argument("--journeys", type=int, default=1000, help="size of the project (1000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each question is asked (3)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        project = Path(scratch)
        write_corpus(project, options.journeys)
        made(project)
        subprocess.run([sys.executable, "-m", "parcours", "build", str(project)], check=True, capture_output=True)
        browser = playwright.chromium.launch(executable_path=str(find_chromium()), args=list(FLAGS))
        print("\n| question | first, ms | again, ms | loaded, kB |\n| --- | ---: | ---: | ---: |")
        for question in QUESTIONS:
            rounds = [asked(project / "site", browser, question) for _ in range(options.rounds)]
            first, warm, size = (statistics.median(column) for column in zip(*rounds, strict=True))
            print(f"| {question} | {first:.0f} | {warm:.0f} | {size:.0f} |")
        browser.close()


if __name__ == "__main__":
    main()
