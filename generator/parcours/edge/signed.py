"""Values on disk that only this user's own Parcours can have written, so that reading them back runs nobody's code.

They are pickled, behind a signature by a key that lies with the user and not with the project: a cache that came with a
repository, or that a CI restored from elsewhere, is not opened at all. ``PARCOURS_CACHE_KEY`` gives machines of one CI
a key in common.
"""

from __future__ import annotations

import hmac
import io
import os
import pickle
import secrets
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from platformdirs import user_state_path

from parcours.parse.document import Document
from parcours.source.pickled import Ways

KEY_NAME, KEY_SIZE = "cache-key", 32
SIZE = 32
"""Bytes of a signature, the last of a file."""
GIVEN = "PARCOURS_CACHE_KEY"
"""The variable of the environment that gives a key; any text will do, the longer the better."""

PLAIN = frozenset(
    {
        ("fractions", "Fraction"),
        ("builtins", "dict"),
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("datetime", "date"),
    }
    | {("datetime", "datetime"), ("datetime", "timezone"), ("datetime", "timedelta"), ("markupsafe", "Markup")}
)
"""What a value may be made of besides Parcours' own types."""


class NotOurs(Exception):
    """A file that is damaged, or that was signed with another key."""


def write_signed(path: Path, value: object, about: str) -> bool:
    """Puts a value in place of a file in one move, for who asks with the same ``about``.

    False where there is no key, or the value nests too deep. Raises OSError.
    """
    key = _key()
    if key is None:
        return False
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(about))
            signing = _Signing(file, key, about)
            pickler = pickle.Pickler(signing, pickle.HIGHEST_PROTOCOL)
            pickler.dispatch_table = Ways({Document: _without_front, MappingProxyType: _plain})
            pickler.dump(value)
            file.write(signing.signature)
        Path(name).replace(path)
    except RecursionError:
        return False
    finally:
        Path(name).unlink(missing_ok=True)
    return True


def read_signed(path: Path, about: str) -> Any:
    """The value of a file; None where there is none, or it was kept with another ``about``, as before an upgrade.

    Raises NotOurs where the signature is not ours, OSError.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    head = _head(about)
    if not data.startswith(head):
        return None
    key = _key()
    body, end = memoryview(data)[len(head) : -SIZE], bytes(data[-SIZE:])
    if key is None or not hmac.compare_digest(end, _mac(key, about, body).digest()):
        raise NotOurs
    file = io.BytesIO(data)
    file.seek(len(head))
    try:
        return _Reader(file).load()
    except (pickle.UnpicklingError, AttributeError, LookupError, TypeError, ValueError, EOFError):
        raise NotOurs from None


class _Signing:
    """A file that signs what is written through it."""

    def __init__(self, file: BinaryIO, key: bytes, about: str) -> None:
        self._file, self._mac = file, _mac(key, about)

    def write(self, data: bytes) -> int:
        self._mac.update(data)
        return self._file.write(data)

    @property
    def signature(self) -> bytes:
        return self._mac.digest()


class _Reader(pickle.Unpickler):
    """Makes Parcours' own types and plain values, should anything else ever be signed."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        found = None
        if module_name.startswith("parcours.") or (module_name, global_name) in PLAIN:
            found = super().find_class(module_name, global_name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError
        return found


def _without_front(document: Document) -> tuple[type[Document], tuple[object, ...]]:
    """A document without its parsed front matter, half of it by weight: the text tells it again."""
    one = document
    return Document, (one.source, one.role, one.record, None, one.prose, one.prose_line, one.findings)


def _plain(mapping: MappingProxyType[Any, Any]) -> tuple[type, tuple[object]]:
    return dict, (dict(mapping),)


def _head(about: str) -> bytes:
    return f"parcours {about}\n".encode()


def _mac(key: bytes, about: str, body: bytes | memoryview = b"") -> hmac.HMAC:
    mac = hmac.new(key, _head(about), "sha256")
    mac.update(body)
    return mac


def _key() -> bytes | None:
    """The key given, or this user's, made when it is first wanted; None where there is no place for one."""
    if given := os.environ.get(GIVEN):
        return given.encode("utf-8", "surrogateescape")
    try:
        path = user_state_path("parcours", appauthor=False) / KEY_NAME
        known = _read(path)
        if known is None:
            _make(path)
            known = _read(path)
    except (OSError, RuntimeError):
        return None
    return known


def _read(path: Path) -> bytes | None:
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    return key if len(key) == KEY_SIZE else None


def _make(path: Path) -> None:
    """Of two processes that make one at once, the first wins; a key that is damaged is replaced."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(KEY_SIZE))
    try:
        os.link(name, path)
    except OSError:
        if _read(path) is None:
            Path(name).replace(path)
    Path(name).unlink(missing_ok=True)
