"""Faces whose mouth follows a score, and whose head's shape tells one persona from another without colour."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from parcours.draw.svg import element, number

RADIUS = 11.0
"""Half the width of a face, in drawing units."""

SHAPES = ("round", "square", "diamond", "hexagon")
"""Shapes of heads, taken in turn by personas."""


def shape(index: int) -> str:
    """The name of the head's shape for persona ``index`` (from 0).

    Each turn starts one shape later than the last: dashes also come in turns of four, and no two of sixteen personas
    share both.
    """
    return SHAPES[(index + index // len(SHAPES)) % len(SHAPES)]


def face(x: float, y: float, score: float, index: int, title: str = "") -> str:
    """A face at ``x``, ``y`` for a score on 1 (very bad) to 5 (very good). ``title`` is SVG put inside, first."""
    place = f"translate({number(x)},{number(y)})"
    return f'<g class="face face-{mood(score)}" transform="{place}">{title}{_features(score, index)}</g>'


@lru_cache(maxsize=512)
def _features(score: float, index: int) -> str:
    return head(index) + _eyes() + _mouth(score)


def faces_once(anchor: str, kinds: Iterable[tuple[float, int]]) -> str:
    """Faces to be used many times, of these scores and personas: a curve has dozens, of few kinds."""
    made = {_kind(anchor, score, index): (score, index) for score, index in kinds}
    eyes = element("g", {"id": f"{anchor}-eyes"}, _eyes())
    again = element("use", {"href": f"#{anchor}-eyes"})
    drawn = (
        element("g", {"id": kind, "class": f"face-{mood(score)}"}, head(index), again, _mouth(score))
        for kind, (score, index) in sorted(made.items())
    )
    return element("defs", {}, eyes, *drawn) if made else ""


def face_again(anchor: str, x: float, y: float, score: float, index: int, title: str = "") -> str:
    """One of those faces at ``x``, ``y``."""
    place = f'href="#{_kind(anchor, score, index)}" x="{number(x)}" y="{number(y)}"'
    return f'<use class="face" {place}>{title}</use>' if title else f'<use class="face" {place}/>'


@lru_cache(maxsize=512)
def _kind(anchor: str, score: float, index: int) -> str:
    return f"{anchor}-{shape(index)}-{number(score)}"


def _eyes() -> str:
    return "".join(element("circle", {"class": "face-eye", "cx": side, "cy": -2.6, "r": 1.35}) for side in (-3.6, 3.6))


def _mouth(score: float) -> str:
    return element("path", {"class": "face-mouth", "d": mouth(score)})


def mood(score: float) -> str:
    """``bad``, ``neutral`` or ``good``: which third of the scale a score is in."""
    return "bad" if score < 2.5 else "good" if score > 3.5 else "neutral"


def mouth(score: float) -> str:
    """The mouth's path: a smile above 3, a straight line at 3, turned down below."""
    bend = score - 3
    ends, middle = 3.8 - bend * 0.7, 3.8 + bend * 2.2
    return f"M-4.4,{number(ends)}Q0,{number(middle)} 4.4,{number(ends)}"


def head(index: int, radius: float = RADIUS) -> str:
    """The outline of a head of persona ``index``, centred on 0,0."""
    name = shape(index)
    if name == "round":
        return element("circle", {"class": "face-head", "r": radius})
    if name == "square":
        side = radius * 0.92
        box = {"x": -side, "y": -side, "width": 2 * side, "height": 2 * side, "rx": radius * 0.36}
        return element("rect", {"class": "face-head", **box})
    return element("path", {"class": "face-head", "d": _outline(name, radius)})


def _outline(name: str, radius: float) -> str:
    far, wide, half = radius * 1.3, radius * 1.16, radius * 0.58
    corners: dict[str, tuple[tuple[float, float], ...]] = {
        "diamond": ((0, -far), (far, 0), (0, far), (-far, 0)),
        "hexagon": ((-wide, 0), (-half, -radius), (half, -radius), (wide, 0), (half, radius), (-half, radius)),
    }
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in corners[name]) + "Z"
