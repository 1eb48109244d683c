"""Texts that were meant to be pages and are none, by where they lie or how they are called: nothing is made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.findings.suggest import nearest
from parcours.model.kinds import FILE_MODELS
from parcours.parse.document import CONTENT, role_of
from parcours.source.text import Place, Source

FOLDERS = frozenset(kind.value for kind in FILE_MODELS)
OTHER_ENDS = (".markdown", ".mdown", ".mkd", ".md.txt", ".md")
"""How a text of Markdown may be called that is read under ``.md`` only; capitals do not count."""


def misplaced(sources: Mapping[str, Source], assets: Collection[str]) -> Iterator[Finding]:
    """A finding for each: a text with front matter in a folder of no kind, a file of a kind's folder by another end."""
    for path, source in sources.items():
        parts = path.split("/", 2)
        if parts[0] == CONTENT and parts[1] not in FOLDERS and source.text.startswith("---"):
            yield from _in_no_folder(path, parts, sources)
    for path in assets:
        parts = path.split("/", 2)
        if (
            len(parts) > 2
            and parts[1] in FOLDERS
            and path.casefold().endswith(OTHER_ENDS)
            and not path.rpartition("/")[2].startswith("_")
        ):
            yield _told(path, next(path[: -len(end)] for end in OTHER_ENDS if path.casefold().endswith(end)) + ".md")


def _in_no_folder(path: str, parts: list[str], sources: Mapping[str, Source]) -> Iterator[Finding]:
    people = any(part[:1] in "._" for part in path.split("/")) or path.rpartition("/")[2].casefold() == "readme.md"
    if people or not path.endswith(".md") or role_of(path, sources.keys()) is not None:
        return
    folder = nearest(parts[1], FOLDERS) if len(parts) > 2 else ""
    yield _told(path, f"{CONTENT}/{folder}/{parts[2]}" if folder else "")


def _told(path: str, suggestion: str) -> Finding:
    return finding("files/misplaced", Place(path), suggestion=suggestion, folders=", ".join(sorted(FOLDERS)))
