"""A coverage-guided search for texts that crash or stall the readers: ``make fuzz-readers MINUTES=10``.

Needs the extra ``fuzz`` (atheris). Every text is read as a journey's front matter and body, as a persona, as settings
and as a table of measures, then linked, checked and told in both languages. A crash, or a text that takes more than a
second, ends the search with the text in a file.
"""

from __future__ import annotations

import importlib
import sys
import time
from typing import Any

atheris: Any = importlib.import_module("atheris")

SLOWEST = 1.0
"""Seconds one text may take."""

with atheris.instrument_imports(include=["parcours", "markdown", "yaml"]):
    from parcours.build.reading import reading
    from parcours.build.snapshot import Snapshot
    from parcours.findings.catalogue import told
    from parcours.findings.finding import in_order
    from parcours.findings.terminal import lines_of
    from parcours.source.text import Source
    from parcours.theme.files import ThemeFiles

THEME = ThemeFiles("none", {}, {}, {})
PATHS = (
    ("content/journeys/a.md", "---\n{}\n---\n"),
    ("content/personas/b.md", "---\n{}\n---\n"),
    ("content/journeys/c.md", "---\ntitle: C\n---\n{}"),
    ("content/journeys/e/10-one.md", "---\n{}\n---\n"),
    ("content/index.md", "{}"),
    ("parcours.yml", "{}"),
    ("content/metrics/d.csv", "journey,metric,value\n{}"),
)
SEEDS = (
    "title: A\npersonas: [b]\nstages:\n  - name: S\n    steps:\n      - {id: x, action: Y, feeling: {b: 3}, next: [x]}",
    "quote: {text: Sunday, 20:40, from: x}\nskills: [{name: a, level: 9}]",
    "# H {#i .c}\n\n| a | b |\n|---|---|\n| [x](y.md#z) | ![](p.png) |\n\n- [ ] t\n\n[^1]: n\n\n```mermaid\npie\n```",
    "&a [*a, {b: !!x y}]\n? [q]\n: 'r",
    "<div onclick='x'>**b** [[wiki|w]]</div>\n\n!!! note \"T\"\n    body\n\nterm\n:   def",
)


def one(data: bytes) -> None:
    """Reads a text in every way a project can."""
    text = data.decode("utf-8", "replace")
    sources = {path: Source.of(path, frame.replace("{}", text)) for path, frame in PATHS}
    start = time.perf_counter()
    read = reading(Snapshot(sources, {}, THEME, ("cartouche",)))
    for found in in_order(read.findings):
        for language in ("en", "fr"):
            told(found, language)
            list(lines_of(found, sources, language))
    seconds = time.perf_counter() - start
    if seconds > SLOWEST:
        raise RuntimeError(f"{seconds:.1f} s for {len(text)} characters")


def main(arguments: list[str]) -> None:
    """Runs the search; further arguments are libFuzzer's."""
    for seed in SEEDS:
        one(seed.encode())
    atheris.Setup(arguments, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
