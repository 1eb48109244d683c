"""Times what reads across the maps, beside the reading it rests on: ``python -m benchmarks.analyses --journeys 1000``.

Milliseconds of processor, the least of some rounds: from nothing, then after one edit of a text, then of a feeling.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import write_corpus
from parcours.analyse.analyses import analyse
from parcours.analyse.contract import contract
from parcours.build.reading import Reading, reading
from parcours.build.snapshot import Snapshot
from parcours.edge.project import Project
from parcours.source.text import Source

Made = TypeVar("Made")


def least(rounds: int, make: Callable[[], Made]) -> tuple[float, Made]:
    """The least milliseconds of some rounds, and what was made in the last."""
    times: list[float] = []
    made = make()
    for _ in range(rounds):
        start = time.process_time()
        made = make()
        times.append((time.process_time() - start) * 1000)
    return min(times), made


def edited(snapshot: Snapshot, change: Callable[[str], str]) -> Snapshot:
    """The project with one journey changed."""
    path = next(path for path in sorted(snapshot.sources) if "/journeys/" in path)
    source = Source.of(path, change(snapshot.sources[path].text))
    return replace(snapshot, sources={**snapshot.sources, path: source})


def _text(text: str) -> str:
    return text.replace("Know the whole price", "Know all of the price", 1)


def _feeling(text: str) -> str:
    return re.sub(r'(feeling: \{"[\w-]+": )[\d.]+', r"\g<1>1.25", text, count=1)


def rows(snapshot: Snapshot, rounds: int) -> list[tuple[str, float, float]]:
    """For each situation the milliseconds of the analyses and of ``atlas.json``."""
    first: Reading = reading(snapshot)
    cold, analyses = least(rounds, lambda: analyse(first.atlas))
    written, public = least(rounds, lambda: contract(first.atlas))
    found = [("from nothing", cold, written)]
    for name, change in (("a text edited", _text), ("a feeling edited", _feeling)):
        again = reading(edited(snapshot, change), first)
        warm, _ = least(rounds, lambda again=again: analyse(again.atlas, analyses))  # type: ignore[misc]
        joined, _ = least(rounds, lambda again=again: contract(again.atlas, public))  # type: ignore[misc]
        found.append((name, warm, joined))
    return found


def main() -> None:
    """Reads the options, makes a project, prints a table."""
    parser = argparse.ArgumentParser(description="Time what reads across the maps of a made-up project.")
    parser.add_argument("--journeys", type=int, default=1000, help="size of the project (1000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is made (5)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        write_corpus(Path(scratch), options.journeys)
        snapshot = Project(Path(scratch)).read()
        print(f"\n{options.journeys} journeys\n\n| | analyses, ms | atlas.json, ms |\n| --- | ---: | ---: |")
        for name, across, data in rows(snapshot, options.rounds):
            print(f"| {name} | {across:.1f} | {data:.1f} |")


if __name__ == "__main__":
    main()
