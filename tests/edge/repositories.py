"""Real git repositories, made by the tests that read them."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

OWN = ("user.name=Ada", "user.email=ada@example.org", "commit.gpgsign=false", "init.defaultBranch=main")
SETTINGS = [part for setting in (*OWN, "protocol.file.allow=always", "core.autocrlf=false") for part in ("-c", setting)]
MIDNIGHT = "T12:00:00+00:00"


@dataclass(frozen=True)
class Made:
    """A repository at a folder, its commits made on the days and by the people one says."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> Made:
        folder.mkdir(parents=True, exist_ok=True)
        made = cls(folder)
        made.git("init", "--quiet")
        return made

    def git(self, *arguments: str, day: str = "2026-01-01", by: str = "Ada", given: bytes = b"") -> str:
        """What a command of git prints, run here as somebody on some day."""
        who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in _person(by, day)}
        command = ["git", *SETTINGS, "-C", str(self.folder), *arguments]
        done = subprocess.run(command, input=given, capture_output=True, env={**os.environ, **who}, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, day: str = "2026-01-01", *, by: str = "Ada", says: str = "A change", **files: str) -> str:
        """Writes files (``content/journeys/buy.md`` as ``buy``, others by ``write`` before) and commits everything."""
        for name, text in files.items():
            self.write(f"content/journeys/{name.replace('_', '-')}.md", text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", says, day=day, by=by)
        return self.git("rev-parse", "HEAD")


def _person(name: str, day: str) -> tuple[tuple[str, str], ...]:
    return (("NAME", name), ("EMAIL", f"{name.lower()}@example.org"), ("DATE", day + MIDNIGHT))
