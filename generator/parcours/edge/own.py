"""The preview's own script and style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from parcours.source.text import digest_of

_FOLDER = Path(__file__).parent / "preview"
_SCRIPTS = ("patch.js", "keep.js", "glow.js", "findings.js", "preview.js")
OWN = {
    "preview.js": b"".join((_FOLDER / name).read_bytes() for name in _SCRIPTS),
    "preview.css": (_FOLDER / "preview.css").read_bytes(),
}
"""What pages of the preview load beside their own, by name."""
OWN_TAG = digest_of(b"\0".join(OWN.values()))[:12]
"""What identifies all of it."""


def marks_of(static: Mapping[str, bytes]) -> tuple[str, str]:
    """What identifies all scripts of a page, the preview's own too, and all style sheets; of a theme's files."""
    return _mark(static, ".js", OWN_TAG), _mark(static, ".css", "")


def _mark(static: Mapping[str, bytes], ending: str, seed: str) -> str:
    parts = [data for name, data in static.items() if name.endswith(ending)]
    return digest_of(b"\0".join((seed.encode(), *parts)))[:12]
