"""A drawing that stands alone: with the theme's colours and fonts in it, since no style sheet reaches a picture."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from markupsafe import Markup

_USED = re.compile(r"var\((--[\w-]+)")


def alone(svg: str, rules: str, tokens: Mapping[str, str]) -> Markup:
    """An SVG with a style of its own: ``rules``, and those of the ``tokens`` that it or they use.

    Colours follow the reader's choice of light or dark, as a browser tells it to pictures, too. No drawing: nothing.
    """
    if not svg:
        return Markup("")
    used, ahead = dict[str, str](), [*_USED.findall(svg), *_USED.findall(rules)]
    while ahead:
        name = ahead.pop()
        if name not in used and name in tokens:
            used[name] = tokens[name]
            ahead += _USED.findall(tokens[name])
    declared = "".join(f";{name}:{value}" for name, value in sorted(used.items()))
    root, _, rest = svg.partition(">")
    style = escape(f":root{{color-scheme:light dark{declared}}}{rules}", quote=False)
    return Markup(f"{root}><style>{style}</style>{rest}")  # noqa: S704 - the drawing is SVG already, the style escaped
