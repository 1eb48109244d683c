"""Values on disk that only this user's own Parcours can have written, so that reading them back runs nobody's code.

They are pickled and signed (``edge/key.py``): what somebody else wrote is not opened at all.
"""

from __future__ import annotations

import hmac
import io
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from parcours.analyse.contract import Contract
from parcours.edge.asleep import Asleep, Sleep, Sleepers, Waking
from parcours.edge.key import mac
from parcours.edge.memory import own_bytes
from parcours.parse.document import Front
from parcours.source.pickled import Ways

SIZE = 32
"""Bytes of a signature, the last of a file."""
LENGTH = 8
"""Bytes in which the length of the index is told, the last before the signature."""
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


NO_SLEEP: Mapping[type, Sleep] = MappingProxyType({})
Index = tuple[int, ...]
"""How long the pickles of a file are: that of its value, then those of what sleeps in it, a group each."""


def write_signed(path: Path, value: object, about: str, sleeps: Mapping[type, Sleep] = NO_SLEEP) -> bool:
    """Puts a value in place of a file in one move, for who asks with the same ``about`` and ``sleeps``.

    False where there is no key, or the value cannot be pickled. Raises OSError.
    """
    signing = mac(f"{about} {path.name}")
    if signing is None:
        return False
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(about))
            _write(_Signing(file, signing), value, sleeps)
            file.write(signing.digest())
        Path(name).replace(path)
    except (RecursionError, pickle.PicklingError):
        return False
    finally:
        Path(name).unlink(missing_ok=True)
    return True


def _write(file: _Signing, value: object, sleeps: Mapping[type, Sleep]) -> None:
    ways = Ways({Front: _without_table, Contract: _without_text, MappingProxyType: _plain})
    sleepers = Sleepers(sleeps, ways)
    passing = Ways({**ways, **sleepers.ways})
    lengths: list[int] = []
    for piece in chain((value,), sleepers.groups()):
        start = file.length
        pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = passing
        pickler.dump(piece)
        lengths.append(file.length - start)
    index = pickle.dumps(tuple(lengths), pickle.HIGHEST_PROTOCOL)
    file.write(index + len(index).to_bytes(LENGTH, "big"))


def read_signed(
    path: Path, about: str, sleeps: Mapping[type, Sleep] = NO_SLEEP, meanwhile: Callable[[], None] | None = None
) -> Any:
    """The value of a file; None where there is none, or it was kept with another ``about``, as before an upgrade.

    What sleeps in it is read when it is looked at; at once where there is something to do ``meanwhile``, which is
    called every few thousandths of a second: a large value takes seconds. Raises NotOurs where the signature is not
    ours, OSError.
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
        if meanwhile is not None:
            meanwhile()
    if not hmac.compare_digest(data[-SIZE:], signing.digest()):
        raise NotOurs
    try:
        return _value(data, len(head), sleeps, meanwhile)
    except (pickle.UnpicklingError, AttributeError, LookupError, TypeError, ValueError, EOFError):
        raise NotOurs from None


def _value(data: bytes, start: int, sleeps: Mapping[type, Sleep], meanwhile: Callable[[], None] | None) -> Any:
    index = len(data) - SIZE - LENGTH
    long = int.from_bytes(data[index : index + LENGTH], "big")
    lengths: Index = _Reader(_from(data, index - long)).load()
    starts = list(accumulate(lengths, initial=start))

    def group(number: int) -> list[tuple[type, Any]]:
        found: list[tuple[type, Any]] = _Reader(_from(data, starts[number + 1]), waking.asleep).load()
        return found

    waking = Waking(sleeps, len(lengths) - 1, group)
    value = _Reader(_from(data, start, meanwhile), waking.asleep).load()
    if meanwhile is not None:
        for _ in waking.all():
            meanwhile()
    return value


def _pieces(data: memoryview) -> Iterator[memoryview]:
    return (data[start : start + PIECE] for start in range(0, len(data), PIECE))


def _head(about: str) -> bytes:
    return f"parcours {about}\n".encode()


class _Signing:
    """A file that signs what is written through it."""

    def __init__(self, file: BinaryIO, signing: hmac.HMAC) -> None:
        self._file, self._signing, self.length = file, signing, 0

    def write(self, data: bytes) -> int:
        self._signing.update(data)
        self.length += len(data)
        return self._file.write(data)


def _from(data: bytes, start: int, meanwhile: Callable[[], None] | None = None) -> io.BytesIO:
    """Bytes to be read from a place on; they are not copied."""
    file = io.BytesIO(data) if meanwhile is None else _Reading(data, meanwhile)
    file.seek(start)
    return file


class _Reading(io.BytesIO):
    """Bytes that are read frame by frame, of some ten thousand; between two something else may be done."""

    def __init__(self, data: bytes, meanwhile: Callable[[], None]) -> None:
        super().__init__(data)
        self._meanwhile = meanwhile

    def read(self, size: int | None = -1, /) -> bytes:
        self._meanwhile()
        return super().read(size)


class _Reader(pickle.Unpickler):
    """Makes Parcours' own types and plain values, should anything else ever be signed; ``asleep`` what sleeps."""

    def __init__(self, file: io.BytesIO, asleep: Callable[..., Any] | None = None) -> None:
        super().__init__(file)
        self._asleep = asleep

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        if (module_name, global_name) == (Asleep.__module__, Asleep.__name__) and self._asleep is not None:
            return self._asleep
        own = module_name.startswith("parcours.") and "." not in global_name
        found = super().find_class(module_name, global_name) if own or (module_name, global_name) in PLAIN else None
        if not isinstance(found, type) or (own and not found.__module__.startswith("parcours.")):
            raise pickle.UnpicklingError
        return found


def _without_table(front: Front) -> tuple[type[Front], tuple[object, ...]]:
    """What a file says above its prose without the table that was read, half of it by weight: the text tells it."""
    return Front, (front.path, front.digest, front.role, front.record, front.findings, front.seen, None)


def _without_text(contract: Contract) -> tuple[type[Contract], tuple[object, ...]]:
    """A contract without its text, which its parts give again."""
    return Contract, (b"", contract.parts, contract.names)


def _plain(mapping: MappingProxyType[Any, Any]) -> tuple[type, tuple[object]]:
    return dict, (dict(mapping),)
