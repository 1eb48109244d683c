"""What a site calls its own in ``parcours.yml``: colours and fonts."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from parcours.model.base import Record, Text, as_text


def _checked_colour(text: str) -> str:
    if text and not re.fullmatch(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text):
        raise PydanticCustomError("bad_colour", "not a colour")
    return text


ColourText = Annotated[Text, AfterValidator(_checked_colour)]
"""A colour as ``#rrggbb`` or ``#rgb``; empty when absent."""


class Shades(Record):
    """A colour of the site on light paper and on dark; of the one left out, the nearest shade that can be read."""

    light: ColourText = ""
    dark: ColourText = ""


def _shades(value: Any) -> Any:
    """One colour stands for that on light paper. Raises ``bad_colour`` for none: unquoted, ``#`` begins a comment."""
    text = as_text(value)
    if text is None or text == "":
        raise PydanticCustomError("bad_colour", "no colour")
    return {"light": text} if isinstance(text, str) else value


OwnColour = Annotated[Shades | None, BeforeValidator(_shades)]


class Colours(Record):
    """The colours of the site, whatever its theme: that of links and heads, and that of moments of truth."""

    accent: OwnColour = None
    moment: OwnColour = None


class Fonts(Record):
    """Font files of the site, below ``content/``: for texts, and for headings where they differ."""

    text: Text = ""
    headings: Text = ""
