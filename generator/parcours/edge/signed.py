"""Values on disk that only this user's own Parcours can have written, so that reading them back runs nobody's code.

They are pickled and signed (``edge/key.py``): what somebody else wrote is not opened at all.
"""

from __future__ import annotations

import hmac
import io
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from parcours.edge.key import mac
from parcours.edge.memory import own_bytes
from parcours.parse.document import Document
from parcours.source.pickled import Ways

SIZE = 32
"""Bytes of a signature, the last of a file."""
PIECE = 1 << 20
"""Bytes of which a signature is made at a time."""

PLAIN = frozenset(
    {
        ("builtins", "dict"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("fractions", "Fraction"),
        ("markupsafe", "Markup"),
    }
)
"""What a value may be made of besides Parcours' own types."""


class NotOurs(Exception):
    """A file that is damaged, or that was signed with another key."""


def write_signed(path: Path, value: object, about: str) -> bool:
    """Puts a value in place of a file in one move, for who asks with the same ``about``.

    False where there is no key, or the value cannot be pickled. Raises OSError.
    """
    signing = mac(f"{about} {path.name}")
    if signing is None:
        return False
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(about))
            pickler = pickle.Pickler(_Signing(file, signing), pickle.HIGHEST_PROTOCOL)
            pickler.dispatch_table = Ways({Document: _without_front, MappingProxyType: _plain})
            pickler.dump(value)
            file.write(signing.digest())
        Path(name).replace(path)
    except (RecursionError, pickle.PicklingError):
        return False
    finally:
        Path(name).unlink(missing_ok=True)
    return True


def on_and_on() -> None:
    """Nothing else is to be done meanwhile."""


def read_signed(path: Path, about: str, meanwhile: Callable[[], None] = on_and_on) -> Any:
    """The value of a file; None where there is none, or it was kept with another ``about``, as before an upgrade.

    ``meanwhile`` is called every few thousandths of a second: a large value takes seconds. Raises NotOurs where the
    signature is not ours, OSError.
    """
    try:
        data = own_bytes(path)
    except FileNotFoundError:
        return None
    head = _head(about)
    if not data.startswith(head):
        return None
    signing = mac(f"{about} {path.name}")
    if signing is None:
        raise NotOurs
    for piece in _pieces(memoryview(data)[len(head) : -SIZE]):
        signing.update(piece)
        meanwhile()
    if not hmac.compare_digest(data[-SIZE:], signing.digest()):
        raise NotOurs
    file = _Reading(data, meanwhile)
    file.seek(len(head))
    try:
        return _Reader(file).load()
    except (pickle.UnpicklingError, AttributeError, LookupError, TypeError, ValueError, EOFError):
        raise NotOurs from None


def _pieces(data: memoryview) -> Iterator[memoryview]:
    return (data[start : start + PIECE] for start in range(0, len(data), PIECE))


def _head(about: str) -> bytes:
    return f"parcours {about}\n".encode()


class _Signing:
    """A file that signs what is written through it."""

    def __init__(self, file: BinaryIO, signing: hmac.HMAC) -> None:
        self._file, self._signing = file, signing

    def write(self, data: bytes) -> int:
        self._signing.update(data)
        return self._file.write(data)


class _Reading(io.BytesIO):
    """Bytes that are read frame by frame, of some ten thousand; between two something else may be done."""

    def __init__(self, data: bytes, meanwhile: Callable[[], None]) -> None:
        super().__init__(data)
        self._meanwhile = meanwhile

    def read(self, size: int | None = -1, /) -> bytes:
        self._meanwhile()
        return super().read(size)


class _Reader(pickle.Unpickler):
    """Makes Parcours' own types and plain values, should anything else ever be signed."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        own = module_name.startswith("parcours.") and "." not in global_name
        found = super().find_class(module_name, global_name) if own or (module_name, global_name) in PLAIN else None
        if not isinstance(found, type) or (own and not found.__module__.startswith("parcours.")):
            raise pickle.UnpicklingError
        return found


def _without_front(document: Document) -> tuple[type[Document], tuple[object, ...]]:
    """A document without its parsed front matter, half of it by weight: the text tells it again."""
    source, role, record, prose = document.source, document.role, document.record, document.prose
    return Document, (source, role, record, None, prose, document.prose_line, document.findings)


def _plain(mapping: MappingProxyType[Any, Any]) -> tuple[type, tuple[object]]:
    return dict, (dict(mapping),)
