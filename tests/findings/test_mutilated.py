"""A project whose lines were deleted, moved, doubled and given other values, in any of its files: it is told of."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from parcours.findings.terminal import lines_of
from parcours.source.text import Source
from tests.findings.corpus.project import FILES
from tests.findings.test_corpus import checked

VALUES = (
    "", " []", " {}", " [[]]", " [{}]", " null", " 0", " -1", " 1e400", " .nan", " true", " x", " [x, {y: z}]",
    " {a: {b: c}}", " 2026-13-45", " 0001-01-01", " 9999-12-31", " 100%", " '\"<>&'", " |\n    text", " [null, null]",
    " &a [*a]", " 99999999999999999999999", " 3 days", " {from: 1, to: 5}", " 1..5", " \u202e", " [claire, nobody]",
)  # fmt: skip
HEADS = ("name: x\n", "title: x\n", "goal: y\n", "steps: []\n", "stages: []\n", "{}\n", "")
PROJECTS = 40


def deleted(lines: list[str], at: int, _: random.Random) -> None:
    del lines[at]


def doubled(lines: list[str], at: int, _: random.Random) -> None:
    lines.insert(at, lines[at])


def valued(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = lines[at].split(":")[0] + ":" + chance.choice(VALUES)


def moved(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = chance.choice((f"  {lines[at]}", lines[at][2:]))


def exchanged(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


KINDS: tuple[Callable[[list[str], int, random.Random], None], ...] = (
    deleted,
    doubled,
    valued,
    valued,
    moved,
    exchanged,
)


def mutilated(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 2, 3))):
        if lines:
            chance.choice(KINDS)(lines, chance.randrange(len(lines)), chance)
    return "\n".join(lines)


def project(chance: random.Random) -> dict[str, str]:
    files = dict(FILES)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        path, kind = chance.choice(sorted(files)), chance.randrange(12)
        if kind == 0:
            del files[path]
        elif kind == 1:
            files[path] = f"---\n{chance.choice(HEADS)}---\n"
        elif kind == 2:
            files[path] = files[chance.choice(sorted(files))]
        else:
            files[path] = mutilated(files[path], chance)
    return files


@pytest.mark.parametrize("seed", range(5))
def test_a_mutilated_project_is_told(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(PROJECTS):
        files = project(chance)
        sources = {path: Source.of(path, text) for path, text in files.items()}
        for found in checked(files).findings:
            for language in ("en", "fr"):
                assert list(lines_of(found, sources, language)), files
