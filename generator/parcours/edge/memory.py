"""What is remembered between two runs, in ``.parcours/cache`` of the project: losing it costs time and nothing else.

A file is a line that tells whether what follows is as it was written, then JSON.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

from parcours.edge.texts import write_whole

FOLDER = Path(".parcours") / "cache"
ALL = "*\n"
"""What the folder's own ``.gitignore`` says, so that nobody commits it."""


def recalled(root: Path, name: str) -> Any:
    """What was remembered under a file's name; None when there is nothing, or nothing that can be read."""
    try:
        mark, _, text = (root / FOLDER / name).read_bytes().partition(b"\n")
        return json.loads(text) if int(mark, 16) == zlib.crc32(text) else None
    except (OSError, ValueError, RecursionError):
        return None


def remember(root: Path, name: str, value: Any) -> None:
    """Remembers a value that JSON can hold. A disk that refuses is no trouble: it is worked out again next time."""
    try:
        if own_folder(root):
            text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
            write_whole(root / FOLDER / name, f"{zlib.crc32(text.encode('ascii')):x}\n{text}")
    except (OSError, ValueError):
        return


def own_folder(root: Path, name: str = "") -> bool:
    """Makes the folder, or one of a name in it, unless it would lie outside the project. Raises OSError."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    if not folder.resolve().is_relative_to(root.resolve()):
        return False
    if not (folder / ".gitignore").exists():
        (folder / ".gitignore").write_text(ALL, encoding="utf-8")
    (folder / name).mkdir(exist_ok=True)
    return True
