"""How far two small pictures lie apart."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter, ImageStat

TILE = 16
"""The side of the squares that are compared, in pixels of the small pictures (48 of the page)."""

TOLERANCE = 12.0
"""The most that the mean of a square may differ, of 255.

Other smoothing of letters, a shift by one pixel and the palette of the kept pictures make up to 7; a name, a curve or
a border that is not where it was makes 16 and more.
"""


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference (0 to 255) of the worst square; 255 where the sizes differ by more than two in a hundred."""
    if one.width != other.width or abs(one.height - other.height) > 0.02 * one.height:
        return 255.0
    size = (one.width, min(one.height, other.height))
    soft = [
        picture.convert("RGB").crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(1.5)) for picture in (one, other)
    ]
    apart = ImageChops.difference(*soft).convert("L")
    squares = (apart.crop((x, y, min(x + TILE, size[0]), min(y + TILE, size[1]))) for x, y in _corners(size))
    return max(ImageStat.Stat(square).mean[0] for square in squares)


def _soft(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    return picture.convert("RGB").crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(1.5))


def _corners(size: tuple[int, int]) -> list[tuple[int, int]]:
    return [(x, y) for y in range(0, size[1], TILE) for x in range(0, size[0], TILE)]
