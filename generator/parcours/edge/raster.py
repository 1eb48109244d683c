"""Drawings as PNG, by resvg: no browser, the fonts of this machine, nothing from the network."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from parcours import __version__
from parcours.edge.memory import FOLDER, own_bytes, own_folder, sealed, unsealed
from parcours.edge.texts import write_bytes_whole
from parcours.source.text import digest_of

MOST_PIXELS = 16_000
"""The longest side of a picture: beyond, viewers give up."""

_SIZE = re.compile(rb'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')


def png_of(svg: bytes, scale: float = 1.0) -> bytes:
    """A standalone SVG as a PNG, ``scale`` pixels for each of its units, fewer where it would be too large."""
    import resvg_py

    zoom = min(scale, MOST_PIXELS / max(size_of(svg)))
    return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode("utf-8"), zoom=zoom, background="#ffffff"))


def size_of(svg: bytes) -> tuple[float, float]:
    """The width and height that one of our drawings says it has."""
    found = _SIZE.search(svg[:2000])
    return (float(found[1]), float(found[2])) if found else (1200.0, 800.0)


class Cards:
    """Cards of pages as PNG, remembered by what they are drawn from: drawing one takes longer than its page.

    Each lies in a file of its own, behind a line that signs its bytes.
    """

    def __init__(self, root: Path) -> None:
        """``root`` is the project folder."""
        self.folder = root / FOLDER / "cards"
        self._root = root
        self._since = time.time()

    def png(self, svg: bytes) -> bytes:
        """A card as PNG, of the last time where it is the same."""
        name = f"{digest_of(svg + __version__.encode())}.card"
        try:
            data = unsealed(name, own_bytes(self.folder / name))
            os.utime(self.folder / name)
        except OSError:
            data = None
        if data is None:
            data = png_of(svg)
            self._keep(name, data)
        return data

    def tidy(self) -> None:
        """Forgets the cards that no page has any more, where all pages were made."""
        if self.folder.is_symlink():
            return
        for file in self.folder.glob("*.card"):
            # Whichever process used it has touched it; a clock of a disk may be coarse. Another may forget it first.
            with suppress(OSError):
                if file.stat().st_mtime < self._since - 2:
                    file.unlink()

    def _keep(self, name: str, data: bytes) -> None:
        """A disk that refuses is no trouble: the card is drawn again next time."""
        try:
            body = sealed(name, data)
            if body is not None and own_folder(self._root, "cards"):
                write_bytes_whole(self.folder / name, body)
        except OSError:
            return
