"""The projects that lie in this repository, read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from parcours.build.reading import Reading, reading
from parcours.edge.project import Project
from parcours.model.kinds import Kind
from parcours.parse.document import Document
from parcours.schema.names import Names, names_of
from tests.conftest import FRENCH, REPOSITORY

STARTERS = REPOSITORY / "starters"
PROJECTS = (REPOSITORY, FRENCH, REPOSITORY / "tests/sites/ourle", STARTERS / "en", STARTERS / "fr")


@cache
def read(project: Path) -> Reading:
    """A project, read and linked."""
    return reading(Project(project).read())


def names(project: Path) -> Names:
    """What a project knows."""
    return names_of(read(project).atlas, ("cartouche",))


def word_of(document: Document) -> str:
    """The word for the schema of a page."""
    role = document.role
    if role.kind is None:
        return "home"
    is_stage = role.parent and role.id != role.parent
    return "stage" if role.kind is Kind.JOURNEY and is_stage else role.kind.word


def front_matters(project: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The front matter of every page, with the word for its schema."""
    for document in read(project).documents.values():
        yield word_of(document), dict(document.front.table.value)
