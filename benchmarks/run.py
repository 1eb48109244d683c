"""Times whole ``parcours`` commands on a made-up project, beside a yardstick: ``make bench``.

Each round runs every case once, in turn, so that a machine whose speed drifts disturbs all alike; ratios are taken
within a round. Processor time is steadier than time on the wall where something else uses the cores.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.surroundings import as_installed

YARDSTICK = "yardstick"
PARCOURS = (sys.executable, "-m", "parcours")


@dataclass(frozen=True, slots=True)
class Case:
    """A command to time; ``fresh`` folders are removed before it runs, out of the clock."""

    name: str
    command: tuple[str, ...]
    fresh: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds on the wall and of processor."""

    wall: float
    processor: float


def cases_of(project: Path, scratch: Path) -> tuple[Case, ...]:
    """What is timed. The cache a project may keep between processes goes with the cold build."""
    site, plain = project / "site", scratch / "plain"
    yardstick = str(Path(__file__).with_name("yardstick.py"))
    return (
        Case(YARDSTICK, (sys.executable, yardstick, str(project), str(plain)), (plain,)),
        Case("build, cold", (*PARCOURS, "build", str(project)), (site, project / ".parcours")),
        Case("build, nothing changed", (*PARCOURS, "build", str(project))),
        Case("check", (*PARCOURS, "check", str(project))),
        Case("--help", (*PARCOURS, "--help")),
    )


def timed(case: Case) -> Run:
    """Runs a case once; raises CalledProcessError with what it said where it fails."""
    for folder in case.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    start, before = time.perf_counter(), _children()
    subprocess.run(case.command, capture_output=True, check=True, env=as_installed())
    return Run(time.perf_counter() - start, _children() - before)


def _children() -> float:
    """Seconds of processor that ended children have taken; the wall's where the system does not tell."""
    try:
        import resource
    except ImportError:
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def table(journeys: int, rounds: Sequence[dict[str, Run]]) -> str:
    """The medians of the rounds, as a Markdown table."""
    lines = [
        f"\n{journeys} journeys, {len(rounds)} rounds\n",
        "| command | seconds | processor | × yardstick |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name in rounds[0]:
        runs = [one[name] for one in rounds]
        ratio = statistics.median(one[name].processor / one[YARDSTICK].processor for one in rounds)
        wall, processor = (
            statistics.median(value) for value in zip(*((r.wall, r.processor) for r in runs), strict=True)
        )
        lines.append(f"| {name} | {wall:.2f} | {processor:.2f} | {ratio:.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Reads the options, makes a project of each size, prints a table for each."""
    parser = argparse.ArgumentParser(description="Time parcours on made-up projects.")
    parser.add_argument("--journeys", type=int, nargs="+", default=[10, 100], help="sizes of project (10 100)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each command runs (3), after one uncounted")
    options = parser.parse_args()
    for journeys in options.journeys:
        with tempfile.TemporaryDirectory() as scratch:
            project = Path(scratch) / "project"
            write_corpus(project, journeys)
            cases = cases_of(project, Path(scratch))
            rounds = [{case.name: timed(case) for case in cases} for _ in range(options.rounds + 1)]
        print(table(journeys, rounds[1:]))


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd)} ended with {error.returncode}:\n{error.stderr.decode(errors='replace')}")
