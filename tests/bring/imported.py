"""What an import of one file would do, as a text: the files it proposes, then all it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from parcours.bring.choose import reader
from parcours.bring.draft import Given
from parcours.bring.proposal import Proposal, propose
from parcours.bring.report import report
from parcours.bring.verified import Verified, around, verified
from parcours.build.snapshot import Snapshot
from parcours.edge.theme_folder import read_theme, theme_names
from parcours.parse.front_matter import front_matter
from parcours.parse.yaml_reader import Value
from parcours.source.text import Source
from tests.conftest import REPOSITORY

INPUTS = Path(__file__).parent / "inputs"
TOLD = Path(__file__).parent / "told"
PERSONAS = Path(__file__).parent / "persona_inputs"
PERSONAS_TOLD = Path(__file__).parent / "persona_told"
EMPTY = Snapshot({}, {}, read_theme(REPOSITORY / "tests", "cartouche"), theme_names(REPOSITORY / "tests"))
NO_PICTURES: Mapping[str, str] = {}
_WORD = re.compile(r"[^\W_]+")


def inputs() -> list[Path]:
    """Every sample, but what says of a sample how it is to be read."""
    return sorted(path for path in INPUTS.iterdir() if path.is_file())


def brought(
    name: str,
    data: bytes,
    named: str | None = None,
    project: Snapshot = EMPTY,
    pictures: Mapping[str, str] = NO_PICTURES,
) -> Verified:
    known = replace(around(project), pictures=pictures)
    return verified(propose([Given(name, data)], known, reader(named)), project, pictures)


def brought_text(
    text: str, name: str = "page.md", named: str | None = None, pictures: Mapping[str, str] = NO_PICTURES
) -> Verified:
    return brought(name, text.encode("utf-8", "replace"), named, pictures=pictures)


def shown(made: Proposal, language: str = "en") -> str:
    """The whole of it as the golden files hold it."""
    files = [f"=== {file.path}\n{file.text}" for file in made.files]
    lines = ["".join(part.text for part in line).rstrip() for line in report(made, language, whole=True)]
    return "\n".join([*files, "=== told", *lines]).rstrip() + "\n"


def words(text: str) -> set[str]:
    return set(_WORD.findall(text))


def words_kept(made: Proposal) -> set[str]:
    """Every word of what would be written, and of what is said."""
    kept = words(shown(made)) | words(shown(made, "fr"))
    for file in made.files:
        table, _ = front_matter(Source.of(file.path, file.text))
        kept |= {word for text in _texts(table.value) for word in words(text)}
    return kept


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif value is not None:
        yield str(getattr(value, "written", value))


def lost(source: str, made: Proposal) -> set[str]:
    """Words of a source that are neither written nor said."""
    return words(source) - words_kept(made)


def errors(made: Verified) -> list[str]:
    return [f"{found.place.path}:{found.place.line} {found.rule}" for found in made.errors]
