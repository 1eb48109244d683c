"""Pairs of small projects, and what is told of each: as text, as Markdown and as JSON.

A file of ``pairs/`` says why it is there, then holds files: ``=== a PATH`` on side a, ``=== b PATH`` on side b, over
those of ``base.txt`` (and side b over side a). An empty file is one that is not there.
"""

from __future__ import annotations

import re
from pathlib import Path

from parcours.diff.as_markdown import as_markdown
from parcours.diff.as_text import lines_of
from parcours.diff.contract import as_data, as_json
from parcours.diff.names import Names
from parcours.diff.projects import State, difference
from parcours.diff.telling import told
from tests.diff.projects import Files, state

PAIRS = Path(__file__).parent / "pairs"
HEAD = re.compile(r"^=== (?:([ab]) )?(.+)\n", re.MULTILINE)


def names() -> list[str]:
    return sorted(path.stem for path in PAIRS.glob("*.txt") if path.stem != "base")


def pair(name: str) -> tuple[State, State]:
    base = dict(_files("base"))[""]
    written = _files(name)
    a = {**base, **written.get("a", {})}
    b = {**a, **written.get("b", {})}
    return state(_there(a)), state(_there(b))


def _files(name: str) -> dict[str, Files]:
    parts = HEAD.split((PAIRS / f"{name}.txt").read_text("utf-8"))[1:]
    found: dict[str, Files] = {}
    for side, path, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        found.setdefault(side or "", {})[path] = text
    return found


def _there(files: Files) -> Files:
    return {path: text for path, text in files.items() if text}


def telling(name: str) -> str:
    """All three tellings of a pair, as its golden file holds them."""
    a, b = pair(name)
    found, words = difference(a, b), Names.of(a.atlas, b.atlas)
    said = told(found, words, "main", "HEAD")
    text = "".join("".join(run.text for run in line).rstrip() + "\n" for line in lines_of(said, words))
    markdown = as_markdown(said, words, "parcours diff main HEAD")
    data = as_json(as_data(found, {"kind": "revision", "name": "main"}, {"kind": "revision", "name": "HEAD"}))
    return f"{text}\n=== markdown\n{markdown}\n=== json\n{data}"
