"""The key that signs what is kept on disk: it lies with the user, never with a project.

A cache that came with a repository, or that a CI restored from elsewhere, is not opened: nobody else has the key.
``PARCOURS_CACHE_KEY`` gives the machines of one CI a key in common.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
import tempfile
from pathlib import Path

from platformdirs import user_state_path

NAME, SIZE = "cache-key", 32
GIVEN = "PARCOURS_CACHE_KEY"
"""The variable of the environment that gives a key."""
SHORTEST = 16
"""Characters below which a key that is given could be guessed; it counts as none."""


def mac(about: str, body: bytes | memoryview = b"") -> hmac.HMAC | None:
    """What signs a body, and says what it is ``about``; None where there is no key."""
    key = _key()
    if key is None:
        return None
    made = hmac.new(key, about.encode("utf-8", "surrogateescape") + b"\n", "sha256")
    made.update(body)
    return made


def _key() -> bytes | None:
    """The key given, or this user's, made when it is first wanted; None where there is no place for one."""
    if given := os.environ.get(GIVEN):
        return given.encode("utf-8", "surrogateescape") if len(given) >= SHORTEST else None
    try:
        path = user_state_path("parcours", appauthor=False) / NAME
        known = _read(path)
        if known is None:
            _make(path)
            known = _read(path)
    except (OSError, RuntimeError):
        return None
    return known


def _read(path: Path) -> bytes | None:
    """A whole key that nobody else can reach."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            key = file.read(SIZE + 1)
    except FileNotFoundError:
        return None
    reachable = os.name == "posix" and (status.st_mode & 0o077 or status.st_uid != os.geteuid())
    return key if len(key) == SIZE and stat.S_ISREG(status.st_mode) and not reachable else None


def _make(path: Path) -> None:
    """Of two processes that make one at once, the first wins; a key that is damaged or was in reach is replaced."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
        try:
            os.link(name, path)
        except OSError:
            if _read(path) is None:
                Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
