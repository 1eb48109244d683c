"""Times a build with the history of git, remembered, beside one without: ``python -m benchmarks.history``.

Seconds of processor; each round does both, and the ratio is the median of the rounds' own.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.corpus import write_corpus
from parcours.build.build import build
from parcours.edge.history import with_history
from parcours.edge.project import Project
from tests.edge.repositories import Made

FEELING = re.compile(r'(?<=": )[1-5](?=[,}.])')
"""Where a journey of the corpus says how it feels."""


def edits(texts: Mapping[str, str], commits: int, base: str) -> Iterator[bytes]:
    """Commits for ``git fast-import``, on top of ``base``: each changes one feeling of one journey."""
    now, names, chance = dict(texts), sorted(texts), random.Random(2026)
    yield f"reset refs/heads/main\nfrom {base}\n\n".encode()
    for number in range(commits):
        path = names[number % len(names)]
        spot = chance.choice(list(FEELING.finditer(now[path])))
        now[path] = f"{now[path][: spot.start()]}{chance.randint(1, 5)}{now[path][spot.end() :]}"
        body, when = now[path].encode(), 1_700_000_000 + number * 600
        yield f"commit refs/heads/main\ncommitter Ada <ada@example.org> {when} +0000\ndata 1\nx\n".encode()
        yield f"M 100644 inline {path}\ndata {len(body)}\n".encode() + body + b"\n"


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Reads the options, makes a repository, prints a table."""
    parser = argparse.ArgumentParser(description="Time a build with and without the history of git.")
    parser.add_argument("--journeys", type=int, default=100, help="size of the project (100)")
    parser.add_argument("--commits", type=int, default=5000, help="commits on top of it (5000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is built (5)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_corpus(folder, options.journeys)
        made = Made.at(folder)
        made.git("add", "--all")
        made.git("commit", "--quiet", "--message", "first")
        texts = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.glob("content/journeys/*.md")}
        base = made.git("rev-parse", "HEAD")
        made.git("fast-import", "--quiet", "--force", given=b"".join(edits(texts, options.commits, base)))
        made.git("reset", "--quiet", "--hard", "main")
        first = seconds(lambda: with_history(folder, Project(folder).read()))
        rounds = [
            (
                seconds(lambda: build(Project(folder).read())),
                seconds(lambda: build(with_history(folder, Project(folder).read()))),
            )
            for _ in range(options.rounds + 1)
        ][1:]
    without, with_ = (statistics.median(times) for times in zip(*rounds, strict=True))
    ratio = statistics.median(long / short for short, long in rounds)
    print(f"\n{options.journeys} journeys, {options.commits} commits, {options.rounds} rounds\n")
    print("| | processor, s |\n| --- | ---: |")
    print(f"| the history, read for the first time | {first:.2f} |")
    print(f"| a build without history | {without:.2f} |\n| with the history remembered | {with_:.2f} ({ratio:.2f} ×) |")


if __name__ == "__main__":
    main()
