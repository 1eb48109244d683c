"""From a text file of the content to a parsed document: which kind it is, its record, its prose, its findings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.model.base import Record
from parcours.model.journey import StageFile
from parcours.model.kinds import FILE_MODELS, Kind
from parcours.model.places import Home
from parcours.parse.front_matter import Cut, cut, front_matter, read_front_matter
from parcours.parse.prose import Prose, read_prose
from parcours.parse.shape import read_record
from parcours.parse.yaml_reader import Table
from parcours.source.address import slug
from parcours.source.text import Place, Source

CONTENT = "content"
MEASURES = f"{CONTENT}/metrics/"
"""Where tables of measures lie."""
_NUMBERED = re.compile(r"^\d+[-_. ]+")


@dataclass(frozen=True, slots=True)
class Role:
    """What a file is for: a ``kind`` of thing and its id, a stage of journey ``parent``, or the home page (no kind)."""

    kind: Kind | None
    id: str
    parent: str = ""

    @property
    def prefix(self) -> str:
        """What begins the ids of its prose: stages share their journey's page."""
        return f"{self.id}-" if self.parent else ""

    def model(self) -> type[Record]:
        """The model its front matter is checked with."""
        if self.kind is None:
            return Home
        return StageFile if self.parent else FILE_MODELS[self.kind]


UNREAD = frozenset(
    {
        "files/not-utf-8",
        "files/too-large",
        "files/unreadable",
        "files/outside",
        "shape/empty-file",
        "shape/no-front-matter",
    }
    | {f"syntax/{name}" for name in ("no-colon", "comma-in-braces", "open-front-matter", "not-a-mapping")}
)
"""Findings after which anything may be missing from a page."""


@dataclass(frozen=True, slots=True)
class Front:
    """What a file says above its prose: the record of a thing, and what is wrong with it.

    ``digest`` identifies the text of it: while that is the same, whatever the prose says, it stays the same object.
    ``read`` is what parsing has read; None where a kept one came without, then ``seen``, a text that began so, tells it
    again.
    """

    path: str
    digest: str
    role: Role
    record: Record
    findings: tuple[Finding, ...]
    seen: Source = field(repr=False, compare=False)
    read: Table | None = field(repr=False, compare=False)

    @property
    def table(self) -> Table:
        """The front matter, and the place of every value in it."""
        return self.read or _table_of(self.seen)

    @property
    def start(self) -> Place:
        """The very first character of the file."""
        return Place(self.path)

    @property
    def broken(self) -> bool:
        """Whether reading the front matter stopped early."""
        return bool(self.findings) and self.table.broken

    def lacks(self, *keys: str) -> bool:
        """Whether one of these keys may have been written, in a way that could not be read.

        What is missing then is no second mistake: it is told with the first.
        """
        if not self.findings:
            return False
        if self.broken or any(found.rule in UNREAD for found in self.findings):
            return True
        told = (found for found in self.findings if found.rule.startswith("shape/"))
        lost = {word for found in told for word in (found.value("key"), found.suggestion)}
        return not lost.isdisjoint((*keys, "stages", "steps"))


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file; its prose begins on ``prose_line``. ``findings`` are of all of it."""

    source: Source
    front: Front
    prose: Prose
    prose_line: int
    findings: tuple[Finding, ...]

    @property
    def path(self) -> str:
        """Where it lies in the project."""
        return self.front.path

    @property
    def role(self) -> Role:
        """What it is for."""
        return self.front.role

    @property
    def record(self) -> Record:
        """What its front matter describes."""
        return self.front.record

    @property
    def below(self) -> str:
        """The Markdown below its front matter."""
        return "\n".join(self.source.text.split("\n")[self.prose_line - 1 :])


def role_of(path: str, paths: Collection[str]) -> Role | None:
    """What the file at ``path`` is for, given all the project's paths; None when it is no page.

    A folder below ``content/journeys`` that holds an ``index.md`` is one journey, its other files are its stages. Other
    folders only group files. Read-me files and names that begin with ``_`` or ``.`` are for people, not pages.
    """
    parts = path.split("/")
    if parts[0] != CONTENT or not path.endswith(".md") or any(part[:1] in "._" for part in parts):
        return None
    stem = parts[-1].removesuffix(".md")
    if parts[1:] == ["index.md"]:
        return Role(None, "index")
    if len(parts) < 3 or parts[1] not in {kind.value for kind in FILE_MODELS} or stem.casefold() == "readme":
        return None
    kind = Kind(parts[1])
    if kind is Kind.JOURNEY and len(parts) > 3:
        folder = posixpath.dirname(path)
        if f"{folder}/index.md" in paths:
            parent = _id(parts[-2])
            return Role(kind, parent) if stem == "index" else Role(kind, _id(_NUMBERED.sub("", stem)), parent)
    return Role(kind, _id(stem))


def is_text(path: str) -> bool:
    """Whether a file below ``content/`` is read; every other one is published as it lies."""
    return path.endswith(".md") or (path.endswith(".csv") and path.startswith(MEASURES))


@lru_cache(maxsize=256)
def _table_of(source: Source) -> Table:
    return front_matter(source)[0]


def _id(stem: str) -> str:
    return slug(stem) or "unnamed"


def read_document(source: Source, role: Role, last: Document | None = None) -> Document:
    """The document a source holds; never raises, whatever the text.

    ``last`` is what the file was before: what it says still, above its prose or below, is not read again.
    """
    page = cut(source)
    known = last if last is not None and (last.path, last.role) == (source.path, role) else None
    digest = page.digest
    same = known is not None and known.front.digest == digest
    front = known.front if same and known is not None else _front(source, page, digest, role)
    if known is not None and (known.prose_line, known.below) == (page.body_line, page.body):
        prose, of_prose = known.prose, known.findings[len(known.front.findings) :]
    else:
        prose, of_prose = read_prose(page.body, source.path, page.body_line, role.prefix)
    return Document(source, front, prose, page.body_line, (*front.findings, *of_prose))


def _front(source: Source, page: Cut, digest: str, role: Role) -> Front:
    table, of_yaml = read_front_matter(page, source.path)
    record, of_shape = read_record(role.model(), table)
    said = (*of_yaml, *_of_emptiness(source, role, table, of_yaml), *of_shape)
    return Front(source.path, digest, role, record, said, source, table)


def _of_emptiness(source: Source, role: Role, table: Table, before: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if table.value or before or role.kind is None:
        return ()
    rule = "shape/no-front-matter" if source.text.strip() else "shape/empty-file"
    return (finding(rule, source.start(), kind="stage" if role.parent else role.kind.word),)
