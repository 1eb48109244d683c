"""Builds killed at any moment: the site is a whole one, the old or the new, and the next build makes the right one.

    python -m tests.edge.kills --builds 300

kills so many; the tests kill fewer.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from parcours.edge.site_folder import MARK
from tests.build.compared import tree
from tests.build.warm import Warm

VERSIONS = (("bike", "bicycle"), ("bicycle", "bike"))
"""Words that make one version of the project the other."""
TOO_LATE = "ended before"


class Kills:
    """A project that goes to and fro between two versions, each time built by a command that may be killed."""

    def __init__(self, scratch: Path, warm: Warm, chance: random.Random) -> None:
        """Makes the project, and the site of each of its versions."""
        self.root, self.warm, self.chance = scratch / "maps", warm, chance
        assert warm.run("new", "maps", "--language", "en", cwd=scratch).code == 0
        self.right: list[dict[str, bytes]] = []
        self.now, self.usual = 1, 0.0
        self.ended: Counter[str] = Counter()
        for _ in VERSIONS:
            self.turn()
            ended = warm.run("build", cwd=self.root)
            assert ended.code == 0, ended.said
            self.right.append(tree(self.root / "site"))
            self.usual = ended.seconds
        assert self.right[0] != self.right[1]

    def turn(self) -> None:
        """Makes the project its other version."""
        old, new = VERSIONS[self.now]
        for path in sorted((self.root / "content").rglob("*.md")):
            text = path.read_text("utf-8")
            path.write_text(text.replace(f" {old}", f" {new}"), "utf-8")
        self.now = 1 - self.now

    @property
    def killed(self) -> int:
        """Builds that were killed; the others had ended before."""
        return self.ended.total() - self.ended[TOO_LATE]

    def moment(self) -> float:
        """When to kill: any time, and more often towards the end, where what is remembered is written."""
        return self.usual * self.chance.choice((self.chance.random(), self.chance.uniform(0.7, 1.1)))

    def round(self) -> None:
        """One edit, one build killed, one that is not."""
        was = self.right[self.now]
        self.turn()
        due = self.right[self.now]
        ended = self.warm.run("build", cwd=self.root, kill_after=self.moment())
        site = tree(self.root / "site")
        assert site in (was, due), differing(site, was, due)
        assert ended.killed or site == due
        self.usual = self.usual if ended.killed else ended.seconds
        self.ended["killed, old site" if site == was else "killed, new site" if ended.killed else TOO_LATE] += 1
        after = self.warm.run("build", cwd=self.root)
        assert after.code == 0, after.said
        self.usual = after.seconds if "Nothing has changed" not in after.said else self.usual
        site = tree(self.root / "site")
        assert site == due, differing(site, due)

    def nothing_left(self) -> bool:
        """Whether nothing lies beside the site, when all children of killed builds have ended and another was made."""
        for left in self.root.glob(".site*"):
            handle = os.open(left, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
            os.close(handle)
        self.turn()
        assert self.warm.run("build", cwd=self.root).code == 0
        return not any(path.name.startswith(".site") for path in self.root.iterdir())


def differing(site: dict[str, bytes], *others: dict[str, bytes]) -> str:
    """Which files of a site are not those of another."""
    return "\n".join(
        f"{len(names)} files: {names[:5]}"
        for names in (sorted(n for n in {*site, *one} if site.get(n) != one.get(n)) for one in others)
    ) + ("" if MARK in site else "; no mark")


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the options, kills, says how it ended."""
    parser = argparse.ArgumentParser(description="Kill builds at random moments.")
    parser.add_argument("--builds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch, Warm(Path(scratch)) as warm:
        kills = Kills(Path(scratch), warm, random.Random(options.seed))
        while kills.killed < options.builds:
            kills.round()
            if kills.ended.total() % 50 == 0:
                print(f"{kills.ended.total()} builds: {dict(kills.ended)}", flush=True)
        assert kills.nothing_left()
        print(f"{kills.killed} builds killed: {dict(kills.ended)}; nothing is left behind")


if __name__ == "__main__":
    main()
