"""The least any generator on these libraries must do: read each page's YAML and Markdown, write as many files.

What a build costs is told as a multiple of this, taken on the same machine in the same minute: seconds say little
about another machine, the ratio says much.
"""

from __future__ import annotations

import sys
from pathlib import Path

import markdown
import yaml


def main(project: Path, output: Path) -> None:
    """Reads every page of a project and writes its body."""
    output.mkdir(parents=True, exist_ok=True)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for number, path in enumerate(sorted(project.rglob("*.md"))):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        title = str(yaml.load(front, Loader=loader))  # noqa: S506 - one of the two safe ones
        (output / f"{number}.html").write_text(title + markdown.markdown(body), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
