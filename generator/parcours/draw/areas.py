"""Where the linked nodes of a drawing lie, so that a page showing it as a picture can make them links."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_WITHOUT_ARCS = re.compile(r"[Aa][^A-Za-z]*")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a picture (left, top, right, bottom in CSS pixels) that leads somewhere, and what it says."""

    href: str
    label: str
    box: tuple[int, int, int, int]


def area_of(node: ET.Element, href: str) -> Area:
    """The area of a node of the engine: a group moved into place, which holds its shape and then its texts."""
    across, down, *_ = (*_numbers(node.get("transform", "")), 0.0, 0.0)
    corners = [corner for child in node.iter() for corner in _corners(child)] or [(0.0, 0.0)]
    xs, ys = ([corner[n] for corner in corners] for n in (0, 1))
    box = (
        math.floor(min(xs) + across),
        math.floor(min(ys) + down),
        math.ceil(max(xs) + across),
        math.ceil(max(ys) + down),
    )
    return Area(href, " ".join(" ".join(node.itertext()).split()), box)


def _corners(shape: ET.Element) -> list[tuple[float, float]]:
    name = shape.tag.rpartition("}")[2]
    if name == "rect":
        x, y, wide, high = (_length(shape, key) for key in ("x", "y", "width", "height"))
        return [(x, y), (x + wide, y + high)]
    if name in ("circle", "ellipse"):
        x, y = (_length(shape, key) for key in ("cx", "cy"))
        rx, ry = (_length(shape, key) or _length(shape, "r") for key in ("rx", "ry"))
        return [(x - rx, y - ry), (x + rx, y + ry)]
    written = shape.get("points", "") or _WITHOUT_ARCS.sub(" ", shape.get("d", ""))
    numbers = _numbers(written)
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _length(shape: ET.Element, name: str) -> float:
    return next(iter(_numbers(shape.get(name, ""))), 0.0)


def _numbers(text: str) -> list[float]:
    return [float(found) for found in _NUMBER.findall(text)]
