"""Whatever is done to the files of a project, its preview lives, ends up right, and does not grow."""

import random
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from parcours.build.build import Build, build
from parcours.edge.project import Project
from tests.serve.disorder import Disorder
from tests.serve.running import Preview, previewing

OPERATIONS = 300
PAUSE = 8
"""Operations between two moments in which the preview is let see what there is,"""
ROUND = 100
"""and between two in which all must be right."""
LAST = 1_000_000
"""Added to the number of the mark at the end of a round."""
GROWTH = 40_000_000
"""Bytes by which the process may have grown since it had seen a quarter of it all."""
ADDED = re.compile(rb'<link rel="stylesheet" href="/_parcours/preview.css">.*?</script>', re.DOTALL)


def disturb(disorder: Disorder, operations: int) -> Iterator[str]:
    """Serves a project and disturbs it; after each round all is set right, and what is served must be so too."""
    with previewing(disorder.root) as preview:
        early = 0
        for first in range(0, operations, ROUND):
            for number in range(first, min(first + ROUND, operations)):
                name = disorder.operate()
                assert preview.process.poll() is None, f"ended after {name}"
                if number % PAUSE == 0:
                    try:
                        look(preview, number)
                    except AssertionError as error:
                        raise AssertionError(f"after {disorder.done[-PAUSE:]}") from error
            disorder.restore()
            # A name of its own: word that the mark of an operation is gone may still be on its way.
            caught_up(preview, LAST + first)
            assert_right(preview)
            early = early or (preview.memory() if first >= operations / 4 else 0)
            yield f"{first + ROUND} operations, {preview.memory() / 1e6:.0f} MB"
        assert preview.memory() < early + GROWTH
        assert not any("Traceback" in line for line in preview.said)


def look(preview: Preview, number: int) -> None:
    """Waits until the preview has seen it all, where there is still a folder for a page, and asks for this and that."""
    with suppress(OSError):
        caught_up(preview, number)
    for address in ("/", "/personas/nora/", "/journeys/", "/assets/film.mp4", "/_parcours/findings.json"):
        status = preview.ask(address, "HEAD")[0]
        assert status in (200, 404, 405), (address, status)


def caught_up(preview: Preview, number: int) -> Path:
    """Waits until a page that is made now is known; gives its file."""
    file = preview.folder / "content" / "personas" / f"mark-{number}.md"
    file.write_text(f"---\nname: Mark {number}\n---\n")
    preview.until(lambda e: f"personas/mark-{number}/index.html" in e["changed"])
    return file


def assert_right(preview: Preview) -> None:
    """Nothing is wrong any more, and every page is served as a build from nothing makes it."""
    made = build(Project(preview.folder).read())
    assert not [found for found in made.findings if found.severity == "error"]
    assert_served(preview, made)


def assert_served(preview: Preview, made: Build) -> None:
    """Every page is served as a build has made it."""
    for address, page in made.made.items():
        status, _, body = preview.ask(f"/{address}")
        assert status == 200, address
        assert ADDED.sub(b"", body) == page.body, address


def test_three_hundred_file_operations(starter: Path, project: Path) -> None:
    for _ in disturb(Disorder(project, starter, random.Random(5)), OPERATIONS):
        pass
