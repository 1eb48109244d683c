"""The same content gives the same bytes: in another folder, another process, another order, another place on earth."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import FRENCH, REPOSITORY
from tests.site.page import read_files

PROJECT = ("parcours.yml", "content", "themes")
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}


@pytest.mark.parametrize("project", [REPOSITORY, FRENCH], ids=["demonstration", "french"])
def test_two_builds_are_byte_identical(project: Path, tmp_path: Path) -> None:
    one = _built(project, tmp_path / "one", HERE, backwards=False)
    other = _built(project, tmp_path / "another folder" / "déeper", ELSEWHERE, backwards=True)
    assert read_files(one) == read_files(other)
    differing = [name for name in sorted(read_files(one)) if (one / name).read_bytes() != (other / name).read_bytes()]
    assert differing == []


def _built(project: Path, copy: Path, environment: dict[str, str], *, backwards: bool) -> Path:
    """The site of a copy of a project, whose files were written in one order or the other, with other times."""
    names = [name for part in PROJECT for name in _files(project, part)]
    for name in reversed(names) if backwards else names:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(project / name, copy / name)
        if backwards:
            os.utime(copy / name, (1_000_000_000, 1_000_000_000))
    subprocess.run(
        [sys.executable, "-m", "parcours", "build"],
        cwd=copy,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    return copy / "site"


def _files(project: Path, part: str) -> list[str]:
    place = project / part
    paths = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    return [path.relative_to(project).as_posix() for path in paths]
