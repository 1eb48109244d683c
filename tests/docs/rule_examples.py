"""The examples of a rule's page: the files it shows under Wrong and under Right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

WRONG = {"en": "## Wrong", "fr": "## Faux"}
RIGHT = {"en": "## Right", "fr": "## Juste"}
BELL = ("␇", "\x07")
"""What stands in an example for a character nobody could see in it, and the character."""

_FENCE = re.compile(
    r'^(?P<fence>`{3,})(?P<language>\w+)(?: title="(?P<path>[^"\n]+)")?\n(?P<text>.*?)^(?P=fence)$',
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page in its parts: title, the line of code and severity, words, files by path under each heading."""

    title: str
    line: str
    words: str
    wrong: dict[str, str]
    right: dict[str, str]


def read_rule_page(text: str, language: str) -> Page:
    """The parts of a page; ValueError where a heading is missing."""
    before, rest = _cut(text, WRONG[language])
    wrong, right = _cut(rest, RIGHT[language])
    title, _, line, _, words = before.split("\n", 4)
    return Page(title, line, words.strip(), _files(wrong), _files(right))


def _cut(text: str, heading: str) -> tuple[str, str]:
    parts = text.split(f"\n{heading}\n")
    if len(parts) != 2:
        raise ValueError(heading)
    return parts[0], parts[1]


def _files(text: str) -> dict[str, str]:
    return {found["path"]: found["text"] for found in _FENCE.finditer(text) if found["path"]}


def put(files: dict[str, str], folder: Path) -> Path:
    """Writes files into a project folder, with the character nobody can see where a picture of it stands."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text.replace(*BELL), "utf-8", newline="")
    return folder
