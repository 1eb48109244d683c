"""Values on disk that only this user's own Parcours can have written, so that reading them back runs nobody's code.

They are pickled, behind a signature by a key that lies with the user and not with the project: a cache that came with a
repository, or that a CI restored from elsewhere, is not opened at all. ``PARCOURS_CACHE_KEY`` gives machines of one CI
a key in common.
"""

from __future__ import annotations

import copyreg
import hmac
import io
import os
import pickle
import secrets
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import Any

from platformdirs import user_state_path

from parcours.parse.document import Document

KEY_NAME, KEY_SIZE = "cache-key", 32
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


def signed(value: object, about: str) -> bytes | None:
    """A value to be kept, for who asks with the same ``about``; None where there is no key, or it nests too deep."""
    key = _key()
    if key is None:
        return None
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, Document: _without_front, MappingProxyType: _plain}
    try:
        pickler.dump(value)
    except RecursionError:
        return None
    body = out.getvalue()
    return f"{about} {_signature(key, about, body)}\n".encode() + body


def opened(data: bytes, about: str) -> Any:
    """The value that was signed; None where it was kept with another ``about``, as before an upgrade.

    Raises NotOurs where the signature is not ours.
    """
    head, _, body = data.partition(b"\n")
    said, _, signature = head.decode("ascii", "replace").partition(" ")
    if said != about and data:
        return None
    key = _key()
    if key is None or not hmac.compare_digest(signature.encode(), _signature(key, about, body).encode()):
        raise NotOurs
    try:
        return _Reader(io.BytesIO(body)).load()
    except (pickle.UnpicklingError, AttributeError, LookupError, TypeError, ValueError, EOFError):
        raise NotOurs from None


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


def _signature(key: bytes, about: str, body: bytes) -> str:
    return hmac.new(key, about.encode() + b"\n" + body, "sha256").hexdigest()


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
