"""What readers give: pages to be made, before anybody knows how their files are called, and what is to be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from parcours.bring.remark import Remark
from parcours.model.kinds import Kind
from parcours.model.settings import Scale
from parcours.source.address import slug
from parcours.source.text import Place, Source

Plain: TypeAlias = "str | int | float | bool | Sequence[Plain] | Mapping[str, Plain] | None"
"""Plain data, as front matter holds it."""


@dataclass(frozen=True, slots=True)
class Left:
    """What fits no field: it goes into the body under a ``heading`` of its own.

    ``text`` is Markdown of the source, or, where ``verbatim``, something that is no Markdown and is shown as it is.
    """

    heading: str
    text: str
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A stage with a file of its own in its journey's folder: its name, front matter, Markdown."""

    name: str
    matter: Mapping[str, Plain]
    prose: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page to be made of what stands at ``place``.

    ``name`` gives its id; ``matter`` is its front matter, in the order it is written. A ``shared`` one is not made
    where something of its id is there already, for that is what is meant; any other gets a number then.
    ``prose`` is Markdown of ours, which is written as it is; a journey with ``parts`` is a folder.
    """

    kind: Kind
    name: str
    matter: Mapping[str, Plain]
    place: Place
    left: tuple[Left, ...] = ()
    shared: bool = False
    prose: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of a source, from ``first`` to ``last`` (from 1), of which nothing was made.

    ``path`` is that of the source, where a file has several (a workbook's sheets); else empty.
    """

    first: int
    last: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader made of one source: pages, what is to be said of it, and the lines nothing was made of."""

    drafts: tuple[Draft, ...] = ()
    remarks: tuple[Remark, ...] = ()
    rest: tuple[Run, ...] = ()

    def __add__(self, other: Read) -> Read:
        return Read(self.drafts + other.drafts, self.remarks + other.remarks, self.rest + other.rest)


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be brought in: its bytes, and its path as it was named, with forward slashes."""

    path: str
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def stem(self) -> str:
        """The file's name without its folders and its ending."""
        name = self.name
        return name.rsplit(".", 1)[0] or name

    @property
    def ending(self) -> str:
        """What follows the last full stop of its name, in lower case; may be empty."""
        return self.name.rsplit(".", 1)[-1].lower() if "." in self.name else ""


@dataclass(frozen=True, slots=True)
class Around:
    """What a reader must know of the project it reads for.

    ``language`` is that of the site, in which headings and assumptions are written; ``scale`` is the site's, on which
    feelings are written. ``asked`` is the scale the user says the source is on, if any. ``known`` gives for each kind
    the ids of what is there, by their own slug and that of their names. ``pictures`` are those the sources name that
    are there, by their path as that of a source, with the path below ``content/`` they will have. ``assets`` are the
    paths of the project's other files, where they are known.
    """

    language: str = "en"
    scale: Scale = field(default_factory=Scale)
    asked: Scale | None = None
    known: Mapping[Kind, Mapping[str, str]] = field(default_factory=dict[Kind, Mapping[str, str]], repr=False)
    pictures: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    assets: frozenset[str] | None = field(default=None, repr=False)

    def there(self, kind: Kind, name: str) -> str:
        """The id of what is there under a name; empty where there is nothing."""
        return self.known.get(kind, {}).get(slug(name), "")


Reader: TypeAlias = Callable[[Source, Around], Read]
"""Reads one text. Never raises, whatever the text."""
