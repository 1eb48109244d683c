"""The pictures that pages are held against, one file a picture, in few colours."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

REFERENCES = Path(__file__).parent / "references"


def reference(theme: str, name: str) -> Image.Image | None:
    """The kept picture of a page; None where there is none yet."""
    path = _path(theme, name)
    return Image.open(path).convert("RGB") if path.exists() else None


def keep(theme: str, name: str, picture: Image.Image) -> Path:
    """Keeps a picture; one that shows the same as before keeps its bytes."""
    path = _path(theme, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
    return path


def _path(theme: str, name: str) -> Path:
    return REFERENCES / theme / f"{name}.png"
