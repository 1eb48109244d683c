"""Texts of a site once more beside themselves, compressed, for servers that send such files as they are."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from parcours.edge.forks import shared

Packer = tuple[str, Callable[[bytes], bytes]]
"""The ending a compressed file gets, and what compresses it."""

Packers = tuple[Packer, ...]

TEXTS = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".txt", ".ics"))
SMALLEST = 1024
"""Bytes below which a file fits into one packet of the network anyhow."""

BROTLI_QUALITY = 9
"""Of 11: the last two steps take ten times as long for a twentieth less."""

_TOGETHER = 16


class NoBrotli(Exception):
    """The extra that compresses with Brotli is not installed."""


def packers_of(names: tuple[str, ...]) -> Packers:
    """The packers of some formats, ``gz`` and ``br``; raises NoBrotli where that is wanted and not installed."""
    return tuple((f".{name}", _brotli() if name == "br" else _gzip) for name in sorted(set(names)))


def pack(folder: Path, packers: Packers, processes: int) -> None:
    """Puts each text beside itself, compressed in each way; the same bytes at each run."""
    if not packers:
        return
    texts = [path for path in sorted(folder.rglob("*")) if path.suffix in TEXTS and path.stat().st_size >= SMALLEST]

    def packed(groups: Iterator[list[Path]]) -> None:
        for path in (one for group in groups for one in group):
            body = path.read_bytes()
            for ending, packer in packers:
                path.with_name(path.name + ending).write_bytes(packer(body))

    shared([texts[at : at + _TOGETHER] for at in range(0, len(texts), _TOGETHER)], packed, processes)


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)


def _brotli() -> Callable[[bytes], bytes]:
    try:
        import brotli
    except ImportError:
        raise NoBrotli from None
    untyped: Any = brotli
    return lambda body: untyped.compress(body, quality=BROTLI_QUALITY)
