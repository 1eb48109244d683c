"""A starter put into place: whole or not at all, with a pipeline where one is wanted."""

from __future__ import annotations

import tempfile
from pathlib import Path

FOR_EDITORS = "vscode"
"""The folder that every new project has for editors, whatever its language; stored without its dot."""

PIPELINES = {"github": ".github/workflows/parcours.yml", "gitlab": ".gitlab-ci.yml"}
"""Where a pipeline is looked for, by who runs it."""


def pipeline_of(starter: Path, ci: str) -> Path:
    """The pipeline in the language of a starter."""
    return starter.parent / "ci" / starter.name / f"{ci}.yml"


def put_starter(starter: Path, goal: Path, ci: str) -> None:
    """Copies a starter; it appears whole or not at all.

    It is written beside the goal and renamed. An existing empty folder is kept (it may be a mount, or the very folder
    the user stands in): its files are written within it and then moved up.
    """
    filled = goal.is_dir()
    missing = [folder for folder in goal.parents if not folder.exists()]
    around = goal if filled else goal.parent
    try:
        around.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=around, prefix=".parcours-new-", ignore_cleanup_errors=True) as beside:
            made = Path(beside) / "project"
            _copy(starter, made)
            _copy(starter.with_name(FOR_EDITORS), made / f".{FOR_EDITORS}")
            if ci != "none":
                pipeline = made / PIPELINES[ci]
                pipeline.parent.mkdir(parents=True, exist_ok=True)
                pipeline.write_bytes(pipeline_of(starter, ci).read_bytes())
            if filled:
                _move_up(made, goal)
            else:
                made.rename(goal)
    except BaseException:
        for folder in missing:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        raise


def _copy(starter: Path, made: Path) -> None:
    """Copies bytes and nothing else: an installed starter may be read-only, a project is not."""
    made.mkdir()
    for path in sorted(starter.rglob("*")):
        target = made / path.relative_to(starter)
        if path.is_dir():
            target.mkdir()
        else:
            # A wheel may not carry dot files faithfully, so this one is stored without its dot.
            (target.with_name(".gitignore") if path.name == "gitignore" else target).write_bytes(path.read_bytes())


def _move_up(made: Path, goal: Path) -> None:
    """Moves everything from ``made`` into ``goal``, or nothing."""
    moved: list[Path] = []
    try:
        for path in sorted(made.iterdir()):
            path.rename(goal / path.name)
            moved.append(path)
    except BaseException:
        for path in moved:
            (goal / path.name).rename(path)
        raise
