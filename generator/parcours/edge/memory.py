"""What is remembered between two runs, in ``.parcours/cache`` of the project: losing it costs time and nothing else.

A file is a line that tells whether what follows is as this user's Parcours wrote it, then JSON.
"""

from __future__ import annotations

import hmac
import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from parcours.edge.key import mac
from parcours.edge.texts import write_bytes_whole

FOLDER = Path(".parcours") / "cache"
ALL = "*\n"
"""What the folder's own ``.gitignore`` says, so that nobody commits it."""


def recalled(root: Path, name: str) -> Any:
    """What was remembered under a file's name; None when there is nothing, or nothing that can be read."""
    try:
        text = unsealed(name, own_bytes(root / FOLDER / name))
        return None if text is None else json.loads(text)
    except (OSError, ValueError, RecursionError):
        return None


def remember(root: Path, name: str, value: Any) -> None:
    """Remembers a value that JSON can hold. A disk that refuses is no trouble: it is worked out again next time."""
    try:
        text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
        data = sealed(name, text.encode("ascii"))
        if data is not None and own_folder(root):
            write_bytes_whole(root / FOLDER / name, data)
    except (OSError, ValueError):
        return


def sealed(name: str, body: bytes) -> bytes | None:
    """A body behind a line that signs it and the name it goes by; None where there is no key."""
    signing = mac(name, body)
    return None if signing is None else signing.hexdigest().encode() + b"\n" + body


def unsealed(name: str, data: bytes) -> bytes | None:
    """What was sealed under a name; None where it was not by us, or is damaged."""
    signature, _, body = data.partition(b"\n")
    signing = mac(name, body)
    ours = signing is not None and hmac.compare_digest(signature, signing.hexdigest().encode())
    return body if ours else None


def own_bytes(path: Path) -> bytes:
    """What a regular file holds; anything else, which could have no end, and a link raise OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError
        return file.read()


def own_folder(root: Path, name: str = "") -> bool:
    """Makes the folder, or one of a name in it, unless it would lie outside the project. Raises OSError."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / name).resolve().is_relative_to(folder.resolve()) or not _inside(folder, root):
        return False
    with suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="utf-8") as file:
        file.write(ALL)
    (folder / name).mkdir(exist_ok=True)
    return True


def _inside(folder: Path, root: Path) -> bool:
    return folder.resolve().is_relative_to(root.resolve())
