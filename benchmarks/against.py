"""Whole builds beside Hugo and MkDocs on the same content, in the same run: ``make bench``.

Each round runs every case once, in turn, so that a machine whose speed drifts disturbs all alike; ratios are taken
within a round, and medians of the rounds are printed. Edits are made out of the clock.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.hugo_site import find_hugo, write_hugo
from benchmarks.mkdocs_site import find_mkdocs, write_mkdocs
from benchmarks.surroundings import RESULTS, as_installed, keep, surroundings
from parcours.edge.bundled import themes

TEMPLATE = Path("themes") / "cartouche" / "templates" / "persona.html"
Prepare = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A command to time, in a folder; ``prepare`` is given the number of the round, out of the clock."""

    name: str
    command: tuple[str, ...]
    folder: Path
    prepare: Prepare


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds on the wall and of processor, megabytes of the largest of its processes."""

    wall: float
    cpu: float
    memory: float


def fresh(folder: Path, *names: str) -> Prepare:
    """Removes what a build leaves."""

    def remove(_round: int) -> None:
        for name in names:
            shutil.rmtree(folder / name, ignore_errors=True)

    return remove


def edit(file: Path, key: str) -> Prepare:
    """Gives a file another value for the first key of a name, each round."""

    def change(number: int) -> None:
        before, found, after = file.read_text("utf-8").partition(f"{key}: ")
        rest = after.partition("\n")[2]
        file.write_text(f'{before}{found}"Changed in round {number}"\n{rest}', encoding="utf-8")

    return change


def edit_template(project: Path) -> Prepare:
    """Gives the project a template of its own, each round another."""

    def change(number: int) -> None:
        text = (themes().parent / TEMPLATE).read_text("utf-8")
        (project / TEMPLATE).parent.mkdir(parents=True, exist_ok=True)
        (project / TEMPLATE).write_text(f"{text}<!-- {number} -->\n", encoding="utf-8")

    return change


def cases_of(scratch: Path, journeys: int) -> list[Case]:
    """What is timed: the peers that are installed, then Parcours."""
    project, plain = scratch / "project", scratch / "plain"
    write_corpus(project, journeys)
    write_corpus(plain, journeys)
    with (plain / "parcours.yml").open("a", encoding="utf-8") as settings:
        settings.write("diagrams: source\n")
    cases: list[Case] = []
    if hugo := find_hugo():
        write_hugo(project, scratch / "hugo")
        cases.append(Case("hugo", (str(hugo),), scratch / "hugo", fresh(scratch / "hugo", "public", "resources")))
    if mkdocs := find_mkdocs():
        write_mkdocs(project, scratch / "mkdocs")
        cases.append(
            Case("mkdocs", (str(mkdocs), "build", "-q"), scratch / "mkdocs", fresh(scratch / "mkdocs", "site"))
        )
    build = (sys.executable, "-m", "parcours", "build")
    journey, persona = project / "content/journeys/journey-0003.md", project / "content/personas/persona-0001.md"
    left = ("site", ".parcours", "themes")
    return [
        *cases,
        Case("cold, diagrams as source", build, plain, fresh(plain, *left)),
        Case("cold", build, project, fresh(project, *left)),
        Case("nothing changed", build, project, lambda _: None),
        Case("one step edited", build, project, edit(journey, "action")),
        Case("persona renamed", build, project, edit(persona, "name")),
        Case("template edited", build, project, edit_template(project)),
    ]


def timed(case: Case, number: int) -> Run:
    """Runs a case once; raises CalledProcessError where it fails. 1 is no failure: a site with findings."""
    case.prepare(number)
    start = time.perf_counter()
    # What it says goes to a file: a pipe nobody reads would hold it up.
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            case.command, cwd=case.folder, env=as_installed(), stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, case.command, stderr=said.read())
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def table(journeys: int, rounds: Sequence[dict[str, Run]]) -> str:
    """The medians of the rounds, as a Markdown table; a ratio is that of seconds on the wall within a round."""
    peers = [name for name in ("hugo", "mkdocs") if name in rounds[0]]
    lines = [
        f"\n{journeys} journeys, {len(rounds)} rounds\n",
        f"| | wall s | CPU s | peak MB |{''.join(f' × {peer} |' for peer in peers)}",
        f"| --- | ---: | ---: | ---: |{' ---: |' * len(peers)}",
    ]
    for name in rounds[0]:
        runs = [one[name] for one in rounds]
        ratios = [statistics.median(one[name].wall / one[peer].wall for one in rounds) for peer in peers]
        cells = [
            f"{statistics.median(run.wall for run in runs):.2f}",
            f"{statistics.median(run.cpu for run in runs):.2f}",
        ]
        cells += [f"{statistics.median(run.memory for run in runs):.0f}", *(f"{ratio:.2f}" for ratio in ratios)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Reads the options, makes projects of each size, prints a table for each, keeps what was measured."""
    parser = argparse.ArgumentParser(description="Time builds beside Hugo and MkDocs on the same content.")
    parser.add_argument("--journeys", type=int, nargs="+", default=[100, 1000, 5000], help="sizes (100 1000 5000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run (5)")
    parser.add_argument("--uncounted", type=int, default=1, help="rounds before, that are not counted (1)")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where to keep what was measured")
    options = parser.parse_args()
    about, kept = surroundings(), dict[str, list[dict[str, dict[str, float]]]]()
    for journeys in options.journeys:
        with tempfile.TemporaryDirectory() as scratch:
            cases = cases_of(Path(scratch), journeys)
            numbers = range(options.uncounted + options.rounds)
            rounds = [{case.name: timed(case, number) for case in cases} for number in numbers][options.uncounted :]
        print(table(journeys, rounds), flush=True)
        kept[str(journeys)] = [{name: asdict(run) for name, run in one.items()} for one in rounds]
    keep(options.results, "builds", about, {"rounds": kept})


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace")
        sys.exit(f"{' '.join(error.cmd)} ended with {error.returncode}:\n{said}")
